"""Worlds drawn as text: a table's name, its columns, its rows; a blank line ends a table, an empty cell is null."""

from collections.abc import Iterator
from itertools import groupby

from pipelines.connection import Connection


def given(connection: Connection, text: str) -> None:
    """Insert the drawn rows into tables that exist; each value takes the type of its column."""
    for name, columns, rows in _tables(text):
        connection.append(name, columns, rows)


def _tables(text: str) -> Iterator[tuple[str, list[str], list[list[str | None]]]]:
    for drawn, lines in groupby(text.splitlines(), key=lambda line: bool(line.strip())):
        if drawn:
            name, header, *rows = lines
            columns = [cell.strip() for cell in header.split("|")]
            yield name.strip(), columns, [_row(line, columns) for line in rows]


def _row(line: str, columns: list[str]) -> list[str | None]:
    cells = [cell.strip() or None for cell in line.split("|")]
    if len(cells) != len(columns):
        raise ValueError(f"{line.strip()!r} has {len(cells)} cells for {len(columns)} columns.")
    return cells
