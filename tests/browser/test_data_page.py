"""The page Data in a real browser: rows corrected, a load taken back, a workbook and a tool's JSON."""

import io
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
import xlsxwriter
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.conftest import Serve, settled
from tests.browser.test_dashboard import LOADING, box, go_to, upload
from tests.dashboard.worlds import CLIENTS, FIRST_MONDAY, TARGETS, TICKET, WEEKS, tickets

pytestmark = pytest.mark.torture

LAST_MONDAY = FIRST_MONDAY + timedelta(weeks=WEEKS - 1)
SOON = "opened soon"
LATEST = f"{SOON},,{LAST_MONDAY + timedelta(days=4, hours=5):%Y-%m-%d %H:%M},Alder Dental,Email,remote,Priya,Closed,The late one"
MIME = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "json": "application/json"}
FIRST_ROW = 52


def open_tab(page: Page, title: str) -> None:
    page.get_by_role("tab", name=title).click()
    expect(page.get_by_role("tab", name=title)).to_have_attribute("aria-selected", "true")
    settled(page)


def upload_bytes(page: Page, name: str, content: bytes) -> None:
    payload = FilePayload(name=name, mimeType=MIME[name.rsplit(".", 1)[1]], buffer=content)
    page.locator('.st-key-load-files input[type="file"]').set_input_files([payload])
    page.get_by_role("button", name="Load 1 file", exact=True).click()


def cells(table: Locator, column: int) -> Locator:
    """The text of a column of a table; the canvas itself says nothing."""
    return table.locator(f"[id^='glide-cell-{column}-']")


def test_a_bad_row_is_found_corrected_and_loaded(page: Page, serve: Serve, tmp_path: Path) -> None:
    page.goto(serve(tmp_path / "home"))
    go_to(page, "Data")
    upload(page, clients=CLIENTS, targets=TARGETS, tickets=f"{tickets()}T-SOON,{LATEST}\n")
    expect(page.locator(".st-key-trust")).to_contain_text("640 tickets", timeout=LOADING)
    expect(page.locator(".st-key-trust")).to_contain_text("1 record of 647 (0.2%) could not be read")

    open_tab(page, "Loads and rejected rows")
    table = page.locator('.st-key-rejected [data-testid="stDataFrame"]').first
    expect(cells(table, 5).first).to_contain_text(f"T-SOON,{SOON},")
    with page.expect_download() as download:
        page.get_by_role("button", name="Rows to correct").click()
    taken = download.value.path().read_text(encoding="utf-8-sig")
    assert taken.startswith(f"{TICKET},turnaround_reason,")
    assert len(taken.splitlines()) == 2

    open_tab(page, "Load files")
    upload(page, corrected=taken.replace(SOON, f"{LAST_MONDAY:%Y-%m-%d %H:%M}", 1))
    expect(page.get_by_text("corrected.csv is loaded")).to_be_visible(timeout=LOADING)
    expect(page.locator(".st-key-trust")).to_contain_text("641 tickets")
    go_to(page, "This week")
    late = page.locator('.st-key-late-tickets [data-testid="stDataFrame"]').first
    expect(cells(late, 1).filter(has_text="T-SOON").first).to_be_attached()
    expect(cells(late, 1).filter(has_text=re.compile(r"^T-\d{4}$")).first).to_be_attached()


def test_a_load_is_undone(page: Page, serve: Serve, tmp_path: Path) -> None:
    page.goto(serve(tmp_path / "home"))
    go_to(page, "Data")
    upload(page, first=tickets(4))
    expect(page.locator(".st-key-trust")).to_contain_text("160 tickets", timeout=LOADING)
    upload(page, more=tickets(6))
    expect(page.locator(".st-key-trust")).to_contain_text("240 tickets", timeout=LOADING)

    open_tab(page, "Loads and rejected rows")
    at = box(page.locator('.st-key-loads [data-testid="stDataFrame"]').first)
    page.mouse.click(at["x"] + 16, at["y"] + FIRST_ROW)
    page.get_by_role("button", name="Undo this load").click()
    expect(page.locator(".st-key-loads")).to_contain_text("The rows of more.csv go")
    page.get_by_role("button", name="Keep it as it is").click()
    settled(page)
    expect(page.locator(".st-key-trust")).to_contain_text("240 tickets")

    page.get_by_role("button", name="Undo this load").click()
    page.get_by_role("button", name="Undo it", exact=True).click()
    expect(page.get_by_text("more.csv is undone. The history holds 160 tickets")).to_be_visible(timeout=LOADING)
    expect(page.locator(".st-key-trust")).to_contain_text("160 tickets")


def test_a_workbook_with_lines_above_its_header_loads(page: Page, serve: Serve, tmp_path: Path) -> None:
    page.goto(serve(tmp_path / "home"))
    go_to(page, "Data")
    upload_bytes(page, "report.xlsx", workbook(["All tickets", "Printed for the owner", ""], 30))

    expect(page.get_by_text("report.xlsx is loaded")).to_be_visible(timeout=LOADING)
    expect(page.get_by_text("30 records, read as generic")).to_be_visible()
    expect(page.get_by_text(re.compile(r"rows above the header left out\.$"))).to_be_visible()
    expect(page.locator(".st-key-trust")).to_contain_text("Yes. 30 tickets")


def test_the_json_of_a_tools_interface_loads(page: Page, serve: Serve, tmp_path: Path) -> None:
    page.goto(serve(tmp_path / "home"))
    go_to(page, "Data")
    upload_bytes(page, "page1.json", freshdesk(25))

    expect(page.get_by_text("page1.json is loaded")).to_be_visible(timeout=LOADING)
    expect(page.get_by_text("25 records, read as freshdesk")).to_be_visible()
    expect(page.locator(".st-key-trust")).to_contain_text("Yes. 25 tickets")


def workbook(above: list[str], rows: int) -> bytes:
    """A report of a ticket tool: some lines, the header, then tickets with real dates in their cells."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet, instant = book.add_worksheet("Tickets"), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        sheet.write_column(0, 0, above)
        sheet.write_row(len(above), 0, ("ticket_id", "opened_at", "resolved_at", "issue_type"))
        for row in range(rows):
            opened, place = FIRST_MONDAY + timedelta(days=row % 5, minutes=row), len(above) + 1 + row
            sheet.write_string(place, 0, f"X-{row}")
            sheet.write_datetime(place, 1, opened, instant)
            sheet.write_datetime(place, 2, opened + timedelta(hours=2), instant)
            sheet.write_string(place, 3, "Email")
    return content.getvalue()


def freshdesk(rows: int) -> bytes:
    """Tickets as Freshdesk's interface lists them: numbers for states, the instants in an object of their own."""
    told = []
    for row in range(rows):
        opened = FIRST_MONDAY + timedelta(days=row % 5, minutes=row)
        done = f"{opened + timedelta(hours=2):%Y-%m-%dT%H:%M:%SZ}"
        told.append({
            "id": 100 + row, "created_at": f"{opened:%Y-%m-%dT%H:%M:%SZ}", "updated_at": done, "status": 5, "priority": 1,
            "type": "Incident", "subject": "Printer", "responder_id": 7, "requester_id": 9, "spam": False, "source": 2,
            "fr_escalated": False, "is_escalated": False, "company_id": 3,
            "stats": {"first_responded_at": done, "resolved_at": done, "closed_at": done},
        })  # fmt: skip
    return json.dumps(told).encode()
