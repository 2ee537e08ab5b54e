"""The clock against an oracle that walks through the minutes of three years."""

import ast
from pathlib import Path

import numpy as np

from pipelines.connection import Connection
from tests.pipelines.measure import oracle
from tests.pipelines.measure.clock_cases import PLACED, drawn_cases, mismatches


def test_the_clock_agrees_with_the_oracle_on_100_000_clocks() -> None:
    with Connection.in_memory() as connection:
        assert mismatches(connection, 100_000, seed=7) == 0


def test_the_contest_holds_pauses_of_every_kind_and_clocks_near_changes() -> None:
    cases = drawn_cases(10_000, seed=7)
    lasts = cases.resumed - cases.paused
    outside = (cases.paused < cases.started[cases.owner]) | (cases.resumed > cases.read[cases.owner])
    changing = [len(oracle.clock_changes(placed.timezone)) for placed in PLACED]

    assert {-1, 0, 1} == set(np.sign(lasts).tolist())
    assert outside.any()
    assert sum(count == 6 for count in changing) >= 6
    assert sorted(set(cases.calendar.tolist())) == list(range(len(oracle.CALENDARS)))


def test_the_oracle_counts_a_second_under_two_pauses_once() -> None:
    monday_nine = 7 * 86400 + 9 * 3600
    pauses = [(monday_nine + 600, monday_nine + 1200), (monday_nine + 900, monday_nine + 1500)]

    assert oracle.business_seconds(0, monday_nine, monday_nine + 3600, pauses) == (3600 - 900, 900)


def test_the_oracle_uses_nothing_of_the_product() -> None:
    tree = ast.parse(Path(oracle.__file__).read_text(encoding="utf-8"))
    imported = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported += [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]

    assert not [name for name in imported if name.startswith(("pipelines", "models", "dashboard", "tests"))]
