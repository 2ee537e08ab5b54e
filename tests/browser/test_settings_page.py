"""An owner says who the firm is and when it works, takes the settings along, and hands in a broken file."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Serve, settled
from tests.browser.test_dashboard import LOADING

pytestmark = pytest.mark.torture

SLOW = 90_000


def test_an_owner_changes_the_rules(page: Page, serve: Serve, sample_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sample_home, home)
    page.goto(serve(home))
    settled(page)
    page.get_by_test_id("stSidebar").get_by_role("link", name="Settings").click()
    answer = page.locator(".st-key-rules-answer")
    expect(answer).to_contain_text(times("Your company works Monday to Friday 08:30-17:30"), timeout=LOADING)
    expect(answer).to_contain_text("All of it is the default.")

    settled(page)
    page.get_by_label(re.compile("^Name")).fill("Harbour IT")
    page.get_by_label(re.compile("^Name")).press("Tab")
    page.locator(".st-key-rules-company-save button").click()
    expect(answer).to_contain_text("Harbour IT works Monday to Friday", timeout=LOADING)
    expect(answer).to_contain_text("1 setting is your own")
    expect(page.get_by_text("Saved: Name.")).to_be_visible()

    settled(page)
    page.get_by_role("tab", name="Hours").click()
    grid = settled(page).locator(".st-key-rules-hours").locator(".dvn-scroller").first
    grid.click(position={"x": 260, "y": 52})
    expect(page.locator("[id='glide-cell-1-0']")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    written = page.locator("#portal textarea, #portal input").first
    written.fill("10:00-16:00")
    page.wait_for_timeout(300)  # the editor takes what is typed a little later than it shows it
    written.press("Enter")
    settled(page).locator(".st-key-rules-hours-save button").click()
    expect(page.get_by_text("Your history was measured again.")).to_be_visible(timeout=SLOW)
    expect(answer).to_contain_text(times("Harbour IT works Monday 10:00-16:00, Tuesday to Friday 08:30-17:30"))
    expect(page.get_by_test_id("stSidebar")).to_contain_text(times("Business hours: Monday 10:00-16:00, Tuesday"))

    settled(page)
    page.get_by_role("tab", name="File").click()
    settled(page)
    with page.expect_download() as waiting:
        page.locator(".st-key-rules-export button").click()
    taken = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert tomllib.loads(taken)["company"] == {"name": "Harbour IT"}
    assert tomllib.loads(taken)["calendars"]["standard"]["monday"] == ["10:00-16:00"]

    broken = tmp_path / "broken.toml"
    broken.write_text("[company\nname = 'Nobody'\n", encoding="utf-8")
    page.locator(".st-key-rules-import input[type=file]").set_input_files(broken)
    expect(page.get_by_text("This file of settings cannot be read")).to_be_visible(timeout=LOADING)
    expect(page.get_by_text("Nothing was changed.")).to_be_visible()
    assert (home / "settings.toml").read_text(encoding="utf-8") == taken
    assert not (home / "settings.toml.before").exists()
    expect(answer).to_contain_text("Harbour IT works")


def times(text: str) -> re.Pattern[str]:
    """A text with times of day, behind whose colons a mark stands that nobody sees."""
    return re.compile(re.escape(text).replace(":", ":\\W?"))


def test_the_sample_goes_by_one_click_and_the_first_run_stands_there(page: Page, serve: Serve, sample_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sample_home, home)
    page.goto(serve(home))
    settled(page)
    page.locator(".st-key-forget-sample button").click()
    expect(page.get_by_role("heading", level=1, name="Welcome")).to_be_visible(timeout=SLOW)
    for part in ("Load your tickets", "Or look round first", "Or drop files into a folder"):
        expect(page.get_by_role("heading", name=part)).to_be_visible()
    expect(page.get_by_text("Sample data", exact=True)).to_have_count(0)
    settled(page)
