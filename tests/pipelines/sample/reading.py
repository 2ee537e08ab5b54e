"""Reads the sample's files as text, without any of the code that reads strangers' files."""

import csv
import gzip
import io
from pathlib import Path

Rows = list[dict[str, str]]


def lines(path: Path) -> list[list[str]]:
    content = path.read_bytes()
    text = gzip.decompress(content).decode("utf-8-sig") if path.suffix == ".gz" else content.decode("utf-8")
    return list(csv.reader(io.StringIO(text)))


def whole_rows(path: Path) -> Rows:
    header, *body = lines(path)
    return [dict(zip(header, row, strict=False)) for row in body]
