from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import loaders
from dashboard.components.guard import NEUTRAL
from pipelines.errors import SettingsInvalid
from tests.conftest import ROOT

AtHome = Callable[[Path], None]
SECRET = "/home/owner/history.duckdb: select * from ticket where client = 'Alder Dental'"


def opened(error: Exception, at_home: AtHome, home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    def fails(*_: object) -> None:
        raise error

    at_home(home)
    monkeypatch.setattr(loaders, "week_report", fails)
    return AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60).run()


def test_an_unknown_error_shows_and_logs_no_path_sql_or_cell(
    at_home: AtHome, full_home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = opened(RuntimeError(SECRET), at_home, full_home, monkeypatch)

    assert [error.value for error in app.error] == [NEUTRAL]
    assert "RuntimeError" in caplog.text
    assert "Alder" not in caplog.text
    assert "history.duckdb" not in caplog.text


def test_our_own_errors_are_said_in_their_words(
    at_home: AtHome, full_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(SettingsInvalid("Write a time zone."), at_home, full_home, monkeypatch)

    assert [error.value.replace("\\", "") for error in app.error] == ["Write a time zone."]
