"""An export that no preset knows, mapped by hand in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Serve, Shot, settled
from tests.browser.test_dashboard import LOADING, go_to, upload
from tests.unknown_exports import german

pytestmark = pytest.mark.torture


def choose(page: Page, where: Locator, label: str, option: str) -> None:
    """Pick from a select box by keyboard, as an owner who types would."""
    box = where.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()
    settled(page)


def test_an_unknown_export_is_mapped_by_hand_and_is_known_the_next_time(page: Page, serve: Serve, tmp_path: Path, shot: Shot) -> None:
    page.goto(serve(tmp_path / "home"))
    go_to(page, "Data")
    upload(page, **{"Tickets März": german()})

    screen = page.locator(".st-key-refused-0")
    expect(screen.get_by_text("Which column holds what?")).to_be_visible(timeout=LOADING)
    settled(page)
    expect(screen.get_by_role("combobox", name="The column for Opened")).to_have_value("Gemeldet am")
    shot(page, "mapping-light-wide")

    choose(page, screen, "The column for Issue type or category", "No column")
    choose(page, screen, "The column for Issue type or category", "Kategorie")
    choose(page, screen, "What Seltsam means", "Waiting: the clock stands")
    screen.get_by_role("button", name="Preview ten tickets").click()
    expect(screen.get_by_text("Ten tickets, measured.")).to_be_visible(timeout=LOADING)
    shot(page, "mapping-light-wide-preview")

    screen.get_by_role("button", name="Remember and load").click()
    expect(page.get_by_text(re.compile(r"is loaded$")).first).to_be_visible(timeout=LOADING)
    expect(page.locator(".st-key-trust")).to_contain_text("60 tickets")
    own = (tmp_path / "home" / "sources" / "tickets_marz.toml").read_text(encoding="utf-8")
    assert "seltsam" in own

    with page.expect_download() as download:
        page.locator(".st-key-own-presets").get_by_role("button", name="TOML").click()
    assert download.value.suggested_filename == "tickets_marz.toml"
    assert download.value.path().read_text(encoding="utf-8") == own

    upload(page, **{"Tickets April": german(70)})
    expect(page.locator(".st-key-trust")).to_contain_text("70 tickets", timeout=LOADING)
    expect(page.get_by_text("was not loaded")).to_have_count(0)
