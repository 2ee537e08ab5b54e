"""An owner asks who is served badly, looks at one client, narrows to a plan and takes the table away."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled
from tests.browser.test_dashboard import LOADING, go_to

pytestmark = pytest.mark.torture

ANSWER, CARD = ".st-key-clients-answer", ".st-key-client-card"


def test_an_owner_looks_at_one_client(page: Page, sample_dashboard: str) -> None:
    page.goto(sample_dashboard)
    go_to(page, "Clients")
    expect(page.locator(ANSWER)).to_contain_text("late beyond luck: Carrow Logistics", timeout=LOADING)
    settled(page)
    expect(page.locator(".st-key-late-clients-chart .main-svg").first).to_be_visible()
    expect(page.locator(CARD)).to_have_count(0)

    page.get_by_role("combobox", name="Look at one client").fill("Carrow")
    page.get_by_role("option", name="Carrow Logistics").click()
    expect(page.locator(CARD)).to_contain_text("Platinum plan", timeout=LOADING)
    settled(page)
    assert "look=Carrow" in page.url
    page.locator(CARD).get_by_role("tab", name="Where its time goes").click()
    expect(page.locator(CARD)).to_contain_text("What comes back", timeout=LOADING)

    page.get_by_role("button", name="Silver").click()
    page.wait_for_url(re.compile("tier=Silver"))
    expect(page.locator(CARD)).to_contain_text("It opened no ticket in this period", timeout=LOADING)
    expect(page.locator(ANSWER)).not_to_contain_text("Carrow")

    settled(page)
    with page.expect_download() as saved:
        page.locator(".st-key-all-clients").get_by_role("button", name="CSV").click()
    taken = saved.value.path().read_text(encoding="utf-8-sig")
    assert "Silver" in taken
    assert "Platinum" not in taken

    page.get_by_role("tab", name="Same day").click()
    expect(page.locator(".st-key-same-day-answer")).to_contain_text("on the business day they came in", timeout=LOADING)
    page.locator(".st-key-same-day-answer").get_by_role("radio", name="Answered").click()
    expect(page.locator(".st-key-same-day-answer")).to_contain_text("were answered", timeout=LOADING)
