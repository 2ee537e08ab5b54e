"""What the documents say is so: commands exist, tables are complete, the worked ticket has its answer."""

import re
from pathlib import Path

import pandas as pd
import pytest
import typer

from models.__main__ import app as models_app
from pipelines.intake.preset import Preset, all_presets
from pipelines.shell import app as pipelines_app
from pipelines.targets.register import FILE as REGISTER
from pipelines.vocabulary import FileKind
from tests.conftest import ROOT
from tests.loading import World

README = (ROOT / "README.md").read_text(encoding="utf-8")
PRESETS = all_presets(Path("nowhere"))


KNOWN_FROM = {"exact": "a real export's header", "names": "documented names", "ours": "ours"}
TICKETS = (FileKind.TICKETS, FileKind.UPDATES, FileKind.EVENTS)
# What an owner would miss, and the fields of which any one gives it.
WANTED = {
    "client": ("client",),
    "site": ("site",),
    "plan": ("tier",),
    "issue type": ("issue_type",),
    "priority": ("priority",),
    "first response": ("first_response_at", "first_response_minutes", "first_response_business_minutes"),
    "technician": ("technician",),
    "hands-on time": ("hands_on_minutes",),
    "travel": ("travel_minutes", "mileage_km", "work_mode"),
}


def missing(preset: Preset) -> str:
    """What a source's own columns cannot tell of a ticket; a log tells answers by its statuses."""
    if preset.kind not in TICKETS:
        return "-"
    told = {"first response"} if preset.answers or preset.not_answers else set()
    lacking = [what for what, fields in WANTED.items() if what not in told and not set(fields) & set(preset.columns)]
    return ", ".join(lacking) or "nothing"


def test_the_table_of_sources_is_the_presets() -> None:
    table = README.split("| source | a row is")[1].split("### Fields")[0]
    rows = {name: [cell.strip() for cell in cells.split(" | ")] for name, cells in re.findall(r"^\| `(\w+)` \| (.*) \|$", table, re.MULTILINE)}

    assert rows == {
        name: [preset.row, str(len(preset.columns)), missing(preset), KNOWN_FROM[preset.evidence]]
        for name, preset in PRESETS.items()
    }


def test_the_table_of_fields_is_the_template() -> None:
    table = README.split("### Fields of the template")[1].split("A **status history**")[0]
    named = {name for line in table.splitlines() if line.startswith("| `") for name in re.findall(r"`(\w+)`", line.split("|")[1])}

    assert named == set(PRESETS["generic"].columns)


@pytest.mark.parametrize(("name", "kind"), [("client_list", "client list"), ("target_list", "target list")])
def test_the_columns_of_the_lists_are_named(name: str, kind: str) -> None:
    text = README.split(f"**{kind}**", 1)[1]

    assert set(re.findall(r"\w+", text[text.index("(`") : text.index("`", text.index("(`") + 2)])) == set(PRESETS[name].columns)


def test_the_shell_commands_exist() -> None:
    named = {app: set(re.findall(rf"python -m {app} ([\w-]+)", README)) for app in ("pipelines", "models")}

    for name, app in (("pipelines", pipelines_app), ("models", models_app)):
        groups = {group.name: group.typer_instance for group in app.registered_groups if group.name and group.typer_instance}
        assert named[name] == commands_of(app) | set(groups)
        for group, commands in groups.items():
            assert set(re.findall(rf"python -m {name} {group} (\w+)", README)) == commands_of(commands)


def commands_of(app: typer.Typer) -> set[str]:
    return {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}


def test_the_pictures_and_pages_that_are_linked_exist() -> None:
    for document in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_the_worked_ticket_has_its_answer(world: World) -> None:
    tickets = "ticket_id,opened_at,status,resolved_at\nT-1,2026-03-02 09:30,resolved,2026-03-03 09:00"
    target = "valid_from,clock,amount,unit\n2026-01-01,resolution,8,business_hours"
    world.load({"t.csv": target, "f.csv": tickets})
    without = world.rows("ticket_clock", "business_seconds", "calendar_seconds", "state")
    world.load({"h.csv": "ticket_id,status,changed_at\nT-1,waiting for client,2026-03-02 16:30\nT-1,open,2026-03-03 08:30"})

    assert without == [(8.5 * 3600, 23.5 * 3600, "breached")]
    assert world.rows("ticket_clock", "business_seconds", "state") == [(7.5 * 3600, "met")]


def test_the_worked_agreement_has_its_answers(world: World) -> None:
    text = (ROOT / "docs" / "measuring.md").read_text(encoding="utf-8").split("## A worked agreement")[1]
    register = text.split("```")[1].lstrip("\n")
    answers = re.findall(r"^\| (\d+ \w+) \| (\w+(?: \w+)?) \| (\w+ \w+) \|", text, re.MULTILINE)
    rows = [
        f"{client[0]}-{n},{pd.Timestamp(f'{day} 2026'):%Y-%m-%d} 10:00,{client},open"
        for n, (day, *_) in enumerate(answers)
        for client in ("Alder", "Birch")
    ]
    world.home.mkdir(parents=True)
    (world.home / REGISTER).write_text(register, encoding="utf-8")
    world.load({
        "t.csv": "valid_from,clock,amount,unit\n2026-01-01,resolution,8,business_hours\n2026-04-01,resolution,4,business_hours",
        "f.csv": "\n".join(["ticket_id,opened_at,client,status", *rows]),
    })

    told = {ticket: "no target" if seconds is None else f"{seconds / 3600:.0f} h" for ticket, seconds in world.rows("ticket_clock", "ticket_id", "target_seconds")}
    assert [(told[f"A-{n}"], told[f"B-{n}"]) for n in range(len(answers))] == [answer[1:] for answer in answers]
    assert len(answers) == 4
