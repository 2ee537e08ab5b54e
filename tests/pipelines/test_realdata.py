"""Histories that nobody here wrote: every record accounted for, and the figures that others measured on them."""

from datetime import datetime
from pathlib import Path

import pytest

from pipelines.errors import NeedsAnswer
from pipelines.intake.answers import Answers
from pipelines.journey import LoadReport, load_files
from tests.conftest import REALDATA, needs_realdata
from tests.loading import World

pytestmark = needs_realdata
NO_ANSWER = Answers()


def load(tmp_path: Path, name: str, answers: Answers = NO_ANSWER) -> tuple[World, LoadReport]:
    world = World(tmp_path / "home")
    report = load_files(world.home, [REALDATA / name], answers)
    file = report.files[0]
    assert sum(file.outcomes.values()) == file.records
    return world, report


def test_the_servicenow_log(tmp_path: Path) -> None:
    world, report = load(tmp_path, "uci_incident_event_log.csv.gz")
    clock = world.frame("ticket_clock").query("clock == 'resolution'")
    hours = clock.loc[clock["state"] != "end_unknown", "calendar_seconds"] / 3600

    assert (report.tickets, report.files[0].records, report.files[0].outcomes) == (24_918, 141_712, {"folded": 116_794, "new": 24_918})
    assert (len(hours), (clock["state"] == "end_unknown").sum()) == (23_362, 1_556)
    assert (hours.median(), hours.quantile(0.9)) == pytest.approx((22.1, 381.6), abs=0.1)
    assert clock["paused_seconds"].sum() > 0
    response = world.frame("ticket_clock").query("clock == 'first_response' and state != 'end_unknown'")
    assert len(response) == 24_916
    assert response["calendar_seconds"].quantile(0.5) / 3600 == pytest.approx(0.35, abs=0.01)
    again = load_files(world.home, [REALDATA / "uci_incident_event_log.csv.gz"], Answers())
    assert again.files[0].outcomes == {"unchanged": 24_918, "folded": 116_794}


def test_the_servicenow_log_cut_at_the_end_of_may(tmp_path: Path) -> None:
    world, report = load(tmp_path, "uci_incident_event_log.csv.gz", Answers(as_of=datetime(2016, 5, 31, 23, 59, 59)))
    tickets = world.frame("ticket")

    assert tickets["opened_at"].max() <= datetime(2016, 5, 31, 23, 59, 59)
    assert (tickets["resolution_end"] == "open").sum() > 500
    assert report.files[0].outcomes["excluded"] > 0


def test_the_italian_help_desk(tmp_path: Path) -> None:
    world, report = load(tmp_path, "italian_helpdesk_events.csv.gz")
    clock = world.frame("ticket_clock").query("not still_open and state != 'end_unknown'")

    assert (report.tickets, report.files[0].outcomes) == (4_580, {"duplicate": 127, "folded": 16_641, "new": 4_580})
    assert len(clock.query("clock == 'first_response'")) == 4_285
    for name, median, p90 in (("first_response", 16.4, 351.7), ("resolution", 159.8, 721.1)):
        hours = clock.loc[clock["clock"] == name, "calendar_seconds"] / 3600
        assert (hours.median(), hours.quantile(0.9)) == pytest.approx((median, p90), abs=0.1)


def test_the_volvo_incidents(tmp_path: Path) -> None:
    world, report = load(tmp_path, "volvo_incident_events.csv.gz")

    assert (report.tickets, report.files[0].records) == (7_554, 65_533)
    assert world.frame("ticket")["opened_at"].min() == datetime(2010, 3, 31, 14, 59, 42)  # written as 16:59:42+02:00


def test_the_requests_of_boston(tmp_path: Path) -> None:
    world, report = load(tmp_path, "boston311_closed_requests.csv.gz", Answers(timezone="UTC"))
    clock = world.frame("ticket_clock").query("clock == 'resolution' and not still_open")
    tickets = world.frame("accepted_ticket")
    hours = clock["calendar_seconds"] / 3600

    assert (report.files[0].source, report.tickets) == ("city_requests", 4_995)
    assert (hours.median(), hours.quantile(0.9)) == pytest.approx((11.96, 261.58), abs=0.01)
    assert (tickets["vendor_met"] == "false").sum() == 474
    assert tickets["postcode"].dropna().str.fullmatch(r"0\d{4}").all()
    assert tickets[["latitude", "longitude"]].notna().sum().tolist() == [4_963, 4_963]


def test_rabobank_has_two_forms_of_dates_and_hours_that_nobody_can_read(tmp_path: Path) -> None:
    with pytest.raises(NeedsAnswer, match=r"has dates such as .* and no value says whether the day"):
        load(tmp_path, "rabobank_damaged_40_rows.csv")
    with pytest.raises(NeedsAnswer, match="not a number that can be read in hands_on_minutes"):
        load(tmp_path, "rabobank_damaged_40_rows.csv", Answers(day_first=True))
