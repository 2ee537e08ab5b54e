"""Fits are stored beside the generation they were made on, and say when the data has moved on."""

import json

import pandas as pd
import pytest

from models.refresh import read_promises, refresh
from pipelines.errors import NoHistory
from pipelines.history.generations import current_generation
from tests.loading import World

TICKETS = "ticket_id,opened_at,issue_type,status,resolved_at\n" + "\n".join(
    f"T-{i},2026-03-{2 + i % 5:02d} 09:00,Email,resolved,2026-03-{2 + i % 5:02d} 1{i % 3}:30" for i in range(60)
)


def test_what_is_stored_is_what_was_fitted(world: World) -> None:
    world.load({"f.csv": TICKETS})
    fitted, stored = refresh(world.home), read_promises(world.home)

    assert stored is not None
    assert not stored.stale
    assert (stored.kept_rate, stored.window_days, stored.as_of) == (fitted.kept_rate, fitted.window_days, fitted.as_of)
    pd.testing.assert_frame_equal(stored.frame, fitted.frame, check_dtype=False)
    assert fitted.frame[["clock", "issue_type", "n", "still_open"]].values.tolist() == [["resolution", "Email", 60, 0]]


def test_a_fit_is_plain_json_beside_its_generation(world: World) -> None:
    world.load({"f.csv": TICKETS})
    refresh(world.home)

    folder = current_generation(world.home)
    assert folder is not None
    assert json.loads((folder / "promises-baseline.json").read_text())["kept_rate"] == 0.9


def test_after_a_load_the_old_fit_is_shown_as_old(world: World) -> None:
    world.load({"f.csv": TICKETS})
    refresh(world.home)
    world.load({"g.csv": TICKETS.replace("T-", "U-")})

    stored = read_promises(world.home)
    assert stored is not None
    assert stored.stale


def test_another_promise_level_makes_the_fit_old(world: World) -> None:
    world.load({"f.csv": TICKETS})
    refresh(world.home)
    world.settings("[promise]\nkept_rate = 0.8")

    stored = read_promises(world.home)
    assert stored is not None
    assert stored.stale


def test_without_a_ticket_nothing_is_fitted(world: World) -> None:
    assert read_promises(world.home) is None
    with pytest.raises(NoHistory):
        refresh(world.home)
    world.load({"c.csv": "client,tier\nAlder,Gold"})
    with pytest.raises(NoHistory, match="no ticket"):
        refresh(world.home)
