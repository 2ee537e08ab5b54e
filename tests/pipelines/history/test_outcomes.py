"""Every record ends in exactly one outcome; loading twice, overlapping or in another order changes nothing."""

import zipfile
from datetime import datetime
from itertools import permutations
from textwrap import dedent

import pytest

from pipelines.errors import FileRefused
from pipelines.history.generations import current_generation
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from tests.loading import LENIENT, UTC, World

MONDAY = """
    ticket_id,opened_at,resolved_at,updated_at,status
    T-1,2026-03-02 09:00,2026-03-02 10:00,2026-03-02 10:00,resolved
    T-2,2026-03-02 09:30,,2026-03-02 09:30,open
"""
TUESDAY = """
    ticket_id,opened_at,resolved_at,updated_at,status
    T-2,2026-03-02 09:30,2026-03-03 11:00,2026-03-03 11:00,resolved
    T-3,2026-03-03 09:00,,2026-03-03 09:00,open
    T-1,2026-03-02 09:00,2026-03-02 10:00,2026-03-02 10:00,resolved
"""
UPDATES = """
    number,incident_state,opened_at,sys_updated_at,resolved_at,category
    I-1,New,2026-03-02 09:00,2026-03-02 09:00,2026-03-02 12:00,Email
    I-1,Active,2026-03-02 09:00,2026-03-02 09:40,2026-03-02 12:00,Email
    I-1,Closed,2026-03-02 09:00,2026-03-07 12:00,2026-03-02 12:00,Email
    I-2,New,2026-03-02 10:00,2026-03-02 10:00,?,Email
"""


@pytest.mark.torture
def test_new_updated_unchanged_and_superseded_are_told_apart(world: World) -> None:
    assert world.load({"mon.csv": MONDAY}).files[0].outcomes == {"new": 2}
    assert world.load({"tue.csv": TUESDAY}).files[0].outcomes == {"updated": 1, "new": 1, "unchanged": 1}
    late_arrival = MONDAY.replace("open\n", "open \n").replace("09:30,open", "09:31,waiting")
    assert world.load({"old.csv": late_arrival}).files[0].outcomes == {"superseded": 1, "unchanged": 1}
    assert world.rows("ticket", "ticket_id", "status") == [("T-1", "resolved"), ("T-2", "resolved"), ("T-3", "open")]


def test_the_same_file_again_changes_nothing_and_publishes_nothing(world: World) -> None:
    world.load({"mon.csv": MONDAY})
    before = current_generation(world.home)

    report = world.load({"mon.csv": MONDAY})

    assert report.files[0].outcomes == {"unchanged": 2}
    assert current_generation(world.home) == before


def test_one_content_under_two_names_in_a_packed_file_is_loaded_once(world: World) -> None:
    packed = world.write("both.zip", "")
    with zipfile.ZipFile(packed, "w") as both:
        for name in ("monday.csv", "copy.csv"):
            both.writestr(name, dedent(MONDAY).lstrip())

    first, again = load_files(world.home, [packed], UTC).files

    assert (first.outcomes, again.outcomes) == ({"new": 2}, {"unchanged": 2})
    assert (again.file, again.notes) == ("both.zip/copy.csv", ["loaded before: nothing changed"])
    assert world.rows("load", "file_name") == [("both.zip/monday.csv",)]


@pytest.mark.torture
def test_the_same_file_under_another_time_zone_is_measured_again(world: World) -> None:
    world.load({"mon.csv": MONDAY})
    world.load({"mon.csv": MONDAY}, Answers(timezone="Europe/Paris"))

    assert len(world.frame("load")) == 1
    assert [row[0].hour for row in world.rows("ticket", "opened_at")] == [8, 8]


@pytest.mark.torture
@pytest.mark.parametrize("order", list(permutations(["a.csv", "b.csv", "c.csv"])))
def test_the_order_of_loading_never_matters(world: World, order: tuple[str, ...]) -> None:
    files = {"a.csv": MONDAY, "b.csv": TUESDAY, "c.csv": MONDAY.replace("09:30,open", "09:30,waiting")}
    for name in (*order, order[0]):
        world.load({name: files[name]})

    assert world.rows("ticket", "ticket_id", "status", "resolution_end") == [
        ("T-1", "resolved", "stopped"), ("T-2", "resolved", "stopped"), ("T-3", "open", "open"),
    ]


@pytest.mark.torture
def test_of_a_log_the_last_row_is_the_ticket_and_the_others_are_its_history(world: World) -> None:
    report = world.load({"log.csv": UPDATES})

    assert report.files[0].outcomes == {"folded": 2, "new": 2}
    assert world.rows("ticket", "ticket_id", "status", "resolution_end") == [("I-1", "Closed", "stopped"), ("I-2", "New", "open")]
    assert len(world.frame("status_change")) == 4


@pytest.mark.torture
def test_overlapping_logs_give_one_history_of_statuses(world: World) -> None:
    head, *rows = UPDATES.strip("\n").splitlines()
    world.load({"first.csv": "\n".join([head, *rows[:2]])})
    world.load({"second.csv": "\n".join([head, *rows[1:]])})

    assert world.rows("status_change", "ticket_id", "position", "status") == [
        ("I-1", 1, "New"), ("I-1", 2, "Active"), ("I-1", 3, "Closed"), ("I-2", 1, "New"),
    ]


@pytest.mark.torture
def test_copies_totals_merged_tickets_and_older_rows_each_have_their_outcome(world: World) -> None:
    report = world.load({"f.csv": """
        ticket_id,opened_at,updated_at,status
        T-1,2026-03-02 09:00,2026-03-02 09:00,open
        T-1,2026-03-02 09:00,2026-03-02 09:00,open
        T-2,2026-03-02 09:00,2026-03-02 12:00,waiting
        T-2,2026-03-02 09:00,2026-03-02 09:00,open
        T-3,2026-03-02 09:00,2026-03-02 09:00,merged
        Total,4,,
    """})

    assert report.files[0].outcomes == {"duplicate": 1, "superseded": 1, "excluded": 1, "totals row": 1, "new": 2}
    assert sum(report.files[0].outcomes.values()) == report.files[0].records == 6


@pytest.mark.torture
@pytest.mark.parametrize("drawn", [MONDAY, UPDATES])
@pytest.mark.parametrize("broken", ["", "T-9\n"])
def test_the_header_again_is_no_record_that_was_lost(world: World, drawn: str, broken: str) -> None:
    head, *rows = dedent(drawn).strip().splitlines(keepends=True)
    head = head.replace(",", " , ", 1)
    report = world.load({"f.csv": "".join([head, *rows[:1], head, *rows[1:], "\n", head, broken])}, LENIENT).files[0]

    assert report.reasons["the header again"] == report.outcomes["totals row"] == 2
    assert sum(report.outcomes.values()) == report.records == len(rows) + 2 + bool(broken)


@pytest.mark.torture
def test_what_came_after_the_as_of_moment_is_left_out_and_what_ended_later_is_still_open(world: World) -> None:
    as_of = Answers(timezone="UTC", as_of=datetime(2026, 3, 2, 23, 59))
    report = world.load({"tue.csv": TUESDAY}, as_of)

    assert report.files[0].outcomes == {"excluded": 1, "new": 2}
    assert report.files[0].reasons == {"opened after the as-of moment": 1}
    assert world.rows("ticket", "ticket_id", "resolution_end") == [("T-1", "stopped"), ("T-2", "open")]


@pytest.mark.torture
def test_a_log_cut_at_a_moment_shows_the_status_of_that_moment(world: World) -> None:
    cut = Answers(timezone="UTC", as_of=datetime(2026, 3, 2, 11, 0))
    report = world.load({"log.csv": UPDATES}, cut)

    assert report.files[0].outcomes == {"excluded": 1, "folded": 1, "new": 2}
    assert world.rows("ticket", "ticket_id", "status", "resolution_end") == [("I-1", "Active", "open"), ("I-2", "New", "open")]


@pytest.mark.torture
def test_clients_and_targets_are_counted_like_tickets(world: World) -> None:
    clients = "client,tier,calendar\nAlder,Gold,always\nBirch,Silver,\n"
    targets = "valid_from,clock,amount,unit\n2026-01-01,resolution,8,business_hours\n"

    first = world.load({"c.csv": clients, "t.csv": targets})
    second = world.load({"c.csv": clients.replace("Silver", "Gold"), "t.csv": targets}, UTC)

    assert [file.outcomes for file in first.files] == [{"new": 2}, {"new": 1}]
    assert [file.outcomes for file in second.files] == [{"unchanged": 1, "updated": 1}, {"unchanged": 1}]


@pytest.mark.torture
def test_a_ticket_that_goes_back_to_an_earlier_state_is_updated(world: World) -> None:
    told = []
    for day, status in enumerate(["open", "closed", "open"], start=3):
        rows = f"T-1,2026-03-02 09:00,{status}\nT-{day},2026-03-0{day} 09:00,open"
        told.append(world.load({f"{day}.csv": f"ticket_id,opened_at,status\n{rows}"}).files[0])

    assert [file.outcomes for file in told] == [{"new": 2}, {"updated": 1, "new": 1}, {"updated": 1, "new": 1}]


@pytest.mark.torture
def test_an_older_client_list_that_is_loaded_again_holds_again(world: World) -> None:
    silver, gold = "client,tier\nAlder,Silver", "client,tier\nAlder,Gold"
    for text in (silver, gold, silver):
        world.load({"c.csv": text})

    assert world.rows("client", "tier") == [("Silver",)]


@pytest.mark.torture
def test_the_made_up_firm_never_stands_beside_real_tickets(world: World) -> None:
    load_files(world.home, [world.write("s.csv", TUESDAY)], UTC, is_sample=True)
    world.load({"mon.csv": MONDAY})

    assert world.rows("ticket", "ticket_id") == [("T-1",), ("T-2",)]
    with pytest.raises(FileRefused, match="a history of your own"):
        load_files(world.home, [world.write("s.csv", TUESDAY)], UTC, is_sample=True)


@pytest.mark.torture
def test_another_company_time_zone_is_a_reason_to_read_a_file_again(world: World) -> None:
    world.load({"mon.csv": MONDAY}, Answers())
    world.settings('[company]\ntimezone = "America/New_York"')
    world.load({"mon.csv": MONDAY}, Answers())

    assert [row[0].hour for row in world.rows("ticket", "opened_at")] == [14, 14]


@pytest.mark.torture
def test_a_moment_before_the_whole_file_or_in_the_future_is_refused(world: World) -> None:
    with pytest.raises(FileRefused, match="nothing before the moment"):
        world.load({"mon.csv": MONDAY}, Answers(as_of=datetime(2020, 1, 1)))
    with pytest.raises(FileRefused, match="in the future"):
        world.load({"mon.csv": MONDAY}, Answers(as_of=datetime(2999, 1, 1)))


@pytest.mark.torture
def test_a_log_written_newest_first_tells_the_same(world: World) -> None:
    head, *rows = [line.strip() for line in UPDATES.strip("\n").splitlines()]
    same_minute = [*rows, "I-2,Closed,2026-03-02 10:00,2026-03-02 10:00,2026-03-02 10:00,Email"]
    world.load({"up.csv": "\n".join([head, *same_minute])})
    upwards = world.rows("ticket", "ticket_id", "status", "resolution_end")
    world.home = world.home / "other"
    world.load({"down.csv": "\n".join([head, *reversed(same_minute)])})

    assert world.rows("ticket", "ticket_id", "status", "resolution_end") == upwards
    assert upwards == [("I-1", "Closed", "stopped"), ("I-2", "Closed", "stopped")]
