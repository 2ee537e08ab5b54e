"""Priority from impact and urgency, for tickets whose export gives these two and no priority."""

import re
from collections.abc import Mapping
from typing import Any

from pipelines.errors import SettingsInvalid

PRIORITY = re.compile(r"[Pp][1-5]")
EXAMPLE = 'matrix = { high = { high = "P1", low = "P2" }, low = { high = "P2", low = "P4" } }'

Matrix = tuple[tuple[str, str, str], ...]


def matrix(written: Any) -> Matrix:
    """Impact, urgency and priority, one row a cell that is told; raises SettingsInvalid."""
    if not isinstance(written, Mapping) or not all(isinstance(row, Mapping) for row in written.values()):
        raise SettingsInvalid(f"priorities.matrix must give a priority for impact and urgency, such as {EXAMPLE}.")
    return tuple(
        (str(impact), str(urgency), _priority(priority, str(impact), str(urgency)))
        for impact, row in written.items()
        for urgency, priority in row.items()
        if priority != ""
    )


def _priority(written: Any, impact: str, urgency: str) -> str:
    if not isinstance(written, str) or not PRIORITY.fullmatch(written.strip()):
        raise SettingsInvalid(f"The priority of impact {impact!r} and urgency {urgency!r} must be one of P1 to P5.")
    return written.strip().upper()
