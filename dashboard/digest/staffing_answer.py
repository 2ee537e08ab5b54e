"""When must I hire? The sentences, from what was simulated."""

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.digest.staffing_choice import at, chosen, named, never, said_uptake
from dashboard.wording import staffing as words
from models.desk.decisions import ENDS, Need, kept_by_plan
from models.desk.desk import Desk
from models.refresh.desks import LearntDesk
from models.refresh.hiring import Hiring, enough
from pipelines.vocabulary import Clock

MOSTLY = 0.5
Three = tuple[float, float, float]


def verdict(found: Hiring) -> str:
    """Whether the chosen number is enough, and until which uptake."""
    cell, needed = chosen(found), found.as_today
    say = words.never if never(found, cell) else words.verdict
    told = say(cell.technicians, said_uptake(found), enough(needed, cell.uptake), needed.most)
    return " ".join(filter(None, (told, reach(needed, cell.technicians))))


def reach(needed: Need, technicians: int) -> str:
    """Up to which uptake so many serve the others as today; nothing where that is never or not the question."""
    known = [(float(share), enough(needed, float(share))) for share in sorted(needed.uptakes)]
    known = [(share, own) for share, own in known if not np.isnan(own[0])]
    if len(known) < 2 or known[0][1][0] > technicians:
        return ""
    beyond = next(((share, own) for share, own in known if own[0] > technicians), None)
    until = max(share for share, _ in known if beyond is None or share < beyond[0])
    share, own = beyond or (None, known[-1][1])
    return words.reach(technicians, until, share, own, needed.most)


def kept(found: Hiring, goals: dict[str, float]) -> str:
    """What is in time at the chosen cell; nothing where the desk never catches up."""
    cell = chosen(found)
    if never(found, cell):
        return ""
    parts = []
    for clock in Clock:
        row = at(found.shares, cell, clock=str(clock)).iloc[0]
        share = (float(row["kept"]), float(row["low"]), float(row["high"]), goals[str(clock)])
        parts.append(share if row["promised"] > 0 else None)
    return words.kept(parts[0], parts[1])


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


def hopeless(learnt: LearntDesk, found: Hiring) -> list[str]:
    """A sentence a promise that no number of technicians keeps, the worst first; the reason where data shows it."""
    best = _best(found)
    rows = kept_by_plan(found.outcome, best)
    rows = rows[[(row.tier, row.clock) in found.hopeless for row in rows.itertuples()]]
    most = found.outcome.lanes[best].technicians
    told: dict[str, list[str]] = {}
    for row in rows[rows["promised"] > 0].drop_duplicates(["tier", "clock"]).to_dict("records"):
        share = (float(row["kept"]), float(row["low"]), float(row["high"]))
        goal = learnt.desk.goals[row["clock"]]
        own = words.hopeless(words.whose(row["tier"], row["clock"]), share, goal, float(row["promised"]), most)
        told.setdefault(row["tier"], []).append(own)
    return [" ".join([*own, reason(learnt.desk, tier)]).strip() for tier, own in told.items()]


def _best(found: Hiring) -> int:
    """The lane of the most technicians with the least Premium."""
    lanes = found.outcome.lanes
    return max(range(len(lanes)), key=lambda place: (lanes[place].technicians, -lanes[place].uptake))


def reason(desk: Desk, tier: str) -> str:
    """That its clocks run while nobody works; nothing where the data does not show it."""
    demand = desk.demand
    own = np.array([kind[0] == tier for kind in demand.kinds])[demand.kind]
    hours = np.array([float(np.diff(windows).sum()) for windows in desk.weeks.ordinary.windows])
    longer = hours[demand.calendar[own]]
    longer = longer[longer > hours[0]]
    if not len(longer) or len(longer) < MOSTLY * own.sum():
        return ""
    spans = float(longer.min()), float(longer.max())
    return words.its_hours(len(longer) / own.sum(), spans, float(hours[0]), on_call=desk.staff.on_call)


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
