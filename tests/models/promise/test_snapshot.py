"""A history on an earlier day: what happened later has no part in it, byte for byte."""

from datetime import datetime, timedelta

import numpy as np
import pandas as pd

from models.promise.backtest import MADE, Terms, backtest, made_from, moments
from models.promise.snapshot import as_known
from tests.models.promise.drawing import AS_OF, HOUR, exponential, history

MOMENT = (AS_OF - pd.Timedelta(days=60)).to_pydatetime()
WEEK = timedelta(days=7)
TERMS = Terms({None: 0.9}, [int(hours * HOUR) for hours in (8, 16, 32, 64, 128, 256, 512)], by_priority=False)


def drawn() -> pd.DataFrame:
    rng = np.random.default_rng(0)
    return history(exponential(rng, 800, hours=30), rng.uniform(20, 220, 800))


def looks(frame: pd.DataFrame, *at: datetime) -> pd.DataFrame:
    """known_then, for clocks without pauses that run by the calendar."""
    parts = []
    for moment in at:
        own = frame[(frame["started_at"] <= moment) & ~(frame["stopped_at"] <= moment)]
        so_far = (moment - own["started_at"]).dt.total_seconds()
        parts.append(own[["source", "ticket_id"]].assign(known_at=moment, still_open=True, business_seconds=so_far, waiting=False))
    return pd.concat(parts, ignore_index=True)


def as_bytes(frame: pd.DataFrame) -> bytes:
    return frame.to_csv(index=False).encode()


def test_a_ticket_still_open_then_is_open_with_the_seconds_of_then() -> None:
    frame = history(np.array([2 * HOUR, 30 * 24 * HOUR, HOUR]), np.array([70.0, 61.0, 10.0]))
    known = as_known(frame, looks(frame, MOMENT), MOMENT)

    assert known[["ticket_id", "still_open", "business_seconds", "age_seconds"]].values.tolist() == [
        ["T-0", False, 2 * HOUR, 10 * 86400], ["T-1", True, 86400, 86400],
    ]


def test_what_only_the_end_tells_is_not_in_it() -> None:
    frame = drawn()

    assert {"stopped_at", "as_of", "state"} & set(as_known(frame, looks(frame, MOMENT), MOMENT).columns) == set()


def test_a_ticket_reopened_later_had_ended_then() -> None:
    frame = history(np.array([50 * 24 * HOUR]), np.array([70.0]))
    then = looks(frame, MOMENT).assign(still_open=False, business_seconds=HOUR)

    assert as_known(frame, then, MOMENT)[["still_open", "business_seconds"]].values.tolist() == [[False, HOUR]]


def test_a_ticket_of_which_nothing_is_known_then_is_left_out() -> None:
    frame = history(np.array([50 * 24 * HOUR]), np.array([70.0]))

    assert as_known(frame, looks(frame, MOMENT).head(0), MOMENT).empty


def later_rows(frame: pd.DataFrame) -> pd.DataFrame:
    """More tickets after the moment, all of them slow, of a type never seen before."""
    more = history(np.full(300, 50 * 24 * HOUR), np.linspace(1, 59, 300), issue_type="Unheard of", tier="Gold", tier_position=1)
    return pd.concat([frame, more.assign(ticket_id="L-" + more["ticket_id"])], ignore_index=True)


def other_ends(frame: pd.DataFrame) -> pd.DataFrame:
    """All that ended after the moment ended elsewhere, or never, and was judged otherwise."""
    after = frame["stopped_at"] > MOMENT
    never = after & (np.arange(len(frame)) % 2 == 0)
    return frame.assign(
        business_seconds=frame["business_seconds"].where(~after, 999 * HOUR), still_open=never,
        stopped_at=frame["stopped_at"].where(~after, AS_OF).where(~never), state="breached", as_of=AS_OF + WEEK,
    )


def test_nothing_after_the_moment_changes_what_was_promised_then() -> None:
    frame = drawn()
    known = as_known(frame, looks(frame, MOMENT), MOMENT)
    made = made_from(known, TERMS)

    assert (frame["stopped_at"] > MOMENT).sum() > 100
    assert known["still_open"].any()
    assert made["promised_seconds"].notna().all()
    for changed in (later_rows(frame), other_ends(frame), other_ends(later_rows(frame))):
        then = looks(frame, MOMENT)
        assert as_bytes(as_known(changed, then, MOMENT)) == as_bytes(known)
        assert as_bytes(made_from(as_known(changed, then, MOMENT), TERMS)) == as_bytes(made)


def test_a_change_before_the_moment_does_change_it() -> None:
    frame = drawn()
    slower = frame.assign(business_seconds=np.where(frame["stopped_at"] <= MOMENT, 3.0, 1.0) * frame["business_seconds"])
    then = looks(frame, MOMENT)

    assert as_bytes(made_from(as_known(slower, then, MOMENT), TERMS)) != as_bytes(made_from(as_known(frame, then, MOMENT), TERMS))


def test_a_planted_future_row_changes_no_promise_of_the_back_test_and_no_ticket_of_its_weeks() -> None:
    frame = drawn()
    when = [MOMENT - WEEK, MOMENT]
    end = MOMENT + WEEK
    late = later_rows(frame)
    planted = pd.concat([frame, late[(late["started_at"] >= end) & late["ticket_id"].str.startswith("L-")]], ignore_index=True)
    rows = backtest(frame, looks(frame, *when), when, WEEK, TERMS)

    assert len(planted) > len(frame)
    assert rows["promised_seconds"].notna().all()
    assert len(rows) == ((frame["started_at"] >= when[0]) & (frame["started_at"] < end)).sum()
    assert as_bytes(backtest(planted, looks(planted, *when), when, WEEK, TERMS)) == as_bytes(rows)


def test_the_outcome_of_a_week_has_no_part_in_its_own_promises() -> None:
    frame = drawn()
    own = (frame["started_at"] >= MOMENT) & (frame["started_at"] < MOMENT + WEEK)
    slow = frame.assign(business_seconds=frame["business_seconds"].where(~own, 999 * HOUR))
    told = [backtest(one, looks(frame, MOMENT), [MOMENT], WEEK, TERMS) for one in (frame, slow)]

    assert told[0]["promised_seconds"].notna().all()
    assert as_bytes(told[0][MADE]) == as_bytes(told[1][MADE])
    assert (told[1]["business_seconds"] == 999 * HOUR).all()


def test_a_type_that_had_never_been_seen_has_no_promise_then() -> None:
    rows = backtest(later_rows(drawn()), looks(drawn(), MOMENT), [MOMENT], WEEK, TERMS)
    unheard = rows["issue_type"] == "Unheard of"

    assert unheard.any()
    assert rows.loc[unheard, MADE].isna().all(axis=None)
    assert rows.loc[~unheard, "promised_seconds"].notna().all()


def test_before_anything_had_ended_nothing_was_promised() -> None:
    frame = history(np.full(50, 100 * 24 * HOUR), np.linspace(58, 64, 50))
    rows = backtest(frame, looks(frame, MOMENT), [MOMENT], WEEK, TERMS)

    assert len(rows) > 0
    assert rows["promised_seconds"].isna().all()


def test_moments_leave_eight_weeks_and_a_quarter_of_the_tickets_to_learn_from_and_a_step_to_judge_by() -> None:
    opened = pd.Series(pd.date_range("2026-01-01 09:00", periods=100, freq="D"))
    when = moments(opened, datetime(2026, 4, 11, 15), 7, 52)

    assert (when[0], when[-1], len(when)) == (datetime(2026, 2, 28), datetime(2026, 4, 4), 6)
    assert len(moments(opened, datetime(2026, 4, 11), 7, 3)) == 3
