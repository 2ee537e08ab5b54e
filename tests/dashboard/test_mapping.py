"""The mapping screen and the questions beside it, as Streamlit runs them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import actions
from dashboard.actions import Answers
from dashboard.actions import mapping as mapping_actions
from dashboard.components.upload import Told
from dashboard.digest import mapping as digest
from dashboard.digest.mapping import Draft
from pipelines.mapping import own
from tests.dashboard.conftest import Visit
from tests.unknown_exports import HOSTILE, german

AtHome = Callable[[Path], None]


@dataclass
class File:
    name: str
    content: bytes

    def getvalue(self) -> bytes:
        return self.content


def uploaded(app: AppTest, *files: File) -> AppTest:
    """As if the owner had just uploaded these and pressed the button."""
    told = [Told(actions.load(file, Answers()), file, Answers(), mapping_actions.key_of(file)) for file in files]
    app.session_state["loaded"] = told
    return app.run()


def written(app: AppTest) -> str:
    return "\n".join(element.value for kind in (app.markdown, app.caption, app.warning, app.info) for element in kind)


def words(app: AppTest) -> str:
    """As an owner reads it: what keeps Markdown out is not seen."""
    return written(app).replace("\\", "").replace("\N{WORD JOINER}", "")


def box(app: AppTest, label: str, number: int = 0) -> Any:
    return [each for each in app.selectbox if each.label == label][number]


def button(app: AppTest, label: str, number: int = 0) -> Any:
    return [each for each in app.button if each.label == label][number]


@pytest.mark.torture
def test_an_unknown_export_is_mapped_remembered_and_loaded(visit: Visit, tmp_path: Path) -> None:
    app = uploaded(visit(tmp_path, "loading"), File("Desk.csv", german().encode()))

    assert "is not an export that is known here. Say below what its columns hold" in words(app)
    assert "--" not in "".join(warning.value for warning in app.warning)
    assert box(app, "The column for Opened").value == 4
    assert box(app, "What Seltsam means").value == ""
    box(app, "What Seltsam means").set_value("paused").run()
    button(app, "Preview ten tickets").click().run()
    assert "Ten tickets, measured." in words(app)
    assert app.dataframe[0].value["Ticket"].tolist()[0] == "V-023"
    assert not (tmp_path / "CURRENT").exists()

    button(app, "Remember and load").click().run()
    assert not app.exception
    assert "60 records, read as desk" in words(app)
    assert "seltsam" in (tmp_path / "sources" / "desk.toml").read_text(encoding="utf-8")
    assert actions.load(File("Next.csv", german(70).encode()), Answers()).report["tickets"] == 70


@pytest.mark.torture
def test_what_is_needed_is_named_and_nothing_goes_on_without_it(visit: Visit, tmp_path: Path) -> None:
    app = uploaded(visit(tmp_path, "loading"), File("Desk.csv", german().encode()))
    box(app, "The column for Opened").set_value(-1).run()

    assert "Still needed: Opened." in words(app)
    assert button(app, "Remember and load").disabled
    box(app, "The column for Opened").set_value(0).run()
    assert "Chosen for two fields: Vorgang Nr" in words(app)
    assert button(app, "Preview ten tickets").disabled


@pytest.mark.torture
def test_a_hostile_header_is_shown_and_never_read_as_markdown(visit: Visit, tmp_path: Path) -> None:
    app = uploaded(visit(tmp_path, "loading"), File("Desk.csv", german().encode()))

    assert HOSTILE in box(app, "The column for Opened").options
    assert HOSTILE not in written(app)


@pytest.mark.torture
def test_two_unknown_files_keep_what_was_said_about_each_apart(visit: Visit, tmp_path: Path) -> None:
    other = german(30).replace("Gemeldet am", "Erfasst am").replace("Seltsam", "Anders")
    app = uploaded(visit(tmp_path, "loading"), File("One.csv", german().encode()), File("Two.csv", other.encode()))
    box(app, "The column for Client", 1).set_value(-1).run()
    box(app, "What Anders means").set_value("excluded").run()

    assert (box(app, "The column for Client", 0).value, box(app, "The column for Client", 1).value) == (1, -1)
    button(app, "Remember and load", 1).click().run()
    assert [preset.name for preset in own.own_presets(tmp_path)] == ["two"]
    assert [told.loaded.question for told in app.session_state["loaded"]] == ["mapping", ""]
    assert box(app, "The column for Client").value == 1


@pytest.mark.torture
def test_twins_of_a_mapped_file_are_loaded_with_it(visit: Visit, tmp_path: Path) -> None:
    files = [File(f"{name}.csv", german(n).encode()) for name, n in (("March", 40), ("April", 60))]
    app = uploaded(visit(tmp_path, "loading"), *files)
    button(app, "Remember and load", 0).click().run()

    assert [told.loaded.report["files"][0]["records"] for told in app.session_state["loaded"]] == [40, 60]


@pytest.mark.torture
def test_an_order_of_days_is_asked_on_the_screen_and_remembered(visit: Visit, tmp_path: Path) -> None:
    app = uploaded(visit(tmp_path, "loading"), File("Desk.csv", german(7, "%m/%d/%Y %H:%M").encode()))
    button(app, "Preview ten tickets").click().run()
    order = next(group for group in app.button_group if str(group.key).startswith("order-map"))
    order.set_value("Month first (12/31/2026)").run()
    button(app, "Preview ten tickets").click().run()
    assert "Ten tickets, measured." in words(app)
    button(app, "Remember and load").click().run()

    assert app.session_state["loaded"][0].loaded.report["tickets"] == 7
    assert "day_first = false" in own.own_presets(tmp_path)[0].text


@pytest.mark.torture
def test_a_name_that_is_taken_is_replaced_only_when_told(visit: Visit, tmp_path: Path) -> None:
    app = uploaded(visit(tmp_path, "loading"), File("Desk.csv", german().encode()))
    own.remember(tmp_path, mapped(), "taken")
    name = next(field for field in app.text_input if field.label == "Remember it as")
    name.set_value("generic").run()
    button(app, "Remember and load").click().run()
    assert "ships with Turnaround; choose another name" in words(app)

    next(field for field in app.text_input if field.label == "Remember it as").set_value("taken").run()
    button(app, "Remember and load").click().run()
    assert "Choose another name, or say that it shall be replaced." in words(app)
    next(check for check in app.checkbox if check.label == "Replace the preset of this name").check().run()
    button(app, "Remember and load").click().run()
    assert app.session_state["loaded"][0].loaded.report["tickets"] == 60


def mapped() -> str:
    look = mapping_actions.look(File("Desk.csv", german().encode())).said
    return mapping_actions.preset_text(digest.as_preset(look, Draft("tickets", "desk")))


@pytest.mark.torture
def test_own_sources_are_listed_brought_in_and_forgotten(at_home: AtHome, visit: Visit, tmp_path: Path) -> None:
    at_home(tmp_path)
    text = mapped()
    assert mapping_actions.bring_in(File("My desk.toml", text.encode())).refusal == ""
    assert mapping_actions.bring_in(File("My desk.toml", text.encode())).question == "replace"
    assert "not a preset" in mapping_actions.bring_in(File("x.toml", b"\xff")).refusal

    app = visit(tmp_path, "loading")
    assert "my_desk" in words(app)
    app.button(key="forget-my_desk").click().run()
    assert own.own_presets(tmp_path) == []


@pytest.mark.torture
def test_a_killed_preview_leaves_nothing(at_home: AtHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_home(tmp_path / "home")
    text = mapped()
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    monkeypatch.setattr(mapping_actions, "LOOK_SECONDS", 0.5)

    assert "was stopped" in mapping_actions.preview(File("Desk.csv", german(9_000).encode()), text, day_first=None).refusal
    assert list(scratch.iterdir()) == []
