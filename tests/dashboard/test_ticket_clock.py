"""One ticket's clock, drawn: the worked ticket of docs/measuring.md and longer ones."""

from datetime import datetime, timedelta

import pandas as pd

from dashboard import charts
from dashboard.digest import ticket_clock as digest

HOUR = 3600
MONDAY = datetime(2026, 3, 2)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A time of the week that begins on Monday."""
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


def parts(*rows: tuple[datetime, datetime, str]) -> pd.DataFrame:
    """Stretches as the history tells them."""
    frame = pd.DataFrame(rows, columns=["begins_at", "ends_at", "does"])
    return frame.assign(seconds=(frame["ends_at"] - frame["begins_at"]).dt.total_seconds().astype(int))


WORKED = parts(
    (at(0, 9, 30), at(0, 16, 30), "runs"),
    (at(0, 16, 30), at(1, 8, 30), "waits"),
    (at(1, 8, 30), at(1, 9), "runs"),
)


def test_the_worked_ticket_is_in_time_all_along() -> None:
    drawn = digest.stretches(WORKED, 8 * HOUR)

    assert drawn["does"].tolist() == ["in_time", "waits", "in_time"]
    assert digest.passed_at(WORKED, 8 * HOUR) is None
    assert digest.sentence(WORKED, 8 * HOUR, still_open=False) == (
        "The clock ran for 7 h 30 min of business time; the ticket waited for 16 h by the wall clock."
    )


def test_what_runs_is_cut_at_the_moment_when_the_target_passed() -> None:
    drawn = digest.stretches(WORKED, 2 * HOUR)

    assert digest.passed_at(WORKED, 2 * HOUR) == at(0, 11, 30)
    assert drawn["does"].tolist() == ["in_time", "over", "waits", "over"]
    assert drawn["ends_at"].iloc[0] == drawn["begins_at"].iloc[1] == at(0, 11, 30)
    assert "its target of 2 h passed on Mon 2 Mar 2026, 11:30." in digest.sentence(WORKED, 2 * HOUR, still_open=True)


def test_a_clock_that_ran_for_exactly_its_target_is_in_time() -> None:
    assert digest.passed_at(WORKED, 7 * HOUR + 1800) is None


def test_hundreds_of_nights_go_with_the_day_before_and_waiting_stays() -> None:
    rows = []
    for day in range(100):
        rows += [
            (at(day, 9), at(day, 17), "waits" if 40 <= day < 60 else "runs"),
            (at(day, 17), at(day + 1, 9), "closed"),
        ]
    long = parts(*rows)

    drawn = digest.stretches(long, None)

    assert digest.is_merged(long)
    assert drawn["does"].tolist() == ["runs", "waits", "runs"]
    assert drawn["begins_at"].tolist() == [at(0, 9), at(40, 9), at(60, 9)]


def test_the_picture_has_one_colour_a_kind_and_marks_the_target() -> None:
    figure = charts.ticket_clock(digest.stretches(WORKED, 2 * HOUR), at(0, 11, 30), charts.LIGHT)

    assert [trace.name for trace in figure.data] == ["Runs, in time", "Runs, over its target", "Waits"]
    assert figure.data[2].marker.pattern.shape == "/"
    assert figure.layout.shapes[0].x0 == at(0, 11, 30)
