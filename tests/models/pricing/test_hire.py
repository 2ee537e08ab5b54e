"""What one more technician costs."""

import pytest

from models.pricing.hire import HireCost, hire_cost, hour_cost
from tests.models.pricing.firm import told


def test_a_hire_costs_more_in_its_first_year() -> None:
    cost = hire_cost(told(technician_month=5800, tools_month=200, hire_once=2400, ramp_months=4))

    # Two of the four months of ramp are paid without capacity: 12,000 over twelve months.
    assert cost == HireCost(later=6000, hire=200, ramp=1000)
    assert cost is not None
    assert cost.first_year == 7200


def test_without_pay_nothing_can_be_said_whatever_else_is_told() -> None:
    assert hire_cost(told(tools_month=200, hire_once=2400, ramp_months=4)) is None


def test_an_hour_costs_what_a_month_does_over_its_productive_hours() -> None:
    assert hour_cost(told(technician_month=5800, tools_month=200, hire_once=2400), 120) == 50


@pytest.mark.parametrize("hours", [0.0, -1.0, float("nan")])
def test_no_productive_hours_have_no_cost(hours: float) -> None:
    assert hour_cost(told(technician_month=6000), hours) is None
