"""What one more technician costs."""

from dataclasses import dataclass

from pipelines.prices import Prices

MONTHS = 12


@dataclass(frozen=True)
class HireCost:
    """A technician's cost a month: pay and tools; in the first year, a share of the hire and of the ramp with it."""

    later: float
    hire: float
    ramp: float

    @property
    def first_year(self) -> float:
        """A month of the first year."""
        return self.later + self.hire + self.ramp


def hire_cost(prices: Prices) -> HireCost | None:
    """The cost of a technician a month; None where it was not told.

    Half of the ramp's months is paid without its capacity, so somebody is hired that much earlier.
    """
    if prices.technician_month is None:
        return None
    running = prices.technician_month + prices.tools_month
    return HireCost(running, prices.hire_once / MONTHS, running * prices.ramp_months / 2 / MONTHS)


def hour_cost(prices: Prices, productive_hours: float) -> float | None:
    """The cost of an hour of hands-on work, for a technician's productive hours a month; None where not known."""
    cost = hire_cost(prices)
    return cost.later / productive_hours if cost and productive_hours > 0 else None
