"""Fits are stored beside the generation they were made on, and say when the data has moved on."""

import json

import pandas as pd
import pytest

from models.refresh import proposed, read_promises
from models.refresh.promises import refresh
from pipelines.errors import NoHistory
from pipelines.history.generations import current_generation
from pipelines.settings import read_settings
from pipelines.vocabulary import Clock
from tests.loading import World

TICKETS = "ticket_id,opened_at,issue_type,status,resolved_at\n" + "\n".join(
    f"T-{i},2026-03-{2 + i % 5:02d} 09:00,Email,resolved,2026-03-{2 + i % 5:02d} 1{i % 3}:30" for i in range(60)
)


def test_what_is_stored_is_what_was_fitted(world: World) -> None:
    world.load({"f.csv": TICKETS})
    fitted, stored = refresh(world.home), read_promises(world.home)

    assert stored is not None
    assert not stored.stale
    settings = read_settings(world.home)
    pd.testing.assert_frame_equal(
        proposed(stored, settings), proposed(fitted, settings), check_dtype=False, rtol=1e-5
    )
    assert proposed(fitted, settings)[["clock", "issue_type", "n", "still_open"]].to_numpy().tolist() == [
        ["resolution", "Email", 60, 0]
    ]


def test_a_fit_is_plain_json_beside_its_generation(world: World) -> None:
    world.load({"f.csv": TICKETS})
    refresh(world.home)

    folder = current_generation(world.home)
    assert folder is not None
    (file,) = folder.glob("promises-*.json")
    assert json.loads(file.read_text())["clocks"]["resolution"]["ends"] == 60


@pytest.mark.torture
def test_after_a_load_the_old_fit_is_shown_as_old(world: World) -> None:
    world.load({"f.csv": TICKETS})
    refresh(world.home)
    world.load({"g.csv": TICKETS.replace("T-", "U-")})

    stored = read_promises(world.home)
    assert stored is not None
    assert stored.stale


def test_another_order_of_tiers_or_promise_level_makes_the_fit_old(world: World) -> None:
    world.load({"f.csv": TICKETS})
    refresh(world.home)
    world.settings("[promise]\nkept_rate = 0.8")
    lower = read_promises(world.home)
    world.settings('[tiers]\norder = ["Basic", "Better"]')
    other = read_promises(world.home)

    assert lower is not None
    assert other is not None
    assert (lower.stale, other.stale) == (True, True)


@pytest.mark.parametrize(
    ("tickets", "why"),
    [(TICKETS, ""), ("\n".join(TICKETS.splitlines()[:21]), "too few")],
)
def test_sixty_tickets_are_enough_for_a_promise_and_twenty_are_not(world: World, tickets: str, why: str) -> None:
    world.load({"f.csv": tickets})

    table = proposed(refresh(world.home), read_settings(world.home))
    assert table["why_none"].tolist() == [why]
    assert table["proposed_seconds"].notna().tolist() == [why == ""]


def test_a_history_in_which_nothing_has_ended_promises_nothing(world: World) -> None:
    rows = [f"T-{i},2026-03-02 09:00,Email,open," for i in range(60)]
    world.load({"f.csv": "\n".join(["ticket_id,opened_at,issue_type,status,resolved_at", *rows])})

    promises = refresh(world.home)
    assert promises.clocks[Clock.RESOLUTION].curves.ends == 0
    assert proposed(promises, read_settings(world.home))["why_none"].tolist() == ["too few"]


def test_without_a_ticket_nothing_is_fitted(world: World) -> None:
    assert read_promises(world.home) is None
    with pytest.raises(NoHistory):
        refresh(world.home)
