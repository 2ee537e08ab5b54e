"""How every document looks: page, fonts, who writes, the draft mark, and the foot of each page."""

import io
from datetime import UTC, datetime, time

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Inches, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph

from dashboard import wording
from dashboard.documents.matter import Sender
from dashboard.documents.packing import repacked

# Every word processor has it, or a font of the same widths.
FONT = "Arial"
INK, QUIET, FAINT, ACCENT, WARN = "1B2333", "5B6675", "7A8594", "1F4E79", "9A3B06"
DRAFT = "Draft for your lawyer to check"
MARGIN = Cm(2.2)
LOGO_HEIGHT = Cm(1.5)
LOGO_WIDTH = Cm(5.0)
HEADINGS = ((1, 13, 16, 5), (2, 10.5, 10, 3))


def paper(sender: Sender, title: str, *, draft: bool, small: bool = False) -> Paper:
    """An empty document with its page, styles, head and foot."""
    document = Document()
    _page(document, sender)
    _styles(document, sender, 9 if small else 10)
    _properties(document, sender, title)
    if draft:
        _mark(document)
    _foot(document, sender, title)
    _head(document, sender)
    return document


def finished(document: Paper) -> bytes:
    """The document's file; the same document is the same bytes."""
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())


def width_of(document: Paper) -> Length:
    """The width between the margins."""
    page = document.sections[0]
    assert page.page_width  # noqa: S101 - set in _page
    assert page.left_margin  # noqa: S101
    assert page.right_margin  # noqa: S101
    return Length(page.page_width - page.left_margin - page.right_margin)


def long_day(day: datetime | object) -> str:
    """Such as "1 June 2026"."""
    return f"{day:%d %B %Y}".lstrip("0")


def coloured(run: object, colour: str, size: float | None = None, *, bold: bool | None = None) -> None:
    """A run in a colour and size."""
    font = run.font  # type: ignore[attr-defined]
    font.color.rgb = RGBColor.from_string(colour)
    if size:
        font.size = Pt(size)
    if bold is not None:
        font.bold = bold


def ruled(line: Paragraph, colour: str = ACCENT, space: int = 6) -> None:
    """A thin line under a paragraph."""
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", str(space)), ("color", colour)):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    own = line._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no lines under paragraphs
    own.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _page(document: Paper, sender: Sender) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (
        (Inches(8.5), Inches(11)) if sender.is_letter_paper else (Cm(21), Cm(29.7))
    )
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = Cm(2.0), Cm(1.9)
    section.header_distance = section.footer_distance = Cm(0.9)


def _styles(document: Paper, sender: Sender, size: float) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(size)
    normal.font.color.rgb = RGBColor.from_string(INK)
    spacing = normal.paragraph_format
    spacing.space_after, spacing.space_before, spacing.line_spacing = Pt(5), Pt(0), 1.12
    spacing.widow_control = True
    for level, points, before, after in HEADINGS:
        _heading(document, f"Heading {level}", points, before, after)
    _heading(document, "Title", 20, 0, 4)
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), "en-US" if sender.is_letter_paper else "en-GB")


def _heading(document: Paper, name: str, points: float, before: float, after: float) -> None:
    style = document.styles[name]
    style.font.name, style.font.size, style.font.bold = FONT, Pt(points), True
    style.font.color.rgb = RGBColor.from_string(ACCENT)
    # The theme's fonts would win over a name.
    fonts = style.element.rPr.find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    own = style.paragraph_format
    own.space_before, own.space_after, own.keep_with_next = Pt(before), Pt(after), True
    border = style.element.pPr.find(qn("w:pBdr"))
    if border is not None:
        style.element.pPr.remove(border)


def _properties(document: Paper, sender: Sender, title: str) -> None:
    own = document.core_properties
    own.title, own.author = title[:255], wording.shown(sender.company.name)
    own.last_modified_by, own.comments, own.revision = own.author, "", 1
    own.language = "en-US" if sender.is_letter_paper else "en-GB"
    own.created = own.modified = datetime.combine(sender.as_of, time(), UTC).replace(tzinfo=None)


def _mark(document: Paper) -> None:
    line = document.sections[0].header.paragraphs[0]
    line.style = "Normal"
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    coloured(line.add_run(DRAFT), WARN, 8, bold=True)


def _head(document: Paper, sender: Sender) -> None:
    """Logo or name, and how the firm is reached, over a thin rule."""
    company = sender.company
    line = document.add_paragraph()
    drawn = sender.logo is not None and _logo(line, sender.logo, f"Logo of {wording.shown(company.name)}")
    if not drawn:
        coloured(line.add_run(wording.shown(company.name)), INK, 14, bold=True)
    line.paragraph_format.space_after = Pt(1)
    reached = [*company.address, company.phone, company.email, company.website]
    under = document.add_paragraph()
    told = [wording.shown(company.name)] * drawn + [wording.shown(one) for one in reached if one]
    coloured(under.add_run("  ·  ".join(told)), QUIET, 8)
    under.paragraph_format.space_after = Pt(14)
    ruled(under)


def _logo(line: Paragraph, logo: bytes, told: str) -> bool:
    """The logo, unless its file is no picture: then the name has to do."""
    try:
        picture = line.add_run().add_picture(io.BytesIO(logo), height=LOGO_HEIGHT)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ZeroDivisionError):
        return False
    if picture.width > LOGO_WIDTH:
        picture.width, picture.height = LOGO_WIDTH, Length(int(picture.height * LOGO_WIDTH / picture.width))
    picture._inline.docPr.set("descr", told)  # noqa: SLF001
    return True


def _foot(document: Paper, sender: Sender, title: str) -> None:
    """What this is, as of when, and the page of how many."""
    line = document.sections[0].footer.paragraphs[0]
    # The style of feet has a stop in the middle.
    line.style = "Normal"
    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(width_of(document), WD_TAB_ALIGNMENT.RIGHT)
    short = title if len(title) <= 60 else f"{title[:59]}…"
    coloured(line.add_run(f"{short}  ·  As of {long_day(sender.as_of)}\tPage "), QUIET, 8)
    _number(line, "PAGE")
    coloured(line.add_run(" of "), QUIET, 8)
    _number(line, "NUMPAGES")


def _number(line: Paragraph, what: str) -> None:
    field, run = OxmlElement("w:fldSimple"), line.add_run("1")
    coloured(run, QUIET, 8)
    field.set(qn("w:instr"), what)
    line._p.remove(run._r)  # noqa: SLF001
    field.append(run._r)  # noqa: SLF001
    line._p.append(field)  # noqa: SLF001
