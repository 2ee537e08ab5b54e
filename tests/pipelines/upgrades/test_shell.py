"""The shell with a history of another version: told what to do, exit code 2, nothing changed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dashboard import __main__ as dashboard
from dashboard.__main__ import bring_up_to_date
from models.__main__ import app as models_app
from pipelines import keeping
from pipelines.history.generations import current_generation
from pipelines.history.schema_version import NEWER, OLDER, VERSION
from pipelines.shell import app
from tests.conftest import ROOT
from tests.pipelines.upgrades.conftest import Unpacked, made_newer, unpack
from tests.pipelines.upgrades.make import FILES
from tests.pipelines.upgrades.test_upgrades import contents

# What each command needs beside a home; what reads files gets one that is there, so that nothing else refuses first.
WORDS = {
    "undo": ["1"], "rejected": ["1", "--to", "r.csv"], "erase": ["Alder Dental", "--yes"], "retain": ["--months", "1", "--yes"],
    "load": ["{file}"], "export-facts": ["{folder}/facts"], "backup": ["--to", "{folder}/b.zip"],
    "join": ["Alder Dental", "Bexley Motors"], "part": ["Alder Dental"],
    "agreements set": ["Alder Dental", "2026-01-01"], "agreements forget": ["Alder Dental", "2026-01-01"],
    "targets save": ["{file}", "--from", "2026-05-01"], "targets show": ["2026-01-01"],
}  # fmt: skip
# A restore puts a backup in the place of a newer history: test_a_backup_takes_the_place_of_a_newer_history.
TAKEN_OUT = {"sample", "restore"}


def commands(shell: typer.Typer) -> list[str]:
    """Every command of a shell, those of its groups too."""
    own = [command.name or getattr(command.callback, "__name__", "") for command in shell.registered_commands]
    groups = [group for group in shell.registered_groups if group.name and group.typer_instance]
    return [*own, *(str(group.name) for group in groups), *(f"{group.name} {name}" for group in groups for name in commands(group.typer_instance or shell))]


EVERY = [(app, name) for name in commands(app) if name not in TAKEN_OUT] + [(models_app, name) for name in commands(models_app)]


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_newer(unpack("1", tmp_path_factory.mktemp("newer") / "home"))


@pytest.mark.parametrize(("shell", "name"), EVERY, ids=[name for _, name in EVERY])
def test_every_command_refuses_a_newer_history(newer: Path, tmp_path: Path, shell: typer.Typer, name: str) -> None:
    before = contents(newer)

    result = CliRunner().invoke(shell, [*name.split(), "--home", str(newer), *_words(name, tmp_path)])

    assert (result.exit_code, result.stderr.strip()) == (2, NEWER)
    assert contents(newer) == before
    assert [file.name for file in tmp_path.iterdir()] == ["t.csv"]


def _words(name: str, folder: Path) -> list[str]:
    file = folder / "t.csv"
    file.write_text(FILES["targets.csv"], encoding="utf-8")
    return [word.format(file=file, folder=folder) for word in WORDS.get(name, [])]


@pytest.mark.parametrize("name", ["loads", "checks", "turnaround"])
def test_a_command_that_reads_asks_for_the_upgrade(kept: Unpacked, name: str) -> None:
    result = CliRunner().invoke(app, [name, "--home", str(kept("0-first"))])

    assert (result.exit_code, result.stderr.strip()) == (2, OLDER)


@pytest.mark.torture
def test_the_upgrade_tells_does_and_does_nothing_twice(kept: Unpacked) -> None:
    home = str(kept("0-middle"))

    told, done, again = (CliRunner().invoke(app, ["upgrade", *more, "--home", home]) for more in (["--tell"], [], []))
    said = json.loads(CliRunner().invoke(app, ["upgrade", "--json", "--home", home]).stdout)

    assert "of version 0" in told.stdout
    assert f"from version 0 to {VERSION} and measured anew: 40 tickets" in done.stdout
    assert again.stdout == f"The history is up to date: version {VERSION}.\n"
    assert said == {"before": VERSION, "version": VERSION, "steps": [], "tickets": None}


def test_starting_the_dashboard_brings_it_up_to_date_and_says_so(kept: Unpacked, capfd: pytest.CaptureFixture[str]) -> None:
    home = kept("0-middle")

    bring_up_to_date(home)
    first = capfd.readouterr().out
    bring_up_to_date(home)

    assert "brought from version 0 to" in first
    assert capfd.readouterr().out == ""
    assert len(keeping.loads(home)) == 7
    folder = current_generation(home)
    assert folder is not None
    assert len(list(folder.iterdir())) > 3  # what can be promised is worked out as well


@pytest.mark.parametrize("words", [["dashboard.reporting"], ["dashboard", "documents", "--to", "out.zip"]])
def test_reports_and_documents_refuse_a_newer_history(kept: Unpacked, words: list[str]) -> None:
    home = made_newer(kept("1"))
    before = contents(home)

    done = subprocess.run(
        [sys.executable, "-m", *words, "--home", str(home)], cwd=ROOT, env={**os.environ, "TURNAROUND_VENV": "none"}, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr.strip().removeprefix("Turnaround: ")) == (2, NEWER)
    assert contents(home) == before


def test_the_week_begins_with_the_upgrade(kept: Unpacked, monkeypatch: pytest.MonkeyPatch) -> None:
    home = kept("0-middle")
    monkeypatch.setattr(dashboard, "STEPS", (("checks", ("pipelines", "checks")),))

    assert dashboard.weekly(dashboard.options_from(["weekly", "--home", str(home)])) == 0
