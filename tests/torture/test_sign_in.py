"""Sign-in, from the first knock to the way out: a dashboard that answers every computer, a provider and a browser, all real."""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import RSAKey
from playwright.sync_api import Browser, Page
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from dashboard import access
from tests.browser.conftest import end, settled, start, unused_port
from tests.dashboard.worlds import CLIENTS, TARGETS, home_with, tickets
from tests.torture.knocking import Heard, asking, door, knock, xsrf
from tests.torture.provider import CLIENT_ID, CLIENT_SECRET, Provider, provider

pytestmark = [pytest.mark.torture, pytest.mark.browser]
COOKIE_SECRET = "made by chance for this test alone 0123456789"
EVERYWHERE = ("--server.address", "0.0.0.0")  # noqa: S104 - what must not be open
OWNER = {"email": "Owner@Example.com", "email_verified": True}
# What the history holds and nobody else may see.
CONFIDENTIAL = ("Alder Dental", "Bexley Motors", "Password reset", "Printer fault", "Week of", "T-00")
ACCESS = '[access]\nmode = "sign-in"\npeople = ["owner@example.com"]\n'


@dataclass
class Desk:
    """A dashboard that answers every computer, its home and log, and its provider."""

    address: str
    home: Path
    log: Path
    provider: Provider


@dataclass
class Window:
    """A browser's window and every byte that came through its websockets."""

    page: Page
    heard: list[bytes] = field(default_factory=list)

    def everything(self) -> str:
        return self.page.content() + b"".join(self.heard).decode("utf-8", "replace")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("signed-in")
    home = home_with(folder, clients=CLIENTS, targets=TARGETS, tickets=tickets(2, 8))
    (home / "settings.toml").write_text(ACCESS, encoding="utf-8")
    port = unused_port()
    with provider() as asked:
        written = {
            "redirect_uri": f"http://127.0.0.1:{port}/oauth2callback", "cookie_secret": COOKIE_SECRET, "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET, "server_metadata_url": asked.metadata_url,
        }  # fmt: skip
        (folder / "secrets.toml").write_text("[auth]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in written.items()))
        address, server = start(home, folder / "log.txt", *EVERYWHERE, "--secrets.files", str(folder / "secrets.toml"), port=port)
        yield Desk(address, home, folder / "log.txt", asked)
        end(server)


@pytest.fixture
def window(browser: Browser) -> Iterator[Window]:
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(30_000)
    seen = Window(context.new_page())
    seen.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: seen.heard.append(frame if isinstance(frame, bytes) else frame.encode())))
    yield seen
    context.close()


def confidential(text: str | bytes) -> list[str]:
    shown = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return [word for word in CONFIDENTIAL if word in shown]


def sign_in(window: Window, desk: Desk, person: dict[str, Any]) -> None:
    desk.provider.person = person
    window.page.goto(desk.address)
    with window.page.expect_response(lambda reply: "/oauth2callback" in reply.url):
        window.page.get_by_role("button", name="Sign in").click()


def cookie(secret: str = COOKIE_SECRET, name: str = "_streamlit_user", **claims: Any) -> str:
    """A cookie as the server would make it, of any claims."""
    return create_signed_value(secret, name, json.dumps(claims)).decode()


def knock_with(desk: Desk, value: str) -> Heard:
    token = xsrf(desk.address)
    return knock(desk.address, {"Cookie": f"_streamlit_xsrf={token}; _streamlit_user={value}"}, token=token)


def good(desk: Desk, **other: Any) -> dict[str, Any]:
    return {"origin": desk.address, "is_logged_in": True, "provider": "default", "iat": time.time() - 5, **OWNER, **other}


def test_who_is_on_the_list_gets_in_and_out_again(desk: Desk, window: Window) -> None:
    sign_in(window, desk, OWNER)
    window.page.get_by_role("heading", level=1).wait_for()
    window.page.get_by_text("Signed in as Owner@Example.com").wait_for()
    inside = window.everything()

    window.page.get_by_role("button", name="Sign out").click()
    window.page.get_by_role("button", name="Sign in").wait_for()
    window.heard.clear()
    window.page.goto(desk.address)
    window.page.get_by_role("button", name="Sign in").wait_for()

    assert len(confidential(inside)) >= 3
    assert confidential(window.everything()) == []
    assert not [one for one in window.page.context.cookies() if one["name"].startswith("_streamlit_user")]


def test_signed_out_sees_nothing_on_any_page(desk: Desk, window: Window) -> None:
    for path in ("", "data", "settings", "clients", "documents", "?embed=true", "data?client=Alder+Dental"):
        window.page.goto(f"{desk.address}/{path}")
        window.page.get_by_text(access.SIGN_IN).wait_for()
        settled(window.page)

    assert confidential(window.everything()) == []
    assert window.page.locator("[data-testid=stSidebarNav], .st-key-side-nav").count() == 0


@pytest.mark.parametrize(("person", "said"), [
    ({"email": "eve@example.com", "email_verified": True}, "eve@example.com is not on the list"),
    ({"email": "owner@example.com", "email_verified": False}, "does not confirm an e-mail address"),
    ({"email": "owner@example.com"}, "does not confirm an e-mail address"),
    ({"email": "owner@example.com.evil.example", "email_verified": True}, "is not on the list"),
    ({"email": "![x](http://127.0.0.1:9/x.png)<img src=x>", "email_verified": True}, "is not on the list"),
])  # fmt: skip
def test_who_is_not_on_the_list_sees_no_figure(desk: Desk, window: Window, person: dict[str, Any], said: str) -> None:
    sign_in(window, desk, person)
    window.page.get_by_text(said).wait_for()
    settled(window.page)

    assert confidential(window.everything()) == []
    assert "owner@example.com is" not in window.everything()
    assert window.page.locator(".stAlert img").count() == 0


def test_a_token_that_another_key_signed_is_none(desk: Desk, window: Window) -> None:
    desk.provider.signing_key = RSAKey.generate_key(2048, {"kid": "one"})
    try:
        sign_in(window, desk, OWNER)
        window.page.get_by_text(access.SIGN_IN).wait_for()
        settled(window.page)
    finally:
        desk.provider.signing_key = desk.provider.key

    assert confidential(window.everything()) == []


@pytest.mark.parametrize("claims", [{"iss": "https://else.example"}, {"aud": "another app"}, {"exp": 1}, {"nonce": "of another sign-in"}])
def test_a_token_that_was_not_made_for_this_sign_in_is_none(desk: Desk, window: Window, claims: dict[str, Any]) -> None:
    sign_in(window, desk, OWNER | claims)
    window.page.get_by_text(access.SIGN_IN).wait_for()
    settled(window.page)

    assert confidential(window.everything()) == []


def test_a_cookie_that_is_ours_opens_and_every_other_one_does_not(desk: Desk) -> None:
    assert len(confidential(knock_with(desk, cookie(**good(desk))).said)) >= 3
    others = {
        "another secret": cookie("x" * 40, **good(desk)),
        "another name": cookie(name="_streamlit_user_tokens", **good(desk)),
        "another origin": cookie(**good(desk, origin="https://evil.example")),
        "thirteen hours old": cookie(**good(desk, iat=time.time() - 13 * 3600)),
        "not on the list": cookie(**good(desk, email="eve@example.com")),
        "no cookie": "",
        "no signature": json.dumps(good(desk)).replace('"', "'").replace(" ", ""),
        "cut short": cookie(**good(desk))[:-4],
        "one letter changed": re.sub(r"(.)(.{20})$", lambda found: ("A" if found[1] != "A" else "B") + found[2], cookie(**good(desk))),
    }
    heard = {name: knock_with(desk, value) for name, value in others.items()}

    assert {name for name, one in heard.items() if confidential(one.said)} == set()
    assert all(one.opened and (b"Sign in" in one.said or b"is not on the list" in one.said) for one in heard.values())


def test_a_good_cookie_is_no_use_to_another_web_page(desk: Desk) -> None:
    token, value = xsrf(desk.address), cookie(**good(desk))
    ours = {"Cookie": f"_streamlit_xsrf={token}; _streamlit_user={value}"}

    assert not knock(desk.address, ours, token=token, origin="https://evil.example").opened
    assert not knock(desk.address, ours | {"Host": "evil.example"}, token=token).opened
    assert confidential(knock(desk.address, ours).said) == []  # without the token that only our own pages can read
    assert confidential(knock(desk.address, ours, token=token, origin=None).said) == []


@pytest.mark.parametrize("header", ["X-Forwarded-Email", "X-Forwarded-User", "Remote-User", "X-Streamlit-User", "Authorization", "X-Forwarded-For"])
def test_a_header_signs_nobody_in(desk: Desk, header: str) -> None:
    heard = knock(desk.address, {header: "owner@example.com"})

    assert heard.opened
    assert confidential(heard.said) == []


def test_no_message_gets_round_the_gate(desk: Desk) -> None:
    inside = knock_with(desk, cookie(**good(desk)))
    hashes = set(re.findall(rb"[0-9a-f]{32}", inside.said))
    assert len(hashes) >= 10
    asked = [asking(path) for path in ("data", "views/loading", "loading", "../views/loading")]
    asked += [asking(page_script_hash=found.decode()) for found in sorted(hashes)]

    assert confidential(knock(desk.address, messages=asked).said) == []
    with door(desk.address) as opened:
        said = [opened.ask(asking(fragment_id=found.decode()), asking()) for found in sorted(hashes)[:20]]
    assert confidential(b"".join(said)) == []
    assert confidential(knock(desk.address, session=inside.session).said) == []


def test_taken_off_the_list_is_out_at_the_next_click(desk: Desk, window: Window) -> None:
    sign_in(window, desk, OWNER)
    window.page.get_by_role("heading", level=1).wait_for()
    settled(window.page)
    settings = desk.home / "settings.toml"
    try:
        settings.write_text(ACCESS.replace("owner@", "else@"), encoding="utf-8")
        window.heard.clear()
        window.page.locator(".st-key-side-nav a", has_text="Clients").click()
        window.page.get_by_text("is not on the list").wait_for()
        settled(window.page)
        assert confidential(b"".join(window.heard)) == []

        settings.write_text("[access\n", encoding="utf-8")
        window.page.reload()
        window.page.get_by_text("cannot be read").wait_for()
        assert confidential(window.page.content()) == []
    finally:
        settings.write_text(ACCESS, encoding="utf-8")


def test_a_part_that_runs_on_its_own_asks_again(desk: Desk) -> None:
    token = xsrf(desk.address)
    settings = desk.home / "settings.toml"
    with door(desk.address, {"Cookie": f"_streamlit_xsrf={token}; _streamlit_user={cookie(**good(desk))}"}, token=token) as opened:
        opened.ask(asking())
        before = {part: confidential(opened.ask(asking(fragment_id=part))) for part in sorted(opened.fragments)}
        try:
            settings.write_text(ACCESS.replace("owner@", "else@"), encoding="utf-8")
            after = {part: opened.ask(asking(fragment_id=part)) for part in before}
        finally:
            settings.write_text(ACCESS, encoding="utf-8")

    assert any(before.values())
    assert {part for part, said in after.items() if confidential(said)} == set()
    assert any(b"is not on the list" in said for said in after.values())


def test_no_secret_stands_in_the_log(desk: Desk) -> None:
    said = desk.log.read_text(encoding="utf-8", errors="replace")

    assert [secret for secret in (COOKIE_SECRET, CLIENT_SECRET, *CONFIDENTIAL) if secret in said] == []


def test_served_to_every_computer_without_settings_it_shows_a_refusal_and_nothing_else(browser: Browser, tmp_path: Path) -> None:
    home = home_with(tmp_path, clients=CLIENTS, tickets=tickets(1, 8))
    address, server = start(home, tmp_path / "log.txt", *EVERYWHERE)
    page = browser.new_page()
    try:
        page.goto(f"{address}/data")
        page.get_by_text("answers this computer only").wait_for()
        settled(page)
        assert confidential(page.content()) == []
        assert page.get_by_role("button", name="Sign in").count() == 0
        assert confidential(knock(address).said) == []
    finally:
        page.close()
        end(server)
