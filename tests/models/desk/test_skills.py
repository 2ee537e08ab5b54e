"""Work that not everybody can do."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from models.desk.calibration import calibrate
from models.desk.demand import demand as demand_of
from models.desk.desk import Desk, desk
from models.desk.months import Lane, simulate_months, simulate_tickets
from models.desk.timeline import GROUPS, Staff, timeline
from models.desk.trace import trace
from tests.models.desk.lived import CLIENTS, TECHNICIANS, WEEKS, lived
from tests.models.desk.test_demand import NAMES, ticket

NOBODY = np.zeros((1, CLIENTS), bool)


@pytest.fixture(scope="module")
def plain() -> Desk:
    demand, weeks = lived()
    fit = calibrate(trace(demand, weeks, np.arange(WEEKS), TECHNICIANS, Staff()), TECHNICIANS)
    return desk(demand, weeks, Staff(), fit, {})


def skilled(plain: Desk, count: int) -> Desk:
    """Every third ticket needs a skill that so many have."""
    needs = (np.arange(len(plain.demand)) % 3 == 0).astype(np.int64)
    return replace(
        plain, demand=replace(plain.demand, skill=needs), staff=Staff(skills=(count,), skilled_of=TECHNICIANS)
    )


def test_the_first_technicians_have_a_skill_and_whoever_is_hired_has_it_too() -> None:
    _, weeks = lived()
    _, crew = timeline(weeks, np.arange(2), 6, Staff(skills=(1,), skilled_of=4, on_call=True))

    assert crew.able.shape == (2 * GROUPS, 7)
    assert crew.able[0].tolist() == [True] * 6 + [False]
    assert crew.able[GROUPS].tolist() == [True, False, False, False, True, True, False]
    assert crew.able[GROUPS + 2].tolist() == [True, False, False, False, True, True, True]


def test_a_skill_that_everybody_has_changes_nothing(plain: Desk) -> None:
    lane = [Lane(TECHNICIANS, NOBODY, 0.0)]

    assert np.array_equal(
        simulate_months(plain, lane, runs=3).counts, simulate_months(skilled(plain, TECHNICIANS), lane, runs=3).counts
    )


def test_work_that_few_can_do_waits_longer_and_a_hire_helps_it(plain: Desk) -> None:
    few = skilled(plain, 1)
    waits = {}
    for count in (TECHNICIANS, TECHNICIANS + 1):
        told = simulate_tickets(few, Lane(count, NOBODY, 0.0), runs=3)
        needs = few.demand.skill[told.ticket] == 1
        waits[count] = float(np.median(told.response[needs])), float(np.median(told.response[~needs]))

    assert waits[TECHNICIANS][0] > 2 * waits[TECHNICIANS][1]
    assert waits[TECHNICIANS + 1][0] < waits[TECHNICIANS][0] / 2


def test_a_ticket_needs_the_first_skill_that_its_words_name() -> None:
    rows = [ticket(issue_kind="hardware", issue_type="Server or storage"), ticket(issue_kind="software", issue_type=None),
            ticket(issue_kind="hardware", issue_type="Printer fault"), ticket(issue_kind=None, issue_type=None, work_mode="on_site")]  # fmt: skip
    targets = pd.DataFrame([dict.fromkeys(NAMES, 3600.0) for _ in rows])
    found, _ = demand_of(pd.DataFrame(rows), targets, skills=("Server or storage", "hardware", "on_site"))

    assert found.skill.tolist() == [1, 0, 2, 3]

