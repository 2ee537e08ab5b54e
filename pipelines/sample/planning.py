"""From arrivals to plans: how urgent, how hard, how much work in which steps, and what goes wrong later."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipelines.sample.demand import MONITORING
from pipelines.sample.dice import Dice
from pipelines.sample.instants import HOUR, MINUTE, local_day
from pipelines.sample.plan import Arrival, Pause, Plan, Step
from pipelines.sample.recipe import Client, IssueType, Recipe, Wait
from pipelines.sample.subjects import Subjects

LONG = 45 * MINUTE
LEAST_WORK = 2 * MINUTE
WAIT_NAMES = ("client", "vendor", "parts")
NUMBER_GAPS = (1, 1, 1, 2, 2, 3)
HANDS_ON_BY_PRIORITY = {1: 1.5, 2: 1.15, 3: 1.0, 4: 0.9}
RESPONSES_BY_TIER = {"Silver": 1.1, "Gold": 1.0, "Platinum": 0.85}


class Planner:
    """Draws what each ticket is going to take."""

    def __init__(self, recipe: Recipe, seed: int, uptake: float | None = None) -> None:
        """Open the streams of chance; `uptake` replaces who bought Premium by that share of clients."""
        self.recipe, self.dice = recipe, Dice(seed, "plans")
        self.subjects = Subjects(recipe, Dice(seed, "subjects"))
        self.buyers = None if uptake is None else _buyers(recipe.clients, uptake, Dice(seed, "uptake"))

    def plans(self, arrivals: Sequence[Arrival]) -> Iterator[Plan]:
        """One plan an arrival, numbered in order."""
        number = self.recipe.first_ticket
        firsts: dict[int, int] = {}
        recent: list[Plan] = []
        for arrival in arrivals:
            number += self.dice.pick(NUMBER_GAPS)
            plan = self._plan(number, arrival, self._original(arrival, firsts, recent))
            firsts.setdefault(arrival.burst, number)
            recent = [*recent[-40:], plan]
            yield plan

    def _original(self, arrival: Arrival, firsts: dict[int, int], recent: Sequence[Plan]) -> int | None:
        """The ticket that says the same already, for some."""
        demand = self.recipe.demand
        if arrival.burst > 0:
            repeated = self.dice.chance(demand.burst_duplicate)
            return firsts.get(arrival.burst) if repeated else None
        alike = [one for one in recent if one.arrival.client is arrival.client and one.duplicate_of is None]
        return alike[-1].ticket if self.dice.chance(demand.chance_duplicate * 2.2) and alike else None

    def _plan(self, number: int, arrival: Arrival, original: int | None) -> Plan:
        dice, demand, issue = self.dice, self.recipe.demand, arrival.issue
        priority = arrival.priority or 1 + dice.weighted(issue.priorities)
        sub_type, subject = self.subjects.write(arrival)
        alarm = arrival.source == MONITORING and dice.chance(demand.clears_itself)
        return Plan(
            ticket=number,
            arrival=arrival,
            sub_type=sub_type,
            subject=subject,
            priority=priority,
            level=1 + dice.weighted(issue.levels),
            premium=self._premium(arrival),
            steps=tuple(self._steps(arrival, priority)),
            again=self._again() if dice.chance(demand.reopened) else None,
            again_after=round(3 * HOUR * dice.stretch(1.2)),
            duplicate_of=original,
            clears_after=dice.whole(8, 90) * MINUTE if alarm else None,
            ends_unrecorded=dice.chance(demand.closed_without_end),
        )

    def _again(self) -> Step:
        """What it takes when the client writes that it is not solved."""
        return Step(False, round(LEAST_WORK + 12 * MINUTE * self.dice.stretch(0.7)))

    def _premium(self, arrival: Arrival) -> bool:
        if self.buyers is not None:
            return arrival.client.code in self.buyers
        since = arrival.client.premium_since
        return since is not None and local_day(arrival.at) >= since

    def _steps(self, arrival: Arrival, priority: int) -> list[Step]:
        issue = arrival.issue
        on_site = self.dice.chance(issue.on_site)
        total = round(issue.minutes * MINUTE * self.dice.stretch(issue.spread) * HANDS_ON_BY_PRIORITY[priority])
        pieces = self._pieces(max(total, LEAST_WORK), on_site=on_site)
        dated = [Step(False, 4 * MINUTE, self._wait("date", 1.0))] if self.dice.chance(issue.dated) else []
        steps = dated + [self._step(piece, arrival, last=n == len(pieces) - 1) for n, piece in enumerate(pieces)]
        return steps + self._finish(steps[-1])

    def _finish(self, last: Step) -> list[Step]:
        """After a wait somebody still has to fit the part, or read the answer and say goodbye."""
        if last.pause is None:
            return []
        fit = last.on_site and last.pause.status == self.recipe.waits["parts"].status
        return [Step(fit, self.dice.whole(15, 40) * MINUTE if fit else self.dice.whole(2, 7) * MINUTE)]

    def _pieces(self, total: int, *, on_site: bool) -> list[tuple[bool, int]]:
        """A look from the desk and then the visit, or a job in one or two sittings."""
        if on_site:
            look = min(round(total * 0.25), 12 * MINUTE)
            return [(False, max(look, LEAST_WORK)), (True, total - look + 12 * MINUTE)]
        if total > LONG:
            first = round(total * (0.3 + 0.4 * self.dice.share()))
            return [(False, first), (False, total - first)]
        return [(False, total)]

    def _step(self, piece: tuple[bool, int], arrival: Arrival, *, last: bool) -> Step:
        on_site, seconds = piece
        pause = None if last and self.dice.chance(0.55) else self._pause(arrival.issue, arrival.client)
        return Step(on_site, seconds, pause)

    def _pause(self, issue: IssueType, client: Client) -> Pause | None:
        for name, share in zip(WAIT_NAMES, issue.waits, strict=True):
            if self.dice.chance(share):
                return self._wait(name, RESPONSES_BY_TIER[client.tier] if name == "client" else 1.0)
        return None

    def _wait(self, name: str, factor: float) -> Pause:
        wait: Wait = self.recipe.waits[name]
        return Pause(wait.status, round(wait.hours * HOUR * factor * self.dice.stretch(wait.spread)), wait.hears_from)


def _buyers(clients: Sequence[Client], uptake: float, dice: Dice) -> frozenset[str]:
    order = sorted((dice.share(), client.code) for client in clients)
    bought = bisect_left(range(len(order)), uptake * len(order))
    return frozenset(code for _, code in order[:bought])
