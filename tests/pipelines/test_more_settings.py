"""What each plan is, what a contract says, and priority from impact and urgency."""

import pytest

from pipelines.contract import contract
from pipelines.errors import SettingsInvalid
from pipelines.matrix import matrix
from pipelines.settings import laid_over_shipped
from pipelines.tier_plans import Plan, plans
from tests.loading import World

TICKETS = """
    ticket_id,opened_at,priority,impact,urgency
    T-1,2026-03-02 09:00,,High,high
    T-2,2026-03-02 09:00,P4,High,high
    T-3,2026-03-02 09:00,,2 - Medium, MEDIUM
    T-4,2026-03-02 09:00,,High,
    T-5,2026-03-02 09:00,,Huge,high
"""
MATRIX = '[priorities.matrix]\nHIGH = { High = "P1", low = "P3" }\nmedium = { medium = "p2" }\n'


def test_a_plan_says_its_hours_and_what_is_included() -> None:
    told = plans({"Gold": {"hours": " extended ", "included": ["Help desk", ""]}, "Silver": {}})

    assert told == {"Gold": Plan("extended", ("Help desk",)), "Silver": Plan()}


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (5, "tiers.plans must name plans"),
        ({"Gold": 5}, "The plan 'Gold' can say its hours"),
        ({"Gold": {"hour": "x"}}, "The plan 'Gold' can say its hours"),
        ({"Gold": {"hours": 5}}, "tiers.plans.Gold.hours must be one line"),
        ({"Gold": {"included": "Help desk"}}, "tiers.plans.Gold.included must be a list"),
        ({"Gold": {"included": ["a\nb"]}}, "tiers.plans.Gold.included must be one line"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(written: object, sentence: str) -> None:
    with pytest.raises(SettingsInvalid, match=sentence):
        plans(written)


def test_what_ships_is_a_contract_with_exclusions_and_a_month_of_notice() -> None:
    told = laid_over_shipped({}).contract

    assert (len(told.exclusions), told.notice_days, told.law, told.definitions) == (7, 30, "", {})
    assert laid_over_shipped({"contract": {"exclusions": []}}).contract.exclusions == ()


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ([], "contract must be a part of its own"),
        ({"notice": 5}, "contract has no setting 'notice'"),
        ({"notice_days": 2.5}, "contract.notice_days must be a whole number"),
        ({"notice_days": True}, "contract.notice_days must be a whole number"),
        ({"exclusions": "none"}, "contract.exclusions must be a list"),
        ({"definitions": {"Hour": 60}}, "contract.definitions must say what a word means"),
        ({"law": 5}, "contract.law must be one line"),
    ],
)
def test_a_contract_that_cannot_be_is_refused(written: object, sentence: str) -> None:
    with pytest.raises(SettingsInvalid, match=sentence):
        contract(written)


def test_a_matrix_is_a_row_a_cell_that_is_told() -> None:
    assert matrix({"high": {"high": "P1", "low": ""}, "low": {}}) == (("high", "high", "P1"),)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ({"high": "P1"}, "priorities.matrix must give a priority"),
        ({"high": {"low": "urgent"}}, "impact 'high' and urgency 'low' must be one of P1 to P5"),
        ({"high": {"low": 1}}, "must be one of P1 to P5"),
    ],
)
def test_a_matrix_that_cannot_be_is_refused(written: object, sentence: str) -> None:
    with pytest.raises(SettingsInvalid, match=sentence):
        matrix(written)


def test_a_ticket_without_a_priority_has_that_of_its_impact_and_urgency(world: World) -> None:
    world.settings(MATRIX)
    world.load({"t.csv": TICKETS})

    assert world.rows("ticket", "ticket_id", "priority") == [
        ("T-1", "P1"), ("T-2", "P4"), ("T-3", "P2"), ("T-4", None), ("T-5", None),
    ]  # fmt: skip


@pytest.mark.torture
def test_without_a_matrix_no_priority_is_made_up(world: World) -> None:
    world.load({"t.csv": TICKETS})

    assert {priority for (priority,) in world.rows("ticket", "priority")} == {None, "P4"}
