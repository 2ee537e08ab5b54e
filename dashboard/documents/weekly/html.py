"""Text into HTML: everything that a stranger wrote is escaped, sentences of ours keep their emphasis."""

import re
from collections.abc import Iterable
from html import escape

import pandas as pd

from dashboard import wording
from dashboard.wording.safe import AFTER_COLON

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
STARS = re.compile(r"(?<!\\)\*\*")


def rich(markdown: str) -> str:
    """A sentence of ours in Markdown: what stands between two stars each is strong, nothing else means anything."""
    parts = [escape(ESCAPED.sub(r"\1", part).replace(AFTER_COLON, "")) for part in STARS.split(markdown)]
    return "".join(f"<strong>{part}</strong>" if place % 2 else part for place, part in enumerate(parts))


def paragraphs(sentences: Iterable[str], kind: str = "") -> str:
    """One paragraph of sentences; nothing where there is none."""
    said = " ".join(filter(None, map(rich, sentences)))
    return f"<p{_class(kind)}>{said}</p>" if said else ""


def section(title: str, *inside: str, kind: str = "") -> str:
    """A card of the page."""
    return f"<section{_class(kind)}><h2>{escape(title)}</h2>{''.join(inside)}</section>\n"


def table(frame: pd.DataFrame, numbers: Iterable[str] = ()) -> str:
    """A frame of texts; columns in `numbers` stand to the right."""
    right = set(numbers)
    heads = "".join(
        f'<th scope="col"{_class("n" if name in right else "")}>{escape(str(name))}</th>' for name in frame.columns
    )
    rows = "".join(
        "<tr>"
        + "".join(
            cell(row[name], "n" if name in right else "when" if name == "Opened" else "") for name in frame.columns
        )
        + "</tr>"
        for row in frame.to_dict("records")
    )
    return f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'


def cell(value: object, kind: str = "") -> str:
    """A cell; what is not known is a dash."""
    known = value is not None and value == value  # noqa: PLR0124 - a missing one is not itself
    return f"<td{_class(kind)}>{escape(wording.shown(value) if known else wording.DASH)}</td>"


def _class(kind: str) -> str:
    return f' class="{escape(kind)}"' if kind else ""
