"""Proofs tell what they measured; the table of it stands above pytest's last line."""

from collections.abc import Callable

import pytest

from tests.torture.measured import FIGURE, Tell, aligned, figures_of


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """Say a figure: `tell("writers killed", 50)`."""
    return lambda name, value: record_property(f"{FIGURE} {name}", value)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures of this run."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports if isinstance(report, pytest.TestReport)]
    figures = figures_of(report for report in reports if report.when == "call")
    if figures:
        terminalreporter.section("measured")
        for line in aligned(figures):
            terminalreporter.line(line)
