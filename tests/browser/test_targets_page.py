"""An owner takes the proposals, changes one, saves a version, and finds it in the list."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Serve, settled
from tests.browser.test_dashboard import LOADING, go_to
from tests.browser.test_data_page import cells, open_tab

pytestmark = pytest.mark.torture

HEADER, ROW = 35, 35
CARD = '[data-testid="stMetric"]'


def test_an_owner_makes_targets_of_proposals(page: Page, serve: Serve, sample_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sample_home, home)
    page.goto(serve(home))
    go_to(page, "Targets")
    page.get_by_role("radio", name="First reply").click()
    page.wait_for_url(re.compile(r"clock=First"))
    expect(page.locator(".st-key-target-editor")).to_contain_text("First reply targets")
    page.get_by_role("radio", name="Resolution").click()
    expect(page.locator(".st-key-target-editor")).to_contain_text("Resolution targets")
    expect(page.locator(".st-key-target-answer")).to_contain_text("With today's targets")
    expect(page.locator(".st-key-target-answer")).to_contain_text("the proposals loosen what you promise")
    expect(page.locator(CARD).nth(2)).to_contain_text(re.compile(r"changed\s*0 of \d+"))

    page.get_by_role("button", name="Use all proposed").click()
    settled(page)
    expect(page.locator(CARD).nth(2)).to_contain_text(re.compile(r"changed\s*([1-9]\d*) of \d+"))
    expect(editor(page).locator("th").filter(has_text="Yours")).to_be_attached()
    yours = editor(page).locator("th").all_text_contents().index("Yours")
    change_first(page, yours, "6 h")
    expect(cells(editor(page), yours).first).to_contain_text("6 h")
    expect(page.locator(CARD).nth(1)).to_contain_text("pts")

    page.get_by_label("Note").fill("The first honest ones")
    page.get_by_label("Note").press("Enter")
    settled(page)
    page.get_by_role("button", name="Save this version").click()
    expect(page.get_by_text(re.compile(r"^The version of \d{4}-\d\d-\d\d is saved"))).to_be_visible(timeout=LOADING)

    open_tab(page, "Versions")
    listed = page.locator('.st-key-versions [data-testid="stDataFrame"]').first
    expect(cells(listed, 7).first).to_contain_text("The first honest ones")
    expect(cells(listed, 0)).to_have_count(3)


def editor(page: Page) -> Locator:
    return page.locator('.st-key-target-editor [data-testid="stDataFrame"]').first


def change_first(page: Page, column: int, text: str) -> None:
    """Choose the first cell of the table, walk to the column, and write."""
    page.get_by_role("heading", level=1).scroll_into_view_if_needed()
    at = editor(page).bounding_box()
    assert at is not None
    page.mouse.click(at["x"] + 40, at["y"] + HEADER + ROW / 2)
    for place in range(column + 1):
        expect(editor(page).locator(f"[id='glide-cell-{place}-0']")).to_have_attribute("aria-selected", "true")
        page.keyboard.press("ArrowRight" if place < column else "Enter")
    expect(page.locator(".gdg-input")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
    expect(page.locator(".gdg-input")).to_have_value(text)
    page.wait_for_timeout(300)  # the editor takes what is typed a little later than it shows it
    page.keyboard.press("Enter")
    settled(page)
