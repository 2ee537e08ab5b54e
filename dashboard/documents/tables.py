"""Tables that hold on paper: widths that add up, heads that repeat, rows that stay whole."""

from collections.abc import Sequence

from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from dashboard.documents import style

HEAD, BAND, HAIR = "E8EEF5", "F5F7FA", "C9D1DB"
SIZE = 8.5
# A table of so few rows stays on one page.
SHORT = 12


def bare_table(document: Paper, shares: Sequence[float], rows: int, told: str) -> Table:
    """A table without lines, as wide as the page; shares of the width, one a column."""
    table: Table = document.add_table(rows, len(shares))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    whole = style.width_of(document)
    for column, share in zip(table.columns, shares, strict=True):
        wide = Length(int(whole * share / sum(shares)))
        column.width = wide
        for cell in column.cells:
            cell.width = wide
    _told(table, told)
    for row in table.rows:
        _keep_whole(row)
    return table


def listed(
    document: Paper,
    columns: Sequence[str],
    sections: Sequence[tuple[str, Sequence[Sequence[str]]]],
    shares: Sequence[float],
    *,
    told: str,
    right: int = 0,
    quiet: bool = False,
) -> Table:
    """Rows under a head that repeats on each page; a section with a name has a line of its own.

    right: how many of the last columns hold figures, and stand to the right. quiet: what repeats the row above is grey.
    """
    rows = sum(len(own) + bool(name) for name, own in sections)
    table = bare_table(document, shares, rows + 1, told)
    _lines(table)
    _fill(table.rows[0], columns, right, bold=True)
    _repeat(table.rows[0])
    for cell in table.rows[0].cells:
        shaded(cell, HEAD)
    place = 1
    for name, own in sections:
        if name:
            _section(table.rows[place], name)
            place += 1
        above: Sequence[str] = ()
        for row in own:
            _fill(table.rows[place], row, right, above=above)
            place, above = place + 1, row if quiet else ()
    for whole in list(table.rows)[: -1 if rows <= SHORT else 1]:
        _with_next(whole)
    return table


def shaded(cell: _Cell, colour: str) -> None:
    """A cell on a ground of its own."""
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no shading


def _fill(row: _Row, texts: Sequence[str], right: int, *, bold: bool = False, above: Sequence[str] = ()) -> None:
    """Write a row; what stands in the row above as well is written quietly."""
    repeated = [place < len(texts) - right and above[: place + 1] == texts[: place + 1] for place in range(len(texts))]
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        line = cell.paragraphs[0]
        _tight(line)
        run = line.add_run(text)
        run.font.size, run.font.bold = Pt(SIZE), bold or None
        if place >= len(texts) - right:
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if above and repeated[place]:
            style.coloured(run, style.FAINT)


def _section(row: _Row, name: str) -> None:
    cell = row.cells[0].merge(row.cells[-1])
    shaded(cell, BAND)
    line = cell.paragraphs[0]
    _tight(line)
    style.coloured(line.add_run(name), style.ACCENT, SIZE, bold=True)
    line.paragraph_format.keep_with_next = True


def _tight(line: Paragraph) -> None:
    own = line.paragraph_format
    own.space_before = own.space_after = Pt(2.5)
    own.line_spacing = 1.0


def _with_next(row: _Row) -> None:
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def _repeat(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _told(table: Table, told: str) -> None:
    """What the table is, for those who can't see it."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), told)
    table._tbl.tblPr.append(caption)  # noqa: SLF001


def _lines(table: Table) -> None:
    """Thin lines between rows, none between columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", HAIR)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    own = table._tbl.tblPr  # noqa: SLF001
    own.insert(list(own).index(own.find(qn("w:tblLayout"))), borders)
