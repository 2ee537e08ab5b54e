"""Versions and drafts of targets held against the desk of a small firm that answers within the hour."""

from pathlib import Path

import pandas as pd
import pytest

from models.refresh.desks import LearntDesk, learn_desk
from models.refresh.target_check import check_targets
from pipelines.errors import TurnaroundError
from pipelines.settings import read_settings
from tests.loading import World
from tests.models.test_desk_shell import TARGETS, said, tickets

SHORT = "\n2024-01-01,first_response,,1,business_minutes"
DRAFT = pd.DataFrame({"valid_from": ["2026-01-01"], "clock": ["first_response"], "amount": ["8"], "unit": ["business_hours"]})


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = World(tmp_path_factory.mktemp("checked") / "home")
    world.load({"f.csv": tickets(24), "targets.csv": TARGETS.rstrip() + SHORT})
    return world.home


@pytest.fixture(scope="module")
def learnt(home: Path) -> LearntDesk:
    return learn_desk(home)


def kept(check: pd.DataFrame) -> float:
    return float(check.set_index("clock").loc["first_response", "kept"])  # type: ignore[arg-type]


def test_a_longer_target_is_kept_by_more_tickets_with_the_same_desk(home: Path, learnt: LearntDesk) -> None:
    prices = read_settings(home).prices
    hour, minute = (check_targets(home, learnt, prices, version=day) for day in ("2025-01-01", "2024-01-01"))
    draft = check_targets(home, learnt, prices, lines=DRAFT)

    assert kept(minute.shares) < kept(hour.shares) <= kept(draft.shares)
    assert kept(draft.shares) == pytest.approx(1, abs=0.02)
    assert draft.technicians == learnt.desk.technicians
    assert draft.hopeless == ()
    assert ("", "first_response") in minute.hopeless
    assert minute.failing["kept"].iloc[0] < 0.5


def test_in_force_is_what_is_checked_where_nothing_is_named(home: Path, learnt: LearntDesk) -> None:
    prices = read_settings(home).prices

    assert kept(check_targets(home, learnt, prices).shares) == kept(check_targets(home, learnt, prices, version="2025-01-01").shares)


def test_a_version_that_is_not_there_is_refused(home: Path, learnt: LearntDesk) -> None:
    with pytest.raises(TurnaroundError):
        check_targets(home, learnt, read_settings(home).prices, version="1999-01-01")


def test_the_shell_checks_a_version_without_learning_anew(home: Path, learnt: LearntDesk) -> None:
    before = sorted(home.rglob("desk-*.json"))
    code, text = said(home, "desk", "--version", "2024-01-01", "--uptake", "0")

    assert code == 0, text
    assert learnt.usable == ("Not usable" not in text)
    assert sorted(home.rglob("desk-*.json")) == before
