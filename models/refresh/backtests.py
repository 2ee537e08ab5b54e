"""The back-test of the owner's own history, made on request and stored: what promises would have come to."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd

from models.promise.at_risk import risk_backtest
from models.promise.backtest import LEAST_DAYS, Terms, judged, moments, promises_made
from models.promise.scores import drift_alarm, group_error, reliability, scored
from models.promise.segment import SEGMENT
from models.refresh.stored_backtests import BackTest, ClockBackTest, as_stored
from models.refresh.stored_promises import contract_ladder
from models.refresh.tables import fingerprint, write
from pipelines.errors import NoHistory, TurnaroundError
from pipelines.history.generations import DATABASE, current_generation, open_history
from pipelines.measure.known import clocks_for_promise, known_then
from pipelines.measure.results import facts, priorities_matter
from pipelines.settings import read_settings
from pipelines.vocabulary import Clock

MOST_MOMENTS = 52
# The probabilities of open tickets are judged at fewer moments: a ticket stays open for weeks.
RISK_MOMENTS = 13
RISK_LOOKS = 26
Told = Callable[[int, int], None]


def run_backtest(
    home: Path, *, every_days: int = 7, kept_rate: float | None = None, told: Told | None = None
) -> BackTest:
    """Make every promise again with what was known then, and judge it by what came after.

    The result is stored where it is of the level in the settings; another one is only tried.
    """
    settings, folder = read_settings(home), current_generation(home)
    with open_history(home) as history:
        found = facts(history)
        if folder is None or found is None:
            raise NoHistory("There is no ticket in the history yet: load a ticket export first.")
        frame, by_priority = clocks_for_promise(history), priorities_matter(history)
    if frame.empty:
        raise NoHistory(
            "No ticket has business hours that ever open, so no promise can be tested: look at your calendars."
        )
    rates: Mapping[str | None, float] = settings.kept_rates if kept_rate is None else {None: kept_rate}
    terms = Terms(rates, contract_ladder(settings), by_priority)
    when = moments(frame["started_at"], _busy_until(frame, found.as_of), every_days, MOST_MOMENTS)
    if not when:
        raise TurnaroundError(
            f"The history is too short for a back-test every {every_days} days: load tickets of at least"
            f" {LEAST_DAYS + 2 * every_days} days, or ask for shorter steps."
        )
    looks = known_then(folder / DATABASE, _looked_at(when), settings.clocks_that_pause)
    clocks = {}
    for clock in Clock:
        own, then = (rows[rows["clock"] == clock].reset_index(drop=True) for rows in (frame, looks))
        if (own["started_at"] >= when[0]).any():
            clocks[clock] = _tested(own, then, when, timedelta(days=every_days), terms, told)
    result = BackTest(clocks, every_days, rates[None], found.as_of, stale=False)
    if rates == settings.kept_rates:
        name = fingerprint(settings, by_priority)
        write(folder, f"backtest-{name}", as_stored(result, settings, by_priority=by_priority))
    return result


def _busy_until(frame: pd.DataFrame, as_of: datetime) -> datetime:
    """The end of the last week that has a tenth of the usual tickets: stragglers are nothing to judge promises by."""
    weeks = frame["started_at"].dt.to_period("W").value_counts()
    usual = len(frame) / len(weeks)
    last: datetime = weeks[weeks >= usual / 10].index.max().end_time.ceil("D").to_pydatetime()
    return min(as_of, last)


def _looked_at(when: list[datetime]) -> list[datetime]:
    """The moments themselves, and the weeks before the first from which risks are learnt."""
    before = [when[0] - timedelta(weeks=back) for back in range(RISK_LOOKS, 0, -1)]
    return [*before, *when]


def _tested(
    own: pd.DataFrame, then: pd.DataFrame, when: list[datetime], every: timedelta, terms: Terms, told: Told | None
) -> ClockBackTest:
    made = promises_made(own, then, when, terms, told)
    rows = judged(own, made, every)
    by_segment = scored(rows, SEGMENT)
    total = {str(name): value for name, value in scored(rows).to_dict("records")[0].items()}
    seldom = {moment: made[moment] for moment in when[:: max(1, len(when) // RISK_MOMENTS)]}
    return ClockBackTest(
        total, scored(rows, ["made_at"]), scored(rows, ["issue_type"]), by_segment,
        reliability(rows), group_error(by_segment), drift_alarm(rows),
        risk_backtest(own, then, seldom, by_priority=terms.by_priority),
    )  # fmt: skip
