"""Whatever a page offers to save, from a home full of formulas: CSV, workbook, document, page."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.documents import weekly
from dashboard.loaders.report import weekly_facts
from pipelines.template import template
from tests.conftest import ROOT
from tests.dashboard.conftest import at_home
from tests.dashboard.test_no_formula_leaves import acts, assert_dead, cells
from tests.torture.hostile import home_of

__all__ = ["at_home"]

pytestmark = pytest.mark.torture
AtHome = Callable[[Path], None]
WHERE = "http://127.0.0.1:9"
VIEWS = [file.stem for file in sorted((ROOT / "dashboard" / "views").glob("*.py")) if file.stem != "__init__"]
FEWEST_TABLES = 5


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return home_of(tmp_path_factory.mktemp("formulas"), WHERE)


def assert_harmless(name: str, content: bytes) -> None:
    if name.endswith(".csv"):
        assert [cell for part in ",;\t" for cell in cells(content, part) if acts(cell)] == [], name
    elif name.endswith((".xlsx", ".docx", ".zip")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.namelist():
                if part.endswith((".docx", ".csv", ".xlsx")):
                    assert_harmless(part, archive.read(part))
                elif part.endswith((".xml", ".rels")) and not name.endswith(".zip"):
                    root = ET.fromstring(archive.read(part))  # noqa: S314 - of our own making
                    assert_dead(root, f"{name}/{part}")
                    if part.startswith("xl/worksheets/"):
                        assert_no_formula(root, f"{name}/{part}")


def assert_no_formula(root: ET.Element, where: str) -> None:
    """A cell is a number or a text, and a text that begins a formula has its apostrophe."""
    for cell in root.iter("{*}c"):
        assert cell.find("{*}f") is None, where
        assert cell.get("t") in (None, "n", "s", "inlineStr"), where


def test_nothing_that_a_page_offers_to_save_acts(home: Path, at_home: AtHome, monkeypatch: pytest.MonkeyPatch, tell: Callable[[str, object], None]) -> None:
    saved: dict[str, bytes] = {}
    offered = st.download_button

    def caught(label: str, data: Any, *rest: Any, **more: Any) -> bool:
        content = data() if callable(data) else data
        name = more.get("file_name") or (rest[0] if rest else "unnamed")
        saved[str(name)] = content.encode() if isinstance(content, str) else bytes(content)
        return bool(offered(label, data, *rest, **more))

    monkeypatch.setattr(st, "download_button", caught)
    at_home(home)
    for view in VIEWS:
        app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=120).run()
        app.switch_page(f"views/{view}.py").run()
        assert not app.exception
    tables = [name for name in saved if name.endswith(".csv")]

    tell("files offered by the pages", len(saved))
    assert len(tables) >= FEWEST_TABLES, sorted(saved)
    for name, content in saved.items():
        assert_harmless(name, content)


def test_the_weekly_report_and_the_template_hold_no_formula(home: Path, at_home: AtHome) -> None:
    at_home(home)
    told = weekly_facts(date(2026, 8, 17))

    assert_harmless("weekly.xlsx", weekly.workbook(told))
    assert_harmless("template.xlsx", template(home))
    seen = Tags()
    seen.feed(weekly.page(told).decode())
    assert seen.fetching == []


class Tags(HTMLParser):
    """What of a page would fetch, run or lead elsewhere; a text that only looks so is none of it."""

    def __init__(self) -> None:
        super().__init__()
        self.fetching: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        leads = [value for name, value in attrs if name in ("src", "href", "action", "data") and not str(value).startswith(("data:", "#"))]
        acts_by = [name for name, _ in attrs if name.startswith("on")]
        if leads or acts_by or tag in ("script", "iframe", "object", "embed", "link", "form"):
            self.fetching.append(str(self.get_starttag_text()))
