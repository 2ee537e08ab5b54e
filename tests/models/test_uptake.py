"""Who buys first, and that nobody who has bought gives it back at a higher uptake."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.uptake import Who, buyers, named_buyers, orders

TICKETS = np.array([10.0, 40.0, 20.0, 30.0])
FEW_CLIENTS = st.lists(st.one_of(st.just(np.nan), st.integers(0, 50).map(float)), min_size=1, max_size=12).map(np.array)
UPTAKES = st.lists(st.floats(0, 1), min_size=1, max_size=6)


@pytest.mark.parametrize(("who", "order"), [(Who.BUSIEST, [1, 3, 2, 0]), (Who.SMALLEST, [0, 2, 3, 1])])
def test_clients_buy_by_their_tickets(who: Who, order: list[int]) -> None:
    assert orders(who, TICKETS).tolist() == [order]


def test_the_best_fit_pays_most_for_least_work() -> None:
    pays = np.array([100.0, 100.0, 400.0, np.nan])  # 10, 2.5 and 20 a ticket; the last cannot be said

    assert orders(Who.BEST_FIT, TICKETS, pays=pays).tolist() == [[2, 0, 1, 3]]


def test_who_pays_and_makes_no_work_is_the_best_fit_of_all() -> None:
    pays, tickets = np.array([50.0, 100.0, 0.0]), np.array([1.0, 0.0, 0.0])

    assert orders(Who.BEST_FIT, tickets, pays=pays).tolist() == [[1, 0, 2]]


def test_a_best_fit_needs_to_know_who_pays_what() -> None:
    with pytest.raises(ValueError, match="what each client would pay"):
        orders(Who.BEST_FIT, TICKETS)


def test_clients_without_known_tickets_buy_last() -> None:
    tickets = np.array([np.nan, 5.0, 9.0])

    assert [orders(who, tickets).tolist()[0][-1] for who in (Who.BUSIEST, Who.SMALLEST)] == [0, 0]


@pytest.mark.parametrize("who", list(Who))
def test_who_has_premium_today_is_first_in_every_order(who: Who) -> None:
    order = orders(who, TICKETS, pays=np.ones(4), already=np.array([False, False, True, False]), times=20)

    assert set(order[:, 0].tolist()) == {2}


def test_random_orders_are_several_and_the_same_for_one_seed() -> None:
    drawn = orders(Who.RANDOM, TICKETS, times=50, seed=7)

    assert drawn.shape == (50, 4)
    assert len({tuple(row) for row in drawn.tolist()}) > 10
    assert np.array_equal(drawn, orders(Who.RANDOM, TICKETS, times=50, seed=7))


def test_the_share_of_tickets_stands_beside_the_share_of_clients() -> None:
    sold = buyers(orders(Who.BUSIEST, TICKETS)[0], [0, 0.25, 0.5, 1], TICKETS)

    assert sold.client_share.tolist() == [0, 0.25, 0.5, 1]
    assert sold.ticket_share.tolist() == pytest.approx([0, 0.4, 0.7, 1])
    assert sold.bought[:, 2].tolist() == [False, True, False, True]


def test_the_share_of_clients_is_what_whole_clients_make_of_it() -> None:
    sold = buyers(np.arange(3), [0.1, 0.2, 0.5], np.ones(3))

    assert sold.bought.sum(axis=0).tolist() == [0, 1, 2]
    assert sold.client_share.tolist() == pytest.approx([0, 1 / 3, 2 / 3])


def test_no_client_and_no_ticket_have_no_share() -> None:
    assert np.isnan(buyers(np.empty(0, np.int64), [0.5], np.empty(0)).client_share).all()
    assert np.isnan(buyers(np.arange(2), [0.5], np.array([0.0, np.nan])).ticket_share).all()


@pytest.mark.parametrize("uptake", [-0.1, 1.1])
def test_an_uptake_is_a_share(uptake: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        buyers(np.arange(3), [uptake], np.ones(3))


@given(tickets=FEW_CLIENTS, uptakes=UPTAKES, who=st.sampled_from(Who), seed=st.integers(0, 99))
def test_who_buys_at_a_low_uptake_buys_at_every_higher_one(tickets: np.ndarray, uptakes: list[float], who: Who, seed: int) -> None:
    order = orders(who, tickets, pays=np.ones(len(tickets)), seed=seed)[0]
    bought = buyers(order, sorted(uptakes), tickets).bought

    assert sorted(order.tolist()) == list(range(len(tickets)))
    assert (bought[:, :-1] <= bought[:, 1:]).all()


def test_clients_who_cannot_buy_come_last_and_the_share_is_of_those_who_can() -> None:
    tickets = np.array([5.0, 4.0, 3.0, 2.0])
    able = np.array([False, True, False, True])
    order = orders(Who.BUSIEST, tickets, able=able)[0]
    sold = buyers(order, [0.5, 1.0], tickets, of=2)

    assert order.tolist() == [1, 3, 0, 2]
    assert sold.bought.T.tolist() == [[False, True, False, False], [False, True, False, True]]
    assert sold.client_share.tolist() == [0.25, 0.5]


def test_named_clients_buy_beside_those_who_have_it() -> None:
    tickets = np.array([1.0, 1.0, 1.0, 5.0])
    sold = named_buyers(np.array([True, False, False, True]), np.array([True, True, False, False]), tickets)

    assert sold.uptakes.tolist() == [0.0, 0.5, 0.75]
    assert sold.ticket_share.tolist() == [0.0, 0.25, 0.875]
    assert sold.bought[:, 2].tolist() == [True, True, False, True]


def test_naming_those_who_have_it_sells_nothing() -> None:
    own = np.array([True, False])

    assert named_buyers(own, own, np.ones(2)).uptakes.tolist() == [0.0, 0.5]
    assert named_buyers(own, np.zeros(2, bool), np.ones(2)).uptakes.tolist() == [0.0, 0.5]
