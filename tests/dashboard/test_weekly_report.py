"""The weekly report: its words, its bytes, and that nothing of a ticket acts in it."""

import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest

from dashboard import wording
from dashboard.documents import weekly
from dashboard.documents.weekly.html import rich
from dashboard.loaders.report import weekly_facts
from tests.dashboard.worlds import EVIL_CLIENT, home_with

GOLDEN = Path(__file__).parent / "golden" / "weekly.html"
WEEK = date(2026, 8, 17)
AtHome = Callable[[Path], None]


def test_the_page_is_the_one_that_was_agreed(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)
    page = weekly.page(weekly_facts(WEEK)).decode()
    if os.environ.get("TURNAROUND_GOLDEN") == "write":
        GOLDEN.write_text(page, encoding="utf-8")

    assert page == GOLDEN.read_text(encoding="utf-8"), "TURNAROUND_GOLDEN=write takes the new page as the agreed one"


def test_a_report_after_a_failed_load_says_how_old_its_numbers_are(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)
    told = replace(weekly_facts(WEEK), failed=("inbox", "fit", "own{"))
    sentence = f"Something in the inbox could not be loaded: these numbers are as of {wording.moment(told.as_of)}, without it."

    assert weekly.warnings(told)[0].startswith(sentence)
    assert "could not be worked out anew" in weekly.warnings(told)[1]
    assert weekly.warnings(told)[2] == "The step own{ failed before this report was made."
    assert sentence in weekly.page(told).decode()
    assert "Not up to date" in weekly.subject(told)
    with zipfile.ZipFile(BytesIO(weekly.workbook(told))) as book:
        assert sentence in book.read("xl/sharedStrings.xml").decode()
    assert "Not up to date" not in weekly.subject(weekly_facts(WEEK))


class Tags(HTMLParser):
    """Counts what opens and closes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.wrong += [name for name, value in attrs if name.startswith("on") or "javascript:" in (value or "")]
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_the_page_is_whole_and_asks_for_nothing(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)
    page = weekly.page(weekly_facts(WEEK)).decode()
    tags = Tags()
    tags.feed(page)

    assert (tags.open, tags.wrong) == ([], [])
    assert not tags.seen & {"script", "img", "link", "iframe", "object", "form", "a"}
    assert set(re.findall(r"https?://[^\s\"'<)]+", page)) <= {"http://www.w3.org/2000/svg", "http://127.0.0.2/evil.png"}
    assert page.count("<svg") == page.count('role="img"') == page.count("<desc")
    assert len(set(ids := re.findall(r' id="([^"]+)"', page))) == len(ids)
    assert "src=" not in page
    assert EVIL_CLIENT in page  # told as it is, and only told


def test_the_same_history_gives_the_same_bytes(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)
    first, again = weekly_facts(WEEK), weekly_facts(WEEK)

    assert weekly.page(first) == weekly.page(again)
    assert weekly.workbook(first) == weekly.workbook(again)


@pytest.mark.torture
def test_a_ticket_cannot_write_into_the_page(at_home: AtHome, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    rows = "".join(f"T-{i},2026-03-{2 + i % 5:02} 09:00,2026-03-{3 + i % 5:02} 16:00,{evil},=1+1\n" for i in range(40))
    targets = "valid_from,clock,amount,unit\n2026-01-01,resolution,1,business_hours\n"
    at_home(home_with(tmp_path, targets=targets, tickets=f"ticket_id,opened_at,resolved_at,client,issue_type\n{rows}"))
    told = weekly_facts(date(2026, 3, 2))
    page = weekly.page(told).decode()

    assert "<script" not in page
    assert "&lt;script&gt;" in page
    with zipfile.ZipFile(BytesIO(weekly.workbook(told))) as book:
        texts = book.read("xl/sharedStrings.xml").decode()
        sheets = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
    assert "<f>" not in sheets
    assert "'=1+1" in texts


def test_the_workbook_has_its_sheets_real_numbers_and_native_charts(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)
    with zipfile.ZipFile(BytesIO(weekly.workbook(weekly_facts(WEEK)))) as book:
        names = book.namelist()
        sheets = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        first = book.read("xl/worksheets/sheet1.xml").decode()
        looks = book.read("xl/styles.xml").decode()

    assert sheets == ["Scorecard", "Charts", "Late tickets", "Late next", "Definitions"]
    assert sum(name.startswith("xl/charts/chart") for name in names) == 4
    assert 'fitToHeight="0"' in first
    assert '<c r="D5"' in first
    assert "0.0%" in looks


@pytest.mark.parametrize("home", ["few_home", "bare_home"])
def test_small_and_bare_histories_have_a_report_too(at_home: AtHome, home: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(home)
    at_home(folder)
    week = date(2026, 5, 11)
    told = weekly_facts(week)

    assert weekly.workbook(told)
    page = weekly.page(told).decode()
    assert "nan" not in re.sub(r"<style>.*</style>", "", page, flags=re.DOTALL).lower().replace("finance", "")
    assert ("Too few to say" in page) == (home == "few_home")
    assert ("No targets yet" in page) == (home == "bare_home")


def test_sentences_keep_their_emphasis_and_nothing_else() -> None:
    assert rich(r"**2 of 3** late, \*\*not\*\* <b>") == "<strong>2 of 3</strong> late, **not** &lt;b&gt;"


def test_the_subject_is_the_verdict_on_one_line(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)
    told = weekly_facts(WEEK)

    assert weekly.subject(told).startswith("Your company, 17 Aug to 23 Aug 2026: Unusually high. 4 of 38 ")
    assert "\n" not in weekly.subject(told)
