"""What documents are put together from: titles, paragraphs, lists, boxes, pictures and places to sign."""

import io
from collections.abc import Callable, Iterable, Sequence
from itertools import count

from docx.document import Document as Paper
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from dashboard.documents import style
from dashboard.documents.tables import bare_table, shaded

TO_SIGN = ("Name", "Position", "Signature", "Date")
UNSURE = (
    "Draft for your lawyer to check. It was put together from your own figures and is no legal advice. Take this box"
    " and the line above each page out when it has been checked."
)


def title(document: Paper, text: str, under: str = "") -> None:
    """What the document is, and for whom or from when."""
    document.add_paragraph(text, style="Title")
    if under:
        line = document.add_paragraph()
        style.coloured(line.add_run(under), style.QUIET, 10.5)
        line.paragraph_format.space_after = Pt(10)


def draft_box(document: Paper) -> None:
    """The mark on the first page, in words."""
    cell = bare_table(document, [1.0], 1, "Draft").cell(0, 0)
    shaded(cell, "FBF0E6")
    _text(cell.paragraphs[0], UNSURE, style.WARN, 8.5)
    cell.paragraphs[0].paragraph_format.space_before = Pt(4)
    spacer(document, 4)


def heading(document: Paper, text: str, level: int = 1) -> None:
    """A heading that stays with what follows."""
    document.add_heading(text, level)


def says(document: Paper, *sentences: str, quiet: bool = False, close: bool = False) -> Paragraph:
    """A paragraph; close: it stays on the page of what follows."""
    line = document.add_paragraph()
    _text(line, " ".join(filter(None, sentences)), style.QUIET if quiet else style.INK, 8.5 if quiet else None)
    line.paragraph_format.keep_with_next = close
    return line


def bullets(document: Paper, items: Iterable[str], *, close: bool = False) -> None:
    """A short list on one page; close: on that of what follows."""
    told = list(items)
    for place, item in enumerate(told, start=1):
        line = document.add_paragraph(style="List Bullet")
        _text(line, item, style.INK, None)
        line.paragraph_format.space_after = Pt(2)
        line.paragraph_format.keep_with_next = close or place < len(told)


def numbered(document: Paper, items: Iterable[tuple[str, str]]) -> None:
    """Clauses: a number, a word in bold, and what it says; numbers are written, so that they can be quoted."""
    for place, (name, text) in enumerate(items, start=1):
        line = document.add_paragraph()
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.8)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
        line.paragraph_format.keep_together = True
        line.add_run(f"{place}.\t")
        line.add_run(f"{name}. ").bold = True
        line.add_run(text)


def counted_headings(document: Paper) -> Callable[[str], None]:
    """Headings that number themselves, in the order in which they are written."""
    numbers = count(1)
    return lambda text: heading(document, f"{next(numbers)}. {text}")


def terms(document: Paper, items: Iterable[tuple[str, str]]) -> None:
    """Definitions: the word in bold, then what it means."""
    for name, text in items:
        line = document.add_paragraph()
        line.paragraph_format.keep_together = True
        line.paragraph_format.space_after = Pt(4)
        line.add_run(name).bold = True
        line.add_run(f"  {text}")


def picture(document: Paper, png: bytes, told: str) -> None:
    """A figure as wide as the page, with what it shows for those who can't see it."""
    line = document.add_paragraph()
    placed = line.add_run().add_picture(io.BytesIO(png), width=style.width_of(document))
    placed._inline.docPr.set("descr", told)  # noqa: SLF001 - python-docx has no other way
    line.paragraph_format.space_after = Pt(2)


def signatures(document: Paper, sides: Sequence[str], *, unnamed: bool) -> None:
    """A place for each side to sign, on one page; unnamed: with a line for the name of the firm."""
    lines = ("Company", *TO_SIGN) if unnamed else TO_SIGN
    table = bare_table(document, [1.0] * len(sides), len(lines) + 1, "Signatures")
    for column, side in enumerate(sides):
        first = table.cell(0, column).paragraphs[0]
        first.add_run(f"For {side}").bold = True
        first.paragraph_format.space_after = Pt(8)
        for row, name in enumerate(lines, start=1):
            _to_fill(table.cell(row, column).paragraphs[0], name)
    for above in list(table.rows)[:-1]:
        for cell in above.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def spacer(document: Paper, points: float = 6) -> None:
    """Air behind a table, which has none of its own."""
    line = document.add_paragraph()
    line.paragraph_format.space_after = line.paragraph_format.space_before = Pt(0)
    line.paragraph_format.line_spacing = Pt(points)


def _to_fill(line: Paragraph, name: str) -> None:
    own = line.paragraph_format
    own.space_before, own.space_after, own.right_indent = Pt(13), Pt(2), Cm(0.8)
    style.coloured(line.add_run(name), style.QUIET, 9)
    style.ruled(line, style.QUIET, 2)


def _text(line: Paragraph, text: str, colour: str, size: float | None) -> None:
    run = line.add_run(text)
    if colour != style.INK or size:
        style.coloured(run, colour, size)
