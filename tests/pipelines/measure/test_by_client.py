"""What clients asked for, and what counts as done on the same business day, on drawn histories."""

from datetime import date

import pytest

from pipelines.measure import by_client as asked
from pipelines.measure.results import Slice
from pipelines.vocabulary import Clock
from tests.loading import World

ZONE = "Europe/London"
WINTER = Slice(date(2026, 1, 1), date(2026, 2, 28))
HEAD = "ticket_id,opened_at,client,tier,issue_type,status,first_response_at,resolved_at"


def same(world: World, rows: str, clients: str = "", clock: Clock = Clock.RESOLUTION, **by: bool) -> list[tuple[object, ...]]:
    """n, same_day, still_open, day_not_over, end_unknown of each group."""
    files = {"c.csv": clients} if clients else {}
    world.load({**files, "t.csv": f"{HEAD}\n{rows}"})
    with world.history() as history:
        told = asked.same_day(history, clock, WINTER, ZONE, **by)
    return [tuple(int(cell) for cell in row) for row in told[["n", "same_day", "still_open", "day_not_over", "end_unknown"]].to_numpy()]


@pytest.mark.torture
@pytest.mark.parametrize(("opened", "resolved", "done"), [
    # The company is open Monday to Friday, 08:30 to 17:30, in London; 12 January 2026 is a Monday.
    ("2026-01-12 09:00", "2026-01-12 17:00", 1),
    ("2026-01-12 09:00", "2026-01-12 23:30", 1),  # done in the evening
    ("2026-01-12 09:00", "2026-01-13 00:30", 0),  # past midnight
    ("2026-01-12 18:00", "2026-01-13 16:00", 1),  # opened after closing: counts from Tuesday
    ("2026-01-12 18:00", "2026-01-14 09:00", 0),
    ("2026-01-12 18:00", "2026-01-12 19:00", 1),  # sooner than it counts from
    ("2026-01-16 18:00", "2026-01-19 12:00", 1),  # Friday evening: counts from Monday
    ("2026-01-17 10:00", "2026-01-20 09:00", 0),  # Saturday, done on Tuesday
    ("2026-01-12 17:30", "2026-01-13 09:00", 1),  # closing is not open
])
def test_a_ticket_counts_from_the_next_open_day_until_its_midnight(world: World, opened: str, resolved: str, done: int) -> None:
    assert same(world, f"T-1,{opened},,,,resolved,,{resolved}") == [(1, done, 0, 0, 0)]


@pytest.mark.torture
def test_the_clients_own_zone_says_which_day_it_is(world: World) -> None:
    # 23:00 UTC is 18:00 in New York, after closing: it counts from the 13th, there until 05:00 UTC of the 14th.
    rows = "T-1,2026-01-12 23:00,Hudson,,,resolved,,2026-01-14 04:30\nT-2,2026-01-12 23:00,Hudson,,,resolved,,2026-01-14 05:30"
    clients = "client,site,tier,calendar,timezone\nHudson,,Gold,standard,America/New_York\n"

    assert same(world, rows, clients) == [(2, 1, 0, 0, 0)]


@pytest.mark.torture
def test_open_tickets_count_as_not_done_once_their_day_is_over(world: World) -> None:
    rows = """
T-1,2026-01-12 09:00,,,,open,,
T-2,2026-01-14 09:00,,,,open,,
T-3,2026-01-12 09:00,,,,closed,,
T-4,2026-01-14 09:00,,,,resolved,,2026-01-14 11:00
""".strip()
    # The export is of Wednesday, 11:00: the day of T-2 goes on, nobody knows when T-3 ended.
    assert same(world, rows) == [(2, 1, 1, 1, 1)]


def test_first_replies_and_groups_have_counts_of_their_own(world: World) -> None:
    rows = """
T-1,2026-01-12 09:00,,Gold,Email,resolved,2026-01-12 09:10,2026-01-13 10:00
T-2,2026-01-12 09:00,,Gold,Email,resolved,2026-01-13 09:00,2026-01-13 10:00
T-3,2026-01-12 09:00,,Silver,Email,resolved,2026-01-12 09:10,2026-01-12 10:00
""".strip()

    assert same(world, rows, clock=Clock.FIRST_RESPONSE, by_tier=True) == [(2, 1, 0, 0, 0), (1, 1, 0, 0, 0)]


FACTS = """
    ticket_id,opened_at,client,tier,priority,status,resolved_at,hands_on_minutes,work_mode,subject
    T-1,2026-01-12 09:00,Mill,Gold,P1,resolved,2026-01-12 10:00,30,remote,VPN down
    T-2,2026-01-14 09:00,Mill,Gold,P3,resolved,2026-01-14 10:00,,on_site,vpn down
    T-3,2026-01-25 09:00,Mill,Gold,,open,,30,remote,VPN down
    T-4,2026-01-12 09:00,Yard,Silver,P2,merged,2026-01-12 10:00,30,remote,Printer
    T-5,2026-01-13 09:00,Yard,Silver,P2,resolved,2026-01-13 10:00,30,remote,Printer
    T-6,2026-01-13 09:00,,Silver,P2,resolved,2026-01-13 10:00,30,remote,Printer
"""


def test_a_client_has_what_it_asked_for_and_excluded_tickets_are_out(world: World) -> None:
    world.load({"t.csv": FACTS})
    with world.history() as history:
        facts = asked.client_facts(history, WINTER, ZONE).set_index("client")

    names = ["tier", "tickets", "told", "hours", "on_site", "mode_told", "urgent", "priority_told"]
    assert list(facts.loc["Mill", names]) == ["Gold", 3, 2, 1.0, 1, 3, 1, 2]
    assert list(facts.loc["Yard", names]) == ["Silver", 1, 1, 0.5, 0, 1, 1, 1]
    assert len(facts) == 2


@pytest.mark.torture
def test_the_same_subject_within_a_week_is_asked_again(world: World) -> None:
    world.load({"t.csv": FACTS})
    with world.history() as history:
        again = asked.asked_again(history, WINTER, ZONE)

    # T-2 two days after T-1; T-3 eleven days after T-2.
    assert again.to_numpy().tolist() == [["Mill", 3, 1], ["Yard", 1, 0]]


def test_a_subject_that_a_form_writes_says_nothing(world: World) -> None:
    rows = "\n".join(f"T-{n},2026-01-{12 + n % 5} 09:00,Mill,resolved,2026-01-20 10:00,New web request" for n in range(6))
    world.load({"t.csv": f"ticket_id,opened_at,client,status,resolved_at,subject\n{rows}\nT-9,2026-01-12 09:00,Mill,resolved,2026-01-20 10:00,VPN"})
    with world.history() as history:
        assert asked.asked_again(history, WINTER, ZONE).to_numpy().tolist() == [["Mill", 1, 0]]


@pytest.mark.torture
def test_weeks_are_counted_back_from_the_newest_export(world: World) -> None:
    world.load({"l.csv": "valid_from,clock,amount,unit\n2025-01-01,resolution,4,business_hours\n", "t.csv": """
        ticket_id,opened_at,client,status,resolved_at
        T-1,2026-01-20 09:00,Mill,resolved,2026-01-20 10:00
        T-2,2026-01-14 09:00,Mill,resolved,2026-01-20 11:00
        T-3,2026-01-13 09:00,Mill,open,
        T-4,2026-01-20 10:30,Mill,open,
    """})
    with world.history() as history:
        weeks = asked.client_weeks(history, WINTER, date(2026, 1, 20))

    # 14 to 20 January is block 0, with T-4 open and inside its target; T-3 is open and over.
    assert weeks[["block", "opened", "judged", "late"]].to_numpy().tolist() == [[0, 3, 2, 1], [1, 1, 1, 1]]


def test_a_slice_of_clients_narrows_everything(world: World) -> None:
    world.load({"t.csv": FACTS})
    with world.history() as history:
        only = Slice(WINTER.first_day, WINTER.last_day, clients=("Yard",))
        assert asked.client_facts(history, only, ZONE)["client"].tolist() == ["Yard"]
        assert asked.same_day(history, Clock.RESOLUTION, only, ZONE)["n"].tolist() == [1]


def test_days_are_those_of_the_companys_zone(world: World) -> None:
    world.load({"t.csv": "ticket_id,opened_at,client\nT-1,2026-07-01 23:30,Mill\n"})
    with world.history() as history:
        second = Slice(date(2026, 7, 2), date(2026, 7, 2))
        assert asked.client_facts(history, second, ZONE)["tickets"].tolist() == [1]
        assert asked.client_facts(history, second, "UTC").empty
