"""The shell: JSON for programs, one sentence and exit code 2 for bad input."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from models.__main__ import app as models_app
from pipelines.shell import app
from tests.conftest import ROOT
from tests.loading import World
from tests.unknown_exports import german

TICKETS = "ticket_id,opened_at,issue_type,status,resolved_at\nT-1,2026-03-02 09:00,Email,resolved,2026-03-02 10:00\n,2026-03-02 09:00,,,"
MAPPED = """
title = "Desk"
source = "desk"
kind = "tickets"
evidence = "mapped by hand"
missing = [""]
[columns]
ticket_id = ["Vorgang Nr."]
opened_at = ["Gemeldet am"]
"""


def run(*words: str | Path, models: bool = False) -> tuple[int, str, str]:
    result = CliRunner().invoke(models_app if models else app, [str(word) for word in words])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.torture
def test_a_load_prints_what_became_of_every_record(world: World) -> None:
    file = world.write("f.csv", TICKETS)
    code, out, _ = run("load", file, "--home", world.home, "--timezone", "UTC", "--allow-quarantine", "--json")

    report = json.loads(out)
    assert code == 0
    assert report["tickets"] == 1
    assert report["as_of"] == "2026-03-02T10:00:00Z"
    assert {key: report["files"][0][key] for key in ("file", "source", "records", "outcomes", "reasons")} == {
        "file": "f.csv", "source": "generic", "records": 2, "outcomes": {"quarantined": 1, "new": 1},
        "reasons": {"ticket_id: missing or not readable": 1},
    }


def test_turnaround_and_targets_print_json(world: World) -> None:
    file = world.write("f.csv", TICKETS)
    run("load", file, "--home", world.home, "--allow-quarantine")

    code, out, _ = run("turnaround", "--home", world.home, "--json")
    assert (code, [row["n"] for row in json.loads(out)]) == (0, [1])
    code, out, _ = run("targets", "--home", world.home, "--json", models=True)
    assert (code, [row["issue_type"] for row in json.loads(out)["segments"]]) == (0, ["Email"])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["load"], "Name a file"),
        (["load", "nowhere.csv"], "is not there"),
        (["load", "README.md"], "README.md"),
        (["load", "nowhere.csv", "--as-of", "someday"], "not a moment"),
        (["load", "nowhere.csv", "--timezone", "Mars/Crater"], "not a time zone"),
        (["turnaround"], "no history yet"),
        (["measure"], "no history yet"),
        (["checks"], "no history yet"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(world: World, words: list[str], sentence: str) -> None:
    code, out, err = run(*words, "--home", world.home)

    assert (code, out) == (2, "")
    assert sentence in err
    assert len(err.strip().splitlines()) == 1


def test_a_fit_without_a_history_is_one_sentence(world: World) -> None:
    assert run("fit", "--home", world.home, models=True)[0] == 2


def test_the_home_may_come_from_the_environment(world: World) -> None:
    file = world.write("f.csv", TICKETS)
    command = [sys.executable, "-m", "pipelines", "load", str(file), "--allow-quarantine"]
    subprocess.run(command, cwd=ROOT, env={"TURNAROUND_HOME": str(world.home), "PATH": ""}, check=True, capture_output=True)

    assert world.rows("ticket", "ticket_id") == [("T-1",)]


def test_checks_are_told_in_words_and_as_json(world: World) -> None:
    file = world.write("f.csv", "ticket_id,opened_at,status\nT-1,2026-03-02 09:00,closed\nT-2,2026-03-02 09:00,open")
    run("load", file, "--home", world.home)

    code, out, _ = run("checks", "--home", world.home)
    assert code == 0
    assert out.strip().startswith("1  Good to know: Closed without a time of resolution")
    every = json.loads(run("checks", "--home", world.home, "--json")[1])
    assert {check["check"]: check["rows"] for check in every if check["rows"]} == {"end_unknown": 1}
    rows = json.loads(run("checks", "--rows", "end_unknown", "--home", world.home, "--json")[1])
    assert [row["ticket_id"] for row in rows] == ["T-1"]


def test_checks_that_find_nothing_say_so(world: World) -> None:
    run("load", world.write("f.csv", "ticket_id,opened_at,status\nT-1,2026-03-02 09:00,open"), "--home", world.home)

    assert run("checks", "--home", world.home)[:2] == (0, "No check found anything.\n")
    assert run("checks", "--rows", "end_unknown", "--home", world.home)[:2] == (0, "Nothing found.\n")


def test_an_unknown_export_is_looked_at_previewed_remembered_and_forgotten(world: World) -> None:
    file = world.write("Desk.csv", german())
    preset = world.write("desk.toml", MAPPED)
    code, out, _ = run("look", file, "--home", world.home, "--json")
    assert (code, json.loads(out)["proposed"]["tickets"]["opened_at"]) == (0, 4)

    code, out, _ = run("preview", file, "--preset", preset, "--home", world.home, "--json")
    assert (code, len(json.loads(out)["tickets"])) == (0, 10)
    assert not world.home.exists()

    assert run("load", file, "--home", world.home, "--json")[:2] == (2, '{"question": "mapping", "choices": []}\n')
    assert run("remember", preset, "--home", world.home)[0] == 0
    assert run("remember", preset, "--home", world.home, "--json")[:2] == (2, '{"question": "replace", "choices": []}\n')
    assert run("load", file, "--home", world.home)[0] == 0
    assert run("forget", "desk", "--home", world.home)[0] == 0
    assert run("forget", "desk", "--home", world.home)[0] == 2
