"""python -m tests.browser.shots [FOLDER]: pictures of every page on the sample, light and dark, wide and phone."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUMS, QUIET, end, settled, start
from tests.browser.test_dashboard import upload
from tests.conftest import ROOT
from tests.unknown_exports import german

PAGES = {
    "week": "This week", "scorecard": "Scorecard", "turnaround": "Turnaround times", "clients": "Clients", "targets": "Targets", "premium": "Premium & pricing",
    "staffing": "Staffing", "documents": "Documents", "settings": "Settings", "measured": "How this is measured", "data": "Data", "ledger": "Data",
}  # fmt: skip
PRICES = ["prices.technician_month=5200", "prices.tools_month=180", "prices.hire_once=3000"]
TABS = {"ledger": "Loads and rejected rows"}
WIDTHS = {"wide": 1440, "phone": 390}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TALLEST = 6000
HEIGHT = "Math.max(...[...document.querySelectorAll('[data-testid=stMainBlockContainer]')].map(e => e.scrollHeight))"


def main(folder: Path) -> None:
    """Serve the sample and an empty home, and take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        home = Path(made, "home")
        for words in (["pipelines", "load", "--sample"], ["models", "fit"], ["pipelines", "settings", *PRICES], ["models", "desk"]):
            subprocess.run([sys.executable, "-m", *words, "--home", str(home)], cwd=ROOT, check=True, capture_output=True)
        full, full_server = start(home, Path(made, "full.txt"))
        empty, empty_server = start(Path(made, "none"), Path(made, "empty.txt"))
        with sync_playwright() as playwright:
            chromium = next(filter(None, map(shutil.which, CHROMIUMS)))
            browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
            for scheme in SCHEMES:
                for kind, width in WIDTHS.items():
                    for name, title in PAGES.items():
                        take(browser, full, title, folder / f"{name}-{scheme}-{kind}.png", scheme, width, TABS.get(name, ""))
                    take(browser, empty, "Data", folder / f"mapping-{scheme}-{kind}.png", scheme, width, unknown=german())
                    take(browser, empty, "This week", folder / f"empty-{scheme}-{kind}.png", scheme, width)
            browser.close()
        end(full_server)
        end(empty_server)


def take(
    browser: Browser, address: str, title: str, file: Path, scheme: Literal["light", "dark"], width: int, tab: str = "", unknown: str = "",
) -> None:  # fmt: skip
    """One picture of one page, as tall as the page is; of a part of it, or after an export was loaded that asks."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("heading", level=1).wait_for()
    if title != "This week":
        open_page(page, title)
    if tab:
        page.get_by_role("tab", name=tab).click()
    if unknown:
        upload(page, Tickets=unknown)
        page.get_by_text("Which column holds what?").wait_for()
    # A picture shows what a reader sees at rest: drawn charts, drawn tables.
    settled(page).wait_for_timeout(1000)
    page.set_viewport_size({"width": width, "height": min(int(page.evaluate(HEIGHT)) + 20, TALLEST)})
    settled(page).wait_for_timeout(1000)
    page.screenshot(path=file)
    context.close()


def open_page(page: Page, title: str, heading: str | None = "") -> None:
    """Choose a page in the side bar, which a phone hides; the heading is the title, another text, or any (None)."""
    folded = page.get_by_test_id("stExpandSidebarButton")
    if folded.is_visible():
        folded.click()
        page.wait_for_timeout(500)
    page.locator(".st-key-side-nav").get_by_role("link", name=title, exact=True).click()
    page.get_by_role("heading", level=1, name=None if heading is None else heading or title).wait_for()
    if page.evaluate("window.innerWidth") < WIDTHS["wide"]:
        page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
        page.wait_for_timeout(500)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
