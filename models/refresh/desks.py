"""The desk of a history: read, learnt, tried on its own past."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from models.desk.anchor import moves
from models.desk.backtest import DeskBackTest, back_test
from models.desk.calibration import TooLittle, calibrate
from models.desk.demand import Demand, LeftOut, demand
from models.desk.desk import Desk, desk
from models.desk.draws import TOLD
from models.desk.kernel import Floats
from models.desk.months import as_today, simulate_months
from models.desk.timeline import Staff
from models.desk.trace import trace
from models.desk.weeks import Weeks, weeks_of
from models.refresh.stored_desks import Learnt, name_of, read_learnt, write_learnt
from pipelines.errors import NoHistory, SettingsInvalid, TurnaroundError
from pipelines.history.generations import current_generation, open_history
from pipelines.measure.results import facts
from pipelines.measure.staffing import client_months, desk_clients, desk_hours, desk_tickets, technician_days
from pipelines.settings import MOST_TECHNICIANS, Settings, read_settings
from pipelines.targets.both_ways import targets_with_and_without
from pipelines.vocabulary import Clock

MONTH_DAYS = 30.44
# Why a desk is no help, beside the reasons of its back-test: more hands-on time is told than so few can work.
UNTESTED, OVERWORKED = "untested", "overworked"
LABELS = ["tier", "issue_type", "work_mode", "distance_band"]
# So many of the most urgent tickets came in at night, and such a share of them was answered within the hour.
LEAST_AT_NIGHT, FETCHED = 5, 0.5


@dataclass(frozen=True)
class LearntDesk:
    """A desk, how well it foretold its own past, and whose tickets they are.

    tested: None where the history is too short to try, and why_untested says so. clients: client, tier, users,
    monthly_fee, premium, tickets_month, hands_on_hours_month. labels: tier, issue_type, work_mode and distance_band of
    each ticket of the desk's demand. bends: how simulated shares are held to the
    measured ones (anchor.py). client_months: what was kept of each client in each month, by clock.
    """

    desk: Desk
    tested: DeskBackTest | None
    why_untested: str
    left_out: LeftOut
    clients: pd.DataFrame
    labels: pd.DataFrame
    bends: Floats
    client_months: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def effort_told(self) -> float:
        """Share of tickets whose hands-on time the history tells."""
        return self.desk.fit.effort_told

    @property
    def why_unusable(self) -> str:
        """Why it is no help for decisions: UNTESTED, OVERWORKED or what the back-test says; "" where it is one."""
        if self.tested is None:
            return UNTESTED
        if self.effort_told > TOLD and self.desk.load > 1:
            return OVERWORKED
        return self.tested.why_not

    @property
    def usable(self) -> bool:
        """Whether it foretold its own past well enough for decisions."""
        return not self.why_unusable


def learn_desk(home: Path, *, technicians: int | None = None, stored_only: bool = False) -> LearntDesk:
    """Learn the desk of a home's history, with so many technicians or as many as it shows.

    What was learnt from the same tickets before is taken from beside the generation, else stored there. Raises
    NoHistory, or TurnaroundError with what is missing. stored_only: a desk that was not learnt before is missing, too.
    """
    settings, folder = read_settings(home), current_generation(home)
    read = _read(home, settings)
    told, found_weeks = read.demand, read.weeks
    said = technicians if technicians is not None else settings.staffing.technicians or None
    if said is None and not found_weeks.technicians:
        raise TurnaroundError(
            "No ticket names its technician, so nobody knows how many you have: say it with your prices and staffing,"
            " or with python -m pipelines settings staffing.technicians=7."
        )
    count = found_weeks.regulars if said is None else said
    if not 1 <= count <= MOST_TECHNICIANS:
        raise TurnaroundError(f"A desk has 1 to {MOST_TECHNICIANS} technicians; {count} cannot be simulated.")
    skills = tuple(settings.staffing.skills.values())
    staff = Staff(settings.staffing.lunch_minutes / 60, on_call=_on_call(told), skills=skills, skilled_of=count)
    name = name_of(told, found_weeks, staff, count)
    learnt = read_learnt(folder, name) if folder else None
    if learnt is None:
        if stored_only:
            raise TurnaroundError("The desk is not learnt yet: open the page Staffing, or run python -m models desk.")
        learnt = _learn(told, found_weeks, count, staff)
        if folder:
            write_learnt(folder, name, learnt)
    goals = {
        str(Clock.FIRST_RESPONSE): settings.staffing.response_goal,
        str(Clock.RESOLUTION): settings.staffing.resolution_goal,
    }
    own = desk(told, found_weeks, staff, learnt.fit, goals)
    bends = moves(told, simulate_months(own, [as_today(own)]))
    return LearntDesk(own, learnt.tested, learnt.why_untested, read.left, read.clients, read.labels, bends, read.months)


def _learn(told: Demand, found: Weeks, count: int, staff: Staff) -> Learnt:
    try:
        fit = calibrate(trace(told, found, np.arange(len(found)), count, staff), count)
    except TooLittle as error:
        raise TurnaroundError(f"The desk cannot be learnt: {error}. Load a longer ticket history.") from None
    return Learnt(fit, *_tested(told, found, count, staff))


class _Told(NamedTuple):
    """What a history tells of its desk."""

    demand: Demand
    weeks: Weeks
    left: LeftOut
    clients: pd.DataFrame
    labels: pd.DataFrame
    months: pd.DataFrame


def _read(home: Path, settings: Settings) -> _Told:
    with open_history(home) as history:
        found = facts(history)
        if found is None or not found.tickets:
            raise NoHistory("There is no ticket in the history yet: load a ticket export first.")
        tickets = desk_tickets(history, settings.timezone)
        hours, days = desk_hours(history, settings.timezone), technician_days(history, settings.timezone)
        clients, months = desk_clients(history), client_months(history)
        targets = targets_with_and_without(history)
    if not (hours["calendar_id"] == 1).any():
        raise TurnaroundError("The company's calendar never opens, so nobody is ever on duty: look at your calendars.")
    if not tickets["response_seconds"].notna().any():
        raise TurnaroundError(
            "No ticket tells when it was first answered, so nothing is known of waiting: export that column, too."
        )
    told, left = demand(
        tickets,
        targets,
        tier_order=settings.tiers,
        priority_matters=found.has_priority,
        skills=tuple(settings.staffing.skills),
    )
    _check_skills(told, tuple(settings.staffing.skills))
    labels = tickets[LABELS].iloc[told.row].reset_index(drop=True)
    return _Told(told, weeks_of(told, hours, days), left, _clients(clients, told), labels, months)


def _check_skills(told: Demand, names: tuple[str, ...]) -> None:
    for number, name in enumerate(names, start=1):
        if not (told.skill == number).any():
            raise SettingsInvalid(
                f"staffing.skills names {name!r}, but no ticket is of such a work mode, issue kind or issue type:"
                " change that line in settings.toml of your home."
            )


def _clients(frame: pd.DataFrame, told: Demand) -> pd.DataFrame:
    """The clients of lists and tickets, with what they bring in a month."""
    months = max(float(told.opened[-1] - told.opened[0]) / 24 / MONTH_DAYS, 1 / MONTH_DAYS)
    bought = {name for name, own in zip(told.clients, told.bought, strict=True) if own}
    hours = (frame["hands_on_minutes"] + frame["travel_minutes"].fillna(0)) / 60
    return frame.assign(
        premium=frame["client"].isin(bought) | frame["premium_since"].notna(),
        tickets_month=frame["tickets"] / months,
        hands_on_hours_month=hours.where(frame["told_minutes"] > 0) / months,
    )


def _on_call(told: Demand) -> bool:
    """Whether somebody is fetched at night: most of the most urgent tickets of those hours were answered within one."""
    hour = told.opened % 24
    night = (told.urgency == 0) & told.answered & (told.calendar > 0) & ((hour < 6) | (hour >= 21))
    return bool(night.sum() >= LEAST_AT_NIGHT and (told.response[night] < 1).mean() >= FETCHED)


def _tested(told: Demand, found: Weeks, count: int, staff: Staff) -> tuple[DeskBackTest | None, str]:
    try:
        return back_test(told, found, count, staff), ""
    except TooLittle as error:
        return None, f"half of your history, from which the other half would be foretold, is too short: {error}"
