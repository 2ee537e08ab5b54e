"""Every promise of docs/reliability.md names a test that is there, a figure, and a command that can be run."""

import ast
import re
from dataclasses import dataclass

import pytest

from tests.bench.__main__ import names as benchmarks
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
HEAD = "| promise | test | figure measured | command |"
PLACE = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
COMMAND = re.compile(r"`python -m (tests(?:\.\w+)?)((?: [\w./:-]+)*)`")


@dataclass(frozen=True)
class Row:
    """A promise and what stands behind it, as the page writes it."""

    promise: str
    test: str
    figure: str
    command: str


def rows() -> list[Row]:
    found = []
    for table in PAGE.split(HEAD)[1:]:
        for line in table.strip().splitlines()[1:]:
            if not line.startswith("|"):
                break
            found.append(Row(*(cell.strip() for cell in line.strip("|").split(" | "))))
    return found


ROWS = rows()


def test_there_are_promises() -> None:
    assert len(ROWS) >= 20


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.promise)
def test_a_promise_names_tests_that_are_there(row: Row) -> None:
    places = PLACE.findall(row.test)

    assert places
    for file, test in places:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        defined = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        assert not test or test in defined, f"{file} has no {test}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.promise)
def test_a_promise_has_a_figure_and_a_command(row: Row) -> None:
    module, words = COMMAND.fullmatch(row.command).groups()  # type: ignore[union-attr]
    first = words.split()[0] if words else ""

    assert re.search(r"\d", row.figure)
    if module == "tests.bench":
        assert first in benchmarks()
    elif module == "tests.torture":
        assert (ROOT / "tests" / "torture" / f"test_{first}.py").exists()
    else:
        assert not first or (ROOT / first.split("::")[0]).exists()
