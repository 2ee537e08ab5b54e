"""Every page, whatever it is called: nothing leaves this computer, nothing errs, nobody is shut out, nothing overflows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Serve, settled, watch
from tests.browser.shots import open_page
from tests.dashboard.worlds import home_with, tickets

Scheme = Literal["light", "dark"]
SERIOUS = {"serious", "critical"}
SEEN: tuple[tuple[Scheme, int], ...] = (("light", 1440), ("dark", 390))
TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"
FEWEST_PAGES = 7


@pytest.fixture(params=[SEEN[0], pytest.param(SEEN[1], marks=pytest.mark.torture)], ids=["light-wide", "dark-phone"])
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of each kind; it fails at the end when anything in it left this computer or erred."""
    scheme, width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, service_workers="block"
    )
    context.set_default_timeout(30_000)
    page = context.new_page()
    faults = watch(page)
    yield page
    context.close()
    assert faults == []


@pytest.fixture(scope="module")
def homes(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A full history, one that tells neither client nor plan nor place, one with nine tickets, and none."""
    made = tmp_path_factory.mktemp("homes")
    return {
        "sample": sample_home,
        "bare": home_with(made / "bare", tickets=tickets(bare=True)),
        "few": home_with(made / "few", tickets=tickets(3, 3)),
        "empty": made / "none",
    }


def pages_of(page: Page) -> list[str]:
    """The names of all pages, as the side bar has them."""
    links = page.locator(".st-key-side-nav a")
    links.first.wait_for(state="attached")
    return [name.strip() for name in links.locator("p").all_text_contents()]


def problems(page: Page) -> list[str]:
    """What axe finds that shuts somebody out, and whether the page is wider than its window."""
    found = Axe().run(page).response["violations"]
    told = [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in SERIOUS]
    return [*told, *(["wider than the window"] if page.evaluate(TOO_WIDE) else [])]


@pytest.mark.parametrize("home", ["sample", *(pytest.param(home, marks=pytest.mark.torture) for home in ("bare", "few", "empty"))])
def test_nobody_is_shut_out_of_any_page(window: Page, serve: Serve, homes: dict[str, Path], home: str) -> None:
    window.goto(serve(homes[home]))
    window.get_by_role("heading", level=1).wait_for()
    names, wrong = pages_of(settled(window)), {}
    for name in names:
        open_page(window, name, heading=None)
        if found := problems(settled(window)):
            wrong[name] = found

    assert len(names) >= FEWEST_PAGES
    assert wrong == {}
