"""An owner reads the scorecard, sets a goal, and takes the report away; the report itself asks for nothing."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Serve, settled, watch
from tests.browser.test_dashboard import LOADING

pytestmark = pytest.mark.torture

TABLE = ".st-key-scorecard canvas"


def test_an_owner_sets_a_goal_and_takes_the_report_away(
    page: Page, browser: Browser, serve: Serve, sample_home: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(sample_home, home)
    page.goto(serve(home))
    settled(page)
    page.get_by_test_id("stSidebar").get_by_role("link", name="Scorecard").click()
    page.get_by_role("heading", level=1, name="Scorecard").wait_for()
    settled(page)
    expect(page.locator(".st-key-scorecard-answer")).to_contain_text("Nothing is off track")
    cell = page.locator('.st-key-scorecard [data-testid="glide-cell-3-0"]')
    expect(cell).to_have_text(re.compile(r"^9\d\.\d%$"))

    page.get_by_role("button", name="Goals and owners").click()
    page.get_by_role("spinbutton", name="On time when resolved, at least (%)").fill("99")
    page.get_by_role("textbox", name="Owner of On time when resolved").fill("Anna")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_text("Goals and owners are saved.")).to_be_visible(timeout=LOADING)
    settled(page)
    expect(page.locator(".st-key-scorecard-answer")).to_contain_text("On time when resolved (95.5%; off its goal (≥ 99%)")
    expect(page.locator('.st-key-scorecard [data-testid="glide-cell-1-0"]')).to_have_text("Anna")
    expect(page.locator('.st-key-scorecard [data-testid="glide-cell-3-0"]')).to_have_text("▲ 95.5%")
    assert 'owner = "Anna"' in (home / "settings.toml").read_text(encoding="utf-8")

    for key, name in (("report-html", "turnaround-2026-10-26.html"), ("report-xlsx", "turnaround-2026-10-26.xlsx")):
        with page.expect_download() as waiting:
            page.locator(f".st-key-{key}").get_by_role("button").click()
        assert waiting.value.suggested_filename == name
        waiting.value.save_as(tmp_path / name)
    assert (tmp_path / "turnaround-2026-10-26.xlsx").read_bytes()[:2] == b"PK"
    report = (tmp_path / "turnaround-2026-10-26.html").read_text(encoding="utf-8")
    assert "Anna" in report
    alone(browser, report)

    page.get_by_role("tab", name="Before and after each decision").click()
    expect(page.locator(".st-key-decisions-answer")).to_contain_text("something changed beyond luck", timeout=LOADING)


def alone(browser: Browser, report: str) -> None:
    """The report draws itself without one request or complaint, on a phone as well, and prints."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    faults, asked = watch(page), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(report)
    expect(page.get_by_role("heading", level=1)).to_have_text("Week of 26 October 2026")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    for paper in ("A4", "Letter"):
        assert page.pdf(format=paper, print_background=True)[:4] == b"%PDF"
    assert (faults, asked) == ([], [])
    context.close()
