"""What a proof tells stands in the table of its run."""

import pytest

from tests.torture.measured import aligned, figures_of

pytest_plugins = ["pytester"]


def test_a_told_figure_stands_above_the_last_line(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("from tests.torture.conftest import pytest_terminal_summary, tell\n__all__ = ['pytest_terminal_summary', 'tell']")
    pytester.makepyfile("def test_it(tell):\n    tell('writers killed', 50)\n    tell('lost', 0)\n")

    lines = pytester.runpytest("-p", "no:cacheprovider").stdout.lines

    assert lines[-4:-2] == ["writers killed  50", "lost            0"]
    assert "1 passed" in lines[-1]


def test_no_figure_is_no_line() -> None:
    assert aligned(figures_of([])) == []
