"""Off track, twice in a row, beyond the usual, too few: by hand."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest

from models.scorecard import (
    FEW,
    IN_A_ROW,
    MET,
    MISSED,
    ODD,
    OUTSIDE,
    PLAIN,
    TALK,
    Number,
    Weekly,
    numbers,
    single_misses,
    worst_segment,
    worth_talking,
)  # fmt: skip
from pipelines.scorecard import NUMBERS, Aim

FIRST = date(2026, 1, 5)
WEEKS = 20


def weekly(**columns: Any) -> pd.DataFrame:
    usual: dict[str, Any] = {
        "opened": 100, "stopped": 100, "met": 95, "late": 5, "open_and_over": 0, "same_day": 50, "p50_seconds": 3600,
        "p90_seconds": 36000,
    }  # fmt: skip
    frame = pd.DataFrame({"week": [FIRST + timedelta(weeks=i) for i in range(WEEKS)]})
    return frame.assign(**{**usual, **columns})


def found(goals: dict[str, float | None] | None = None, *, opened: Any = 100, left: Any = 40, **columns: Any) -> dict[str, Number]:
    done = weekly(opened=opened, **columns)
    people = pd.DataFrame({"week": done["week"], "tickets": 100, "technicians": 5})
    backlog = pd.DataFrame({"week": done["week"], "backlog": left})
    aims = {name: Aim((goals or {}).get(name)) for name in NUMBERS}
    made = numbers(Weekly(done, weekly(), backlog, done[["week", "met", "late"]], people), aims)
    return {number.name: number for number in made}


def last(value: float, usual: float, *, before: float | None = None) -> np.ndarray:
    wobble = usual + np.tile([1.0, -1.0], WEEKS // 2)
    wobble[-1] = value
    if before is not None:
        wobble[-2] = before
    return wobble


def test_values_are_shares_hours_ratios_and_counts() -> None:
    told = {name: number.weeks["value"].iloc[-1] for name, number in found().items()}

    assert told == {
        "resolved_on_time": 0.95, "replied_on_time": 0.95, "premium_on_time": 0.95, "typical_first_reply": 1.0,
        "nine_in_ten_within": 10.0, "same_day_share": 0.5, "closed_per_opened": 1.0, "backlog": 40, "tickets_opened": 100,
        "per_technician": 20.0,
    }  # fmt: skip
    assert all(len(number.weeks) == 13 for number in found().values())


def test_one_week_under_the_goal_is_a_single_miss() -> None:
    met = np.tile([93, 95], WEEKS // 2)
    met[-1] = 89
    own = found({"resolved_on_time": 0.9}, met=met, late=100 - met)["resolved_on_time"]

    assert (own.mark, own.why) == (MISSED, "")
    assert single_misses([own]) == [own]
    assert worth_talking([own]) == []


def test_two_weeks_in_a_row_are_worth_talking_about() -> None:
    met = np.tile([93, 95], WEEKS // 2)
    met[-2:] = 89
    own = found({"resolved_on_time": 0.9}, met=met, late=100 - met)["resolved_on_time"]

    assert (own.mark, own.why) == (TALK, IN_A_ROW)
    assert own.weeks["mark"].iloc[-2] == MISSED


def test_a_week_beyond_its_usual_range_is_worth_talking_about_without_any_goal() -> None:
    own = found(left=last(80, 40))["backlog"]

    # 80 tickets scatter by their root at least, which is more than the moving range of 2 / 1.128.
    assert own.weeks["high"].iloc[-1] == pytest.approx(40 + 3 * 80**0.5, abs=0.2)
    assert (own.mark, own.why) == (TALK, OUTSIDE)
    assert found(left=last(10, 40))["backlog"].mark == PLAIN  # fewer than usual is no trouble


def test_what_is_neither_good_nor_bad_is_odd_at_most() -> None:
    assert found(opened=last(160, 100))["tickets_opened"].mark == ODD


def test_exactly_the_goal_is_met() -> None:
    assert found({"resolved_on_time": 0.95})["resolved_on_time"].mark == MET
    assert found({"nine_in_ten_within": 10.0})["nine_in_ten_within"].mark == MET


def test_under_thirty_tickets_say_nothing_and_do_not_make_two_in_a_row() -> None:
    met, late = np.full(WEEKS, 95), np.full(WEEKS, 5)
    met[-3:], late[-3:] = [89, 10, 89], [11, 10, 11]
    own = found({"resolved_on_time": 0.9}, met=met, late=late)["resolved_on_time"]

    assert own.weeks["mark"].tolist()[-3:] == [MISSED, FEW, MISSED]
    assert np.isnan(own.weeks["value"].iloc[-2])


def test_weeks_before_the_history_begins_make_no_usual_range() -> None:
    opened = np.where(np.arange(WEEKS) < 15, 0, 100)
    own = found(opened=opened, stopped=opened, left=np.where(np.arange(WEEKS) < 15, 0, 40))

    assert own["tickets_opened"].mark == PLAIN
    assert own["backlog"].weeks["value"].isna().sum() == 8


def test_without_targets_nothing_is_on_time() -> None:
    assert not {"resolved_on_time", "premium_on_time"} & set(found(met=0, late=0))


def segments(*rows: tuple[str, int, int]) -> pd.DataFrame:
    return pd.DataFrame([{"issue_type": name, "tier": None, "met": met, "breached": late} for name, met, late in rows])


EVEN = pd.DataFrame({"met": [90] * 10, "late": [10] * 10})
BUNCHED = pd.DataFrame({"met": [100, 60] * 5, "late": [0, 40] * 5})


def test_the_worst_segment_is_told_from_luck() -> None:
    clear = worst_segment(segments(("Email", 90, 10), ("Printer", 60, 40), ("Odd", 1, 9)), EVEN)
    luck = worst_segment(segments(("Email", 90, 10), ("Printer", 88, 12)), EVEN)

    assert clear is not None
    assert luck is not None
    assert (clear.issue_type, clear.late, clear.judged, clear.beyond_luck) == ("Printer", 40, 100, True)
    assert (luck.issue_type, luck.beyond_luck) == ("Printer", False)
    assert worst_segment(segments(("Email", 90, 10)), EVEN) is None


def test_where_whole_weeks_go_wrong_a_segment_has_to_stand_out_further() -> None:
    rows = segments(("Email", 900, 100), ("Printer", 420, 80))

    calm, stormy = worst_segment(rows, EVEN), worst_segment(rows, BUNCHED)

    assert calm is not None
    assert stormy is not None
    assert (calm.beyond_luck, stormy.beyond_luck) == (True, False)


def test_tickets_without_an_issue_type_are_nobodys_worst() -> None:
    rows = segments(("Email", 90, 10), ("Printer", 88, 12), ("?", 10, 90))
    rows.loc[2, "issue_type"] = None

    found = worst_segment(rows, EVEN)

    assert found is not None
    assert found.issue_type == "Printer"
