"""Who is named: almost nobody where all clients are alike, and the one that is really served badly."""

import numpy as np
import pandas as pd
import pytest

from models.bunches import scatter
from models.by_client import beside_level, demand_league, growth, late_league, late_scatter, opened_scatter

GOAL = 0.1
NO_WEEKS = pd.DataFrame({"client": [], "block": [], "opened": [], "judged": [], "late": []}).astype({"block": int})


def facts(late: list[int], judged: list[int]) -> pd.DataFrame:
    return pd.DataFrame({"client": [f"C{i:02d}" for i in range(len(late))], "late": late, "judged": judged})


def firm(dice: np.random.Generator, rates: np.ndarray, a_week: float = 5, clumps: float = 0) -> tuple[pd.DataFrame, pd.DataFrame]:
    """26 weeks of clients with such rates; clumps: how much a client's rate swings from week to week."""
    rows = []
    for at, rate in enumerate(rates):
        judged = dice.poisson(a_week * (1 + at % 4), 26)
        own = dice.beta(rate / clumps, (1 - rate) / clumps, 26) if clumps else np.full(26, rate)
        rows += [(f"C{at:02d}", block, n, n, hits) for block, (n, hits) in enumerate(zip(judged, dice.binomial(judged, own), strict=True))]
    weeks = pd.DataFrame(rows, columns=["client", "block", "opened", "judged", "late"])
    return weeks.groupby("client")[["late", "judged"]].sum().reset_index(), weeks


@pytest.mark.torture
@pytest.mark.parametrize("clumps", [0, 0.25])
def test_of_firms_whose_clients_are_all_served_alike_at_most_one_in_twenty_names_anybody(clumps: float) -> None:
    dice, firms = np.random.default_rng(7), 200
    named = 0
    for _ in range(firms):
        table = late_league(*firm(dice, np.full(40, GOAL), clumps=clumps), GOAL)
        named += bool((table[["beside_goal", "beside_rest"]] != "").any(axis=None))

    # 5 % and three standard errors of 200 firms.
    assert named / firms <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / firms)


@pytest.mark.torture
def test_a_client_served_badly_is_found_and_stands_first() -> None:
    dice, found = np.random.default_rng(8), 0
    for _ in range(50):
        table = late_league(*firm(dice, np.where(np.arange(40) == 3, 0.3, 0.08)), GOAL)
        worst = table.iloc[0]
        found += (worst["client"], worst["beside_goal"], worst["beside_rest"]) == ("C03", "over", "over")

    assert found == 50


def test_where_all_are_late_alike_all_miss_the_goal_and_none_stands_out() -> None:
    table = late_league(facts([40] * 10, [100] * 10), NO_WEEKS, GOAL)

    assert set(table["beside_goal"]) == {"over"}
    assert set(table["beside_rest"]) == {""}
    assert table["steadied_share"].tolist() == pytest.approx([0.4] * 10)


def test_a_small_client_tops_nothing_and_is_not_named() -> None:
    table = late_league(facts([3, 60, 10, 12, 11], [4, 200, 150, 160, 140]), NO_WEEKS, GOAL)

    assert table["client"].iloc[0] == "C01"
    assert list(table.set_index("client").loc["C00", ["beside_goal", "beside_rest"]]) == ["", ""]


def test_luck_is_judged_for_all_clients_together() -> None:
    # 19 of 100 against 10 %: 0.8 % alone, ordinary among forty.
    alone = late_league(facts([19], [100]), NO_WEEKS, GOAL)
    among = late_league(facts([19] + [10] * 39, [100] * 40), NO_WEEKS, GOAL).set_index("client")

    assert alone["beside_goal"].tolist() == ["over"]
    assert among.loc["C00", "beside_goal"] == ""


def test_nothing_judged_says_nothing() -> None:
    table = late_league(facts([0, 0], [0, 0]), NO_WEEKS, GOAL)

    assert table["share"].isna().all()
    assert set(table["beside_goal"]) == {""}


def test_bunches_are_seen_and_chance_is_one() -> None:
    dice = np.random.default_rng(9)
    clients = pd.Series(["C00", "C03"])
    even, bunched = (late_scatter(firm(dice, np.full(40, 0.2), clumps=clumps)[1], clients) for clumps in (0, 0.25))

    assert even.tolist() == pytest.approx([1.0, 1.0], abs=0.25)
    # Tickets of a week are alike by 1 / (1/0.25 + 1) = 0.2: with 5 more than one a week about twice as wide, with 20 five times.
    assert bunched.tolist() == pytest.approx([1 + 0.2 * 5, 1 + 0.2 * 20], rel=0.2)


def users(tickets: list[int], own: list[float]) -> pd.DataFrame:
    return pd.DataFrame({"client": [f"C{i}" for i in range(len(own))], "tickets": tickets, "users": own, "months": 3.0})


def test_demand_is_a_users_and_months_beside_the_middle_client() -> None:
    table = demand_league(users([120, 30, 60, 9], [20, 10, 20, 0]), NO_WEEKS).set_index("client")

    assert sorted(table.index) == ["C0", "C1", "C2"]
    assert list(table.loc["C0", ["rate", "usual", "times", "beside"]]) == [2.0, 1.0, 2.0, "over"]
    assert table.loc["C1", "beside"] == ""
    # Byar: 30 x (1 - 1/270 - 1.96/(3 sqrt 30))^3 = 20.2 of 30 users and months.
    assert table.loc["C1", "low"] == pytest.approx(20.2 / 30, abs=0.01)


@pytest.mark.torture
def test_clients_that_ask_alike_are_seldom_named_however_their_weeks_vary() -> None:
    dice, named = np.random.default_rng(10), 0
    for _ in range(200):
        weekly = dice.negative_binomial(2, 2 / (2 + 6), (30, 13))
        rows = [(f"C{at}", block, n, 0, 0) for at, own in enumerate(weekly) for block, n in enumerate(own)]
        weeks = pd.DataFrame(rows, columns=["client", "block", "opened", "judged", "late"])
        table = demand_league(users(weekly.sum(axis=1).tolist(), [10] * 30), weeks)
        named += bool((table["beside"] != "").any())

    assert named / 200 <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / 200)


def test_weeks_without_a_ticket_count_as_none_once_a_client_has_begun() -> None:
    weeks = pd.DataFrame({"client": ["A", "A", "B"], "block": [0, 3, 1], "opened": [4, 4, 4]})

    # A: 4, 0, 0, 4 around 2: 16 / 2 = 8; B began in block 1: 0, 4 around 2: 8 / 2 = 4. 12 - 4 free weeks = 8, over 2 x 3 + 2 x 1.
    assert opened_scatter(weeks, pd.Series(["A", "B"])).tolist() == pytest.approx([1 + 2 * 1, 1 + 2 * 1])


def test_growth_beside_the_weeks_before() -> None:
    blocks = list(range(26))
    weeks = pd.concat([
        pd.DataFrame({"client": "Grows", "block": blocks, "opened": [12] * 13 + [4] * 13}),
        pd.DataFrame({"client": "Stays", "block": blocks, "opened": [5] * 26}),
        pd.DataFrame({"client": "Small", "block": [0], "opened": [6]}),
    ])
    table = growth(weeks, 13).set_index("client")

    assert list(table.loc["Grows", ["recent", "before", "change", "beyond_luck"]]) == [156, 52, 2.0, True]
    assert list(table.loc["Stays", ["change", "beyond_luck"]]) == [0.0, False]
    assert table.loc["Small", "beyond_luck"] == False  # noqa: E712 - a numpy value


@pytest.mark.torture
def test_beside_a_level_bunched_clients_that_all_keep_it_are_seldom_named() -> None:
    dice, named = np.random.default_rng(2), 0
    alike = 0.4
    ones = 0.9 * (1 / alike - 1), 0.1 * (1 / alike - 1)
    for _ in range(200):
        tickets = dice.poisson(6, (20, 52))
        kept = dice.binomial(tickets, dice.beta(*ones, (20, 52)))
        rows = [(f"C{at}", n, hit) for at in range(20) for n, hit in zip(tickets[at], kept[at], strict=True)]
        weeks = pd.DataFrame(rows, columns=["group", "tickets", "hits"])
        clients = pd.Series([f"C{at}" for at in range(20)])
        sums = weeks.groupby("group")[["tickets", "hits"]].sum().reindex(clients).reset_index()
        wider = pd.Series(scatter(weeks, clients))
        named += any(beside_level(sums["hits"], sums["tickets"], 0.9, wider))

    assert named / 200 <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / 200)


def test_a_client_that_surely_misses_the_level_is_named() -> None:
    hits, tickets, wider = pd.Series([600, 900]), pd.Series([1000, 1000]), pd.Series([3.0, 3.0])

    assert beside_level(hits, tickets, 0.9, wider) == ["under", ""]
