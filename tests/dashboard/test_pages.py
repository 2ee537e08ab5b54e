import ast
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT
from tests.dashboard.conftest import Visit
from tests.dashboard.worlds import EVIL_CLIENT, home_with

VIEWS = sorted((ROOT / "dashboard" / "views").glob("*.py"))
PAGES_SEE = ("streamlit", "dashboard.loaders", "dashboard.actions", "dashboard.charts", "dashboard.components")


def words(app: AppTest) -> str:
    return "\n".join(element.value for kind in (app.title, app.markdown, app.caption, app.header) for element in kind)


def test_a_full_week_has_a_verdict_cards_charts_and_tickets(visit: Visit, full_home: Path) -> None:
    app = visit(full_home)

    assert app.title[0].value == "Week of 17 August 2026"
    assert "resolved tickets were late" in words(app)
    assert [metric.label for metric in app.metric] == [
        "Resolved on time", "Replied on time", "Typical first reply", "9 in 10 resolved within", "Tickets opened",
    ]  # fmt: skip
    assert len(app.get("plotly_chart")) == 2
    assert len(app.dataframe) == 2
    assert "640 tickets to" in words(app)


def test_another_week_can_be_chosen_by_the_url(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, week="6 Jul to 12 Jul 2026")

    assert app.title[0].value == "Week of 6 July 2026"
    assert len(app.dataframe) == 1  # what will be late next is past for an older week


def test_a_filter_narrows_every_figure(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, tier="Silver")

    assert app.metric[-1].value == "13"


def test_a_week_with_few_tickets_gives_no_share(visit: Visit, few_home: Path) -> None:
    app = visit(few_home)

    assert "Too few to say" in words(app)
    assert "%" not in app.metric[0].value


def test_a_history_without_targets_tells_how_long_and_what_to_load(visit: Visit, bare_home: Path) -> None:
    app = visit(bare_home)

    assert "No targets yet" in words(app)
    assert "Load your target list" in words(app)
    assert app.metric[0].label == "Half resolved within"
    assert len(app.get("plotly_chart")) == 1
    assert not app.dataframe
    assert "Tiers (in the export or a client list)" in words(app)


@pytest.mark.parametrize("page", ["this_week", "turnaround"])
def test_an_empty_home_welcomes(visit: Visit, tmp_path: Path, page: str) -> None:
    app = visit(tmp_path / "none", page)

    assert app.title[0].value == "Welcome"
    assert [button.key for button in app.button] == ["load", "load-sample"]


def test_turnaround_answers_first_and_shows_map_curve_places_and_segments(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "turnaround")

    assert "Half of the 520 tickets opened since" in words(app)
    assert "make it" in words(app)
    assert len(app.get("plotly_chart")) == 2
    places, segments = (frame.value for frame in app.dataframe)
    assert places["Where"].tolist() == ["Remote", "On-site, under 10 km", "On-site, 10-30 km", "On-site, 30-60 km"]
    assert {"Target (h)", "Late"} <= set(segments)
    assert segments["Tickets"].min() >= 30


@pytest.mark.torture
def test_turnaround_without_targets_has_no_late_and_no_places(visit: Visit, bare_home: Path) -> None:
    app = visit(bare_home, "turnaround")

    grid, segments = (frame.value for frame in app.dataframe)
    assert grid.columns.tolist() == ["Issue", "Tickets", "9 in 10 within"]
    assert not {"Late", "Tier", "Where", "Target (h)"} & set(segments)


@pytest.mark.torture
def test_turnaround_of_few_tickets_says_too_few(visit: Visit, few_home: Path) -> None:
    app = visit(few_home, "turnaround")

    assert "8 tickets in this period: too few to say." in words(app)


def test_the_data_page_says_whether_to_trust_it(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "loading")

    assert "640 tickets to" in words(app)
    assert len(app.dataframe) == 5  # checks, clients, categories, loads, calendars; nothing was rejected
    assert "Every row and every cell could be read." in words(app)


@pytest.mark.torture
def test_the_data_page_sets_our_numbers_beside_the_tools(visit: Visit, tmp_path: Path) -> None:
    head = "TicketNbr,date_entered,Date_Resolved_UTC,Status_Description,company_name,Resolved_Minutes"
    row = "1,2026-03-02 09:00,2026-03-02 10:00,Closed,Alder,60"

    app = visit(home_with(tmp_path, tickets=f"{head}\n{row}\n"), "loading")

    assert "they may differ" in words(app).lower()
    assert [frame.value["Agree"].tolist() for frame in app.dataframe if "Agree" in frame.value] == [["100.0%"]]


def test_the_data_page_of_an_empty_home_offers_upload_and_sample(visit: Visit, tmp_path: Path) -> None:
    app = visit(tmp_path / "none", "loading")

    assert [button.key for button in app.button] == ["load", "load-sample", "restore", "preset-in"]
    assert [button.proto.label for button in app.get("download_button")] == ["Template to fill in"]


@pytest.mark.torture
@pytest.mark.parametrize("page", ["this_week", "turnaround", "targets", "loading"])
def test_the_name_of_a_client_is_never_read_as_markdown(visit: Visit, full_home: Path, page: str) -> None:
    app = visit(full_home, page)

    assert EVIL_CLIENT not in words(app)


def test_exposed_to_other_computers_nothing_is_shown(
    visit: Visit, full_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: "" if name == "server.address" else asked(name))

    with pytest.raises(AssertionError, match="answers this computer only"):
        visit(full_home)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.stem)
def test_a_page_is_flat_and_sees_only_its_parts(view: Path) -> None:
    tree = ast.parse(view.read_text(encoding="utf-8"))

    assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.BinOp | ast.Lambda)]
    named = [f"{node.module}.{alias.name}" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names]
    assert [name for name in named if not name.startswith(PAGES_SEE)] == []


def test_streamlit_finds_no_pages_of_its_own() -> None:
    """A folder `pages` beside app.py would be served before app.py has asked who is there."""
    assert not (ROOT / "dashboard" / "pages").exists()
