"""Undo, correct, erase, back up and restore on the page: every destructive act asks once more."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import actions, loaders
from pipelines import keeping
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from tests.dashboard.conftest import Visit
from tests.dashboard.test_actions import File
from tests.dashboard.test_pages import words
from tests.dashboard.worlds import CLIENTS, EVIL_CLIENT, TICKET, home_with, tickets

AtHome = Callable[[Path], None]
BAD = f"{TICKET}\nT-9001,never,,,Alder Dental,Printer,remote,Priya,Open,=1+1\n"


@pytest.fixture
def own_home(tmp_path: Path) -> Path:
    """Two loads of tickets, the second with a row that cannot be read, and a client list."""
    home = home_with(tmp_path, clients=CLIENTS, tickets=tickets(2, 20))
    later = tmp_path / "later.csv"
    later.write_text(tickets(2, 10).replace("T-0", "U-0") + BAD.split("\n", 1)[1], encoding="utf-8")
    load_files(home, [later], Answers(allow_quarantine=True))
    return home


def choose(app: AppTest, key: str, row: int) -> AppTest:
    """Click a row of a table."""
    app.session_state[f"{key}-{loaders.stamp()}"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return app.run()


def said(app: AppTest) -> str:
    return "\n".join(element.value for kind in (app.success, app.warning, app.info) for element in kind)


@pytest.mark.torture
def test_a_load_is_undone_only_after_a_yes(visit: Visit, own_home: Path) -> None:
    app = choose(visit(own_home, "loading"), "loads", 0)
    app.button(key="undo-3").click().run()

    assert "later\\.csv go, and everything is measured again" in said(app)
    assert len(keeping.loads(own_home)) == 3
    assert all(entry["undone_at"] is None for entry in keeping.loads(own_home))
    app.button(key="undo-3-yes").click().run()

    assert "is undone. The history holds 40 tickets" in said(app)
    assert [entry["undone_at"] is None for entry in keeping.loads(own_home)] == [False, True, True]
    assert not app.exception


@pytest.mark.torture
def test_a_no_leaves_everything_as_it_is(visit: Visit, own_home: Path) -> None:
    app = choose(visit(own_home, "loading"), "loads", 0)
    app.button(key="undo-3").click().run()
    app.button(key="undo-3-no").click().run()

    assert not app.warning
    assert [entry["undone_at"] for entry in keeping.loads(own_home)] == [None, None, None]


@pytest.mark.torture
def test_a_history_of_which_all_is_undone_shows_its_ledger(visit: Visit, own_home: Path) -> None:
    for load in (1, 2, 3):
        keeping.undo_load(own_home, load)

    app = visit(own_home, "loading")

    assert "There is no ticket yet" in said(app)
    (table,) = app.dataframe
    assert table.value["Undone"].notna().tolist() == [True, True, True]
    assert visit(own_home).title[0].value == "Welcome"


@pytest.mark.torture
def test_the_rows_of_a_load_can_be_taken_to_correct(visit: Visit, own_home: Path, at_home: AtHome) -> None:
    app = visit(own_home, "loading")

    assert app.selectbox(key="correct-load").options == ["later.csv, 1 row"]
    at_home(own_home)
    assert "T-9001,never,,,Alder Dental,Printer,remote,Priya,Open,'=1+1" in loaders.rejected_rows(3).decode()


@pytest.mark.torture
def test_a_client_is_erased_only_after_a_yes(visit: Visit, own_home: Path) -> None:
    app = visit(own_home, "loading")
    client = next(box for box in app.selectbox if box.label == "Client")
    assert client.options == [EVIL_CLIENT, "Alder Dental", "Bexley Motors"]
    client.select("Bexley Motors").run()
    assert "20 tickets, 1 line of client lists" in words(app)
    app.button(key="erase-client").click().run()
    assert "Erase this client?" in said(app)
    assert "Bexley Motors" in str(keeping.erase(own_home, "Bexley Motors", yes=False))

    app.button(key="erase-client-yes").click().run()

    assert "The client is erased." in said(app)
    assert next(box for box in app.selectbox if box.label == "Client").options == [EVIL_CLIENT, "Alder Dental"]
    assert not app.exception


@pytest.mark.torture
def test_a_yes_is_meant_for_the_client_that_it_was_asked_for(visit: Visit, own_home: Path) -> None:
    app = visit(own_home, "loading")
    next(box for box in app.selectbox if box.label == "Client").select("Bexley Motors").run()
    app.button(key="erase-client").click().run()
    next(box for box in app.selectbox if box.label == "Client").select("Alder Dental").run()

    assert "Erase this client?" not in said(app)


@pytest.mark.torture
def test_a_client_named_like_an_option_is_a_name(at_home: AtHome, tmp_path: Path) -> None:
    text = f"{TICKET}\nT-1,2026-05-04 09:00,,,--yes,Printer,remote,Priya,Open,x\nT-2,2026-05-04 09:00,,,Alder,Printer,remote,Priya,Open,x\n"
    home = home_with(tmp_path, tickets=text)
    at_home(home)

    assert actions.erase("--yes", yes=False).said["tickets"] == 1
    assert [entry["undone_at"] for entry in keeping.loads(home)] == [None]
    assert loaders.client_names() == ["--yes", "Alder"]


@pytest.mark.torture
def test_a_backup_is_made_and_can_be_saved(visit: Visit, own_home: Path) -> None:
    app = visit(own_home, "loading")
    app.button(key="make-backup").click().run()

    assert "60 tickets" in words(app)
    assert "read back whole" in words(app)
    assert "Save the backup" in [button.proto.label for button in app.get("download_button")]


@pytest.mark.torture
def test_a_backup_restores_through_the_page(at_home: AtHome, own_home: Path, tmp_path: Path) -> None:
    at_home(own_home)
    reply, content = actions.back_up()
    assert reply.refusal == ""
    at_home(tmp_path / "new")

    assert actions.restore(File("b.zip", content)).said["tickets"] == 60
    assert loaders.facts().tickets == 60  # type: ignore[union-attr]


def test_what_is_no_backup_is_refused_in_words(at_home: AtHome, own_home: Path) -> None:
    at_home(own_home)

    assert "nothing was changed" in actions.restore(File("b.zip", b"PK\x03\x04 rubbish")).refusal
    assert loaders.facts().tickets == 60  # type: ignore[union-attr]


@pytest.mark.torture
def test_a_backup_that_is_too_large_for_a_page_names_the_shell(
    at_home: AtHome, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(own_home)
    monkeypatch.setattr(actions.keeping, "MOST_BYTES", 10)

    reply, content = actions.back_up()

    assert ("python -m pipelines backup" in reply.refusal, content) == (True, b"")
