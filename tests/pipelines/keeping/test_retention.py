"""Tickets older than the owner keeps are forgotten, byte for byte, and an old export does not bring them back."""

from datetime import datetime

import pytest

from pipelines import keeping
from pipelines.errors import SettingsInvalid, TurnaroundError
from pipelines.history.retention import kept_since
from pipelines.settings import read_settings
from tests.loading import LENIENT, World

NOW = datetime(2026, 8, 31, 12, 0)
TICKETS = """ticket_id,opened_at,status,resolved_at,subject
T-1,2019-03-02 09:00,resolved,2019-03-02 10:00,wombat printer
T-2,2019-03-02 09:00,resolved,2025-11-02 10:00,opened long ago but ended late
T-3,2019-03-02 09:00,open,,wombat never heard of again
T-4,2026-03-02 09:00,resolved,2026-03-02 10:00,recent
T-5,never,resolved,2019-03-02 10:00,a row that cannot be read
"""
STATUSES = "ticket_id,status,changed_at\nT-1,in progress,2019-03-02 09:15\nT-4,in progress,2026-03-02 09:20"


@pytest.fixture
def old(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """A history with old tickets, kept for two years until the end of August 2026."""
    monkeypatch.setattr(keeping, "kept_since", lambda months: kept_since(months, NOW))
    monkeypatch.setattr("pipelines.journey.kept_since", lambda months: kept_since(months, NOW))
    world.begin({"f.csv": TICKETS, "h.csv": STATUSES}, LENIENT)
    return world


def ids(world: World, table: str = "ticket") -> list[object]:
    return sorted(row[0] for row in world.rows(table, "ticket_id"))


def test_what_ended_longer_ago_is_forgotten(old: World) -> None:
    found = keeping.retain(old.home, 24, yes=True)

    assert (found.tickets, found.before, found.done) == (2, datetime(2024, 8, 31, 12, 0), True)
    assert ids(old) == ["T-2", "T-4"]
    assert ids(old, "accepted_status") == ["T-4"]
    assert not [file for file in old.home.rglob("*") if file.is_file() and b"wombat" in file.read_bytes()]
    assert len(list((old.home / "generations").iterdir())) == 1


def test_without_yes_it_only_says_how_many(old: World) -> None:
    assert keeping.retain(old.home, 24, yes=False).tickets == 2
    assert ids(old) == ["T-1", "T-2", "T-3", "T-4"]


@pytest.mark.torture
def test_as_long_as_the_setting_stands_an_old_export_brings_nothing_back(old: World) -> None:
    old.settings("[history]\nkeep_months = 24\n")
    keeping.retain(old.home, None, yes=True)

    report = old.load({"f.csv": TICKETS, "h.csv": STATUSES}, LENIENT)

    assert report.files[0].outcomes == {"excluded": 3, "new": 2}
    assert report.files[0].reasons["older than you keep"] == 3
    assert report.files[1].outcomes == {"excluded": 1, "folded": 1}
    assert ids(old) == ["T-2", "T-4"]


@pytest.mark.torture
def test_without_the_setting_an_old_export_brings_them_back_and_it_is_said(old: World) -> None:
    found = keeping.retain(old.home, 24, yes=True)

    assert any("keep_months" in note for note in found.notes)
    assert old.load({"f.csv": TICKETS}, LENIENT).tickets == 4


def test_an_old_status_change_of_a_ticket_that_is_kept_stays(old: World) -> None:
    old.settings("[history]\nkeep_months = 24\n")

    report = old.load({"h2.csv": "ticket_id,status,changed_at\nT-2,waiting,2019-03-03 09:00"})

    assert report.files[0].outcomes == {"folded": 1}


@pytest.mark.torture
def test_clients_and_targets_have_no_age(old: World) -> None:
    old.load({"c.csv": "client,tier\nAlder Dental,Gold", "t.csv": "valid_from,clock,amount,unit\n2019-01-01,resolution,8,business_hours"})
    keeping.retain(old.home, 1, yes=True)

    assert old.rows("client", "client") == [("Alder Dental",)]
    assert len(old.rows("target", "amount")) == 1


def test_nothing_to_forget_publishes_nothing(old: World) -> None:
    before = (old.home / "CURRENT").read_text()

    assert keeping.retain(old.home, 1200, yes=True).tickets == 0
    assert (old.home / "CURRENT").read_text() == before


def test_how_long_must_be_said(old: World) -> None:
    with pytest.raises(TurnaroundError, match="how many months"):
        keeping.retain(old.home, None, yes=True)


@pytest.mark.parametrize(
    ("months", "since"),
    [(1, "2026-07-31"), (6, "2026-02-28"), (8, "2025-12-31"), (20, "2024-12-31"), (30, "2024-02-29"), (0, "None")],
)
def test_months_are_months_of_the_calendar(months: int, since: str) -> None:
    assert str(kept_since(months, NOW))[:10] == since


@pytest.mark.parametrize("months", ["-1", "1.5", '"many"', "true", "100000"])
def test_a_setting_that_is_no_number_of_months_is_a_sentence(world: World, months: str) -> None:
    world.settings(f"[history]\nkeep_months = {months}\n")

    with pytest.raises(SettingsInvalid, match="months"):
        read_settings(world.home)
