"""A back-test is made with what was known then, stored beside its generation, and told in words and as JSON."""

import json
from datetime import datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from models.__main__ import app
from models.refresh import read_backtest, read_promises
from models.refresh.backtests import run_backtest
from models.refresh.promises import refresh
from pipelines.errors import NoHistory, TurnaroundError
from pipelines.vocabulary import Clock
from tests.loading import World

HEAD = "ticket_id,opened_at,issue_type,tier,status,resolved_at"
TARGETS = "valid_from,clock,amount,unit\n2026-01-01,resolution,6,business_hours"


def history(tickets: int = 600) -> str:
    """Three tickets a day for two hundred days; printers take four times as long; the last dozen are open."""
    dice, start = np.random.default_rng(11), datetime(2026, 1, 5, 9)
    rows = [HEAD]
    for i in range(tickets):
        opened = start + timedelta(hours=8 * i)
        hours = dice.exponential(12 if i % 3 == 0 else 3)
        ended = opened + timedelta(hours=hours)
        issue, tier = ("Printer" if i % 3 == 0 else "Email"), ("Gold" if i % 2 else "Silver")
        end = f"resolved,{ended:%Y-%m-%d %H:%M}" if i < tickets - 12 else "open,"
        rows.append(f"T-{i},{opened:%Y-%m-%d %H:%M},{issue},{tier},{end}")
    return "\n".join(rows)


@pytest.fixture
def tested(world: World) -> World:
    world.load({"tickets.csv": history(), "targets.csv": TARGETS})
    return world


@pytest.mark.torture
def test_what_is_stored_of_a_backtest_is_what_was_found(tested: World) -> None:
    found, stored = run_backtest(tested.home, every_days=28), read_backtest(tested.home)

    assert stored is not None
    own, again = found.clocks[Clock.RESOLUTION], stored.clocks[Clock.RESOLUTION]
    assert (stored.stale, stored.every_days, stored.kept_rate, stored.as_of) == (False, 28, 0.9, found.as_of)
    assert again.total == pytest.approx(own.total, nan_ok=True)
    assert len(again.by_moment) == len(own.by_moment) > 2
    assert own.total["tickets"] > 300
    assert own.total["target_judged"] > 0
    assert 0.8 < own.total["kept"] < 1


@pytest.mark.torture
def test_tickets_that_come_later_change_nothing_of_what_was_promised_before(tested: World) -> None:
    before = run_backtest(tested.home, every_days=28).clocks[Clock.RESOLUTION].by_moment
    later = "\n".join([HEAD, *(f"N-{i},2026-07-23 09:00,Email,Gold,resolved,2026-07-23 09:05" for i in range(400))])
    tested.load({"later.csv": later})

    after = run_backtest(tested.home, every_days=28).clocks[Clock.RESOLUTION].by_moment
    columns = ["made_at", "tickets", "promised", "kept", "shown"]
    told = before["made_at"].isin(after["made_at"])
    assert told.sum() > 2
    pd.testing.assert_frame_equal(
        before.loc[told, columns].iloc[:-1].reset_index(drop=True), after[columns].iloc[: int(told.sum()) - 1]
    )


@pytest.mark.torture
def test_a_backtest_of_another_generation_is_old(tested: World) -> None:
    run_backtest(tested.home, every_days=28)
    tested.load({"more.csv": f"{HEAD}\nX-1,2026-07-22 09:00,Email,Gold,open,"})

    stored = read_backtest(tested.home)
    assert stored is not None
    assert stored.stale


@pytest.mark.torture
def test_another_level_is_tried_and_leaves_the_owners_record_as_it_was(tested: World) -> None:
    run_backtest(tested.home, every_days=28)
    tried = run_backtest(tested.home, every_days=28, kept_rate=0.8)

    stored = read_backtest(tested.home)
    assert stored is not None
    assert (tried.kept_rate, stored.kept_rate) == (0.8, 0.9)


def test_a_short_history_says_what_is_needed(world: World) -> None:
    world.load({"few.csv": "\n".join(history(20).splitlines()[:20])})

    with pytest.raises(TurnaroundError, match="too short for a back-test every 28 days: load tickets of at least 112 days"):
        run_backtest(world.home, every_days=28)
    with pytest.raises(NoHistory):
        run_backtest(world.home / "elsewhere")


def test_open_tickets_are_ranked_and_the_likeliest_comes_first(tested: World) -> None:
    refresh(tested.home)
    stored = read_promises(tested.home)

    assert stored is not None
    risky = stored.clocks[Clock.RESOLUTION].at_risk
    assert len(risky) > 0
    assert risky["risk"].between(0, 1).all()
    assert risky["risk"].is_monotonic_decreasing
    assert (risky["business_seconds"] <= risky["target_seconds"]).all()
    assert set(risky["ticket_id"]) <= {f"T-{i}" for i in range(588, 600)}


@pytest.mark.torture
@pytest.mark.parametrize("words", [["fit"], ["targets"], ["at-risk"], ["backtest", "--every", "28"]])
def test_every_command_tells_in_words_and_as_json(tested: World, words: list[str]) -> None:
    spoken = CliRunner().invoke(app, [*words, "--home", str(tested.home)])
    told = CliRunner().invoke(app, [*words, "--home", str(tested.home), "--json"])

    assert (spoken.exit_code, told.exit_code) == (0, 0)
    assert "resolution" in spoken.output.lower()
    assert json.loads(told.stdout)


@pytest.mark.parametrize(("words", "sentence"), [
    (["targets", "--promise", "1.5"], "must lie between 0.5 and 0.99"),
    (["backtest", "--promise", "0.2"], "must lie between 0.5 and 0.99"),
    (["backtest", "--every", "200"], "too short for a back-test every 200 days"),
])
def test_what_cannot_be_asked_is_one_sentence_and_code_two(tested: World, words: list[str], sentence: str) -> None:
    result = CliRunner().invoke(app, [*words, "--home", str(tested.home)])

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_the_target_in_force_stands_beside_each_proposal_with_the_interval_of_its_late_share(tested: World) -> None:
    result = CliRunner().invoke(app, ["targets", "--home", str(tested.home), "--json"])

    rows = json.loads(result.stdout)["segments"]
    assert {row["target_seconds"] for row in rows} == {6 * 3600}
    assert sum(row["judged"] for row in rows) > 500
    for row in rows:
        assert row["late"] == pytest.approx(row["breached"] / row["judged"])
        assert row["late_low"] < row["late"] < row["late_high"]
