"""Every text of a stranger on every page, in a real browser: nothing is fetched, nothing runs, nothing becomes an element."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

from tests.browser.conftest import end, settled, start
from tests.browser.shots import open_page
from tests.browser.test_every_page import pages_of
from tests.torture.hostile import MARK, Listener, home_of, listening

pytestmark = [pytest.mark.torture, pytest.mark.browser]
FEWEST_PAGES = 11
# What became an element though it was a text.
ELEMENTS = f"""() => [...document.querySelectorAll(
    '.stApp img, .stApp iframe, .stApp script, .stApp link, .stApp object, .stApp [onerror], .stApp [onload], .stApp .katex, .stApp a[href^="javascript"], .stApp b, .stApp i'
)].map(one => one.outerHTML.slice(0, 300)).filter(html => /{MARK}|skull|127\\.0\\.0\\.1:PORT|javascript|katex|onerror|onload/.test(html))"""


@pytest.fixture(scope="module")
def ear() -> Iterator[Listener]:
    with listening() as heard:
        yield heard


@pytest.fixture(scope="module")
def home(ear: Listener, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return home_of(tmp_path_factory.mktemp("hostile"), ear.address)


def test_the_listener_hears_what_a_browser_fetches(ear: Listener, browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(f"<img src='{ear.address}/heard.png' onerror='window.hit = 1'>", wait_until="networkidle")
    seen = list(ear.heard)
    page.close()
    ear.heard.clear()

    assert seen == ["/heard.png"]


def test_no_text_is_more_than_a_text_on_any_page(ear: Listener, home: Path, browser: Browser, tmp_path: Path, tell: Callable[[str, object], None]) -> None:
    address, server = start(home, tmp_path / "log.txt")
    context = browser.new_context(viewport={"width": 1440, "height": 900}, service_workers="block")
    context.set_default_timeout(60_000)
    page = context.new_page()
    dialogs: list[str] = []
    became: dict[str, list[str]] = {}

    def dismissed(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismissed)
    try:
        page.goto(address)
        page.get_by_role("heading", level=1).first.wait_for()
        names = pages_of(settled(page))
        for name in names:
            open_page(page, name, heading=None)
            for tab in range(settled(page).get_by_role("tab").count() or 1):
                if page.get_by_role("tab").count():
                    page.get_by_role("tab").nth(tab).click()
                    settled(page)
                if found := page.evaluate(ELEMENTS.replace("PORT", str(ear.server_port))):
                    became[name] = found
                assert page.evaluate(f"window.{MARK}") is None, name
    finally:
        context.close()
        end(server)

    tell("pages with hostile texts", len(names))
    tell("requests that their texts made", len(ear.heard))
    assert len(names) >= FEWEST_PAGES
    assert (ear.heard, dialogs, became) == ([], [], {})
    assert str(ear.server_port) not in (tmp_path / "log.txt").read_text(encoding="utf-8", errors="replace")
