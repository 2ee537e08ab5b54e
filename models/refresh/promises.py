"""Fitted after each load: how much of each segment's work is done by when, and which open tickets will be late."""

from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd

from models.promise.at_risk import AT_RISK, at_risk
from models.promise.proposals import proposals
from models.promise.segments import fit_segments
from models.refresh.stored_promises import ClockPromises, Promises, as_stored, contract_ladder
from models.refresh.tables import fingerprint, write
from pipelines.errors import NoHistory
from pipelines.history.generations import DATABASE, current_generation, open_history
from pipelines.measure.known import clocks_for_promise, known_then
from pipelines.measure.results import facts, priorities_matter
from pipelines.settings import Settings, read_settings
from pipelines.vocabulary import Clock

WEEKS_LEARNT_FROM = 26


def refresh(home: Path) -> Promises:
    """Fit on the current generation and store the results beside it; raises NoHistory where there is none."""
    settings, folder = read_settings(home), current_generation(home)
    with open_history(home) as history:
        found = facts(history)
        if folder is None or found is None:
            raise NoHistory("There is no ticket in the history yet: load a ticket export first.")
        frame, by_priority = clocks_for_promise(history), priorities_matter(history)
    moments = [found.as_of - timedelta(weeks=back) for back in range(WEEKS_LEARNT_FROM, -1, -1)]
    looks = known_then(folder / DATABASE, moments, settings.clocks_that_pause)
    clocks = {}
    for clock in Clock:
        own = frame[frame["clock"] == clock].reset_index(drop=True)
        if len(own):
            then = looks[looks["clock"] == clock]
            clocks[clock] = _learnt(own, then, moments[-1], settings, by_priority=by_priority)
    promises = Promises(clocks, found.as_of, by_priority, stale=False)
    name = fingerprint(settings, by_priority)
    write(folder, f"promises-{name}", as_stored(promises, name))
    return promises


def _learnt(
    own: pd.DataFrame, looks: pd.DataFrame, now: datetime, settings: Settings, *, by_priority: bool
) -> ClockPromises:
    curves = fit_segments(own, by_priority=by_priority)
    if curves.ends == 0:
        return ClockPromises(curves, pd.DataFrame(columns=AT_RISK))
    table = proposals(curves.rows, curves.safe, curves.ends, settings.kept_rates, contract_ladder(settings))
    return ClockPromises(curves, at_risk(own, table, looks, now, by_priority=by_priority))
