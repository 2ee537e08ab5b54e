"""The inbox on the Data page: what waits, what it asks, and that an answer loads it."""

import os
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.inbox import inbox_folder, load_inbox, parked
from tests.dashboard.conftest import Visit

UNSURE = "ticket_id,opened_at,status\n" + "".join(f"T-{n},0{n}/0{n + 1}/2026 09:00,open\n" for n in range(1, 7))
EVIL = "![x](evil).csv"


def drop(home: Path, name: str, text: str) -> None:
    file = inbox_folder(home) / name
    file.write_text(text, encoding="utf-8")
    os.utime(file, (time.time() - 60,) * 2)


def words(app: AppTest) -> str:
    return "\n".join(element.value for kind in (app.markdown, app.warning, app.header) for element in kind)


def button(app: AppTest, key: str) -> object:
    return next((button for button in app.button if button.key == key), None)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_an_empty_inbox_shows_nothing(visit: Visit, home: Path) -> None:
    assert "inbox" not in words(visit(home, "loading")).lower()


@pytest.mark.torture
def test_a_parked_file_asks_and_its_answer_loads_it(visit: Visit, home: Path) -> None:
    drop(home, "week.csv", UNSURE)
    load_inbox(home)

    app = visit(home, "loading")
    assert "--day-first" not in words(app)
    assert "week" in words(app)
    assert app.button(key="parked-load-0").disabled
    app.segmented_control(key="parked-answer-0").set_value("Day first (31/12/2026)").run()
    app.button(key="parked-load-0").click().run(timeout=120)

    assert not app.exception
    assert parked(home) == []
    assert (home / "inbox" / "loaded" / "week.csv").exists()
    assert "csv is loaded" in words(app)


def test_a_refused_file_says_why_and_asks_nothing(visit: Visit, home: Path) -> None:
    drop(home, EVIL, "a,b\n1,2\n")
    load_inbox(home)

    app = visit(home, "loading")

    assert "is not an export that is known here" in words(app).replace("\\", "")
    assert EVIL not in words(app)
    assert button(app, "parked-load-0") is None


@pytest.mark.torture
def test_new_files_are_loaded_from_the_page(visit: Visit, home: Path) -> None:
    drop(home, "week.csv", UNSURE.replace("06/07", "13/07"))

    app = visit(home, "loading")
    app.button(key="load-inbox").click().run(timeout=120)

    assert not app.exception
    assert (home / "inbox" / "loaded" / "week.csv").exists()
    assert button(app, "load-inbox") is None
