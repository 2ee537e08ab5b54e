"""Pollutions of signs and bytes: delimiters, quotes, line ends, encodings, damage and cuts."""

from random import Random

from tests.pollution.draft import Draft, Line, always, minimal
from tests.pollution.polluters.registry import Stage, pollution


@pollution("delimiter", Stage.SIGNS, ";", "\t", "|", ":", "^", "~", "\x1f", ", ", "||")
def another_delimiter(draft: Draft, _: Random, delimiter: str) -> None:
    before, draft.delimiter = draft.delimiter, delimiter
    for line in draft.lines:
        if line.written is not None and line.ticket is None:
            line.written = line.written.replace(before, delimiter)


def _never(cell: str, _: str) -> str:
    return cell


def _single(cell: str, delimiter: str) -> str:
    return "'" + cell.replace("'", "''") + "'" if delimiter in cell or "'" in cell or "\n" in cell else cell


def _single_always(cell: str, _: str) -> str:
    return "'" + cell.replace("'", "''") + "'"


def _backslash(cell: str, delimiter: str) -> str:
    return '"' + cell.replace('"', '\\"') + '"' if minimal(cell, delimiter) != cell else cell


def _backslash_alone(cell: str, delimiter: str) -> str:
    return cell.replace(delimiter, "\\" + delimiter).replace("\n", "\\\n")


def _unescaped(cell: str, delimiter: str) -> str:
    return f'"{cell}"' if minimal(cell, delimiter) != cell else cell


def _unescaped_always(cell: str, _: str) -> str:
    return f'"{cell}"'


def _unless_number(cell: str, delimiter: str) -> str:
    return cell if cell.replace(".", "", 1).isdigit() else always(cell, delimiter)


def _curly(cell: str, delimiter: str) -> str:
    return f"“{cell}”" if minimal(cell, delimiter) != cell else cell


QUOTES = {
    "all": always, "never": _never, "single": _single, "single, all": _single_always, "backslash": _backslash,
    "backslash, no quotes": _backslash_alone, "inner ones as they are": _unescaped, "all, inner ones as they are": _unescaped_always,
    "all but numbers": _unless_number, "curly": _curly,
}  # fmt: skip


@pollution("quotes", Stage.SIGNS, *QUOTES)
def quotes(draft: Draft, _: Random, style: str) -> None:
    draft.quote = QUOTES[style]


@pollution("quotes", Stage.SIGNS, 1, 2)
def quotes_that_are_not_closed(draft: Draft, dice: Random, number: int) -> None:
    for line in dice.sample(draft.rows(), min(number, len(draft.rows()))):
        _stray(draft, line, min(draft.column("subject", "client") or 0, len(line.cells) - 1), 0)


@pollution("quotes", Stage.SIGNS, "at the start", "inside", "at the end")
def a_stray_quote(draft: Draft, dice: Random, where: str) -> None:
    for line in dice.sample(draft.rows(), min(2, len(draft.rows()))):
        place = dice.randrange(len(line.cells))
        _stray(draft, line, place, {"at the start": 0, "inside": len(line.cells[place]) // 2, "at the end": len(line.cells[place])}[where])


def _stray(draft: Draft, line: Line, place: int, at: int) -> None:
    """A quote too many in a cell that has no other; with it or without it the text is right, a number is not."""
    cell = line.cells[place].replace('"', "").replace("\n", " ")
    line.cells[place], line.stray = cell, (place, min(at, len(cell)))
    name = draft.fields[place] if place < len(draft.fields) else ""
    if line.ticket and isinstance(line.ticket.values.get(name, (None,))[0], str) and name != "ticket_id":
        line.ticket.also(name, cell or None, cell[:at] + '"' + cell[at:])
    if line.ticket and name == "ticket_id":
        line.ticket.mark = cell[:at] + '"' + cell[at:]


@pollution("line ends", Stage.SIGNS, ("\r\n",), ("\r",), ("\n", "\r\n"), ("\r\n", "\n", "\r"), ("\n\n",), ("\r\r\n",), ("\n\r",))
def line_ends(draft: Draft, _: Random, ends: tuple[str, ...]) -> None:
    draft.line_ends = ends


@pollution("line ends", Stage.SIGNS)
def no_line_end_at_the_end(draft: Draft, _: Random, __: None) -> None:
    draft.last_line_end = False


@pollution("letters", Stage.LETTERS, "utf-8 with its mark", "utf-16-le with its mark", "utf-16-be with its mark", "utf-16-le", "utf-16-be", "utf-32-le with its mark")
def unicode(draft: Draft, _: Random, encoding: str) -> None:
    draft.encoding = encoding.split(" ", maxsplit=1)[0]
    draft.mark = "\ufeff".encode(draft.encoding) if "mark" in encoding else b""


@pollution("letters", Stage.LETTERS, "cp1252", "cp850", "latin-1", "cp1250", "mac-roman", "cp437", "shift_jis")
def another_code_page(draft: Draft, _: Random, encoding: str) -> None:
    draft.only(encoding)


@pollution("letters", Stage.LETTERS)
def letters_encoded_twice(draft: Draft, _: Random, __: None) -> None:
    """UTF-8 that somebody read as cp1252 and saved again: the file's own words, garbled before it was written."""
    draft.only("latin-1")
    for line in draft.lines:
        line.cells = [cell.encode().decode("latin-1") for cell in line.cells]
        for name, values in line.ticket.values.items() if line.ticket else ():
            garbled = tuple(value.encode().decode("latin-1") for value in values if isinstance(value, str))
            line.ticket.values[name] = values + garbled  # type: ignore[union-attr]
    draft.encoding = "utf-8"


@pollution("letters", Stage.BYTES, "half a letter", "a stray byte", "some lines in cp1252")
def damaged_letters(draft: Draft, dice: Random, what: str) -> None:
    seed = dice.random()
    draft.spoil.append(lambda content: _damaged(content, what, Random(seed)))


def _damaged(content: bytes, what: str, dice: Random) -> bytes:
    """Only letters outside ASCII are touched: what a damaged digit was, nobody can know."""
    long_ones = [at for at, byte in enumerate(content) if byte >= 0xC3]
    if not long_ones:
        return content
    at = dice.choice(long_ones)
    if what == "half a letter":
        return content[:at] + content[at + 1 :]
    if what == "a stray byte":
        return content[:at] + b"\xff" + content[at:]
    end = content.find(b"\n", at)
    start = content.rfind(b"\n", 0, at) + 1
    end = len(content) if end < 0 else end
    try:
        return content[:start] + content[start:end].decode().encode("cp1252") + content[end:]
    except UnicodeError:
        return content  # letters that cp1252 lacks would be lost, and not by the reader


@pollution("damage", Stage.BYTES, "one", "a block", "at the end")
def zero_bytes(draft: Draft, dice: Random, what: str) -> None:
    part = dice.random()

    def spoil(content: bytes) -> bytes:
        at = len(content) if what == "at the end" else round(part * len(content))
        return content[:at] + bytes(1 if what == "one" else 64) + content[at:]

    draft.spoil.append(spoil)


@pollution("damage", Stage.BYTES)
def an_end_of_file_of_old(draft: Draft, _: Random, __: None) -> None:
    """Ctrl+Z, which old programs write at the end."""
    draft.spoil.append(lambda content: content + b"\x1a")


@pollution("cut", Stage.BYTES, "anywhere", "near the end", "in the last cell")
def cut_off(draft: Draft, dice: Random, where: str) -> None:
    low, high = {"anywhere": (0.02, 1.0), "near the end": (0.95, 1.0), "in the last cell": (0.0, 0.0)}[where]
    if where == "in the last cell":
        size = sum(len(piece) for piece in draft._pieces()) + len(draft.mark)
        draft.cut_at = (size - dice.randrange(2, 9)) / size
    else:
        draft.cut_at = dice.uniform(low, high)
