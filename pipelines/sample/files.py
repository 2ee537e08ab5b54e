"""Tables as files, the same bytes each time."""

import csv
import gzip
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

Row = Sequence[str]


def csv_text(rows: Iterable[Row]) -> str:
    """Comma-separated, quoted where needed, one line feed a row."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def write_csv(path: Path, header: Row, rows: Iterable[Row]) -> None:
    """A plain table."""
    path.write_bytes(csv_text([header, *rows]).encode("utf-8"))


def write_packed(path: Path, header: Row, rows: Iterable[Row]) -> None:
    """A packed table with the mark in front that the ticket tool writes; neither name nor time goes into the pack."""
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as pack:
        pack.write(csv_text([header, *rows]).encode("utf-8-sig"))
    path.write_bytes(packed.getvalue())
