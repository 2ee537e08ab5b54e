"""A bad row is found, corrected, loaded; the good ones of its file stay."""

import csv
import io
from datetime import datetime

import pandas as pd
import pytest

from pipelines import keeping
from pipelines.errors import FileRefused, TurnaroundError
from pipelines.journey import load_files
from pipelines.spreadsheet import as_it_was, to_load_again
from tests.loading import LENIENT, UTC, World

FILE = """ticket_id,opened_at,status,resolved_at,subject
T-1,2026-03-02 09:00,resolved,2026-03-02 10:00,fine
T-2,never,resolved,2026-03-02 11:00,=1+1
T-3,2026-03-02 09:00,resolved
"""
CORRECTED = """ticket_id,opened_at,status,resolved_at,subject,turnaround_reason,turnaround_field,turnaround_line,turnaround_as_of
T-1,2026-03-02 09:00,resolved,2026-03-02 09:45,a,,resolved_at,2,"""


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.torture
def test_rejected_rows_stand_under_their_own_header_with_what_is_wrong(world: World) -> None:
    world.load({"f.csv": FILE}, LENIENT)

    header, *found = rows(keeping.rejected(world.home, 1))

    assert header[:5] == ["ticket_id", "opened_at", "status", "resolved_at", "subject"]
    assert header[5:] == ["turnaround_reason", "turnaround_field", "turnaround_line", "turnaround_as_of"]
    by_line = {row[7]: row for row in found}
    assert by_line["3"][:5] == ["T-2", "never", "resolved", "2026-03-02 11:00", "'=1+1"]
    assert "opened_at" in by_line["3"][5]
    assert by_line["4"][:5] == ["T-3,2026-03-02 09:00,resolved", "", "", "", ""]
    assert {row[8] for row in found} == {"2026-03-02T11:00:01Z"}


@pytest.mark.torture
def test_a_corrected_row_comes_in_and_the_others_stay(world: World) -> None:
    world.load({"f.csv": FILE}, LENIENT)
    corrected = keeping.rejected(world.home, 1).decode("utf-8-sig").replace("never", "2026-03-02 09:30")
    first_row_only = "".join(corrected.splitlines(keepends=True)[:2])

    report = world.load({"corrected.csv": first_row_only})

    assert report.files[0].outcomes == {"new": 1}
    assert sorted(world.rows("ticket", "ticket_id", "status")) == [("T-1", "resolved"), ("T-2", "resolved")]


@pytest.mark.torture
def test_a_corrected_row_wins_over_the_state_it_corrects(world: World) -> None:
    """It holds what it held before, so only its moment tells that it is the newer one."""
    world.load({"f.csv": "ticket_id,opened_at,status,resolved_at,subject\nT-1,2026-03-02 09:00,resolved,2026-03-02 10:00,a\nT-2,2026-03-04 09:00,open,,b"})
    report = world.load({"corrected.csv": f"{CORRECTED}2026-03-04T09:00:01Z"})

    assert report.files[0].outcomes == {"updated": 1}
    (resolved,) = [row for row in world.rows("ticket", "ticket_id", "resolved_at") if row[0] == "T-1"]
    assert str(resolved[1]) == "2026-03-02 09:45:00"


@pytest.mark.parametrize("moment", ["2026-13-99T99:99:99Z", "99999-01-01", "2999-01-01T00:00:00Z", "infinity", "4/3/2026", "yesterday"])
def test_a_moment_that_cannot_be_is_named_with_its_column(world: World, moment: str) -> None:
    with pytest.raises(FileRefused, match="turnaround_as_of is no moment, or one to come, in 1 of 1 rows"):
        world.load({"corrected.csv": f"{CORRECTED}{moment}"})


def test_a_row_without_its_moment_is_as_new_as_it_says_itself(world: World) -> None:
    world.load({"corrected.csv": CORRECTED})

    assert world.rows("load", "as_of") == [(datetime(2026, 3, 2, 9, 45),)]


@pytest.mark.torture
def test_a_corrected_row_keeps_its_moment_in_a_workbook(world: World) -> None:
    workbook = world.write("corrected.xlsx", "")
    pd.read_csv(io.StringIO(f"{CORRECTED}2026-03-04T09:00:01Z")).to_excel(workbook, index=False)

    load_files(world.home, [workbook], UTC)

    assert world.rows("load", "as_of") == [(datetime(2026, 3, 4, 9, 0, 1),)]


@pytest.mark.torture
def test_a_corrected_line_of_a_list_is_of_no_moment_and_comes_in(world: World) -> None:
    head = "valid_from,clock,premium,amount,unit\n2026-01-01,resolution,maybe,3,business_hours\n"
    world.load({"t.csv": head + "2026-01-01,resolution,no,4,business_hours"}, LENIENT)
    corrected = keeping.rejected(world.home, 1).decode("utf-8-sig").replace("maybe", "yes")

    assert "1970-01-01T00:00:01Z" in corrected
    assert world.load({"corrected.csv": corrected}).files[0].outcomes == {"new": 1}


def test_a_load_without_a_rejected_row_says_so(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at\nT-1,2026-03-02 09:00"})

    with pytest.raises(TurnaroundError, match="no rejected row"):
        keeping.rejected(world.home, 1)
    with pytest.raises(TurnaroundError, match="no load with the number"):
        keeping.rejected(world.home, 7)


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''=1", "'tis", "plain", "", "-5", "'-5", "@x", " =2", "'", "\uff1d1"])
def test_a_cell_comes_back_as_it_was(text: str) -> None:
    safe = to_load_again(text)

    assert as_it_was(safe) == text
    assert not safe.startswith(("=", "@", " =", "\uff1d"))
