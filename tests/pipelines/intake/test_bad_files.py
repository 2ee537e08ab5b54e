"""Bad input: one clear sentence, exit code 2 in the shell, and the history as it was."""

import gzip
from datetime import datetime

import pytest

from pipelines.errors import FileRefused, NeedsAnswer, TurnaroundError
from pipelines.history.generations import current_generation
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from tests.loading import World

GOOD = """
    ticket_id,opened_at,resolved_at
    T-1,2026-03-02 09:00,2026-03-02 10:00
"""
BAD = {
    "empty": (b"", "is empty"),
    "header only": (b"ticket_id,opened_at\n", "no row that can be read"),
    "unknown": (b"animal,colour\ncat,black\n", "not an export that is known"),
    "missing column": (b"ticket_id,client,status,resolved_at\nT-1,A,open,\n", "no column opened_at"),
    "pdf": (b"%PDF-1.7 rest", "is a PDF"),
    "cut zip": (b"PK\x03\x04rest", "cannot be unpacked"),
    "binary": (bytes(range(256)) * 20, "not a text file"),
    "cut gzip": (gzip.compress(b"ticket_id,opened_at\n" * 400)[:-20], "ends too early"),
    "not gzip": (b"\x1f\x8b\x08junkjunkjunk", "damaged"),
    "undecided dates": (b"ticket_id,opened_at\nT-1,3/4/2026 10:00\n", "--day-first or --month-first"),
    "no date at all": (b"ticket_id,opened_at\nT-1,soon\nT-2,later\n", "no row that can be read .opened_at: missing or not readable"),
    "mostly impossible": (
        b"ticket_id,opened_at,resolved_at\n" + b"T-1,2026-03-02 09:00,2026-03-01 09:00\nT-2,2026-03-02 09:00,\n" * 9,
        "most often: before opened_at in resolved_at",
    ),
    "no time of day": (b"ticket_id,opened_at\nT-1,2026-03-02\nT-2,2026-03-03\n", "opened_at has no time of day"),
    "unquoted commas": (
        b"ticket_id,opened_at,subject\n" + b"T-1,2026-03-02 09:00,Hello, printer\n" * 9, "4 cells where the header has 3",
    ),
    "mostly unreadable": (b"ticket_id,opened_at\n" + b"T-1,2026-03-02 09:00\nT-2,soon\n" * 9, "--allow-quarantine"),
}


@pytest.mark.torture
@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_a_sentence_and_the_history_stays(world: World, case: str) -> None:
    world.load({"good.csv": GOOD})
    before = current_generation(world.home)
    content, sentence = BAD[case]
    file = world.home.parent / "bad.csv"
    file.write_bytes(content)

    with pytest.raises(TurnaroundError, match=sentence) as refusal:
        load_files(world.home, [file], Answers())

    assert str(world.home.parent) not in str(refusal.value)
    assert current_generation(world.home) == before
    assert [folder.name for folder in (world.home / "generations").iterdir()] == ["00000001"]


def test_a_file_that_is_not_there_is_said_to_be_so(world: World) -> None:
    with pytest.raises(FileRefused, match="is not there"):
        load_files(world.home, [world.home / "no.csv"], Answers())


def test_a_refused_file_takes_the_others_of_the_same_load_with_it(world: World) -> None:
    with pytest.raises(NeedsAnswer):
        world.load({"good.csv": GOOD, "bad.csv": "ticket_id,opened_at\nT-2,3/4/2026 10:00"})

    assert current_generation(world.home) is None


def test_answers_settle_what_a_file_leaves_open(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at\nT-1,3/4/2026 10:00"}, Answers(timezone="UTC", day_first=True))

    assert world.rows("ticket", "opened_at") == [(datetime(2026, 4, 3, 10),)]


@pytest.mark.torture
def test_rows_that_cannot_be_read_are_listed_and_the_rest_loads_when_the_owner_says_so(world: World) -> None:
    text = "ticket_id,opened_at\nT-1,2026-03-02 09:00\nT-2,soon\n,2026-03-02 10:00\nT-4,2026-03-02 09:00,extra\n"
    report = world.load({"f.csv": text}, Answers(timezone="UTC", allow_quarantine=True)).files[0]

    assert report.outcomes == {"quarantined": 3, "new": 1}
    assert set(report.reasons) == {
        "ticket_id: missing or not readable", "opened_at: missing or not readable", "opened_at: not a date",
        "3 cells where the header has 2",
    } - {"opened_at: not a date"}
    assert [(row[0], row[1]) for row in world.rows("row_problem", "record_number", "raw") if row[1]] == [
        (2, "T-2,soon"), (3, ",2026-03-02 10:00"), (4, "T-4,2026-03-02 09:00,extra"),
    ]
