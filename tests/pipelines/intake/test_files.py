"""The way from bytes to text, and what a load report says about it."""

import pytest

from pipelines.errors import SettingsInvalid
from pipelines.settings import known_zone
from tests.loading import LENIENT, World

HEAD = "ticket_id,opened_at,status,resolved_at"


@pytest.mark.parametrize("zone", ["localtime", "posixrules", "right/UTC", "Mars/Crater", "../etc/passwd", ""])
def test_names_that_are_no_time_zone_everywhere_are_refused(zone: str) -> None:
    with pytest.raises(SettingsInvalid, match="not a time zone"):
        known_zone(zone)


def notes(world: World, text: str) -> str:
    return " | ".join(world.load({"f.csv": text}).files[0].notes)


def test_the_report_says_what_was_inferred(world: World) -> None:
    told = notes(world, f"{HEAD},paused_minutes\nT-1,2026-03-02 09:00,singing,,5\nT-2,2026-03-02 09:00,open,,5")

    assert "times without a zone read as UTC" in told
    assert "count as open until a resolution is told: singing (1)" in told
    assert "load a status history for that" in told


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("singing\nin tune", "singing in tune (1)"),
        ("the printer on the second floor takes no paper since Monday", "the printer on the second floor takes no ... (1)"),
        ("x" * 500, f"{'x' * 40} ... (1)"),
    ],
)
def test_a_text_that_stands_where_a_status_should_is_told_by_its_beginning(world: World, status: str, told: str) -> None:
    assert f"is told: {told}" in notes(world, f'{HEAD}\nT-1,2026-03-02 09:00,"{status}",')


def test_the_report_says_where_the_closing_stands_for_the_resolution(world: World) -> None:
    assert "closed_at stands in for it" in notes(world, "ticket_id,opened_at,closed_at\nT-1,2026-03-02 09:00,2026-03-03 09:00")


def test_an_end_without_a_time_of_day_is_an_end_that_is_not_measured(world: World) -> None:
    told = notes(world, f"{HEAD}\nT-1,2026-03-02 09:00,resolved,2026-03-02\nT-2,2026-03-02 09:00,open,")

    assert "resolved_at has no time of day" in told
    assert world.rows("ticket", "ticket_id", "resolution_end") == [("T-1", "unknown"), ("T-2", "open")]


def test_a_placeholder_says_that_there_is_no_date(world: World) -> None:
    rows = "T-1,2026-03-02 09:00,open,1900-01-01 00:00\nT-2,2026-03-02 09:00,closed,1899-12-30 00:00"
    report = world.load({"f.csv": f"{HEAD}\n{rows}"})

    assert report.files[0].reasons == {"resolved_at: a placeholder, not a date": 2}
    assert world.rows("ticket", "ticket_id", "resolution_end") == [("T-1", "open"), ("T-2", "unknown")]


@pytest.mark.torture
def test_a_client_whose_name_begins_with_total_is_a_client(world: World) -> None:
    report = world.load({"c.csv": "client,tier\nAcme,Gold\nTotal Gas Ltd,Silver"})
    assert report.files[0].outcomes == {"new": 2}
    assert world.load({"d.csv": "client,tier\nAcme,Silver\nTotals:,"}).files[0].outcomes == {"totals row": 1, "updated": 1}


@pytest.mark.parametrize(("cell", "excluded"), [("X", True), ("Ja", True), ("1.0", True), ("no", False), ("0", False), ("", False)])
def test_excluded_is_read_as_people_write_it(world: World, cell: str, *, excluded: bool) -> None:
    world.load({"f.csv": f"ticket_id,opened_at,status,excluded,merged_into\nT-1,2026-03-02 09:00,open,{cell},0"})

    assert world.rows("ticket", "excluded") == [(excluded,)]


@pytest.mark.torture
def test_a_premium_that_is_neither_yes_nor_no_is_not_taken_for_any(world: World) -> None:
    head = "valid_from,clock,premium,amount,unit\n"
    lines = "2026-01-01,resolution,Y,3,business_hours\n2026-01-01,resolution,maybe,5,business_hours"
    report = world.load({"t.csv": head + lines}, LENIENT)

    assert report.files[0].reasons["premium: neither yes nor no"] == 1
    assert world.rows("accepted_target", "premium") == [(True,)]


@pytest.mark.torture
def test_one_stray_date_that_would_move_the_end_of_the_history_is_pointed_at(world: World) -> None:
    rows = [f"T-{i},2025-03-0{1 + i} 09:00,open," for i in range(8)]

    assert "typing error" not in notes(world, "\n".join([HEAD, *rows]))
    assert "seen until 2026-03-04" in notes(world, "\n".join([HEAD, *rows, "T-9,2025-03-04 09:00,resolved,2026-03-04 09:00"]))


@pytest.mark.torture
def test_a_last_row_of_a_client_called_total_is_listed_and_no_total(world: World) -> None:
    rows = "\n".join(f"Acme,T-{n},2026-03-02 09:00,ok" for n in range(30))
    report = world.load({"f.csv": f"client,ticket_id,opened_at,subject\n{rows}\nTotal Wine,T-99,2026-03-02 09:00,Hello, printer"})

    assert report.files[0].outcomes == {"quarantined": 1, "new": 30}


@pytest.mark.torture
@pytest.mark.parametrize("blank", [",,,", '"","","",""', '" ",  ,"",'])
@pytest.mark.parametrize("broken", [[], ["T-9,one cell too few,open"]], ids=["as it stands", "by record"])
def test_a_record_of_blanks_alone_is_a_blank_line_however_it_is_written(world: World, blank: str, broken: list[str]) -> None:
    rows = [f"T-{n},2026-03-02 09:00,open," for n in range(30)]
    report = world.load({"f.csv": "\n".join([HEAD, *rows[:10], blank, *rows[10:], *broken])}).files[0]

    assert report.outcomes == {"new": 30, **({"quarantined": 1} if broken else {})}
    assert sum(report.outcomes.values()) == report.records
