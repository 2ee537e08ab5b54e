"""Plans: kept by name, read back as they were, compared, and looked back on with numbers that can be checked by hand."""

from collections.abc import Hashable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from models.desk.handling import Rule
from models.refresh.plan_results import AS_FORETOLD, BETTER, TOO_EARLY, _verdict, before_and_after, look_back
from models.refresh.plans import Plan, forget_plan, mark_done, plan_named, read_plans, save_plan
from models.refresh.scenario import Scenario
from models.refresh.scenario_words import as_words, read_words
from models.uptake import Who
from pipelines.errors import TurnaroundError
from pipelines.keeping import erase
from pipelines.plan_file import FILE
from pipelines.prices import Surcharge, SurchargeKind
from pipelines.vocabulary import Clock
from tests.loading import World
from tests.models.test_desk_shell import TARGETS, said, tickets

MONDAY = date(2026, 6, 1)
FORETOLD = pd.DataFrame({
    "clock": ["first_response", "resolution"], "before": [0.8, 0.8], "after": [0.9, 0.9], "change": [0.1, 0.1],
    "low": [0.05, 0.05], "high": [0.15, 0.15],
})  # fmt: skip


def plan(name: str = "One more", scenario: Scenario | None = None) -> Plan:
    return Plan(name, scenario or Scenario(technicians=8), Surcharge(SurchargeKind.PERCENT, 15.0), MONDAY, FORETOLD)


def weekly(shares: list[float], start: date, a_week: int = 100) -> pd.DataFrame:
    """So many tickets a week, of which a share was in time."""
    weeks = [start + timedelta(weeks=at) for at in range(len(shares))]
    met = (np.array(shares) * a_week).round().astype(int)
    return pd.DataFrame({"week": weeks, "met": met, "late": a_week - met})


WORDED = [
    (Scenario(), []),
    (Scenario(technicians=8, uptake=0.3), ["technicians=8", "uptake=30"]),
    (Scenario(who=Who.BUSIEST, rule=Rule.EARLIEST_DUE), ["who=busiest", "rule=earliest_due"]),
    (Scenario(clients=("A = B Ltd", "Mill"), tiers=("Gold",)), ["client=A = B Ltd", "client=Mill", "tier=Gold"]),
    (Scenario(response_hours=0.5, resolution_hours=8), ["response=0.5", "resolution=8"]),
    (Scenario(growth=-0.1, on_call=False, cover_people=1, cover_until=21.5), ["growth=-10", "on_call=no", "cover=1", "cover_until=21.5"]),
    (Scenario(away=2, from_today=True), ["away=2", "open_tickets=yes"]),
]  # fmt: skip


@pytest.mark.parametrize(("scenario", "words"), WORDED)
def test_a_scenario_is_written_in_words_and_read_back(scenario: Scenario, words: list[str]) -> None:
    assert as_words(scenario) == words
    assert read_words(words) == scenario


@pytest.mark.parametrize("text", ["foo=1", "growth", "growth=much", "on_call=perhaps", "who=anyone", "technicians=7.5", "uptake=0.3"])
def test_words_that_say_nothing_are_refused(text: str) -> None:
    with pytest.raises(TurnaroundError, match=text.partition("=")[0]):
        read_words([text])


def test_a_plan_is_kept_as_it_is_and_never_overwritten(tmp_path: Path) -> None:
    assert read_plans(tmp_path) == ()
    save_plan(tmp_path, plan())
    save_plan(tmp_path, plan("Grow", Scenario(growth=0.2, clients=("Mill",))))
    with pytest.raises(TurnaroundError, match="'One more' is kept already"):
        save_plan(tmp_path, plan(scenario=Scenario(technicians=9)))

    kept = read_plans(tmp_path)
    assert [one.name for one in kept] == ["One more", "Grow"]
    assert kept[1].scenario == Scenario(growth=0.2, clients=("Mill",))
    assert kept[0].scenario.technicians == 8
    assert kept[0].surcharge == Surcharge(SurchargeKind.PERCENT, 15.0)
    pd.testing.assert_frame_equal(kept[0].foretold, FORETOLD, check_dtype=False)


def test_a_plan_is_done_undone_and_forgotten(tmp_path: Path) -> None:
    save_plan(tmp_path, plan())
    mark_done(tmp_path, "One more", MONDAY)
    assert read_plans(tmp_path)[0].done_on == MONDAY

    mark_done(tmp_path, "One more", None)
    assert read_plans(tmp_path)[0].done_on is None

    forget_plan(tmp_path, "One more")
    assert read_plans(tmp_path) == ()


@pytest.mark.parametrize("name", ["", "  ", "two\nlines", "x" * 61])
def test_a_name_is_a_few_words_on_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(TurnaroundError, match="a few words on one line"):
        save_plan(tmp_path, plan(name))


def test_a_plan_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    save_plan(tmp_path, plan())

    with pytest.raises(TurnaroundError, match="No plan is called 'Two more'; there are One more"):
        plan_named(read_plans(tmp_path), "Two more")


@pytest.mark.parametrize("text", ["not json", "[1]", '[{"name": "x"}]', "{}x"])
def test_a_file_that_cannot_be_read_is_refused_in_words(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")

    with pytest.raises(TurnaroundError, match="delete it"):
        read_plans(tmp_path)


def test_before_and_after_leave_out_the_week_of_the_day_itself() -> None:
    weeks = weekly([0.8] * 6 + [0.0] + [0.9] * 6, MONDAY)
    found = before_and_after({Clock.RESOLUTION: weeks}, MONDAY + timedelta(weeks=6, days=2), MONDAY + timedelta(weeks=13))
    row = found.iloc[0]

    assert (row["before"], row["after"]) == (0.8, 0.9)
    assert (row["before_weeks"], row["after_weeks"], row["before_tickets"]) == (6, 6, 600)
    assert row["change"] == pytest.approx(0.1)
    assert row["beyond_luck"]


def test_a_week_that_is_not_over_and_weeks_too_long_ago_do_not_count() -> None:
    weeks = weekly([0.1] * 10 + [0.8] * 13 + [0.9] * 5, MONDAY)
    found = before_and_after({Clock.RESOLUTION: weeks}, MONDAY + timedelta(weeks=23), MONDAY + timedelta(weeks=27, days=3))

    assert found.iloc[0]["before"] == 0.8
    assert found.iloc[0]["after_weeks"] == 4


def test_a_change_among_restless_weeks_is_luck() -> None:
    before, after = [0.5, 0.95] * 4, [0.95, 0.55] * 4
    found = before_and_after({Clock.RESOLUTION: weekly(before + after, MONDAY)}, MONDAY + timedelta(weeks=8), MONDAY + timedelta(weeks=16))

    assert found.iloc[0]["low"] < 0 < found.iloc[0]["high"]
    assert not found.iloc[0]["beyond_luck"]


def test_with_three_weeks_after_it_is_too_early() -> None:
    found = before_and_after({Clock.RESOLUTION: weekly([0.8] * 11, MONDAY)}, MONDAY + timedelta(weeks=8), MONDAY + timedelta(weeks=11))

    assert found.iloc[0]["why_none"] == TOO_EARLY
    assert "change" not in found or np.isnan(found.iloc[0]["change"])


@pytest.mark.torture
def test_what_came_stands_beside_what_was_foretold(world: World) -> None:
    late = [_answered_later(line) if int(line.split("-")[0] or 0) < 10 else line for line in tickets(20).splitlines()[1:]]
    world.load({"f.csv": "\n".join([tickets(1).splitlines()[0], *late]), "targets.csv": TARGETS})
    done = date(2026, 1, 5) + timedelta(weeks=10)
    own = Plan("x", Scenario(), Surcharge(SurchargeKind.PERCENT, 0), done, FORETOLD, done)
    told = look_back(world.home, own).set_index("clock")

    assert told.loc["first_response", "before"] == 0
    assert told.loc["first_response", "verdict"] == BETTER
    modest = FORETOLD.assign(low=0.5, high=1.0)
    assert look_back(world.home, Plan("x", Scenario(), own.surcharge, done, modest, done)).set_index("clock").loc["first_response", "verdict"] == AS_FORETOLD


def _answered_later(line: str) -> str:
    """The same ticket, answered half a day later."""
    *head, answered, resolved = line.split(",")
    moved = [str(pd.Timestamp(at) + timedelta(hours=12)) for at in (answered, resolved)]
    return ",".join([*head, *moved])


@pytest.mark.torture
def test_the_shell_keeps_compares_and_forgets(world: World) -> None:
    world.load({"f.csv": tickets(20), "targets.csv": TARGETS})

    assert said(world.home, "plan") == (0, "No plan is kept yet.\n")
    code, text = said(world.home, "plan", "save", "One more", "--if", "technicians=3", "--if", "growth=20")
    assert code == 0, text
    assert "One more is kept." in text
    code, text = said(world.home, "plan", "compare")
    assert code == 0
    assert "technicians=3 growth=20" in text
    assert said(world.home, "plan", "review", "One more")[0] == 2
    assert said(world.home, "plan", "done", "One more", "2026-03-02")[0] == 0
    code, text = said(world.home, "plan", "review", "One more")
    assert code == 0
    assert "first_response" in text
    assert said(world.home, "plan", "forget", "One more") == (0, "One more is forgotten.\n")
    assert said(world.home, "plan", "forget", "One more")[0] == 2


@pytest.mark.torture
def test_a_plan_that_names_an_erased_client_goes_with_it(world: World) -> None:
    world.load({"f.csv": tickets(1).replace("Client 1", "Millbrook Dental")})
    save_plan(world.home, plan())
    save_plan(world.home, plan("Sell to one", Scenario(clients=("Millbrook Dental", "Client 2"))))

    told = erase(world.home, "Millbrook Dental", yes=False)
    assert any("Kept plans that name it as a buyer go, too: 1." in note for note in told.notes)
    assert len(read_plans(world.home)) == 2

    erase(world.home, "Millbrook Dental", yes=True)
    assert [one.name for one in read_plans(world.home)] == ["One more"]
    assert "Millbrook" not in (world.home / FILE).read_text(encoding="utf-8")


@pytest.mark.torture
def test_a_short_name_is_found_among_buyers_and_words_of_a_plan_are_no_names(world: World) -> None:
    world.load({"f.csv": tickets(1).replace("Client 1", "IT").replace("Client 2", "First Response")})
    save_plan(world.home, plan("Sell to it", Scenario(clients=("IT",))))
    save_plan(world.home, plan("Wait", Scenario(response_hours=2.0)))

    erase(world.home, "First Response", yes=True)
    assert [one.name for one in read_plans(world.home)] == ["Sell to it", "Wait"]
    erase(world.home, "IT", yes=True)
    assert [one.name for one in read_plans(world.home)] == ["Wait"]


def test_what_is_too_uncertain_is_said_to_be() -> None:
    rows: dict[Hashable, Any] = {"before": 0.8, "after": 0.85, "change": 0.05, "why_none": "", "foretold_low": 0.02, "foretold_high": 0.04}
    said: dict[str, dict[Hashable, Any]] = {
        "cannot tell": {"low": -0.1, "high": 0.12, "beyond_luck": False},
        "as foretold": {"low": 0.03, "high": 0.06, "beyond_luck": True},
        "better": {"low": 0.05, "high": 0.12, "beyond_luck": True},
        "worse": {"low": -0.05, "high": 0.01, "beyond_luck": False},
    }

    assert [_verdict(rows | own) for own in said.values()] == list(said)
    assert _verdict(rows | said["better"] | {"why_none": TOO_EARLY}) == TOO_EARLY
