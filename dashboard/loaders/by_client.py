"""What the page about clients asks, and what was done on the same business day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from dashboard.loaders.cache import ask, local, stamp
from dashboard.loaders.home import Slice, facts, last_day, settings
from dashboard.loaders.premium import hour_cost
from dashboard.loaders.targets import DAYS_A_MONTH, By, months, rescore
from models import by_client as league
from models.bunches import scatter
from models.pricing.fees import fees
from models.pricing.surcharges import surcharges
from pipelines.measure import by_client as measured
from pipelines.measure import results, staffing
from pipelines.settings import home_folder
from pipelines.vocabulary import Clock

GROWTH_WEEKS = 13
WEEKS_TO_KNOW = 4
MONEY = ["client", "users", "fee_month", "surcharge_month"]


def late_league(part: Slice) -> pd.DataFrame:
    """One row a client of the slice with all its facts, the worst served first (models.by_client.late_league)."""
    goal = round(1 - settings().kept_rate, 6)
    return _once("late", part, lambda: league.late_league(client_facts(part), _weeks(part), goal))


def demand_league(part: Slice) -> pd.DataFrame:
    """Tickets a user and month of clients whose users are known, beside the middle client."""
    return _once("demand", part, lambda: league.demand_league(client_facts(part), _weeks(part)))


def growth(part: Slice) -> pd.DataFrame:
    """Tickets of the newest 13 weeks beside the 13 before, whatever period is asked; empty where there are fewer."""
    first, found = last_day() - timedelta(weeks=2 * GROWTH_WEEKS) + timedelta(days=1), facts()
    whole = found is not None and local(found.first_opened_at).date() <= first
    own = replace(part, first_day=first)
    if not whole:
        return _none_grown()
    return _once("growth", own, lambda: league.growth(_of_old_clients(_weeks(own), first), GROWTH_WEEKS))


def client_facts(part: Slice) -> pd.DataFrame:
    """One row a client: what it asked for, how long it took, what it pays and what that leaves."""
    asked = ask(measured.client_facts, part, settings().timezone)
    took = ask(
        results.turnaround, Clock.RESOLUTION, part, by_client=True, by_issue=False, by_tier=False, by_place=False
    ).rename(columns={"breached": "late"})
    took = took.assign(judged=took["met"] + took["late"])
    times = ["client", "judged", "late", "still_open", "open_and_over", "n", "p50_seconds", "p90_seconds"]
    told = asked.merge(took[times], on="client", how="left").merge(_money()[MONEY], on="client", how="left")
    span, hour = _months_a_client(told["client"], part), hour_cost()
    hours = (told["hours"] * told["tickets"] / told["told"].where(told["told"] > 0) / span).astype(float)
    # A fee pays for all of a client's tickets: beside the cost of a part of them it would look too good.
    whole = hour is not None and not (part.issue_kinds or part.work_modes)
    frame: pd.DataFrame = told.assign(
        months=span,
        scatter=league.late_scatter(_weeks(part), told["client"]),
        tickets_month=told["tickets"] / span,
        hours_month=hours.where(2 * told["told"] >= told["tickets"]),
        left_month=(told["fee_month"] - hours * (hour or 0.0)) if whole else float("nan"),
    )
    return frame


def asked_again(part: Slice) -> pd.DataFrame:
    """How often each client wrote again about the same within seven days."""
    frame: pd.DataFrame = ask(measured.asked_again, part, settings().timezone)
    return frame


def same_day(
    clock: Clock, part: Slice, *, by_client: bool = False, by_tier: bool = False, by_issue: bool = False
) -> pd.DataFrame:
    """What was done on the business day from which it counts (same_day.sql), and how much wider luck is (scatter)."""
    by = {"by_client": by_client, "by_tier": by_tier, "by_issue": by_issue}
    frame, weeks = (
        ask(measured.same_day, clock, part, settings().timezone, **by, by_week=each) for each in (False, True)
    )
    groups = [_group(rows) for rows in (frame, weeks)]
    told = weeks.assign(group=groups[1], tickets=weeks["n"], hits=weeks["same_day"])
    wider: pd.DataFrame = frame.assign(scatter=scatter(told, groups[0]))
    return wider


def under_plan(part: Slice, tier: str, as_tier: str) -> pd.DataFrame:
    """The clients of one plan as they would have stood under another (rescored.sql), and how much wider luck is."""
    frame = rescore(replace(part, tiers=(tier,)), Clock.RESOLUTION, By.CLIENT, as_tier=as_tier)
    return frame.assign(scatter=league.late_scatter(_weeks(part), frame["client"]))


def client_weeks(part: Slice) -> pd.DataFrame:
    """Met, late and opened of each of the last 13 weeks of a slice."""
    first = last_day() - timedelta(weeks=GROWTH_WEEKS, days=last_day().weekday())
    own = replace(part, first_day=first, last_day=last_day())
    frame: pd.DataFrame = ask(results.weekly, Clock.RESOLUTION, own)
    return frame.tail(GROWTH_WEEKS)


def _weeks(part: Slice) -> pd.DataFrame:
    frame: pd.DataFrame = ask(measured.client_weeks, part, last_day())
    return frame


def _group(rows: pd.DataFrame) -> pd.Series:
    client, tier, issue = (rows[name].astype("string").fillna("") for name in ("client", "tier", "issue_type"))
    return client + "|" + tier + "|" + issue


def _months_a_client(clients: pd.Series, part: Slice) -> pd.Series:
    """Months of the period in which each was a client: one whose first ticket came later began then."""
    span, found = months(part), facts()
    if found is None or clients.empty:
        return pd.Series(span, index=clients.index, dtype=float)
    starts = ask(measured.client_starts).set_index("client")["first_day"]
    began = pd.to_datetime(clients.map(starts))
    known = pd.Timestamp(local(found.first_opened_at).date()) + timedelta(weeks=WEEKS_TO_KNOW)
    since = (pd.Timestamp(last_day()) - began).dt.days + 1
    return (since / DAYS_A_MONTH).clip(lower=1.0, upper=span).where(began > known, span)


def _of_old_clients(weeks: pd.DataFrame, first: date) -> pd.DataFrame:
    """Without clients that began inside both spans: a new client has not grown."""
    if weeks.empty:
        return weeks
    starts = ask(measured.client_starts).set_index("client")["first_day"]
    began = pd.to_datetime(weeks["client"].map(starts))
    return weeks[began < pd.Timestamp(first) + timedelta(weeks=WEEKS_TO_KNOW)]


def _money() -> pd.DataFrame:
    """What each client pays, and would for Premium, by its list and the prices."""
    own: pd.DataFrame = ask(staffing.desk_clients)
    paid, prices = fees(own, settings().prices), settings().prices
    pays = surcharges(own, paid, prices.premium)
    return own.assign(fee_month=paid["fee_month"], surcharge_month=pays["surcharge_month"])


def _once(what: str, part: Slice, answer: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    return _worked_out(f"{what} {part!r} {home_folder()} {stamp()} {settings()!r}", answer)


@st.cache_data(max_entries=60, ttl="12h", show_spinner=False)
def _worked_out(key: str, _answer: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    del key  # all that the answer depends on
    return _answer()


def _none_grown() -> pd.DataFrame:
    return pd.DataFrame({"client": [], "recent": [], "before": [], "change": [], "beyond_luck": []})
