"""Pages on a history of another version: one sentence, and what can be done about it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipelines import keeping, upgrading
from pipelines.history.schema_version import NEWER
from tests.conftest import ROOT
from tests.dashboard.conftest import Visit
from tests.dashboard.test_pages import words
from tests.pipelines.upgrades.conftest import made_newer, unpack

AtHome = Callable[[Path], None]
VIEWS = [file.stem for file in sorted((ROOT / "dashboard" / "views").glob("*.py"))]


def opened(at_home: AtHome, home: Path, page: str) -> AppTest:
    at_home(home)
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60).run()
    if page != "this_week":
        app.switch_page(f"views/{page}.py").run()
    assert not app.exception
    return app


@pytest.fixture(scope="session")
def migrated_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history of the first schema, brought up to date."""
    home = unpack("0-first", tmp_path_factory.mktemp("migrated") / "home")
    upgrading.upgrade(home)
    return home


@pytest.fixture(scope="session")
def older_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpack("0-first", tmp_path_factory.mktemp("older") / "home")


@pytest.fixture(scope="session")
def newer_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_newer(unpack("1", tmp_path_factory.mktemp("newer") / "home"))


@pytest.mark.torture
@pytest.mark.parametrize("page", VIEWS)
def test_every_page_shows_a_migrated_history(visit: Visit, migrated_home: Path, page: str) -> None:
    app = visit(migrated_home, page)

    assert app.title[0].value
    assert not [warning.value for warning in app.warning if "older" in warning.value]


@pytest.mark.parametrize("page", VIEWS)
def test_every_page_of_an_older_history_offers_the_upgrade(at_home: AtHome, older_home: Path, page: str) -> None:
    app = opened(at_home, older_home, page)

    assert [warning.value for warning in app.warning] == ["This history was written by an older Turnaround."]
    assert [button.key for button in app.button] == ["upgrade"]
    assert not app.error
    assert not app.title


@pytest.mark.parametrize("page", VIEWS)
def test_every_page_of_a_newer_history_refuses_and_offers_a_restore(at_home: AtHome, newer_home: Path, page: str) -> None:
    app = opened(at_home, newer_home, page)

    assert [error.value.replace("\\", "") for error in app.error] == [NEWER]
    assert [button.key for button in app.button] == ["restore"]
    assert not app.title


@pytest.mark.parametrize("version", ["0-first", "1"])
def test_a_history_that_cannot_be_opened_says_so_and_offers_a_restore(at_home: AtHome, tmp_path: Path, version: str) -> None:
    home = unpack(version, tmp_path / "home")
    for file in (home / "generations").glob("*/history.duckdb"):
        file.write_bytes(b"no database")

    app = opened(at_home, home, "this_week")

    assert [error.value.replace("\\", "").replace("\u2060", "") for error in app.error] == ["The history cannot be opened: it is damaged or in use. Restore a backup."]
    assert [button.key for button in app.button] == ["restore"]


@pytest.mark.torture
def test_the_button_brings_the_history_up_to_date(at_home: AtHome, tmp_path: Path) -> None:
    home = unpack("0-middle", tmp_path / "home")
    app = opened(at_home, home, "this_week")

    app.button(key="upgrade").click().run(timeout=300)

    assert not app.exception
    assert not app.error
    assert "Week of" in app.title[0].value
    assert "older Turnaround" not in words(app)
    assert len(keeping.loads(home)) == 7


def test_settings_that_cannot_be_read_are_mended_first(at_home: AtHome, tmp_path: Path) -> None:
    home = unpack("0-middle", tmp_path / "home")
    (home / "settings.toml").write_text("[company\n", encoding="utf-8")

    app = opened(at_home, home, "settings")

    assert [button.key for button in app.button if button.key == "upgrade"] == []
    assert any(button.key == "mend-save" for button in app.button)
