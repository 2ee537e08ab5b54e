"""One line of a benchmark's table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured figure; with a goal it must be at most that, at least where `more_is_better`, that near to `around`."""

    name: str
    figure: float
    unit: str
    goal: float | None = None
    more_is_better: bool = False
    around: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.goal is None:
            return None
        if self.around is not None:
            return abs(self.figure - self.around) <= self.goal
        return self.figure >= self.goal if self.more_is_better else self.figure <= self.goal

    @property
    def wanted(self) -> str:
        """The goal in words."""
        if self.goal is None:
            return ""
        if self.around is not None:
            return f"{self.around:.4g} +- {self.goal:g}"
        return f"{'>= ' if self.more_is_better else '<= '}{self.goal:,g}"

    def row(self) -> dict[str, str | float | bool | None]:
        """The columns of the table, and what the goal lies around."""
        return {"name": self.name, "figure": self.figure, "unit": self.unit, "goal": self.goal, "around": self.around, "met": self.met}
