"""python -m models desk and price: sentences, exit codes, figures with their assumptions."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from models.__main__ import app
from models.desk.calibration import calibrate
from models.desk.demand import LeftOut
from models.desk.desk import desk
from models.desk.timeline import Staff
from models.desk.trace import trace
from models.refresh.desks import LearntDesk
from models.refresh.hiring import hiring
from models.refresh.scenario import Scenario
from pipelines.errors import TurnaroundError
from pipelines.settings import read_settings
from tests.loading import World
from tests.models.desk.lived import TECHNICIANS, WEEKS, lived

START = datetime(2026, 1, 5, 9)


def tickets(weeks: int, a_day: int = 8) -> str:
    """Eight tickets a working day, answered after minutes or hours, two technicians."""
    rows = ["ticket_id,opened_at,client,technician,status,first_response_at,resolved_at"]
    for week in range(weeks):
        for day in range(5):
            for number in range(a_day):
                opened = START + timedelta(days=7 * week + day, minutes=50 * number)
                answered = opened + timedelta(minutes=3 + (number * 17 + day * 7) % 60)
                cells = (opened, f"Client {number % 4}", f"Tech {number % 2}", "resolved", answered, answered + timedelta(minutes=30))
                rows.append(",".join([f"{week}-{day}-{number}", *map(str, cells)]))
    return "\n".join(rows)


TARGETS = """valid_from,clock,premium,amount,unit
2025-01-01,first_response,no,1,business_hours
2025-01-01,first_response,yes,20,business_minutes
"""


def said(home: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, [*words, "--home", str(home)])
    return result.exit_code, result.output


def test_without_a_history_the_next_step_is_said(world: World) -> None:
    code, text = said(world.home, "desk")

    assert code == 2
    assert "load a ticket export" in text


@pytest.mark.torture
def test_a_short_history_says_how_much_it_takes(world: World) -> None:
    world.load({"f.csv": tickets(3), "targets.csv": TARGETS})
    code, text = said(world.home, "desk")

    assert code == 2
    assert "at least 200 answered tickets and 8 whole weeks" in text


def test_without_a_target_there_is_no_promise_to_keep() -> None:
    demand, weeks = lived()
    nothing = np.full((2, len(demand)), np.nan)
    unpromised = replace(demand, response_target=nothing, resolution_target=nothing)
    fit = calibrate(trace(unpromised, weeks, np.arange(WEEKS), TECHNICIANS, Staff()), TECHNICIANS)
    clients = pd.DataFrame({"client": demand.clients, "tier": "Gold"})
    learnt = LearntDesk(desk(unpromised, weeks, Staff(), fit, {}), None, "", LeftOut({}, 0), clients, pd.DataFrame(), np.zeros((2, 1)))

    with pytest.raises(TurnaroundError, match="save a version of targets"):
        hiring(learnt, [4], [0.0], read_settings(Path("nowhere")).prices, Scenario())


@pytest.mark.torture
def test_a_desk_that_did_not_foretell_its_past_gives_no_figure(world: World) -> None:
    slow = [line.replace("Tech 0", "Tech 1") for line in tickets(20).splitlines()]
    halves = slow[:400] + [_later(line) for line in slow[400:]]
    world.load({"f.csv": "\n".join(halves), "targets.csv": TARGETS})
    code, text = said(world.home, "desk")

    assert code == 0
    assert "Not usable for decisions" in text
    assert "Chance" not in text


def _later(line: str) -> str:
    """The same ticket, answered six hours later."""
    *head, answered, resolved = line.split(",")
    moved = [str(datetime.fromisoformat(at) + timedelta(hours=6)) for at in (answered, resolved)]
    return ",".join([*head, *moved])


def test_a_history_without_answers_says_which_column_is_missing(world: World) -> None:
    lines = [",".join(line.split(",")[:5]) for line in tickets(10).splitlines()]
    world.load({"f.csv": "\n".join(lines)})
    code, text = said(world.home, "desk")

    assert code == 2
    assert "when it was first answered" in text


@pytest.mark.torture
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--technicians", "many"), "'many' is not a range of technicians"),
        (("--technicians", "9-3"), "'9-3' is not a range of technicians"),
        (("--uptake", "0,140"), "not shares of clients"),
        (("--now", "0"), "A desk has 1 to 200 technicians"),
        (("--who", "best_fit"), "told by what each client pays"),
    ],
)
def test_what_cannot_be_tried_is_refused_in_a_sentence(world: World, words: tuple[str, ...], sentence: str) -> None:
    world.load({"f.csv": tickets(20), "targets.csv": TARGETS})
    code, text = said(world.home, "desk", *words)

    assert (code, sentence in " ".join(text.split())) == (2, sentence != "")


@pytest.mark.torture
def test_every_answer_names_what_it_rests_on(world: World) -> None:
    world.load({"f.csv": tickets(20), "targets.csv": TARGETS})
    code, text = said(world.home, "desk", "--technicians", "1-3", "--uptake", "0,50", "--json")
    told = json.loads(text)

    assert code == 0
    assert told["assumptions"]["technicians_today"] == 2
    assert told["assumptions"]["effort_told"] == 0
    assert {"covered", "band_width", "why_not"} <= set(told["back_test"])
    assert [(cell["technicians"], cell["uptake"]) for cell in told["grid"]] == [
        (count, share) for share in (0.0, 0.5) for count in (1, 2, 3)
    ]


@pytest.mark.torture
def test_a_price_without_costs_gives_the_reason_and_no_number(world: World) -> None:
    world.load({"f.csv": tickets(20), "targets.csv": TARGETS})
    code, text = said(world.home, "price", "--technicians", "1-3", "--uptake", "0,50", "--json")
    told = json.loads(text)

    assert code == 0
    assert [row["why_none"] for row in told["margins"]] == ["no loaded cost", "no prices"]
    assert [row["margin"] for row in told["margins"]] == [None, None]


def test_a_surcharge_below_nothing_is_refused(world: World) -> None:
    code, text = said(world.home, "price", "--surcharge=-5")

    assert code == 2
    assert "cannot be below 0" in text
