"""Who signed what, and when: a client in the register is judged by what it signed, all others by each version's start."""

from datetime import date
from pathlib import Path

import pytest

from pipelines import keeping
from pipelines.errors import SettingsInvalid, TurnaroundError
from pipelines.history.generations import current_generation
from pipelines.intake.answers import Answers
from pipelines.joining import join_clients
from pipelines.journey import measure_again
from pipelines.measure.checking import check_rows
from pipelines.measure.results import EVERYTHING
from pipelines.targets.agreements import agreements, forget_agreement, is_measured, set_agreement
from pipelines.targets.register import FILE, Agreement, read_register
from pipelines.targets.rescoring import By, rescored
from pipelines.vocabulary import Clock
from tests.loading import World

TARGETS = """
    valid_from,clock,client,amount,unit
    2026-01-01,resolution,,8,business_hours
    2026-01-01,first_response,,1,business_hours
    2026-03-02,resolution,,4,business_hours
    2026-03-02,resolution,Birch,3,business_hours
    2026-04-01,resolution,,2,business_hours
"""
HEAD = "client,version,sent_on,signed_on,in_force_from\n"
DAYS = ("2026-02-02", "2026-03-10", "2026-03-20", "2026-04-10", "2026-05-11")
MARCH = date(2026, 3, 2)


def tickets(*clients: str) -> str:
    """A ticket on each of the days, numbered T-1 to T-5 behind the client's first letter."""
    rows = [f"{client[0]}-{n},{day} 10:00,{client},open" for client in clients for n, day in enumerate(DAYS, start=1)]
    return "\n".join(["ticket_id,opened_at,client,status", *rows])


def hours(world: World, register: str, *clients: str) -> dict[str, list[float | None]]:
    """The hours that judge each client's tickets in turn, under a register."""
    world.home.mkdir(exist_ok=True)
    (world.home / FILE).write_text(HEAD + register, encoding="utf-8")
    world.load({"t.csv": TARGETS, "f.csv": tickets(*clients)}, Answers(timezone="Europe/London"))
    rows = sorted(world.rows("ticket_clock", "ticket_id", "target_seconds"))
    return {
        client: [None if seconds is None else seconds / 3600 for ticket, seconds in rows if ticket[0] == client[0]]
        for client in clients
    }


@pytest.mark.torture
def test_a_client_without_a_line_is_judged_by_each_versions_start(world: World) -> None:
    assert hours(world, "Alder,2026-01-01,,2026-01-01,\n", "Cedar", "Birch") == {"Cedar": [8, 4, 4, 2, 2], "Birch": [8, 3, 3, 3, 3]}


@pytest.mark.torture
def test_a_client_is_judged_by_what_it_signed_from_the_day_it_is_in_force(world: World) -> None:
    register = "alder,2026-01-01,2026-02-01,2026-03-05,\nAlder,2026-03-02,2026-03-10,2026-03-18,2026-04-01\nAlder,2026-04-01,2026-04-20,,\n"

    assert hours(world, register, "Alder", "Cedar") == {"Alder": [None, 8, 8, 4, 4], "Cedar": [8, 4, 4, 2, 2]}


@pytest.mark.torture
def test_a_client_that_was_sent_a_version_and_never_signed_one_has_no_target(world: World) -> None:
    assert hours(world, "Alder,2026-01-01,2026-01-05,,\n", "Alder") == {"Alder": [None] * 5}


@pytest.mark.torture
def test_a_version_signed_before_it_starts_is_in_force_from_its_start(world: World) -> None:
    register = "Alder,2026-01-01,,2026-01-01,\nAlder,2026-04-01,,2026-03-12,\n"

    assert hours(world, register, "Alder") == {"Alder": [8, 8, 8, 2, 2]}


@pytest.mark.torture
def test_who_signs_every_version_on_its_first_day_is_judged_as_who_is_not_in_the_register(world: World) -> None:
    register = "".join(f"{client},{day},,{day},\n" for client in ("Birch", "Dogwood") for day in ("2026-01-01", "2026-03-02", "2026-04-01"))
    found = hours(world, register, "Birch", "Cedar", "Dogwood")

    assert found["Birch"] == [8, 3, 3, 3, 3]
    assert found["Dogwood"] == found["Cedar"]


@pytest.mark.torture
def test_an_unknown_version_judges_nothing_and_is_found_by_a_check(world: World) -> None:
    register = "Alder,2026-01-01,,2026-01-01,\nAlder,2026-03-03,,2026-03-15,\nNobody,2026-03-02,,2026-03-02,\n"

    assert hours(world, register, "Alder") == {"Alder": [8, 8, None, None, None]}
    with world.history() as history:
        found = check_rows(history, "agreement_unknown")
    assert found[["client", "version", "client_known", "version_known"]].values.tolist() == [
        ["Alder", "2026-03-03", True, False], ["Nobody", "2026-03-02", False, True],
    ]


@pytest.mark.torture
def test_a_day_is_one_of_the_companys_time_zone(world: World) -> None:
    world.settings('[company]\ntimezone = "America/New_York"')
    (world.home / FILE).write_text(HEAD + "Alder,2026-01-01,,2026-03-10,\n", encoding="utf-8")
    world.load({"t.csv": TARGETS, "f.csv": """
        ticket_id,opened_at,client,status
        T-1,2026-03-09 23:59,Alder,open
        T-2,2026-03-10 00:00,Alder,open
    """}, Answers(timezone="America/New_York"))

    assert world.rows("ticket_clock", "ticket_id", "target_seconds") == [("T-1", None), ("T-2", 8 * 3600)]


@pytest.mark.torture
def test_a_client_under_another_name_is_judged_by_the_agreement_of_the_one_it_is_joined_to(world: World) -> None:
    hours(world, "Cedar,2026-01-01,,2026-01-01,\n", "Alder", "Cedar")
    join_clients(world.home, "Alder", "Cedar")

    assert {seconds for ticket, seconds in world.rows("ticket_clock", "ticket_id", "target_seconds") if ticket[0] == "A"} == {8 * 3600}


@pytest.mark.torture
def test_a_rescore_without_other_targets_keeps_to_the_agreements_and_a_version_does_not(world: World) -> None:
    hours(world, "Alder,2026-01-01,,2026-03-15,\n", "Alder")
    with world.history() as history:
        then = rescored(history, EVERYTHING, Clock.RESOLUTION, by=By.WHOLE)
        now = rescored(history, EVERYTHING, Clock.RESOLUTION, version="2026-04-01", by=By.WHOLE)

    assert then[["no_target", "no_target_then"]].values.tolist() == [[2, 2]]
    assert now[["no_target", "no_target_then"]].values.tolist() == [[0, 2]]


@pytest.mark.torture
def test_the_register_is_told_as_it_stands(world: World) -> None:
    register = "Alder,2026-01-01,2026-01-05,2026-01-10,\nAlder,2026-03-02,,2026-03-18,\nAlder,2026-04-01,2026-04-20,,\nCedar,2026-04-01,,2026-05-01,2026-06-01\n"
    hours(world, register, "Alder", "Cedar")
    with world.history() as history:
        told = agreements(history)
        assert is_measured(history, world.home)
        (world.home / FILE).write_text(HEAD, encoding="utf-8")
        assert not is_measured(history, world.home)

    assert told[["client", "version", "standing", "tickets"]].values.tolist() == [
        ["Alder", "2026-04-01", "not_signed", 0], ["Alder", "2026-03-02", "in_force", 3], ["Alder", "2026-01-01", "replaced", 2],
        ["Cedar", "2026-04-01", "signed", 0],
    ]
    assert told["in_force_until"].dt.strftime("%Y-%m-%d").tolist()[2] == "2026-03-18"


def test_an_agreement_is_set_day_by_day_and_measured_at_once(world: World) -> None:
    hours(world, "", "Alder")
    set_agreement(world.home, Agreement(" ALDER", MARCH, sent_on=date(2026, 3, 1)))
    assert set(world.rows("ticket_clock", "target_seconds")) == {(None,)}

    set_agreement(world.home, Agreement("alder", MARCH, signed_on=date(2026, 3, 15)))

    assert read_register(world.home) == [("Alder", MARCH, date(2026, 3, 1), date(2026, 3, 15), None)]
    assert dict(world.rows("ticket_clock", "ticket_id", "target_seconds"))["A-3"] == 4 * 3600

    forget_agreement(world.home, "alder", MARCH)

    assert not (world.home / FILE).exists()
    assert dict(world.rows("ticket_clock", "ticket_id", "target_seconds"))["A-1"] == 8 * 3600


@pytest.mark.torture
def test_what_cannot_be_agreed_is_a_sentence_and_the_register_stays(world: World) -> None:
    hours(world, "Alder,2026-03-02,,2026-03-15,\n", "Alder")
    generation, before = current_generation(world.home), (world.home / FILE).read_bytes()

    with pytest.raises(TurnaroundError, match="No ticket and no client list names 'Nobody'"):
        set_agreement(world.home, Agreement("Nobody", MARCH, MARCH))
    with pytest.raises(TurnaroundError, match="no version of targets that starts on 2026-03-03"):
        set_agreement(world.home, Agreement("Alder", date(2026, 3, 3), MARCH))
    with pytest.raises(SettingsInvalid, match="before it was sent"):
        set_agreement(world.home, Agreement("Alder", MARCH, date(2026, 3, 16)))
    with pytest.raises(TurnaroundError, match="no line for 'Alder' and the version of 2026-01-01"):
        forget_agreement(world.home, "Alder", date(2026, 1, 1))

    assert (current_generation(world.home), (world.home / FILE).read_bytes()) == (generation, before)


@pytest.mark.torture
def test_a_damaged_register_is_a_sentence_and_the_history_stays(world: World) -> None:
    hours(world, "", "Alder")
    generation = current_generation(world.home)
    (world.home / FILE).write_text("who,what\n", encoding="utf-8")

    with pytest.raises(SettingsInvalid, match="is no table of client"):
        measure_again(world.home)

    assert current_generation(world.home) == generation


def test_an_erased_client_is_gone_from_the_register_and_its_neighbours_stay(world: World) -> None:
    hours(world, "ALDER,2026-01-01,,2026-01-10,\nAlder Group,2026-01-01,,2026-01-10,\nalder,2026-03-02,,,\n", "Alder", "Cedar")

    told = keeping.erase(world.home, "Alder", yes=False)
    assert (told.agreements, told.files, len(read_register(world.home))) == (2, (), 3)
    keeping.erase(world.home, "Alder", yes=True)

    assert [agreement.client for agreement in read_register(world.home)] == ["Alder Group"]
    assert world.rows("agreed_version", "client") == [("Alder Group",)]


@pytest.mark.torture
def test_a_client_that_only_the_register_knows_can_be_erased(world: World) -> None:
    hours(world, "Ghost & Co,2026-01-01,,2026-01-10,\n", "Alder")

    assert keeping.erase(world.home, "ghost & co", yes=True).agreements == 1
    assert not (world.home / FILE).exists()


@pytest.mark.torture
def test_the_register_is_in_a_backup_and_comes_back(world: World, tmp_path: Path) -> None:
    hours(world, "Alder,2026-01-01,,2026-03-15,\n", "Alder")
    keeping.back_up(world.home, tmp_path / "b.zip")

    keeping.restore(tmp_path / "new", tmp_path / "b.zip", yes=False)

    assert read_register(tmp_path / "new") == read_register(world.home)


def test_an_erased_client_does_not_come_back_with_the_register_of_a_backup(world: World, tmp_path: Path) -> None:
    hours(world, "ALDER,2026-01-01,,2026-01-10,\nGhost,2026-01-01,,2026-01-10,\nCedar,2026-01-01,,2026-01-10,\n", "Alder", "Cedar")
    keeping.back_up(world.home, tmp_path / "b.zip")
    keeping.erase(world.home, "Alder", yes=True)
    keeping.erase(world.home, "Ghost", yes=True)

    keeping.restore(world.home, tmp_path / "b.zip", yes=True)

    assert [agreement.client for agreement in read_register(world.home)] == ["Cedar"]
    assert world.rows("agreed_version", "client") == [("Cedar",)]
