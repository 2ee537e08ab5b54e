"""The questions of a refused file: each asks for its own answer, and forgets none that was given before."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.actions import Answers, Loaded
from dashboard.actions import mapping as mapping_actions
from dashboard.components.upload import Told
from tests.dashboard.conftest import Visit
from tests.dashboard.test_mapping import File, box, button, uploaded, words
from tests.dashboard.worlds import tickets

UNSURE = "ticket_id,opened_at,resolved_at,issue_type\n" + "".join(f"T-{n},03/0{n}/2026 09:00,03/0{n}/2026 10:00,Email\n" for n in range(1, 8))
BAD = tickets(1, 8) + "T-9,never,,,,,,,,\n" * 2


def asked(app: AppTest, file: File, question: str, *choices: str, refusal: str = "x.csv asks; say so with --option.", said: Answers | None = None) -> AppTest:
    """As if this file had been refused with a question."""
    loaded = Loaded(file.name, refusal=refusal, question=question, choices=choices)
    app.session_state["loaded"] = [Told(loaded, file, said or Answers(), mapping_actions.key_of(file))]
    return app.run()


@pytest.mark.torture
def test_the_order_of_days_is_asked_and_the_zone_that_was_said_before_still_holds(visit: Visit, tmp_path: Path) -> None:
    file = File("a.csv", UNSURE.encode())
    app = asked(visit(tmp_path, "loading"), file, "date order", said=Answers(timezone="America/New_York"))

    assert "--option" not in words(app)
    assert button(app, "Load it with this answer").disabled
    order = next(group for group in app.button_group if str(group.key).startswith("order-0"))
    order.set_value("Month first (12/31/2026)").run()
    button(app, "Load it with this answer").click().run()
    told = app.session_state["loaded"][0]
    assert told.answers == Answers(timezone="America/New_York", day_first=False)
    assert "times without a zone read as America/New_York" in told.loaded.report["files"][0]["notes"]


@pytest.mark.torture
def test_damaged_rows_are_asked_about_by_name_and_the_rest_is_loaded(visit: Visit, tmp_path: Path) -> None:
    app = uploaded(visit(tmp_path, "loading"), File("bad.csv", BAD.encode()))

    assert "Mend the export, or load the rest all the same." in words(app)
    button(app, "Load the rest all the same").click().run()
    assert app.session_state["loaded"][0].loaded.report["files"][0]["outcomes"] == {"new": 8, "quarantined": 2}


@pytest.mark.torture
def test_a_close_second_is_offered_first_and_none_of_them_leads_to_the_mapping(visit: Visit, tmp_path: Path) -> None:
    app = asked(visit(tmp_path, "loading"), File("a.csv", tickets(1, 8).encode()), "source", "servicenow_updates", "generic")

    assert box(app, "The file comes from", 1).options[:2] == ["servicenow_updates", "generic"]
    button(app, "None of these: say what its columns hold").click().run()
    assert "Which column holds what?" in words(app)
    assert box(app, "The column for Opened").value == 1


@pytest.mark.torture
def test_an_owner_who_knows_the_tool_goes_past_the_mapping(visit: Visit, tmp_path: Path) -> None:
    app = asked(visit(tmp_path, "loading"), File("a.csv", tickets(1, 8).encode()), "mapping", "generic")
    button(app, "Load it as that").click().run()

    assert app.session_state["loaded"][0].loaded.report["files"][0]["source"] == "generic"


def test_the_reading_of_letters_is_chosen_from_what_fits(visit: Visit, tmp_path: Path) -> None:
    app = asked(visit(tmp_path, "loading"), File("a.csv", b"x"), "encoding", "cp850", "cp1252")

    assert box(app, "The letters are").options == ["cp850", "cp1252"]
    assert Answers(encoding="cp850").words() == ["--encoding", "cp850"]


def test_a_question_that_is_new_to_the_page_still_says_what_is_wrong(visit: Visit, tmp_path: Path) -> None:
    app = asked(visit(tmp_path, "loading"), File("a.csv", b"x"), "colour", "red", refusal="a.csv has two colours; choose one.")

    assert "a.csv has two colours; choose one." in words(app)
