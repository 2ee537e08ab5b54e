"""Two people ask the desk at once: neither page fails, and each shows its own answer."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import settled
from tests.browser.test_dashboard import LOADING

pytestmark = pytest.mark.torture

ANSWER = ".st-key-staffing-answer"
MOVES = 4


def test_two_sessions_move_their_sliders_at_once(browser: Browser, sample_dashboard: str) -> None:
    pages = [browser.new_context().new_page() for _ in range(2)]
    for page in pages:
        page.goto(f"{sample_dashboard}/staffing")
    for page in pages:
        expect(page.locator(ANSWER)).to_contain_text("of clients on Premium", timeout=LOADING)

    for _ in range(MOVES):
        pages[0].get_by_role("slider", name="Technicians").press("ArrowRight")
        pages[1].get_by_role("slider", name="Clients with Premium").press("ArrowRight")
    for page in pages:
        page.wait_for_timeout(1000)
        settled(page)

    first, second = (_said(page) for page in pages)
    assert first["technicians"] != second["technicians"]
    assert first["uptake"] != second["uptake"]
    for page in pages:
        expect(page.get_by_text("This part could not be shown")).to_have_count(0)
        page.context.close()


def _said(page: Page) -> dict[str, str]:
    """What the answer says, which must be what the page's own address asks for."""
    text = page.locator(ANSWER).inner_text()
    told = re.search(r"[Ww]ith (\d+) technicians and (\d+)% of clients", text)
    assert told is not None, text
    for name, value in (("technicians", told[1]), ("uptake", told[2])):
        asked = re.search(rf"{name}=(\d+)", page.url)
        assert asked is None or asked[1] == value
    return {"technicians": told[1], "uptake": told[2]}
