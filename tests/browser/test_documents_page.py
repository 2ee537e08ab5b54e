"""An owner takes a client's schedule and the documents of all clients away, and they say what the page says."""

import re
import zipfile
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled
from tests.browser.test_dashboard import LOADING, go_to

pytestmark = pytest.mark.torture


def test_an_owner_takes_documents_away(page: Page, sample_dashboard: str, tmp_path: Path) -> None:
    page.goto(sample_dashboard)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=LOADING)
    go_to(page, "Documents")
    expect(page.locator(".st-key-documents-answer")).to_contain_text(
        "The version of 1 March 2026, in force, is what you send: 25 lines, and 40 clients have not been sent anything."
    )

    page.get_by_role("combobox", name="For").click()
    page.get_by_role("combobox", name="For").fill("Vanbrook")
    page.get_by_role("option", name="Vanbrook Pharma Packaging").click()
    expect(page.get_by_role("heading", name="Schedule for Vanbrook Pharma Packaging")).to_be_visible()
    settled(page)

    schedule = taken(page, "document-schedule", tmp_path)
    assert schedule.name == "schedule-2026-03-01-Vanbrook-Pharma-Packaging.docx"
    tables = docx.Document(str(schedule)).tables
    assert [cell.text for cell in tables[1].rows[0].cells] == ["Priority", "Platinum"]
    assert [cell.text for cell in tables[1].rows[1].cells] == ["P1", "15 min"]
    report = docx.Document(str(taken(page, "document-report", tmp_path)))
    assert "Vanbrook Pharma Packaging" in [line.text for line in report.paragraphs]

    page.get_by_role("button", name="Build the archive").click()
    ready = page.get_by_role("button", name="Download ZIP")
    expect(ready).to_be_visible(timeout=3 * LOADING)
    with page.expect_download() as download:
        ready.click()
    download.value.save_as(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        names = archive.namelist()
    assert len(names) == 3 * 40
    assert all(re.fullmatch(r"[^/]+/(schedule|supplement|letter)-2026-03-01-[^/]+\.docx", name) for name in names)


def taken(page: Page, card: str, folder: Path) -> Path:
    """What a card's button downloads."""
    with page.expect_download() as download:
        page.locator(f".st-key-{card}").get_by_role("button", name="Download DOCX").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file
