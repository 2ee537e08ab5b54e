"""Who may reach the dashboard: what must hold of the server before anybody may, and of a visitor before they may."""

import ipaddress
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from pipelines.access_settings import Access, Mode

REFUSAL = (
    "This dashboard shows your clients' tickets, so it answers this computer only. It was started for other"
    " computers too (server.address or server.allowedHosts names more than this one). Stop it, and start it again with:"
    " python -m dashboard. How others can sign in stands in docs/sign-in.md."
)
PASSED_ON = (
    "This dashboard answers this computer only, and this request was passed on by another server. How others can sign"
    " in stands in docs/sign-in.md."
)
NOT_SAFE = "This dashboard is not shown, because its server is not set up safely: {} See docs/sign-in.md."
NOT_LET_THROUGH = "The proxy in front of this dashboard did not say who you are, so nothing is shown."
NOT_THE_PROXY = "This dashboard answers its proxy only. Open it by the address that you were given."
NOT_ON_LIST = "{} is not on the list of people who may see this dashboard. Ask its owner."
NOT_CONFIRMED = "Your sign-in does not confirm an e-mail address, so nothing is shown. Ask the owner of this dashboard."
UNREADABLE = "The settings cannot be read, so this computer alone is answered until they are mended."
SIGN_IN = "Please sign in."
AGAIN = "Your sign-in has run out. Please sign in again."
# Who is taken off the provider's list is out within a working day.
SECONDS_SIGNED_IN = 12 * 3600
SHORTEST_SECRET = 32
LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1", "[::1]")
# What a server adds that passes a request on.
PASSING_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
SECRETS = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
MICROSOFT = re.compile(r"https://login\.microsoftonline\.(?:com|us|cn)/")
ONE_TENANT = re.compile(
    r"(https://login\.microsoftonline\.(?:com|us|cn)/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/v2\.0)"
    r"/\.well-known/openid-configuration"
)


@dataclass(frozen=True)
class Server:
    """How Streamlit serves: what of its configuration keeps strangers out."""

    address: str | None = "127.0.0.1"
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    cors: bool = True
    xsrf: bool = True
    origins: tuple[str, ...] = ()
    trusted_headers: bool = False
    agents: bool = False
    developing: bool = False
    forwarded_ips: str = ""


@dataclass(frozen=True)
class Visitor:
    """Who knocks: what the sign-in says of them (empty: nobody signed in), their request's headers and address.

    Headers go by their names in small letters, each with every value that it was given.
    """

    claims: Mapping[str, Any]
    headers: Mapping[str, Sequence[str]]
    address: str | None = None


@dataclass(frozen=True)
class Verdict:
    """Whether somebody may come in: as whom, or why not, and whether signing in, or out, may help."""

    refusal: str = ""
    name: str = ""
    may_sign_in: bool = False
    may_sign_out: bool = False


def is_private(address: str | None) -> bool:
    """Whether a server on this address can be reached from this computer only; no address means all of them."""
    if not address:
        return False
    if address.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def verdict(access: Access, server: Server, secrets: Mapping[str, Any], visitor: Visitor, now: float) -> Verdict:
    """Whether this visitor may come in; whatever is not plainly allowed is refused."""
    if fault := _unsafe(server):
        return Verdict(NOT_SAFE.format(fault))
    if access.mode == Mode.SIGN_IN:
        fault = _sign_in_lacks(access, server, secrets)
        return Verdict(NOT_SAFE.format(fault)) if fault else _signed_in(access, secrets, visitor, now)
    if access.mode == Mode.BEHIND_PROXY:
        fault = _proxy_lacks(access, server)
        return Verdict(NOT_SAFE.format(fault)) if fault else _let_through(access, server, visitor)
    if not is_private(server.address) or not set(server.hosts) <= set(LOOPBACK_NAMES):
        return Verdict(REFUSAL)
    return Verdict(PASSED_ON if any(map(visitor.headers.get, PASSING_ON)) else "")


def _unsafe(server: Server) -> str:
    """What of the server lets other web pages or strangers' headers in; empty where nothing does."""
    faults = {
        "server.enableXsrfProtection must be on.": not server.xsrf,
        "server.enableCORS must be on.": not server.cors,
        "server.corsAllowedOrigins must be empty.": bool(server.origins),
        "server.allowedHosts must name the hosts by which it is reached, each whole.": not server.hosts
        or any("*" in host for host in server.hosts),
        "server.trustedUserHeaders must be empty; name the proxy's header in [access] of your settings.": (
            server.trusted_headers
        ),
        "server.enableAgentApi must be off.": server.agents,
        "global.developmentMode must be off.": server.developing,
    }
    return next((fault for fault, found in faults.items() if found), "")


def _sign_in_lacks(access: Access, server: Server, secrets: Mapping[str, Any]) -> str:
    missing = [name for name in SECRETS if not isinstance(secrets.get(name), str) or not secrets[name].strip()]
    if missing:
        return f"[auth] in .streamlit/secrets.toml lacks {', '.join(missing)}."
    return _back_lacks(secrets["redirect_uri"], server) or _provider_lacks(access, secrets)


def _back_lacks(address: str, server: Server) -> str:
    """What is wrong with where the provider sends people back to."""
    back = urlsplit(address.replace("{port}", "443"))
    if not back.path.endswith("/oauth2callback") or back.scheme not in ("https", "http"):
        return "redirect_uri must be the address of the dashboard, ending in /oauth2callback."
    if back.scheme == "http" and back.hostname not in LOOPBACK_NAMES:
        return "redirect_uri must begin with https://."
    known = back.hostname in {host.lower() for host in server.hosts}
    return "" if known else "server.allowedHosts must name the host of redirect_uri."


def _provider_lacks(access: Access, secrets: Mapping[str, Any]) -> str:
    """What is wrong with the secret, with the provider, or with the list."""
    provider = secrets["server_metadata_url"]
    if len(secrets["cookie_secret"]) < SHORTEST_SECRET:
        return f"cookie_secret must have {SHORTEST_SECRET} characters or more, made by chance."
    if not provider.startswith("https://") and urlsplit(provider).hostname not in LOOPBACK_NAMES:
        return "server_metadata_url must begin with https://."
    if MICROSOFT.match(provider) and not ONE_TENANT.fullmatch(provider):
        return "server_metadata_url must name your own tenant by its ID: others' administrators can claim any address."
    return "" if access.people else "[access] in your settings names no people who may come in."


def _signed_in(access: Access, secrets: Mapping[str, Any], visitor: Visitor, now: float) -> Verdict:
    claims = visitor.claims
    if claims.get("is_logged_in") is not True or claims.get("provider") != "default":
        return Verdict(SIGN_IN, may_sign_in=True)
    since = claims.get("iat")
    if isinstance(since, bool) or not isinstance(since, int | float) or not -300 <= now - since <= SECONDS_SIGNED_IN:
        return Verdict(AGAIN, may_sign_in=True)
    address = _confirmed(claims, secrets["server_metadata_url"])
    return Verdict(NOT_CONFIRMED, may_sign_out=True) if not address else _on_list(access, address, may_sign_out=True)


def _confirmed(claims: Mapping[str, Any], provider: str) -> str:
    """The address that the provider vouches for; Entra never says so, and is believed about its own tenant only."""
    own_tenant = ONE_TENANT.fullmatch(provider)
    if own_tenant and "email_verified" not in claims:
        found = claims.get("email") or claims.get("preferred_username")
        vouched = claims.get("iss") == own_tenant.group(1)
    else:
        found, vouched = claims.get("email"), claims.get("email_verified") in (True, "true")
    return found.strip() if vouched and isinstance(found, str) else ""


def _on_list(access: Access, address: str, *, may_sign_out: bool) -> Verdict:
    allowed = address.casefold() in access.people
    return Verdict("" if allowed else NOT_ON_LIST.format(address), address, may_sign_out=may_sign_out)


def _proxy_lacks(access: Access, server: Server) -> str:
    if not access.header:
        return "[access] in your settings must name the header in which the proxy says who it is."
    if is_private(server.address):
        return ""
    if not access.proxies:
        return "[access] in your settings must name the proxies, because this server answers other computers too."
    if any(network.is_loopback for network in access.proxies):
        return "[access] names this computer as its proxy: serve on 127.0.0.1 then, and name none."
    return "FORWARDED_ALLOW_IPS must not be set." if server.forwarded_ips else ""


def _let_through(access: Access, server: Server, visitor: Visitor) -> Verdict:
    if not is_private(server.address) and not _is_proxy(access, visitor.address):
        return Verdict(NOT_THE_PROXY)
    named = [value.strip() for value in visitor.headers.get(access.header.lower(), ())]
    # Two of them: the proxy has added its own to one that came from outside.
    if len(named) != 1 or not named[0] or not named[0].isprintable():
        return Verdict(NOT_LET_THROUGH)
    return _on_list(access, named[0], may_sign_out=False) if access.people else Verdict(name=named[0])


def _is_proxy(access: Access, address: str | None) -> bool:
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return False
    # A server that listens by both protocols sees addresses of the older one wrapped in the newer.
    mapped = getattr(found, "ipv4_mapped", None) or found
    return any(mapped in network for network in access.proxies)
