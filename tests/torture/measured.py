"""What a proof has measured: told by the test, kept with its report, shown above pytest's last line."""

import os
from collections.abc import Callable, Iterable

import pytest

FIGURE = "figure"
Tell = Callable[[str, object], None]


def figures_of(reports: Iterable[pytest.TestReport]) -> list[tuple[str, str]]:
    """Each figure with its value, as its test told them; reports of other processes hold them as well."""
    told = (name_and_value for report in reports for name_and_value in report.user_properties)
    return [(name.removeprefix(f"{FIGURE} "), str(value)) for name, value in told if name.startswith(f"{FIGURE} ")]


def aligned(figures: Iterable[tuple[str, str]]) -> list[str]:
    """A line a figure."""
    rows = list(figures)
    width = max((len(name) for name, _ in rows), default=0)
    return [f"{name.ljust(width)}  {value}" for name, value in rows]


def full() -> bool:
    """Whether the long form of a proof was asked for, by --full."""
    return os.environ.get("TURNAROUND_TORTURE") == "full"
