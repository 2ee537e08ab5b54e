"""Names of the owner's own presets: plain letters, and never the name of one that ships."""

import re
import unicodedata
from collections.abc import Container
from itertools import count

from pipelines.errors import FileRefused

NAME = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
LONGEST, SUGGESTED = 40, 36
ENDINGS = re.compile(r"(\.(csv|tsv|txt|gz|zip|xlsx|xlsm|xls|ods|json|jsonl|ndjson))+$", re.IGNORECASE)
# Windows opens these as devices, whatever their ending.
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def plain_name(text: str) -> str:
    """A file's name as that of a preset: "Tickets Müller 2026-03.csv" -> "tickets_muller", without its dates."""
    letters = unicodedata.normalize("NFKD", ENDINGS.sub("", text)).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.split(r"[^a-z0-9]+", letters) if word and not word.isdigit()]
    return "_".join(words)[:SUGGESTED].strip("_") or "my_export"


def free_name(text: str, taken: Container[str]) -> str:
    """The name that a file suggests, counted on until it is free."""
    name = plain_name(text)
    names = (name, *(f"{name}_{number}" for number in range(2, 100)))
    return next((n for n in names if n not in taken and n not in DEVICES), f"{name}_{next(count(100))}")


def checked_name(name: str) -> str:
    """The name itself where a preset may have it; raises FileRefused with a sentence."""
    if not NAME.fullmatch(name) or len(name) > LONGEST or name in DEVICES:
        raise FileRefused(
            f"A name has small letters, digits and single _ only, at most {LONGEST}; for example my_desk."
        )
    return name
