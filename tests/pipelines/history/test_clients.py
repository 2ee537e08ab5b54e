"""Client lists laid over each other, clients under two names, and names that look alike."""

import itertools
import json

import pandas as pd
import pytest
from typer.testing import CliRunner

from pipelines.errors import NoHistory, TurnaroundError
from pipelines.history import clients
from pipelines.history.lookalikes import look_alikes, plain_words
from pipelines.joining import join_clients, part_clients
from pipelines.measure.checking import check_rows
from pipelines.shell import app
from tests.loading import World

LIST = """
    client,site,tier,calendar,distance_km,users,premium_since
    Alder,Works,Gold,standard,12,20,2026-01-01
    Birch,,Silver,,5,8,
    Alder Dental,,Silver,always,80,3,
"""
TICKETS = """
    ticket_id,opened_at,client,site,work_mode,status,resolved_at
    T-1,2026-03-02 09:00,Alder,Works,on-site,resolved,2026-03-02 15:00
    T-2,2026-03-02 09:01,ALDER  DENTAL,,on-site,resolved,2026-03-02 15:01
    T-3,2026-03-02 09:02,Birch,,on-site,resolved,2026-03-02 15:02
    T-4,2026-03-02 09:03,Cedar,Mill,remote,resolved,2026-03-02 15:03
"""
TARGETS = """
    valid_from,clock,client,tier,amount,unit
    2026-01-01,resolution,,Gold,4,business_hours
    2026-01-01,resolution,,Silver,8,business_hours
    2026-01-01,resolution,Birch,,2,business_hours
"""


def known(world: World, *columns: str) -> list[tuple[object, ...]]:
    with world.history() as history:
        frame = clients.known_clients(history)[list(columns)]
    return [tuple(None if pd.isna(cell) else cell for cell in row) for row in frame.itertuples(index=False, name=None)]


@pytest.mark.torture
def test_a_newer_list_of_one_client_leaves_the_others_as_they_are(world: World) -> None:
    world.load({"c.csv": LIST})
    world.load({"d.csv": "client,site,tier,users\nAlder,works,Silver,21"})

    assert sorted(world.rows("client", "client", "tier", "users")) == [("Alder", "Silver", 21), ("Alder Dental", "Silver", 3), ("Birch", "Silver", 8)]


@pytest.mark.torture
def test_a_column_that_a_newer_list_lacks_stays_and_an_empty_cell_of_one_it_has_clears(world: World) -> None:
    world.load({"c.csv": LIST})
    world.load({"d.csv": "Company,Site,Plan,Premium since\nAlder,Works,Gold,"})

    assert world.rows("client", "client", "calendar", "distance_km", "premium_since")[0] == ("Alder", "standard", 12, None)


@pytest.mark.torture
def test_the_newest_list_stands_in_any_case_and_spacing_under_its_own_spelling(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at,client\nT-1,2026-03-02 09:00,ALDER\nT-2,2026-03-02 09:01,ALDER\nT-3,2026-03-02 09:02,cedar\nT-4,2026-03-02 09:03,Cedar\nT-5,2026-03-02 09:04,Cedar "})
    world.load({"c.csv": "client,tier\nalder,Gold"})
    world.load({"d.csv": "client,tier\nAlder,Gold"})

    assert [row[0] for row in world.rows("ticket", "client")] == ["Alder", "Alder", "Cedar", "Cedar", "Cedar"]
    assert world.rows("accepted_ticket", "client")[0] == ("ALDER",)


def test_clients_that_no_list_has_come_first_with_their_tickets(world: World) -> None:
    world.load({"c.csv": LIST, "f.csv": TICKETS})

    assert known(world, "client", "site", "tickets", "on_site", "listed", "client_listed", "distance_km") == [
        ("Cedar", "Mill", 1, 0, False, False, None),
        ("Alder", "Works", 1, 1, True, True, 12),
        ("Alder Dental", None, 1, 1, True, True, 80),
        ("Birch", None, 1, 1, True, True, 5),
    ]


def test_tickets_without_a_site_belong_to_the_only_site_of_their_client(world: World) -> None:
    world.load({"c.csv": LIST, "f.csv": "ticket_id,opened_at,client,site\nT-1,2026-03-02 09:00,Alder,\nT-2,2026-03-02 09:00,alder,Yard"})

    assert known(world, "client", "site", "tickets", "listed")[:2] == [("Alder", "Yard", 1, False), ("Alder", "Works", 1, True)]


@pytest.mark.torture
def test_a_joined_clients_tickets_follow_the_other_in_everything_but_the_place(world: World) -> None:
    """Gold since January, standard hours: 6 business hours of a target of 4. Its own list row was Silver, day and night, 8 hours."""
    world.load({"c.csv": LIST, "t.csv": TARGETS, "f.csv": TICKETS})
    columns = ("ticket_id", "client", "tier", "premium", "distance_km", "calendar_id")
    apart = world.rows("placed_ticket", *columns)
    met = dict(world.rows("ticket_clock", "ticket_id", "state"))

    done = join_clients(world.home, "alder dental", "ALDER")

    assert (done.alias, done.client, done.tickets) == ("Alder Dental", "Alder", 1)
    assert apart[1] == ("T-2", "Alder Dental", "Silver", False, 80, 2)
    assert world.rows("placed_ticket", *columns)[1] == ("T-2", "Alder", "Gold", True, 80, apart[0][-1])
    assert (met["T-2"], dict(world.rows("ticket_clock", "ticket_id", "state"))["T-2"]) == ("met", "breached")
    assert dict(world.rows("ticket_clock", "ticket_id", "target_seconds"))["T-2"] == 4 * 3600
    assert sorted(world.rows("client", "client", "site", "joined")) == [
        ("Alder", "Alder Dental", True), ("Alder", "Works", False), ("Birch", None, False),
    ]
    assert known(world, "client", "site", "tickets", "listed")[1:] == [("Alder", "Alder Dental", 1, True), ("Alder", "Works", 1, True), ("Birch", None, 1, True)]


@pytest.mark.torture
def test_a_joined_client_is_judged_by_the_targets_of_the_other_alone(world: World) -> None:
    world.load({"c.csv": LIST, "t.csv": TARGETS, "f.csv": TICKETS})
    join_clients(world.home, "Cedar", "Birch")

    assert dict(world.rows("ticket_clock", "ticket_id", "target_seconds"))["T-4"] == 2 * 3600
    with world.history() as history:
        assert check_rows(history, "target_never_matches").empty


@pytest.mark.torture
def test_a_target_line_of_a_joined_name_is_listed_because_it_holds_for_nobody(world: World) -> None:
    world.load({"c.csv": LIST, "t.csv": TARGETS, "f.csv": TICKETS})
    join_clients(world.home, "Birch", "Alder")

    with world.history() as history:
        assert check_rows(history, "target_never_matches")["client"].tolist() == ["Birch"]


@pytest.mark.torture
def test_parting_gives_back_what_was_and_the_facts_never_changed(world: World) -> None:
    world.load({"c.csv": LIST, "t.csv": TARGETS, "f.csv": TICKETS})
    before = world.frame("placed_ticket")
    written = world.rows("accepted_ticket", "ticket_id", "client")
    join_clients(world.home, "Alder Dental", "Alder")

    assert world.rows("accepted_ticket", "ticket_id", "client") == written
    done = part_clients(world.home, "ALDER dental")
    assert (done.alias, done.client) == ("Alder Dental", "Alder")
    pd.testing.assert_frame_equal(world.frame("placed_ticket"), before)


@pytest.mark.torture
def test_a_join_holds_for_what_is_loaded_later_and_for_the_sites_of_both(world: World) -> None:
    world.load({"c.csv": "client,site,tier,distance_km\nAlder,Works,Gold,12\nAlder Ltd,Works,Silver,70\nAlder Ltd,Yard,Silver,40", "f.csv": TICKETS.replace("ALDER  DENTAL", "Alder Ltd")})
    join_clients(world.home, "Alder Ltd", "Alder")
    world.load({"g.csv": "ticket_id,opened_at,client,site\nT-8,2026-03-03 09:00,ALDER LTD,yard\nT-9,2026-03-03 09:01,Alder Ltd,Works"})

    assert world.rows("placed_ticket", "ticket_id", "client", "tier", "distance_km")[-2:] == [
        ("T-8", "Alder", "Gold", 40), ("T-9", "Alder", "Gold", 12),
    ]


@pytest.mark.torture
@pytest.mark.parametrize("order", list(itertools.permutations([("Alder", "Birch"), ("Birch", "Cedar"), ("Dogwood", "Alder")])))
def test_chains_lead_to_their_end_in_any_order(world: World, order: tuple[tuple[str, str], ...]) -> None:
    world.load({"f.csv": "ticket_id,opened_at,client\n" + "\n".join(f"T-{n},2026-03-02 09:0{n},{name}" for n, name in enumerate(("Alder", "Birch", "Cedar", "Dogwood")))})
    for alias, client in order:
        join_clients(world.home, alias, client)

    assert {row[0] for row in world.rows("ticket", "client")} == {"Cedar"}
    part_clients(world.home, "Birch")
    assert [row[0] for row in world.rows("ticket", "client")] == ["Birch", "Birch", "Cedar", "Birch"]


@pytest.mark.torture
@pytest.mark.parametrize(
    ("alias", "client", "sentence"),
    [
        ("Cedar", "cedar ", "are one name already"),
        ("Alder", "Cedar", "is joined to 'Birch' already"),
        ("Cedar", "Alder", "'Alder' is itself joined to 'Cedar'"),
        ("Elm", "Birch", "No ticket and no client list names 'Elm'"),
        ("Birch", "Elm", "No ticket and no client list names 'Elm'"),
    ],
)
def test_a_join_that_cannot_be_is_refused_and_changes_nothing(world: World, alias: str, client: str, sentence: str) -> None:
    world.load({"f.csv": "ticket_id,opened_at,client\nT-1,2026-03-02 09:00,Alder\nT-2,2026-03-02 09:00,Birch\nT-3,2026-03-02 09:00,Cedar"})
    join_clients(world.home, "Alder", "Birch")
    join_clients(world.home, "Birch", "Cedar")
    before = (world.home / "CURRENT").read_text()

    with pytest.raises(TurnaroundError, match=sentence):
        join_clients(world.home, alias, client)
    with pytest.raises(TurnaroundError, match="not joined to another client"):
        part_clients(world.home, "Cedar")
    assert (world.home / "CURRENT").read_text() == before


def test_joining_needs_a_history(world: World) -> None:
    with pytest.raises(NoHistory):
        join_clients(world.home, "Alder", "Birch")


@pytest.mark.torture
def test_the_shell_joins_and_parts(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at,client\nT-1,2026-03-02 09:00,- Alder\nT-2,2026-03-02 09:00,Birch"})
    home = ["--home", str(world.home)]

    joined = CliRunner().invoke(app, ["join", "- Alder", "birch", *home, "--json"])
    parted = CliRunner().invoke(app, ["join", "--undo", "- Alder", *home])
    lacking = CliRunner().invoke(app, ["join", "Birch", *home])

    assert json.loads(joined.stdout) == {"alias": "- Alder", "client": "Birch", "tickets": 1}
    assert (parted.exit_code, parted.stdout) == (0, "- Alder stands for itself again: 1 tickets.\n")
    assert (lacking.exit_code, lacking.stderr.startswith("Name two clients")) == (2, True)


def pairs(*names: str) -> list[tuple[str, str]]:
    frame = pd.DataFrame({"client": names, "listed": False, "tickets": range(len(names), 0, -1)})
    found = look_alikes(frame)
    return list(found[["alias", "client"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alder Dental Ltd", "Alder Dental"),
        ("Alder Dental Limited", "ALDER DENTAL LTD."),
        ("Müller Bau GmbH & Co. KG", "Muller Bau"),
        ("Café Olé S.A.R.L.", "Cafe Ole"),
        ("Dental Alder", "Alder Dental"),
        ("Brightwater Schol", "Brightwater School"),
        ("Alder", "Alder Dental Group"),
        ("The Harrow Trust", "Harrow Trust"),
        ("Mill Lane 12", "Mill Lane 12 Ltd"),
    ],
)
def test_names_that_look_alike_are_proposed(one: str, other: str) -> None:
    assert pairs(other, one) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mill Lane 12", "Mill Lane 13"),
        ("Greenfield Primary School 1", "Greenfield Primary School"),
        ("Greenfield Business Unit A", "Greenfield Business Unit B"),
        ("Harrowgate Academy North", "Harrowgate Academy South"),
        ("Alder", "Elder"),
        ("Alderley", "Alder Dental"),
        ("AB", "AB Joinery"),
        ("Ash", "Oak"),
        ("ACME Ltd", "Beta Ltd"),
    ],
)
def test_names_that_are_told_apart_are_not(one: str, other: str) -> None:
    assert pairs(one, other) == []


def test_a_word_that_many_names_hold_proposes_nothing() -> None:
    assert pairs("School", "Alder School", "Birch School", "Cedar School", "Dogwood School") == []
    assert pairs() == pairs("Alder") == []


def test_the_listed_name_is_the_client_and_then_the_one_with_more_tickets() -> None:
    frame = pd.DataFrame({"client": ["Alder Ltd", "Alder"], "listed": [False, True], "tickets": [90, 2]})

    assert look_alikes(frame).values.tolist() == [["Alder Ltd", "Alder", 100, 90, 2]]


def test_only_the_end_of_a_name_is_its_legal_form() -> None:
    assert plain_words("AS Roofing & Co. Ltd") == ["as", "roofing"]
    assert plain_words("Limited") == ["limited"]


@pytest.mark.torture
def test_pairs_come_from_tickets_and_lists_and_joined_ones_are_done(world: World) -> None:
    world.load({"c.csv": LIST, "f.csv": TICKETS})
    with world.history() as history:
        assert clients.client_pairs(history)[["alias", "client"]].values.tolist() == [["Alder Dental", "Alder"]]
    join_clients(world.home, "Alder Dental", "Alder")

    with world.history() as history:
        assert clients.client_pairs(history).empty
        assert clients.joins(history).values.tolist() == [["Alder Dental", "Alder"]]
