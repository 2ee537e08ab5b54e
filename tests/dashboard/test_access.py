"""Who may come in: every mode, and every way in that must stay shut."""

from dataclasses import replace
from ipaddress import ip_network
from typing import Any

import pytest

from dashboard import access as gate
from dashboard.access import Server, Verdict, Visitor, is_private, verdict
from pipelines.access_settings import Access, Mode

NOW = 1_790_000_000.0
TENANT = "11111111-2222-4333-8444-555555555555"
ENTRA = f"https://login.microsoftonline.com/{TENANT}/v2.0/.well-known/openid-configuration"
OUTSIDE = Server(address="0.0.0.0", hosts=("desk.example.com",))  # noqa: S104 - what must not be open
SECRETS = {
    "redirect_uri": "https://desk.example.com/oauth2callback", "cookie_secret": "c" * 32, "client_id": "id",
    "client_secret": "secret", "server_metadata_url": "https://accounts.example.com/.well-known/openid-configuration",
}  # fmt: skip
SIGN_IN = Access(Mode.SIGN_IN, frozenset({"owner@example.com"}))
PROXY = Access(Mode.BEHIND_PROXY, header="X-Forwarded-Email", proxies=(ip_network("10.0.0.0/24"),))
OWNER = {"is_logged_in": True, "provider": "default", "iat": NOW - 60, "email": "Owner@Example.com", "email_verified": True}


def asked(access: Access, server: Server = OUTSIDE, secrets: dict[str, Any] | None = None, claims: dict[str, Any] | None = None, headers: dict[str, list[str]] | None = None, address: str | None = "10.0.0.7") -> Verdict:
    return verdict(access, server, SECRETS if secrets is None else secrets, Visitor(claims or {}, headers or {}, address), NOW)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.2", "localhost", "LOCALHOST", "::1", "[::1]"])
def test_this_computer_alone_is_private(address: str) -> None:
    assert is_private(address)
    assert asked(Access(), Server(address=address)) == Verdict()


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.1.5", "10.0.0.1", "desk.example.org", "unix:///run/desk.sock"])  # noqa: S104 - refused here
def test_everything_else_is_exposed_and_refused_without_sign_in(address: str | None) -> None:
    assert not is_private(address)
    assert asked(Access(), Server(address=address)).refusal == gate.REFUSAL


def test_another_host_name_is_exposed_as_well() -> None:
    assert asked(Access(), Server(hosts=("localhost", "desk.example.com"))).refusal == gate.REFUSAL


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip", "x-forwarded-host"])
def test_what_another_server_passes_on_is_refused_on_this_computer(header: str) -> None:
    assert asked(Access(), Server(), headers={header: ["203.0.113.9"]}).refusal == gate.PASSED_ON


@pytest.mark.parametrize(("option", "value"), [("xsrf", False), ("cors", False), ("hosts", ()), ("hosts", ("*",)), ("hosts", ("*.example.com",)), ("origins", ("https://evil.example",)), ("trusted_headers", True), ("agents", True), ("developing", True)])
@pytest.mark.parametrize("access", [Access(), SIGN_IN, PROXY], ids=lambda access: access.mode)
def test_a_server_that_lets_others_in_shows_nobody_anything(access: Access, option: str, value: object) -> None:
    base = Server() if access.mode == Mode.THIS_COMPUTER else OUTSIDE
    found = asked(access, replace(base, **{option: value}), claims=OWNER, headers={"x-forwarded-email": ["owner@example.com"]})  # type: ignore[arg-type]

    assert found.refusal.startswith("This dashboard is not shown, because its server is not set up safely: ")
    assert not found.may_sign_in


def test_who_is_on_the_list_comes_in() -> None:
    assert asked(SIGN_IN, claims=OWNER) == Verdict(name="Owner@Example.com", may_sign_out=True)


@pytest.mark.parametrize("server", [Server(hosts=("desk.example.com", "127.0.0.1")), OUTSIDE])
def test_signed_out_is_asked_to_sign_in_wherever_the_server_answers(server: Server) -> None:
    assert asked(SIGN_IN, server) == Verdict(gate.SIGN_IN, may_sign_in=True)


@pytest.mark.parametrize("change", [{"is_logged_in": "true"}, {"is_logged_in": 1}, {"is_logged_in": False}, {"provider": "other"}, {"provider": None}])
def test_what_is_not_our_sign_in_is_none(change: dict[str, Any]) -> None:
    assert asked(SIGN_IN, claims=OWNER | change) == Verdict(gate.SIGN_IN, may_sign_in=True)


@pytest.mark.parametrize("iat", [None, "", True, NOW - 12 * 3600 - 1, NOW + 301, "1790000000", float("nan")])
def test_a_sign_in_runs_out(iat: object) -> None:
    assert asked(SIGN_IN, claims=OWNER | {"iat": iat}) == Verdict(gate.AGAIN, may_sign_in=True)


def test_who_is_not_on_the_list_is_told_their_address_and_nothing_else() -> None:
    found = asked(SIGN_IN, claims=OWNER | {"email": "eve@example.com"})

    assert found == Verdict(gate.NOT_ON_LIST.format("eve@example.com"), "eve@example.com", may_sign_out=True)
    assert "owner@" not in found.refusal.lower()


@pytest.mark.parametrize("claims", [{"email_verified": False}, {"email_verified": None}, {"email_verified": "yes"}, {"email": None}, {"email": ["owner@example.com"]}, {"email": ""}])
def test_an_address_that_the_provider_does_not_confirm_is_none(claims: dict[str, Any]) -> None:
    assert asked(SIGN_IN, claims=OWNER | claims).refusal == gate.NOT_CONFIRMED


def test_an_address_of_which_nothing_is_said_is_none_either() -> None:
    unsaid = {name: value for name, value in OWNER.items() if name != "email_verified"}

    assert asked(SIGN_IN, claims=unsaid).refusal == gate.NOT_CONFIRMED


@pytest.mark.parametrize(("claims", "comes_in"), [
    ({"iss": f"https://login.microsoftonline.com/{TENANT}/v2.0"}, True),
    ({"iss": f"https://login.microsoftonline.com/{TENANT}/v2.0", "email": None, "preferred_username": "owner@example.com"}, True),
    ({"iss": "https://login.microsoftonline.com/99999999-2222-4333-8444-555555555555/v2.0"}, False),
    ({"iss": None}, False),
    ({"iss": f"https://login.microsoftonline.com/{TENANT}/v2.0", "email_verified": False}, False),
])  # fmt: skip
def test_entra_is_believed_about_its_own_tenant_only(claims: dict[str, Any], comes_in: bool) -> None:
    unsaid = {name: value for name, value in OWNER.items() if name != "email_verified"}

    assert (asked(SIGN_IN, secrets=SECRETS | {"server_metadata_url": ENTRA}, claims=unsaid | claims).refusal == "") is comes_in


@pytest.mark.parametrize("tenant", ["common", "organizations", "consumers", "example.com", "11111111"])
def test_entra_of_any_tenant_is_refused(tenant: str) -> None:
    found = asked(SIGN_IN, secrets=SECRETS | {"server_metadata_url": ENTRA.replace(TENANT, tenant)}, claims=OWNER)

    assert "your own tenant" in found.refusal


@pytest.mark.parametrize("name", gate.SECRETS)
@pytest.mark.parametrize("value", [None, "", " ", 5, ["x"]])
def test_without_a_secret_nobody_comes_in(name: str, value: object) -> None:
    found = asked(SIGN_IN, secrets=SECRETS | {name: value}, claims=OWNER)

    assert f"lacks {name}" in found.refusal
    assert not found.may_sign_in


@pytest.mark.parametrize(("name", "value", "said"), [
    ("cookie_secret", "a" * 31, "32 characters"),
    ("redirect_uri", "http://desk.example.com/oauth2callback", "https"),
    ("redirect_uri", "https://desk.example.com/", "/oauth2callback"),
    ("redirect_uri", "https://other.example.com/oauth2callback", "allowedHosts"),
    ("server_metadata_url", "http://accounts.example.com/x", "https"),
])  # fmt: skip
def test_sign_in_that_is_not_set_up_safely_is_refused_without_telling_the_secret(name: str, value: str, said: str) -> None:
    found = asked(SIGN_IN, secrets=SECRETS | {name: value}, claims=OWNER)

    assert said in found.refusal
    assert value not in found.refusal


def test_an_empty_list_is_nobody() -> None:
    assert "names no people" in asked(Access(Mode.SIGN_IN), claims=OWNER).refusal


def test_whom_the_proxy_names_comes_in() -> None:
    headers = {"x-forwarded-email": ["Owner@Example.com"]}

    assert asked(PROXY, headers=headers) == Verdict(name="Owner@Example.com")
    assert asked(replace(PROXY, people=SIGN_IN.people), headers=headers).refusal == ""
    assert asked(replace(PROXY, people=frozenset({"else@example.com"})), headers=headers).refusal == gate.NOT_ON_LIST.format("Owner@Example.com")


@pytest.mark.parametrize("values", [[], [""], ["  "], ["owner@example.com", "eve@example.com"], ["a\x07b"]])
def test_whom_the_proxy_does_not_name_once_is_refused(values: list[str]) -> None:
    assert asked(PROXY, headers={"x-forwarded-email": values}).refusal == gate.NOT_LET_THROUGH


@pytest.mark.parametrize("address", [None, "", "10.0.1.7", "203.0.113.9", "nowhere"])
def test_a_header_that_does_not_come_from_the_proxy_is_refused(address: str | None) -> None:
    assert asked(PROXY, headers={"x-forwarded-email": ["owner@example.com"]}, address=address).refusal == gate.NOT_THE_PROXY


def test_a_proxy_that_is_not_told_or_cannot_be_told_apart_is_refused() -> None:
    headers = {"x-forwarded-email": ["owner@example.com"]}

    assert "name the header" in asked(replace(PROXY, header=""), headers=headers).refusal
    assert "name the proxies" in asked(replace(PROXY, proxies=()), headers=headers).refusal
    assert "FORWARDED_ALLOW_IPS" in asked(PROXY, replace(OUTSIDE, forwarded_ips="*"), headers=headers).refusal


def test_a_proxy_is_known_by_either_form_of_its_address() -> None:
    headers = {"x-forwarded-email": ["owner@example.com"]}

    assert asked(PROXY, headers=headers, address="::ffff:10.0.0.7").refusal == ""
    assert asked(PROXY, headers=headers, address="::ffff:10.0.1.7").refusal == gate.NOT_THE_PROXY


def test_a_proxy_on_this_computer_is_told_to_be_served_here() -> None:
    here = replace(PROXY, proxies=(ip_network("127.0.0.1/32"),))

    assert "serve on 127.0.0.1" in asked(here, headers={"x-forwarded-email": ["owner@example.com"]}).refusal


def test_a_proxy_on_this_computer_need_not_be_told() -> None:
    server = Server(hosts=("desk.example.com",))

    assert asked(replace(PROXY, proxies=()), server, headers={"x-forwarded-email": ["a@example.com"]}, address=None).refusal == ""
    assert asked(replace(PROXY, proxies=()), server, address=None).refusal == gate.NOT_LET_THROUGH
