"""When must I hire? The sentences, from what was simulated."""

from typing import Any

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.digest.staffing_choice import at, chosen, named, never, said_uptake
from dashboard.wording import staffing as words
from models.desk.decisions import ENDS, Need, kept_by_plan
from models.desk.desk import Desk
from models.desk.kernel import Floats
from models.refresh.desks import LearntDesk
from models.refresh.hiring import Hiring, enough
from pipelines.vocabulary import Clock

MOSTLY = 0.5
Three = tuple[float, float, float]


def verdict(found: Hiring) -> str:
    """Whether the chosen number is enough, and until which uptake."""
    cell, needed = chosen(found), found.as_today
    say = words.never if never(found, cell) else words.verdict
    own = enough(needed, cell.uptake)
    told = say(cell.technicians, said_uptake(found), own, needed.most)
    return " ".join(filter(None, (told, reach(needed, cell.technicians, hire=own[0] > cell.technicians))))


def reach(needed: Need, technicians: int, *, hire: bool) -> str:
    """Up to which uptake so many serve the others as today; nothing where that is never or not the question.

    hire: more are needed at the chosen uptake.
    """
    known = [(float(share), enough(needed, float(share))) for share in sorted(needed.uptakes)]
    known = [(share, own) for share, own in known if not np.isnan(own[0])]
    if len(known) < 2 or known[0][1][0] > technicians:
        return ""
    beyond = next(((share, own) for share, own in known if own[0] > technicians), None)
    until = max(share for share, _ in known if beyond is None or share < beyond[0])
    if hire:
        return words.until(technicians, until)
    share, own = beyond or (None, known[-1][1])
    return words.reach(technicians, until, share, own, needed.most)


def kept(found: Hiring, goals: dict[str, float], measured: dict[str, float]) -> str:
    """What is in time at the chosen cell, measured shares beside it; nothing where the desk never catches up."""
    cell = chosen(found)
    if never(found, cell):
        return ""
    rows = at(found.shares, cell).to_dict("records")
    own = {str(row["clock"]): float(row["kept"]) for row in rows if row["promised"] > 0}
    clocks = [str(clock) for clock in Clock if str(clock) in own]
    return words.kept([(clock, own[clock], goals[clock], measured.get(clock)) for clock in clocks])


def measured(told: pd.DataFrame) -> dict[str, float]:
    """The measured share in time by clock, where any ticket was judged; told: clock, judged, kept."""
    return {str(row["clock"]): float(row["kept"]) for row in told.to_dict("records") if row["judged"] > 0}


def today(measured: dict[str, float], goals: dict[str, float]) -> str:
    """Which goals are missed today, said before anything that is asked of the desk; nothing where none is."""
    missed = [(clock, share, goals[clock]) for clock, share in measured.items() if share < goals[clock]]
    return words.today(missed) if missed else ""


def hires(found: Hiring, today: int) -> str:
    """Hires owed already without Premium, and those that Premium causes."""
    uptake, needed = chosen(found).uptake, found.as_today
    alone = enough(needed, 0.0)
    premium = words.caused(*caused(needed, uptake), alone[0], needed.most) if uptake > 0 else ""
    good = _good(found)
    adds = caused(good, uptake) if uptake > 0 else None
    owed = words.owed(enough(good, 0.0), today, adds, good.most, aside(found), named=named(found))
    return " ".join(filter(None, (premium, owed)))


def _good(found: Hiring) -> Need:
    """For every promise; for all that can be kept, where some cannot."""
    return found.good_possible if found.hopeless else found.good


def aside(found: Hiring) -> str:
    """The promises that nobody can keep, by name."""
    return words.listed([words.whose(tier, clock) for tier, clock in found.hopeless])


def caused(needed: Need, uptake: float) -> Three:
    """Technicians that Premium adds at an uptake, low and high."""
    place = int(np.argmin(np.abs(needed.uptakes - uptake)))
    drawn = needed.caused_draws[:, place]
    number = float(needed.caused[place])
    if np.isnan(drawn).any() or not np.isfinite(number):
        return number, np.nan, np.nan
    low, high = np.quantile(drawn, ENDS, method="nearest")
    return number, float(low), float(high)


def missed(learnt: LearntDesk, found: Hiring) -> str:
    """One sentence on all promises that no number of technicians keeps; the reason where data shows it."""
    told = _missed(found)
    near = [words.just_missed(float(row["kept"]), learnt.desk.goals[row["clock"]]) for row in told]
    tiers = sorted({row["tier"] for row, just in zip(told, near, strict=True) if not just})
    just = [words.whose(row["tier"], row["clock"]) for row, own in zip(told, near, strict=True) if own]
    closed = bool(tiers) and all(reason(learnt.desk, tier) for tier in tiers)
    return words.missed(tiers, company_hours(learnt.desk) if closed else None, just)


def hopeless(learnt: LearntDesk, found: Hiring) -> list[str]:
    """A sentence a promise that no number of technicians keeps, the worst first; the reason where data shows it."""
    most = found.outcome.lanes[_best(found)].technicians
    told: dict[str, list[str]] = {}
    for row in _missed(found):
        share = (float(row["kept"]), float(row["low"]), float(row["high"]))
        goal = learnt.desk.goals[row["clock"]]
        own = words.hopeless(words.whose(row["tier"], row["clock"]), share, goal, float(row["promised"]), most)
        told.setdefault(row["tier"], []).append(own)
    return [" ".join([*own, reason(learnt.desk, tier)]).strip() for tier, own in told.items()]


def _missed(found: Hiring) -> list[dict[Any, Any]]:
    """What the most technicians keep of promises that nobody keeps, the worst first."""
    rows = kept_by_plan(found.outcome, _best(found))
    rows = rows[[(row.tier, row.clock) in found.hopeless for row in rows.itertuples()]]
    return rows[rows["promised"] > 0].drop_duplicates(["tier", "clock"]).to_dict("records")


def _best(found: Hiring) -> int:
    """The lane of the most technicians with the least Premium."""
    lanes = found.outcome.lanes
    return max(range(len(lanes)), key=lambda place: (lanes[place].technicians, -lanes[place].uptake))


def reason(desk: Desk, tier: str) -> str:
    """That its clocks run while nobody works; nothing where the data does not show it."""
    demand = desk.demand
    own = np.array([kind[0] == tier for kind in demand.kinds])[demand.kind]
    hours = _hours(desk)
    longer = hours[demand.calendar[own]]
    longer = longer[longer > hours[0]]
    if not len(longer) or len(longer) < MOSTLY * own.sum():
        return ""
    spans = float(longer.min()), float(longer.max())
    return words.its_hours(len(longer) / own.sum(), spans, float(hours[0]), on_call=desk.staff.on_call)


def company_hours(desk: Desk) -> float:
    """Hours a week in which technicians are there: those of the company's calendar."""
    return float(_hours(desk)[0])


def _hours(desk: Desk) -> Floats:
    """Hours a week of each calendar, the company's first."""
    return np.array([float(np.diff(windows).sum()) for windows in desk.weeks.ordinary.windows])


def by_plan(found: Hiring) -> pd.DataFrame:
    """What today's desk keeps, a row a plan and clock, for a table; shares in percent."""
    rows = found.today
    return pd.DataFrame(
        {
            "Plan": [words.plan(row["tier"], premium=bool(row["premium"])) for row in rows.to_dict("records")],
            "Promise": [wording.clock_name(str(clock)) for clock in rows["clock"]],
            "Tickets in three months": rows["promised"].round().astype(int),
            "In time (%)": (100 * rows["kept"]).round(1),
            "Low (%)": (100 * rows["low"]).round(1),
            "High (%)": (100 * rows["high"]).round(1),
        }
    )
