"""Clients completed and joined on the Data page; what is saved is a load like any other."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.clients import DRAFT, MOUNTED
from dashboard.digest import clients as digest
from pipelines.history import clients
from pipelines.history.generations import open_history
from pipelines.history.results import loads
from tests.dashboard.conftest import Visit
from tests.dashboard.worlds import home_with

LIST = """client,site,tier,calendar,timezone,distance_km,users,monthly_fee,premium_since
Alder Dental,,Gold,standard,Europe/London,4,20,900,2026-07-01
Bexley Motors,Main,Silver,,Europe/London,42,35,700,
"""
TICKETS = """ticket_id,opened_at,resolved_at,client,site,work_mode,status
T-1,2026-08-03 09:00,2026-08-03 10:00,Alder Dental,,on_site,Closed
T-2,2026-08-03 09:10,2026-08-03 10:10,Alder Dental Ltd,,on_site,Closed
T-3,2026-08-03 09:20,2026-08-03 10:20,![x](http://127.0.0.2/evil.png),Yard,on_site,Closed
T-4,2026-08-03 09:30,2026-08-03 10:30,Bexley Motors,Main,remote,Closed
"""
EVIL = ("![x](http://127.0.0.2/evil.png)", "Yard")
ALDER = ("Alder Dental", "")
BEXLEY = ("Bexley Motors", "Main")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return home_with(tmp_path, clients=LIST, tickets=TICKETS)


def known(home: Path) -> dict[digest.Name, dict[str, Any]]:
    """What is known of each client and site."""
    with open_history(home) as history:
        rows = clients.known_clients(history).to_dict("records")
    return {(row["client"], row["site"] if isinstance(row["site"], str) else ""): {str(name): None if pd.isna(cell) else cell for name, cell in row.items()} for row in rows}


def told(home: Path, name: digest.Name, *fields: str) -> list[Any]:
    return [known(home)[name][field] for field in fields]


def button(app: AppTest, key: str) -> AppTest:
    next(each for each in app.button if each.key == key).click()
    app.run()
    assert not app.exception
    return app


def table(**columns: list[object]) -> pd.DataFrame:
    rows = len(next(iter(columns.values())))
    empty = {name: [None] * rows for name in ("client", "site", "tickets", "last_seen_at", "listed", *digest.EDITED.values())}
    frame = pd.DataFrame(empty | {"listed": [True] * rows} | columns)
    return digest.client_table(frame)


def test_changes_by_place_become_changes_by_name() -> None:
    shown = table(client=["Alder", "Birch"], site=["Works", None])

    draft = digest.folded({("Birch", ""): {"Users": 4}}, shown, {0: {"Tier": "Gold"}, 1: {"Tier": "Silver"}, 7: {"Tier": "Gold"}})

    assert draft == {("Birch", ""): {"Users": 4, "Tier": "Silver"}, ("Alder", "Works"): {"Tier": "Gold"}}


def test_a_change_back_to_what_is_known_and_a_client_that_is_gone_are_no_changes() -> None:
    shown = table(client=["Alder", "Birch"], users=[3, None], premium_since=[pd.Timestamp(2026, 7, 1).date(), None])
    draft: digest.Draft = {
        ("Alder", ""): {"Users": 3.0, "Premium since": "2026-07-01"}, ("Birch", ""): {"Users": None, "Tier": "Gold"}, ("Cedar", ""): {"Users": 3},
    }

    assert digest.real_changes(shown, draft) == {("Birch", ""): {"Tier": "Gold"}}


def test_a_saved_list_holds_the_changed_clients_and_columns_alone() -> None:
    shown = table(
        client=["Alder, Sons", "Birch", "Cedar"], site=["Works", None, None], tier=["Gold", "Silver", None], distance_km=[12.5, 7, 9],
        users=[3, 4, 5], premium_since=[pd.Timestamp(2026, 7, 1).date(), None, None],
    )
    draft: digest.Draft = {("Alder, Sons", "Works"): {"Distance (km)": 1234567.25, "Premium since": None}, ("Birch", ""): {"Tier": "Gold", "Premium since": "2026-08-01"}}

    assert digest.as_list(shown, draft).decode().splitlines() == [
        "client,site,tier,distance_km,premium_since",
        '"Alder, Sons",Works,Gold,1234567.25,',
        "Birch,,Gold,7,2026-08-01",
    ]


def test_a_draft_lies_over_the_table_and_leaves_it_as_it_is() -> None:
    shown = table(client=["Alder"], tier=["Gold"], premium_since=[None])

    over = digest.laid_over(shown, {("Alder", ""): {"Tier": None, "Premium since": "2026-08-01", "Users": 4}})

    assert over[["Tier", "Premium since", "Users"]].values.tolist() == [[None, pd.Timestamp(2026, 8, 1), 4.0]]
    assert shown["Tier"].tolist() == ["Gold"]


@pytest.mark.torture
def test_a_client_of_tickets_alone_is_completed_and_stands_in_the_ledger(visit: Visit, home: Path) -> None:
    before = known(home)
    app = visit(home, "loading")
    assert "2 clients with a site that no client list has." in [caption.value for caption in app.caption]
    assert next(each for each in app.button if each.key == "save-clients").disabled

    app.session_state[DRAFT] = {EVIL: {"Tier": "Gold", "Distance (km)": 25.5, "Hours": "always", "Premium since": "2026-08-01"}}
    app = button(app.run(), "save-clients")

    with open_history(home) as history:
        newest = loads(history).iloc[0]
    assert str(newest["file_name"]).startswith("clients edited 20")
    assert newest["kind"] == "clients"
    assert told(home, EVIL, "tier", "distance_km", "calendar") == ["Gold", 25.5, "always"]
    assert known(home)[ALDER] == before[ALDER]
    assert app.session_state[DRAFT] == {}
    assert any("is loaded" in heading.value for heading in app.header)


@pytest.mark.torture
def test_an_emptied_cell_takes_back_what_an_older_list_says_and_nothing_else(visit: Visit, home: Path) -> None:
    app = visit(home, "loading")

    app.session_state[DRAFT] = {ALDER: {"Premium since": None}, BEXLEY: {"Users": 36}}
    button(app.run(), "save-clients")

    assert told(home, ALDER, "premium_since", "tier", "calendar", "distance_km", "users", "monthly_fee") == [None, "Gold", "standard", 4, 20, 900]
    assert told(home, BEXLEY, "distance_km", "users") == [42, 36]


def test_the_day_of_premium_stays_the_day_in_summer_time(visit: Visit, home: Path) -> None:
    app = visit(home, "loading")

    assert app.session_state[MOUNTED].set_index(["Client", "Site"]).loc[ALDER, "Premium since"] == pd.Timestamp(2026, 7, 1)


@pytest.mark.torture
def test_a_draft_survives_a_visit_to_another_page_and_can_be_dropped(visit: Visit, home: Path) -> None:
    app = visit(home, "loading")
    app.session_state[DRAFT] = {ALDER: {"Users": 21}}
    app.switch_page("views/turnaround.py").run()
    app.switch_page("views/loading.py").run()

    assert [each.label for each in app.button if each.key == "save-clients"] == ["Save 1 client"]
    button(app, "drop-clients")
    assert app.session_state[DRAFT] == {}
    assert next(each for each in app.button if each.key == "save-clients").disabled


@pytest.mark.torture
def test_a_pair_is_joined_by_its_button_and_parted_again(visit: Visit, home: Path) -> None:
    app = visit(home, "loading")
    assert "Alder Dental Ltd → Alder Dental (1 ticket and 1)" in [text.value for text in app.text]

    app = button(app, "join-0")
    assert "Alder Dental Ltd is shown as Alder Dental" in [text.value for text in app.text]
    assert told(home, ALDER, "tickets") == [2]

    button(app, "part-0")
    assert told(home, ALDER, "tickets") == [1]


@pytest.mark.torture
def test_any_two_can_be_joined_and_a_refusal_is_said(visit: Visit, home: Path) -> None:
    app = visit(home, "loading")
    for key in ("join-alias", "join-client"):
        next(each for each in app.selectbox if each.key == key).select("Bexley Motors")
    app = button(app.run(), "join-chosen")

    assert any("one name already" in warning.value for warning in app.warning)


def test_a_client_list_is_not_asked_for_where_no_ticket_names_a_client(visit: Visit, bare_home: Path) -> None:
    app = visit(bare_home, "loading")

    assert not [each for each in app.button if each.key == "save-clients"]
