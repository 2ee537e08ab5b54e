"""Homes that several tests read, and the page as Streamlit would run it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT
from tests.dashboard.worlds import CLIENTS, TARGETS, home_with, tickets

Visit = Callable[..., AppTest]


@pytest.fixture(scope="session")
def full_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tickets, clients, targets and promises."""
    return home_with(tmp_path_factory.mktemp("full"), promises=True, clients=CLIENTS, targets=TARGETS, tickets=tickets())


@pytest.fixture(scope="session")
def few_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two weeks with four tickets each."""
    return home_with(tmp_path_factory.mktemp("few"), clients=CLIENTS, targets=TARGETS, tickets=tickets(2, 4))


@pytest.fixture(scope="session")
def bare_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tickets alone: no tier, no client, no target, no place."""
    return home_with(tmp_path_factory.mktemp("bare"), tickets=tickets(bare=True))


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """Make a home the one that the dashboard reads."""
    monkeypatch.chdir(ROOT)
    st.cache_data.clear()
    yield lambda home: monkeypatch.setenv("TURNAROUND_HOME", str(home))
    st.cache_data.clear()


@pytest.fixture
def visit(at_home: Callable[[Path], None]) -> Visit:
    """Open a page of the app on a home; a page that failed fails the test."""

    def open_page(home: Path, page: str = "this_week", **query: str) -> AppTest:
        at_home(home)
        app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        if page != "this_week":
            app.switch_page(f"views/{page}.py").run()
        assert not app.exception
        assert not app.error, [error.value for error in app.error]
        return app

    return open_page
