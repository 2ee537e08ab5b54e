"""A table on its way to bytes: lines whose cells, quotes, ends and letters a pollution may spoil."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from tests.pollution.tables import Shape, Table, Ticket

Quote = Callable[[str, str], str]


@dataclass(eq=False)
class Line:
    """One record of the file; `written` stands for the whole of it where it is no row of cells.

    stray: the cell that has a quote too many, and where in it.
    """

    cells: list[str] = field(default_factory=list)
    ticket: Ticket | None = None
    written: str | None = None
    stray: tuple[int, int] | None = None

    @property
    def is_row(self) -> bool:
        return self.written is None


def minimal(cell: str, delimiter: str) -> str:
    """Quotes where a cell needs them, inner ones doubled."""
    needed = any(mark in cell for mark in (delimiter, '"', "\n", "\r")) or cell != cell.strip()
    return always(cell, delimiter) if needed else cell


def always(cell: str, _: str) -> str:
    """Quotes round every cell, inner ones doubled."""
    return '"' + cell.replace('"', '""') + '"'


@dataclass
class Draft:
    """All that will be written, and how."""

    shape: Shape
    fields: list[str]
    header: Line
    lines: list[Line]
    delimiter: str = ","
    quote: Quote = minimal
    line_ends: tuple[str, ...] = ("\n",)
    last_line_end: bool = True
    encoding: str = "utf-8"
    mark: bytes = b""
    cut_at: float | None = None
    day_first: bool | None = None
    spoil: list[Callable[[bytes], bytes]] = field(default_factory=list)

    def below_the_header(self) -> int:
        """Where the rows begin, or where they would if the header was still there."""
        return self.lines.index(self.header) + 1 if self.header in self.lines else 0

    def tickets(self) -> list[Line]:
        """The lines that are tickets."""
        return [line for line in self.lines if line.ticket is not None]

    def rows(self) -> list[Line]:
        """The tickets that are still written cell by cell."""
        return [line for line in self.tickets() if line.is_row and line.cells]

    def some(self, dice: Random, share: float = 0.04) -> list[Line]:
        """A few tickets: at least one."""
        every = self.tickets()
        return dice.sample(every, min(len(every), max(1, round(share * len(every)))))

    def column(self, *fields: str) -> int | None:
        """The place of the first of these fields that the table has."""
        return next((self.fields.index(name) for name in fields if name in self.fields), None)

    def only(self, encoding: str) -> None:
        """Write in `encoding`; letters that it lacks are question marks, in the file as in the truth."""
        self.encoding = encoding
        for line in self.lines:
            line.cells = [_lossy(cell.strip(), encoding) for cell in line.cells]
            line.written = None if line.written is None else _lossy(line.written, encoding)
            for name, values in line.ticket.values.items() if line.ticket else ():
                line.ticket.values[name] = tuple(  # type: ignore[union-attr]
                    _lossy(value, encoding) if isinstance(value, str) else value for value in values
                )

    def content(self) -> bytes:
        """The bytes of the file; a cut marks what it takes."""
        pieces = list(self._pieces())
        whole = self.mark + b"".join(pieces)
        if self.cut_at is not None:
            whole = whole[: max(1, round(self.cut_at * len(whole)))]
            self._mark_the_cut(pieces, len(whole))
        for spoil in self.spoil:
            whole = spoil(whole)
        return whole

    def _pieces(self) -> Iterator[bytes]:
        for place, line in enumerate(self.lines):
            end = self.line_ends[place * 7919 % len(self.line_ends)]
            last = place == len(self.lines) - 1 and not self.last_line_end
            yield (self._text(line) + ("" if last else end)).encode(self.encoding, "replace")

    def _text(self, line: Line) -> str:
        if line.written is not None:
            return line.written
        cells = [self.quote(cell, self.delimiter) for cell in line.cells]
        if line.stray is not None:
            place, at = line.stray
            cells[place] = line.cells[place][:at] + '"' + line.cells[place][at:]
        return self.delimiter.join(cells)

    def _mark_the_cut(self, pieces: list[bytes], left: int) -> None:
        at, kept = len(self.mark), []
        for line, piece in zip(self.lines, pieces, strict=True):
            end = "".join(self.line_ends).encode(self.encoding)
            bare = len(piece.rstrip(end))
            if at >= left:
                break
            if at + bare > left and line.ticket is not None:
                line.ticket.cut = True
                line.ticket.lost = line.ticket.mark.encode(self.encoding) not in piece[: left - at]
            kept.append(line)
            at += len(piece)
        self.lines = kept


def drafted(table: Table) -> Draft:
    """The table as it is, about to be written as CSV."""
    rows = [Line(cells, ticket) for cells, ticket in zip(table.rows, table.tickets, strict=True)]
    header = Line(list(table.header))
    return Draft(table.shape, table.fields, header, [header, *rows])


def _lossy(text: str, encoding: str) -> str:
    return text.encode(encoding, "replace").decode(encoding)
