"""An owner asks when to hire, moves a slider, and finds the proof below."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled
from tests.browser.test_dashboard import LOADING, go_to

pytestmark = pytest.mark.torture

ANSWER = ".st-key-staffing-answer"
CARD = '[data-testid="stMetric"]'


def test_an_owner_asks_when_to_hire(page: Page, sample_dashboard: str) -> None:
    page.goto(sample_dashboard)
    go_to(page, "Staffing")
    expect(page.locator(ANSWER)).to_contain_text("technicians", timeout=LOADING)
    settled(page)
    expect(page.locator(ANSWER)).to_contain_text("promises are missed with any headcount")
    expect(page.locator(CARD)).to_have_count(5)
    expect(page.locator(".st-key-staffing-grid-chart .main-svg").first).to_be_visible()

    page.get_by_role("slider", name="Technicians").press("ArrowRight")
    page.wait_for_url(re.compile(r"technicians=\d+"))
    settled(page)
    count = re.search(r"technicians=(\d+)", page.url)
    assert count is not None
    expect(page.locator(ANSWER)).to_contain_text(f"with {count[1]} technicians")

    page.get_by_role("radio", name="Resolutions in time").click()
    settled(page)
    expect(page.locator(".st-key-staffing-grid")).to_contain_text("Teal: surely 90% in time or more")
    with page.expect_download() as saved:
        page.locator(".st-key-staffing-grid").get_by_role("button", name="CSV").click()
    assert "Technicians today" in saved.value.path().read_text(encoding="utf-8-sig")

    expect(page.locator(".st-key-desk-track")).to_contain_text("lay inside their band")
    expect(page.locator(".st-key-foretold-chart .main-svg").first).to_be_visible()
    expect(page.locator(".st-key-desk-assumptions")).to_contain_text("Technicians today")
