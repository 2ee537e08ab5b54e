"""What the statuses of an unknown tool may mean."""

from pathlib import Path

import pytest

from pipelines.intake.preset import all_presets
from pipelines.mapping.meanings import proposed_states

PRESETS = all_presets(Path("nowhere"))


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("New", "open"), (">In Progress (plan of action)", "open"), ("In Bearbeitung", "open"), ("En cours", "open"),
        ("Waiting on customer", "paused"), ("Wartet auf Kunde", "paused"), ("PENDING", "paused"), ("Aguardando cliente", "paused"),
        ("Gelöst", "resolved"), ("Résolu", "resolved"), ("Opgelost", "resolved"), ("Closed", "closed"), ("Fermé", "closed"),
        ("Closed - Merged", "excluded"), ("Cancelled", "excluded"), ("Storniert", "excluded"), ("Awaiting Vendor", "paused"),
    ],
)  # fmt: skip
def test_a_status_is_proposed_in_many_languages(status: str, state: str) -> None:
    assert proposed_states([status], PRESETS) == {status: state}


@pytest.mark.parametrize("status", ["Seltsam", "5", "-", "", "=1+1", "日本語"])
def test_what_nobody_knows_is_left_to_the_owner(status: str) -> None:
    assert proposed_states([status], PRESETS) == {status: None}
