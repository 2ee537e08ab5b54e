"""A desk and its simulated months as they are drawn here, so that every figure can be checked by hand.

Gold: 100 tickets a month, of which half have Premium at an uptake of 50%. All are solved in time. Premium is answered in
time; of the others so many are: KEPT. Five technicians never catch up. Platinum, where it is there: 20 tickets, half of
them in time whatever is done.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

import numpy as np
import pandas as pd

from models.desk.ahead import MONTHS, Future
from models.desk.backtest import DeskBackTest
from models.desk.calibration import Fit
from models.desk.demand import LeftOut
from models.desk.desk import Desk
from models.desk.draws import Sources
from models.desk.lanes import COUNTS, RESOLUTIONS, RESOLUTIONS_KEPT, RESPONSES, RESPONSES_KEPT, TICKETS, WAITED
from models.desk.months import RUNS, Lane, Outcome
from models.desk.timeline import Staff
from models.refresh.desks import LearntDesk
from models.refresh.hiring import Hiring, Question, answered
from models.refresh.scenario import Scenario, technicians_of
from models.uptake import Buyers
from tests.models.desk.lived import drawn_demand, weeks_of

GOALS = {"first_response": 0.95, "resolution": 0.9}
COUNTED, SHARES = (5, 6, 7), (0.0, 0.5, 1.0)
KEPT = {(5, 0.0): 0.8, (6, 0.0): 0.96, (7, 0.0): 0.99, (5, 0.5): 0.7, (6, 0.5): 0.9, (7, 0.5): 0.98}
HOURS = {0.0: 0.5, 0.5: 1.0, 1.0: 0.5}
NOTHING = pd.DataFrame(), pd.DataFrame(), np.zeros((2, 2))
BUSY = {5: 0.99, 6: 0.75, 7: 0.6}


def learnt(*, effort: float = 0.97, tested: DeskBackTest | None = None, why: str = "") -> LearntDesk:
    """A desk of six, whose Platinum tickets are served day and night."""
    demand = drawn_demand(a_week=10)
    night = np.arange(len(demand)) % 2
    demand = replace(demand, kinds=(("Gold", ""), ("Platinum", "")), kind=night, calendar=night)
    weeks = weeks_of(demand)
    always = np.array([[0.0, 168.0]])
    ordinary = replace(weeks.ordinary, windows=(weeks.ordinary.windows[0], always))
    fit = Fit((), (), effort, 6)
    desk = Desk(
        demand, replace(weeks, ordinary=ordinary, regulars=6), Staff(), fit, cast("Sources", None), 1.0, GOALS
    )
    return LearntDesk(desk, tested, why, LeftOut({"answered within a minute": 12, "no work": 0}, 312), *NOTHING)


def hired(
    scenario: Scenario, *, platinum: bool = False, kept: Mapping[tuple[int, float], float] = KEPT, runs: int = RUNS,
    named: bool = True,
) -> Hiring:
    """The answers for 5 to 7 technicians at 0, 50 and 100%; six are there today."""
    lanes = [Lane(count, np.zeros(1, bool), share) for share in SHARES for count in COUNTED]
    today = Lane(6, np.zeros(1, bool), float("nan"))
    kinds = (("Gold", ""), ("Platinum", "")) if platinum else (("Gold", ""),)
    months = [_month(lane.technicians, lane.uptake, kept, platinum=platinum) for lane in lanes]
    months.append(_month(6, 0.0, kept, platinum=platinum))
    counts = np.repeat(np.repeat(np.stack(months)[None, :, :, :, None], MONTHS, axis=4), runs, axis=0)
    busy = np.array([[BUSY[lane.technicians] for lane in (*lanes, today)]] * runs)
    outcome = Outcome((*lanes, today), kinds, counts, busy)
    buyers = np.zeros((1 if named else 0, len(SHARES)), bool)
    sold = (Buyers(np.array(SHARES), buyers, np.array(SHARES), np.array(SHARES)),)
    desk = learnt().desk
    share = 0.0 if scenario.uptake is None else scenario.uptake
    own = technicians_of(scenario, desk), share, 0.0, NOTHING[2]
    return answered(Question(desk, desk, Future(), tuple(lanes), sold, scenario, *own), outcome)


def _month(technicians: int, uptake: float, kept: Mapping[tuple[int, float], float], *, platinum: bool) -> np.ndarray:
    """[kind, premium, count] of one month."""
    month = np.zeros((2 if platinum else 1, 2, COUNTS))
    for premium, tickets in ((0, 100 * (1 - uptake)), (1, 100 * uptake)):
        month[0, premium, [RESPONSES, TICKETS, RESOLUTIONS, RESOLUTIONS_KEPT]] = tickets
        month[0, premium, RESPONSES_KEPT] = tickets * (1.0 if premium else kept.get((technicians, uptake), 1.0))
        month[0, premium, WAITED] = tickets * (0.25 if premium else HOURS[uptake])
    if platinum:
        month[1, 0] = [20, 10, 20, 20, 20, 20]
    return month
