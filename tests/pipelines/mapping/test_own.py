"""The owner's own presets: whatever a header holds survives, and what cannot be read is never kept."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.errors import FileRefused, NeedsAnswer, TurnaroundError
from pipelines.intake.preset import all_presets
from pipelines.mapping import own
from pipelines.mapping.naming import checked_name, free_name
from pipelines.mapping.writing import Choices, as_toml
from pipelines.vocabulary import FileKind, TicketState
from tests.unknown_exports import HOSTILE

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
GOOD = as_toml(Choices("Mine", "mine", FileKind.TICKETS, {"ticket_id": "No", "opened_at": "When"}))


@pytest.mark.torture
@given(st.lists(TEXT, min_size=3, max_size=3), TEXT)
def test_any_header_and_any_status_survive(titles: list[str], status: str) -> None:
    columns = dict(zip(("ticket_id", "opened_at", "status"), titles, strict=True))
    text = as_toml(Choices("x", "x", FileKind.TICKETS, columns, titles, {status: TicketState.PAUSED}))
    preset = own.preset_of(text, "x")

    assert {field: list(preset.columns[field]) for field in columns} == {field: [title] for field, title in columns.items()}
    assert preset.state_of(status) == TicketState.PAUSED
    assert tomllib.loads(text)["marks"] == [title for title in titles if title]


def test_what_was_chosen_is_what_the_preset_says() -> None:
    columns = {"ticket_id": HOSTILE, "opened_at": "a\nb", "closed_at": "Fin", "hands_on_minutes": "Std"}
    states = {">Warten*": TicketState.PAUSED, "Neu": TicketState.OPEN}
    choices = Choices("Mine", "mine", FileKind.TICKETS, columns, list(columns.values()), states, {"hands_on_minutes": "hours"}, "Europe/Berlin", day_first=True)
    preset = own.preset_of(as_toml(choices), "mine")

    assert preset.columns["ticket_id"] == (HOSTILE,)
    assert preset.columns["resolved_at"] == ("Fin",)  # the closing stands in for it
    assert (preset.units, preset.timezone, preset.kind) == ({"hands_on_minutes": "hours"}, "Europe/Berlin", "tickets")
    assert (preset.state_of("Warten"), preset.state_of("neu"), preset.state_of("Neuer")) == (TicketState.PAUSED, TicketState.OPEN, None)
    assert tomllib.loads(as_toml(choices))["day_first"] is True


def test_a_preset_is_remembered_once_and_replaced_only_when_told(tmp_path: Path) -> None:
    own.remember(tmp_path, GOOD, "mine")
    with pytest.raises(NeedsAnswer, match="preset of yours named mine"):
        own.remember(tmp_path, GOOD, "mine")
    own.remember(tmp_path, GOOD.replace("Mine", "Again"), "mine", replace=True)

    assert all_presets(tmp_path)["mine"].title == "Again"
    assert [preset.name for preset in own.own_presets(tmp_path)] == ["mine"]
    assert [file.name for file in (tmp_path / "sources").iterdir()] == ["mine.toml"]
    own.forget(tmp_path, "mine")
    assert own.own_presets(tmp_path) == []


@pytest.mark.parametrize("name", ["generic", "connectwise", "../evil", "a b", "", "con", "x" * 41, "ünder", "a__b", "_a", "-as"])
def test_no_name_takes_the_place_of_another_or_leaves_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileRefused):
        own.remember(tmp_path, GOOD, name, replace=True)
    assert not (tmp_path / "sources").exists()


@pytest.mark.parametrize(
    "change",
    [
        ('ticket_id = ["No"]', 'ticket_id = "No"'), ('ticket_id = ["No"]', "ticket_id = [1]"), ('ticket_id = ["No"]', 'number = ["No"]'),
        ('ticket_id = ["No"]\n', ""), ('title = "Mine"', "title = 5"), ('kind = "tickets"', 'kind = "songs"'), ("[columns]", "columns = 3\n[other]"),
        ('title = "Mine"', 'title = "Mine"\ntimezone = "Mars/Crater"'), ('kind = "tickets"', ""), ("[columns]", "[columns"),
        ("[columns]", '[units]\nhands_on_minutes = "moons"\n[columns]'), ("[columns]", "[status]\nopen = 3\n[columns]"),
    ],
)  # fmt: skip
def test_what_a_load_could_not_use_is_refused_in_a_sentence(tmp_path: Path, change: tuple[str, str]) -> None:
    assert change[0] in GOOD
    file = tmp_path / "mine.toml"
    file.write_text(GOOD.replace(*change, 1), encoding="utf-8")

    with pytest.raises(TurnaroundError):
        own.remember(tmp_path / "home", own.text_of(file), "mine")
    assert own.own_presets(tmp_path / "home") == []


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x00" * 9, b"<html>", b"\x89PNG", b"a = [" * 2000])
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.toml").write_bytes(content)

    with pytest.raises(FileRefused, match="not a preset"):
        own.text_of(tmp_path / "x.toml")


@pytest.mark.parametrize(
    ("file", "name"),
    [("Tickets Müller 2026-03.csv.gz", "tickets_muller"), ("日本.csv", "my_export"), ("2026.xlsx", "my_export"), ("CON.csv", "con_2"),
     ("generic.csv", "generic_2"), ("a" * 99 + ".csv", "a" * 36), ("--as=x.csv", "as_x")],
)  # fmt: skip
def test_a_file_suggests_a_name_that_is_free(file: str, name: str) -> None:
    assert free_name(file, own.shipped_names()) == name
    assert checked_name(name) == name
