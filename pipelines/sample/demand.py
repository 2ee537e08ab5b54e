"""When tickets arrive: every day of every client, Mondays most, and now and then all at once."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.dice import Dice
from pipelines.sample.hours import SATURDAY, bank_holidays
from pipelines.sample.instants import MINUTE, days, local_instant, wall_instant
from pipelines.sample.plan import Arrival
from pipelines.sample.recipe import Client, IssueType, Recipe

SOURCES = ("Email Connector", "Client Portal", "Phone")
SOURCE_WEIGHTS = (0.56, 0.16, 0.28)
MONITORING = "Monitoring"
# Opening, mid-morning, noon, after lunch, late afternoon, evening: start, length in minutes, weight.
DAY_SHAPE = ((505, 65, 0.24), (570, 120, 0.33), (690, 110, 0.13), (800, 110, 0.19), (910, 150, 0.10), (1060, 240, 0.01))
ALWAYS_NIGHT = 0.16
EXTENDED_EDGES = 0.10


def draw_arrivals(recipe: Recipe, seed: int) -> list[Arrival]:
    """Everything that comes in, in order, up to the moment of the export."""
    ordinary = list(_ordinary(recipe, Dice(seed, "demand")))
    bursts = list(_bursts(recipe, Dice(seed, "bursts")))
    end = wall_instant(recipe.as_of)
    return sorted((one for one in ordinary + bursts if one.at < end), key=lambda one: (one.at, one.client.code))


def _ordinary(recipe: Recipe, dice: Dice) -> Iterator[Arrival]:
    closed = bank_holidays()
    fondness = {client.code: _mix(recipe, dice) for client in recipe.clients}
    week_factor = 1.0
    for day in days(recipe.first_day, recipe.as_of.date()):
        if day.weekday() == 0:
            week_factor = dice.stretch(recipe.demand.week_spread)
        rate = _day_rate(recipe, day, holiday=day in closed) * week_factor
        for client in recipe.clients:
            for _ in range(dice.count(rate * client.users * _weekend_share(client, day))):
                yield _arrival(recipe, client, fondness[client.code], day, dice)


def _mix(recipe: Recipe, dice: Dice) -> list[float]:
    """How much of each issue type a client has; every client has its own troubles."""
    return [issue.weight * dice.stretch(0.35) for issue in recipe.issue_types.values()]


def _day_rate(recipe: Recipe, day: date, *, holiday: bool) -> float:
    demand = recipe.demand
    factor = demand.holiday_factor if holiday else demand.weekdays[day.weekday()]
    return demand.tickets_a_user_day * factor * demand.months[day.month - 1]


def _weekend_share(client: Client, day: date) -> float:
    if day.weekday() < SATURDAY:
        return 1.0
    return {"standard": 0.5, "extended": 2.0, "always": 3.5}[client.calendar]


def _arrival(recipe: Recipe, client: Client, mix: list[float], day: date, dice: Dice) -> Arrival:
    issue = list(recipe.issue_types.values())[dice.weighted(mix)]
    site = client.sites[0] if dice.chance(0.7) else client.sites[-1]
    by_machine = dice.chance(issue.round_the_clock)
    minute = dice.whole(0, 1439) if by_machine else _minute(client, day, dice)
    at = local_instant(day, minute) + dice.whole(0, 59)
    source = MONITORING if by_machine else SOURCES[dice.weighted(SOURCE_WEIGHTS)]
    return Arrival(at, client, site, issue, source)


def _minute(client: Client, day: date, dice: Dice) -> int:
    if client.calendar == "always" and dice.chance(ALWAYS_NIGHT):
        return dice.whole(0, 1439)
    if client.calendar == "extended" and dice.chance(EXTENDED_EDGES):
        return dice.pick((dice.whole(400, 510), dice.whole(1050, 1150)))
    if day.weekday() >= SATURDAY:
        return dice.whole(480, 1080)
    start, length, _ = DAY_SHAPE[dice.weighted([weight for *_, weight in DAY_SHAPE])]
    return start + dice.whole(0, length - 1)


def _bursts(recipe: Recipe, dice: Dice) -> Iterator[Arrival]:
    """Outages: one client's people all write at once; a few times everybody does."""
    days_open = [d for d in days(recipe.first_day, recipe.as_of.date() - timedelta(days=1)) if d.weekday() < SATURDAY]
    for number in range(1, recipe.bursts["one_client"] + 1):
        client = recipe.clients[dice.weighted([client.users for client in recipe.clients])]
        yield from _outage(recipe, number, client, _burst_start(days_open, dice), dice)
    for number in range(1, recipe.bursts["many_clients"] + 1):
        yield from _wide_outage(recipe, -number, _burst_start(days_open, dice), dice)


def _burst_start(days_open: list[date], dice: Dice) -> int:
    return local_instant(dice.pick(days_open), dice.whole(500, 930))


def _outage(recipe: Recipe, number: int, client: Client, at: int, dice: Dice) -> Iterator[Arrival]:
    kind = dice.pick(recipe.bursts["kinds"])
    issue, site = recipe.issue_types[kind["issue_type"]], dice.pick(client.sites)
    for place in range(min(4 + dice.count(6), 2 + client.users // 3)):
        priority = 1 if place == 0 else 2 + dice.whole(0, 1)
        yield Arrival(at, client, site, issue, _caller(dice), kind["subject"], priority, number)
        at += round(7 * MINUTE * dice.stretch(0.9))


def _wide_outage(recipe: Recipe, number: int, at: int, dice: Dice) -> Iterator[Arrival]:
    wide = recipe.bursts["wide"]
    issue: IssueType = recipe.issue_types[wide["issue_type"]]
    for _ in range(dice.whole(22, 38)):
        client = dice.pick(recipe.clients)
        yield Arrival(at, client, client.sites[0], issue, _caller(dice), wide["subject"], 2, number)
        at += round(4 * MINUTE * dice.stretch(0.8))


def _caller(dice: Dice) -> str:
    return SOURCES[dice.weighted(SOURCE_WEIGHTS)]
