"""An owner asks whether Premium pays, tells what a technician costs, and tries another surcharge."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Serve, settled
from tests.browser.test_dashboard import LOADING

pytestmark = pytest.mark.torture

CARD = '[data-testid="stMetric"]'


def test_an_owner_asks_whether_premium_pays(page: Page, serve: Serve, sample_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sample_home, home)
    page.goto(serve(home))
    settled(page)
    # The first visit learns the desk, which takes longer than any other page.
    page.get_by_test_id("stSidebar").get_by_role("link", name="Premium & pricing").click()
    answer = page.locator(".st-key-premium-answer")
    expect(answer).to_contain_text("whether it pays cannot be said yet", timeout=LOADING)
    expect(answer).to_contain_text("what a technician costs you a month")
    expect(page.locator(CARD).nth(3)).to_contain_text("cost not told")

    settled(page)
    tell(page, ".st-key-premium-ask", "A technician (GBP a month)", "6500")
    page.get_by_role("button", name="Save and work it out").click()
    expect(page.get_by_text("Saved. A technician", exact=False)).to_be_visible(timeout=LOADING)
    settled(page).get_by_role("slider", name="Clients with Premium").press("ArrowRight")
    expect(answer).to_contain_text(re.compile(r"Hire 1 technician, and it does not pay"), timeout=LOADING)
    expect(page.locator(".st-key-premium-ask")).to_have_count(0)
    assert "technician_month = 6500" in (home / "settings.toml").read_text(encoding="utf-8")

    settled(page)
    tell(page, ".stMain", "Surcharge (% of the fee)", "300")
    expect(answer).to_contain_text(re.compile(r"at 300% of the fee"))
    expect(answer).to_contain_text(re.compile(r"and it pays"))
    expect(page).to_have_url(re.compile(r"surcharge=300"))
    expect(page.locator(CARD).nth(3)).to_contain_text("mostly")
    settled(page)
    with page.expect_download() as waiting:
        page.locator(".st-key-premium-buyers-csv").get_by_role("button").click()
    head = Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.startswith("Client,New money (GBP),Buys,Plan,Tickets a month")
    assert "Assumed: technician a month (GBP)" in head


def tell(page: Page, part: str, label: str, number: str) -> None:
    """Write a number into a field."""
    field = page.locator(part).get_by_role("spinbutton", name=label).first
    field.fill(number)
    field.press("Tab")
