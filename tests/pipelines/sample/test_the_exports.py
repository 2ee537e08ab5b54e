"""Tickets, status history and truth tell one story, in the clocks that the tool uses."""

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipelines.sample.damage import KINDS, TOTALS
from tests.pipelines.sample.reading import Rows, lines, whole_rows

LONDON = ZoneInfo("Europe/London")


@pytest.fixture(scope="module")
def story(statuses: Rows) -> dict[str, Rows]:
    by_ticket = defaultdict(list)
    for row in statuses:
        by_ticket[row["TicketNbr"]].append(row)
    return by_ticket


def utc(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)


def to_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0)


def test_every_story_begins_new_and_ends_as_the_ticket_says(sound: Rows, story: dict[str, Rows]) -> None:
    assert {story[row["TicketNbr"]][0]["Status_Description"] for row in sound} == {"New"}
    assert all(story[row["TicketNbr"]][-1]["Status_Description"] == row["Status_Description"] for row in sound)


def test_every_story_goes_forward(story: dict[str, Rows]) -> None:
    for changes in story.values():
        moments = [row["Changed_UTC"] for row in changes]
        assert moments == sorted(moments)


def test_the_resolved_stamp_is_the_last_resolved_status(sound: Rows, story: dict[str, Rows]) -> None:
    for row in sound:
        resolved = [one["Changed_UTC"] for one in story[row["TicketNbr"]] if one["Status_Description"] == "Resolved"]
        if row["Date_Resolved_UTC"] and resolved:
            assert row["Date_Resolved_UTC"] == resolved[-1]


def test_entered_is_wall_time_and_the_history_is_utc(sound: Rows, story: dict[str, Rows]) -> None:
    differences: Counter[timedelta] = Counter()
    for row in sound:
        entered = datetime.strptime(row["date_entered"], "%d/%m/%Y %H:%M").replace(tzinfo=UTC)
        new = to_the_minute(utc(story[row["TicketNbr"]][0]["Changed_UTC"]))
        assert new.astimezone(LONDON).strftime("%d/%m/%Y %H:%M") == row["date_entered"]
        differences[entered - new] += 1
    assert set(differences) == {timedelta(0), timedelta(hours=1)}


def test_a_merged_ticket_names_one_that_came_before_it(sound: Rows, story: dict[str, Rows]) -> None:
    merged = [row for row in sound if row["Merged_Into"]]
    assert merged
    assert all(row["Merged_Into"] in story and row["Merged_Into"] < row["TicketNbr"] for row in merged)
    assert {row["Status_Description"] for row in merged} == {">Closed - Merged"}


def test_some_closed_tickets_never_say_when_they_were_solved(sound: Rows) -> None:
    unknown = [row for row in sound if row["Status_Description"] == ">Closed" and not row["Date_Resolved_UTC"]]
    assert 50 < len(unknown) < 400


def test_all_statuses_of_the_tool_occur(statuses: Rows) -> None:
    assert {row["Status_Description"] for row in statuses} == {
        "New", "Assigned", "In Progress", "Scheduled", "Waiting Client Response", "Waiting Vendor", "Waiting Parts",
        "Re-opened", "Resolved", ">Closed", ">Closed - Merged",
    }  # fmt: skip


@pytest.mark.torture
def test_the_truth_agrees_with_sound_rows(sound: Rows, secrets: Path) -> None:
    truth = {row["ticket_id"]: row for row in whole_rows(secrets / "truth.csv")}
    for row in sound:
        true = truth[row["TicketNbr"]]
        assert row["Date_Responded_UTC"] == true["first_response_at"]
        assert row["Date_Resolved_UTC"] in ("", true["resolved_at"])
        assert float(row["Travel_Hours"]) == pytest.approx(int(true["travel_seconds"]) / 3600, abs=0.006)


def test_nobody_works_before_a_ticket_is_there_or_after_the_export(secrets: Path) -> None:
    for row in whole_rows(secrets / "truth.csv"):
        named = (row["opened_at"], row["first_response_at"], row["first_resolved_at"], row["resolved_at"])
        stamps = [stamp for stamp in named if stamp]
        assert stamps == sorted(stamps)
        assert stamps[-1] <= "2026-10-30 17:30:00"


def test_one_row_in_a_hundred_is_damaged_in_every_way(secrets: Path, tickets: Rows) -> None:
    kinds = Counter(row["what"] for row in whole_rows(secrets / "damaged.csv"))
    assert set(kinds) == {*(kind.what for kind in KINDS), TOTALS}
    assert min(count for what, count in kinds.items() if what != TOTALS) >= 5
    assert 0.007 < sum(kinds.values()) / len(tickets) < 0.013


def test_the_list_of_damage_points_at_the_lines(secrets: Path, shipped: Path) -> None:
    written = lines(shipped / "tickets.csv.gz")
    header = written[0]
    for row in whole_rows(secrets / "damaged.csv"):
        line = written[int(row["line"]) - 1]
        if row["what"] == "exact duplicate":
            assert line == written[int(row["line"]) - 2]
        elif row["what"] in ("stray delimiter", "row cut short"):
            assert len(line) != len(header)
        else:
            assert line[header.index(row["field"])] != row["was"]


def test_sound_rows_have_the_cells_of_the_header(sound: Rows, secrets: Path, shipped: Path) -> None:
    written = lines(shipped / "tickets.csv.gz")
    spoilt = {int(row["line"]) for row in whole_rows(secrets / "damaged.csv")}
    widths = {len(row) for line, row in enumerate(written, start=1) if line not in spoilt}
    assert widths == {len(written[0])}
    assert len({row["TicketNbr"] for row in sound}) == len(sound)
