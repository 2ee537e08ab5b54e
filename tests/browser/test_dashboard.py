"""Journeys of an owner through the real pages in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, FloatRect, Locator, Page, expect

from tests.browser.conftest import Serve, settled
from tests.dashboard.worlds import CLIENTS, EVIL_CLIENT, TARGETS, tickets

LOADING = 60_000
UNSURE = "ticket_id,opened_at,resolved_at,issue_type\n" + "".join(
    f"Q-{day},0{day}/03/2026 09:00,0{day}/03/2026 10:00,Email\n" for day in range(1, 8)
)


def go_to(page: Page, title: str) -> None:
    page.get_by_test_id("stSidebar").get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    settled(page)


def box(place: Locator) -> FloatRect:
    place.scroll_into_view_if_needed()
    found = place.bounding_box()
    assert found is not None
    return found


def upload(page: Page, **files: str) -> None:
    page.locator('.st-key-load-files input[type="file"]').set_input_files(
        [FilePayload(name=f"{name}.csv", mimeType="text/csv", buffer=text.encode()) for name, text in files.items()]
    )
    page.get_by_role("button", name=re.compile(r"^Load \d files?$")).click()


def test_an_owner_reads_the_week_and_follows_a_late_ticket(page: Page, sample_dashboard: str) -> None:
    page.goto(sample_dashboard)
    expect(page.get_by_role("heading", level=1)).to_have_text("Week of 26 October 2026")
    settled(page)

    expect(page.locator(".st-key-verdict")).to_contain_text(re.compile(r"\d+ of \d+ resolved tickets were late \(\d"))
    expect(page.get_by_text("Sample data").first).to_be_visible()
    expect(page.get_by_text("tickets to Fri 30 Oct 2026")).to_be_visible()

    table = page.locator('.st-key-late-tickets [data-testid="stDataFrame"]').first
    number = table.locator("[id^='glide-cell-1-0']").first.text_content()
    at = box(table)
    page.mouse.click(at["x"] + 16, at["y"] + 52)
    expect(page.locator(".st-key-ticket")).to_contain_text(f"#{number}")
    expect(page.locator(".st-key-ticket")).to_contain_text("Over by")


def test_an_owner_sees_how_long_a_kind_of_work_takes(page: Page, sample_dashboard: str) -> None:
    page.goto(sample_dashboard)
    expect(page.get_by_role("heading", level=1)).to_have_text("Week of 26 October 2026")
    go_to(page, "Turnaround times")
    expect(page.locator(".st-key-answer")).to_contain_text("tickets opened since")

    at = box(page.locator(".st-key-heat-chart .nsewdrag").first)
    page.mouse.move(at["x"] + at["width"] / 2, at["y"] + 15)
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + 15)

    page.wait_for_url(re.compile("issue="))
    expect(page.locator(".st-key-curves")).to_contain_text("nine in ten")
    page.get_by_test_id("stSidebar").get_by_text("Platinum", exact=True).click()
    page.wait_for_url(re.compile("tier=Platinum"))
    go_to(page, "This week")
    assert "tier=Platinum" in page.url


@pytest.mark.torture
def test_an_owner_loads_exports_and_sees_the_tickets(page: Page, serve: Serve, tmp_path: Path) -> None:
    page.goto(serve(tmp_path / "home"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome")
    go_to(page, "Data")

    upload(page, clients=CLIENTS, targets=TARGETS, tickets=tickets())

    expect(page.get_by_text("tickets.csv is loaded")).to_be_visible(timeout=LOADING)
    expect(page.locator(".st-key-trust")).to_contain_text("640 tickets")
    go_to(page, "This week")
    expect(page.locator(".st-key-verdict")).to_contain_text("resolved tickets were late")
    table = page.locator('.st-key-late-tickets [data-testid="stDataFrame"]').first
    evil = table.locator("[id^='glide-cell-2-']").filter(has_text=EVIL_CLIENT)
    expect(evil.first).to_be_attached()  # as text: fetching it would fail the page fixture
    assert re.match(r"T-\d{4}", table.locator("[id^='glide-cell-1-0']").first.text_content() or "")


@pytest.mark.torture
def test_a_file_that_leaves_something_open_asks_and_is_answered(page: Page, serve: Serve, tmp_path: Path) -> None:
    page.goto(serve(tmp_path / "home"))
    go_to(page, "Data")
    upload(page, unsure=UNSURE)

    expect(page.get_by_text("Say below which comes first.")).to_be_visible(timeout=LOADING)
    expect(page.get_by_text("--day-first")).to_have_count(0)
    page.locator(".st-key-refused-0").get_by_text("Day first (31/12/2026)").click()
    settled(page)
    page.get_by_role("button", name="Load it with this answer").click()

    expect(page.get_by_text("unsure.csv is loaded")).to_be_visible(timeout=LOADING)
    expect(page.locator(".st-key-trust")).to_contain_text("7 tickets to Sat 7 Mar 2026")


def test_a_table_offers_no_download_but_ours(page: Page, sample_dashboard: str) -> None:
    page.goto(sample_dashboard)
    expect(page.get_by_role("heading", level=1)).to_have_text("Week of 26 October 2026")
    settled(page)
    page.locator('.st-key-late-tickets [data-testid="stDataFrame"]').first.hover()
    expect(page.get_by_label(re.compile("^Search")).first).to_be_visible()

    assert not any(button.is_visible() for button in page.get_by_label(re.compile("^Download as CSV")).all())
    with page.expect_download() as download:
        page.locator(".st-key-late-csv").get_by_role("button").locator("visible=true").click()
    assert download.value.suggested_filename == "late-tickets-2026-10-26.csv"
