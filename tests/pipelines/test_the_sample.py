"""The made-up firm through the real way in: every record accounted for, and our clock beside the tool's own minutes."""

from pathlib import Path

import pytest

from pipelines.journey import LoadReport, load_sample
from pipelines.measure.checking import checked, reconciliation
from tests.loading import World


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[World, LoadReport]:
    world = World(Path(tmp_path_factory.mktemp("sample")) / "home")
    return world, load_sample(world.home)


def test_every_record_has_one_outcome(loaded: tuple[World, LoadReport]) -> None:
    for file in loaded[1].files:
        assert sum(file.outcomes.values()) == file.records

    tickets = loaded[1].files[2].outcomes
    assert 0.003 < tickets["quarantined"] / loaded[1].files[2].records < 0.02
    assert tickets["totals row"] == 1
    assert tickets["duplicate"] > 0


def test_nothing_of_the_firm_is_unknown_to_its_presets(loaded: tuple[World, LoadReport]) -> None:
    world, report = loaded

    assert not [note for file in report.files for note in file.notes if "not known" in note]
    assert world.frame("status_meaning")["state"].notna().all()
    assert set(world.frame("ticket_clock")["state"]) == {"met", "breached", "open_inside", "end_unknown"}


@pytest.mark.torture
def test_our_minutes_agree_with_the_tools_own(loaded: tuple[World, LoadReport]) -> None:
    world = loaded[0]
    clocks = world.frame("ticket_clock").merge(world.frame("placed_ticket"), on=["source", "ticket_id"], suffixes=("", "_ticket"))
    stopped = clocks[~clocks["still_open"] & (clocks["state"] != "end_unknown")]
    response = stopped[stopped["clock"] == "first_response"]
    reopened = stopped["first_resolution_seconds"] != stopped["business_seconds"]
    resolution = stopped[(stopped["clock"] == "resolution") & ~reopened]

    # The tool cuts its instants to whole minutes, so up to two minutes a clock.
    assert (response["business_seconds"] - 60 * response["vendor_response_minutes"]).abs().max() <= 120
    agrees = (resolution["business_seconds"] - 60 * resolution["vendor_resolution_minutes"]).abs() <= 120
    assert agrees.mean() > 0.995


def test_the_checks_find_what_was_put_into_the_exports(loaded: tuple[World, LoadReport]) -> None:
    with loaded[0].history() as history:
        found = {finding.check: (finding.rows, finding.severity) for finding in checked(history)}
        told = reconciliation(history).set_index("clock")

    assert found == {
        "resolved_before_opening": (17, "Look at it"),  # a year typed wrong, in one ticket of a thousand
        "vendor_disagrees": (495, "Good to know"),  # the tool stops at the first resolution of a reopened ticket
        "repeated_subject": (194, "Good to know"),  # outages that a site reports again and again
        "never_answered": (183, "Good to know"),
        "end_unknown": (166, "Good to know"),
        "status_history_without_ticket": (86, "Good to know"),  # the tickets of broken rows
    }
    assert (told["agreeing"] / told["n"]).round(3).to_dict() == {"first_response": 1.0, "resolution": 0.971}
    assert set(told["vendor_counts"]) == {"business"}
