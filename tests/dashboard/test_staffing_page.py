from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.digest import desk_track
from tests.dashboard.conftest import Visit
from tests.dashboard.test_pages import words
from tests.dashboard.worlds import home_with
from tests.models.test_desk_shell import TARGETS, _later, tickets

WEEKS = 20


@pytest.fixture(scope="module")
def desk_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two technicians who answer within the hour, four clients, a target for the first reply."""
    return home_with(tmp_path_factory.mktemp("desk"), tickets=tickets(WEEKS), targets=TARGETS)


def headings(app: AppTest) -> list[str]:
    return [heading.value for heading in app.header]


@pytest.mark.torture
def test_it_says_first_whether_to_hire_and_then_proves_it(visit: Visit, desk_home: Path) -> None:
    app = visit(desk_home, "staffing")

    assert app.title[0].value == "Staffing"
    assert "No hire is needed: with 2 technicians and no Premium, clients are served as well as today." in words(app)
    assert [metric.label for metric in app.metric] == [
        "Technicians needed", "First replies in time", "Technicians busy", "One more technician",
    ]  # fmt: skip
    assert headings(app) == [
        "Technicians and Premium", "What standard clients lose", "Technicians needed", "Now against one more",
        "Hires owed, and hires that Premium causes", "Can this be trusted?", "Waits, measured and simulated",
        "What it rests on",
    ]  # fmt: skip
    assert "lay inside their band" in words(app)


def test_the_choices_are_kept_in_the_address(visit: Visit, desk_home: Path) -> None:
    app = visit(desk_home, "staffing", technicians="3", uptake="50")

    assert "with 3 technicians and 50% of clients on Premium" in words(app)
    assert "From 3 to 4 technicians, at 50% of clients on Premium." in words(app)


def test_the_grid_switches(visit: Visit, desk_home: Path) -> None:
    app = visit(desk_home, "staffing")
    app.button_group(key="staffing-measure").set_value("first_response").run()

    assert not app.exception
    assert "Teal: surely 95% in time or more." in words(app)


@pytest.mark.torture
def test_without_clients_technicians_stand_alone(visit: Visit, tmp_path: Path) -> None:
    lines = [line.split(",") for line in tickets(WEEKS).splitlines()]
    nameless = "\n".join(",".join([*cells[:2], *cells[3:]]) for cells in lines)
    app = visit(home_with(tmp_path, tickets=nameless, targets=TARGETS), "staffing")

    assert [slider.label for slider in app.slider] == ["Technicians"]
    assert "No ticket of your history names its client" in words(app)
    assert "What standard clients lose" not in headings(app)


@pytest.mark.torture
def test_a_desk_that_cannot_be_trusted_shows_no_figure_about_hiring(visit: Visit, tmp_path: Path) -> None:
    slow = [line.replace("Tech 0", "Tech 1") for line in tickets(WEEKS).splitlines()]
    halves = "\n".join(slow[:400] + [_later(line) for line in slow[400:]])
    app = visit(home_with(tmp_path, tickets=halves, targets=TARGETS), "staffing")

    assert "Not usable for decisions" in words(app)
    assert "What would mend it" in words(app)
    assert not app.slider
    assert not app.metric
    assert "Can this be trusted?" in headings(app)


def test_without_a_target_the_way_to_one_is_shown(
    visit: Visit, desk_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_track, "promised", lambda _: False)
    app = visit(desk_home, "staffing")

    assert "No target is in force for any ticket" in words(app)
    assert not app.metric


def test_without_first_replies_the_missing_column_is_named(visit: Visit, bare_home: Path) -> None:
    app = visit(bare_home, "staffing")

    assert "Nothing can be said about hiring yet." in words(app)
    assert "when it was first answered" in words(app)


@pytest.mark.torture
def test_a_short_history_says_how_much_it_takes(visit: Visit, tmp_path: Path) -> None:
    app = visit(home_with(tmp_path, tickets=tickets(3), targets=TARGETS), "staffing")

    assert "200 answered tickets and 8 whole weeks" in words(app)


@pytest.mark.torture
def test_where_no_ticket_names_its_technician_it_can_be_said_right_there(visit: Visit, tmp_path: Path) -> None:
    lines = [line.split(",") for line in tickets(WEEKS).splitlines()]
    nobody = "\n".join(",".join([*cells[:3], *cells[4:]]) for cells in lines)
    app = visit(home_with(tmp_path, tickets=nobody, targets=TARGETS), "staffing")

    assert "No ticket of your history names its technician" in words(app)
    assert [field.label for field in app.number_input] == ["Technicians (people)"]
    assert not app.metric
    app.number_input[0].set_value(2)
    app.button(key="staffing-technicians-save").click().run()

    assert not app.exception
    assert "No ticket of your history names its technician" not in words(app)
