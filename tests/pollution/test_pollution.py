"""On polluted files a reader is exact, reports what it could not do, or refuses: it is never silently wrong."""

import os
from pathlib import Path
from random import Random

import pytest

from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from tests.loading import World
from tests.pollution.draft import drafted
from tests.pollution.oracle import Verdict, judged
from tests.pollution.polluters import REGISTRY, Pollution, polluted
from tests.pollution.reading import Outcome, read
from tests.pollution.tables import table
from tests.pollution.trial import Tried, all_tried, summary, tried

QUICK, BATCH = 40, 20
ALL = 10_000 if os.environ.get("TURNAROUND_TORTURE") == "full" else 2_400


def assert_none_is_silently_wrong(every: list[Tried]) -> None:
    wrong = [one.line for one in every if one.judgement.verdict == Verdict.WRONG]
    assert not wrong, f"{len(wrong)} of {len(every)} files (python -m tests.pollution --seed N --write FOLDER):\n" + "\n".join(wrong)


@pytest.mark.parametrize("first", range(0, QUICK, BATCH))
def test_no_polluted_file_is_silently_wrong(first: int) -> None:
    assert_none_is_silently_wrong([tried(seed) for seed in range(first, first + BATCH)])


@pytest.mark.torture
def test_no_polluted_file_of_all_is_silently_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    every = all_tried(range(ALL))
    with capsys.disabled():
        print(f"\n{summary(every)}")
    assert_none_is_silently_wrong(every)


def test_every_pollution_has_its_turn_and_a_seed_makes_the_same_file_again() -> None:
    cases = [polluted(seed) for seed in range(len(REGISTRY))]

    assert {name for case in cases for name in case.pollutions} == {pollution.name for pollution in REGISTRY}
    assert [polluted(case.seed).content for case in cases[::20]] == [case.content for case in cases[::20]]


@pytest.mark.parametrize("pollution", REGISTRY, ids=lambda pollution: pollution.name)
def test_a_pollution_changes_the_bytes(pollution: Pollution) -> None:
    assert any(spoilt(seed, pollution) != drafted(table(Random(seed))).content() for seed in range(8))


def spoilt(seed: int, pollution: Pollution) -> bytes:
    draft = drafted(table(Random(seed)))
    pollution.apply(draft, Random(1), pollution.parameter)
    return draft.content()


def test_what_the_tests_read_is_what_a_load_accepts(world: World) -> None:
    for seed in (3, 5, 14):
        file = world.write(f"polluted-{seed}.csv", "x")
        file.write_bytes(polluted(seed).content)
        found = read(file, Answers(timezone="UTC"))
        home = world.home / str(seed)
        report = load_files(home, [file], Answers(timezone="UTC")).files[0]

        assert (report.outcomes, report.records, tuple(report.notes)) == (found.outcomes, found.records, found.notes)
        assert sorted(World(home).rows("accepted_ticket", "ticket_id")) == sorted((number,) for number in found.tickets)


def rows(outcome: Outcome, **change: object) -> Outcome:
    return Outcome(**{**vars(outcome), **change})


def test_the_judge_sees_a_ticket_that_is_lost_invented_or_changed(tmp_path: Path) -> None:
    case = polluted(0)
    file = tmp_path / "f.csv"
    file.write_bytes(case.content)
    right = read(file, Answers(timezone="UTC"))
    first, *others = right.tickets
    changed = {**right.tickets, first: {**right.tickets[first], "opened_at": None}}

    assert judged(case.tickets, right).verdict == Verdict.EXACT
    assert "lost" in judged(case.tickets, rows(right, tickets={number: right.tickets[number] for number in others})).faults[0]
    assert "invented" in judged(case.tickets, rows(right, tickets={**right.tickets, "T-0": right.tickets[first]})).faults[1]
    assert "changed: opened_at" in judged(case.tickets, rows(right, tickets=changed)).faults[0]
    assert "do not sum" in judged(case.tickets, rows(right, records=right.records + 1)).faults[0]
