"""One line of a benchmark's table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured figure; with a goal it must be at most that, or at least where `more_is_better`."""

    name: str
    figure: float
    unit: str
    goal: float | None = None
    more_is_better: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.goal is None:
            return None
        return self.figure >= self.goal if self.more_is_better else self.figure <= self.goal

    def row(self) -> dict[str, str | float | bool | None]:
        """The five columns of the table."""
        return {"name": self.name, "figure": self.figure, "unit": self.unit, "goal": self.goal, "met": self.met}
