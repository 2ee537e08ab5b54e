"""The template: the presets' own columns, every one explained, examples that load, nothing that acts as a formula."""

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from pipelines.intake import fields
from pipelines.intake.limits import PAGE
from pipelines.intake.preset import all_presets
from pipelines.intake.workbook import sheets
from pipelines.settings import read_settings
from pipelines.template import GUIDE, LISTS, SHEETS, explanations, fields_of, template
from tests.loading import World
from tests.pipelines.test_shell import run

NOWHERE = Path("nowhere")
PRESETS = all_presets(NOWHERE)
LISTED = sorted(SHEETS.items())


def sheet(content: bytes, title: str) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(title).to_python()


@pytest.mark.parametrize(("title", "name"), LISTED)
def test_a_sheet_has_the_columns_of_its_preset_and_no_made_up_row(title: str, name: str) -> None:
    assert sheet(template(NOWHERE), title) == [[aliases[0] for aliases in PRESETS[name].columns.values()]]


@pytest.mark.parametrize(("title", "name"), LISTED)
def test_the_columns_of_a_sheet_are_known_as_its_list(title: str, name: str) -> None:
    found = PRESETS[name].found_in(str(cell) for cell in sheet(template(NOWHERE), title)[0])

    assert set(found) == set(PRESETS[name].columns)


@pytest.mark.parametrize("name", sorted(SHEETS.values()))
def test_every_field_is_explained_by_a_sentence(name: str) -> None:
    for field in fields_of(PRESETS[name], read_settings(NOWHERE)):
        assert field.what.endswith("."), field.name
        assert not field.accepted or field.example in ("", *field.accepted), field.name
        assert field.example or not field.needed, field.name


def test_only_fields_of_ours_are_explained() -> None:
    assert set(explanations()) <= {"field", *SHEETS.values()}
    assert {field for told in explanations().values() for field in told} <= set(fields.ALL)


def test_the_guide_tells_every_field_of_every_sheet_and_which_are_needed() -> None:
    rows = [[str(cell) for cell in row] for row in sheet(template(NOWHERE), GUIDE)[3:]]

    assert [row[0] for row in rows] == [title for title, name in SHEETS.items() for _ in PRESETS[name].columns]
    assert [row[1] for row in rows if row[2] == "yes"] == [
        "ticket_id", "opened_at", "ticket_id", "status", "changed_at", "client", "tier", "valid_from", "clock", "amount", "unit",
    ]


def test_the_examples_load(world: World) -> None:
    files = {}
    for title, name in SHEETS.items():
        columns = fields_of(PRESETS[name], read_settings(NOWHERE))
        out = io.StringIO()
        csv.writer(out).writerows([[field.name for field in columns], [field.example for field in columns]])
        files[f"{title}.csv"] = out.getvalue()

    report = world.load(files)

    assert [(file.source, file.outcomes, file.reasons) for file in report.files] == [(name, {"new" if name != "generic_status_history" else "folded": 1}, {}) for name in SHEETS.values()]
    assert set(world.frame("placed_ticket")["tier"]) == {"Gold"}
    assert set(world.frame("status_meaning")["state"]) == {"resolved", "paused"}


def test_the_owners_own_words_can_be_chosen_and_none_is_a_formula(world: World) -> None:
    world.settings('[tiers]\norder = ["Bronze, basic", "=1+1"]\n[calendars.night]\nmonday = ["22:00-06:00"]')
    content = template(world.home)
    lists = {str(cell) for row in sheet(content, LISTS) for cell in row}

    assert {"Bronze, basic", "=1+1", "night", "business_days"} <= lists
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        parts = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(parts) == 6
    assert not [text for text in parts if b"<f>" in text]
    assert sum(text.count(b'type="list"') for text in parts) >= 8


def test_the_same_template_is_the_same_bytes() -> None:
    assert template(NOWHERE) == template(NOWHERE)


def test_the_reader_of_workbooks_sees_the_sheets_of_the_template(tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    file.write_bytes(template(NOWHERE))

    assert [found.name for found in sheets("t.xlsx", file, PAGE)] == [*SHEETS, GUIDE]


def test_a_filled_template_is_never_written_over(world: World, tmp_path: Path) -> None:
    file = tmp_path / "mine.xlsx"

    assert run("template", "--to", file, "--home", world.home)[:2] == (0, "mine.xlsx is written. Fill in its sheet Tickets and load it.\n")
    before = file.read_bytes()
    code, _, err = run("template", "--to", file, "--home", world.home)
    assert (code, err) == (2, "mine.xlsx is there already; name another file with --to.\n")
    assert file.read_bytes() == before
    assert run("template", "--to", tmp_path / "none" / "mine.xlsx", "--home", world.home)[0] == 2
