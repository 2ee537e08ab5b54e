"""Who may reach the dashboard: this computer alone, people who sign in, or whom a proxy in front lets through."""

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Any

from pipelines.errors import SettingsInvalid
from pipelines.mail_settings import ADDRESS, LONGEST

KNOWN = ("mode", "people", "header", "proxies")
HEADER = re.compile(r"[A-Za-z0-9-]{1,64}")
MOST_PEOPLE, MOST_PROXIES = 1000, 100
Network = IPv4Network | IPv6Network


class Mode(StrEnum):
    """By what a visitor is known."""

    THIS_COMPUTER = "this-computer"
    SIGN_IN = "sign-in"
    BEHIND_PROXY = "behind-proxy"


@dataclass(frozen=True)
class Access:
    """How visitors are known, and who may come in; people are written small.

    header: in which the proxy names the visitor; proxies: from where it connects, none for this computer itself.
    """

    mode: Mode = Mode.THIS_COMPUTER
    people: frozenset[str] = frozenset()
    header: str = ""
    proxies: tuple[Network, ...] = ()


def access(written: Any) -> Access:
    """The part [access] as written; raises SettingsInvalid where one value cannot be."""
    if not isinstance(written, dict):
        raise SettingsInvalid("access must be a part of its own that begins with [access].")
    for name in written:
        if name not in KNOWN:
            raise SettingsInvalid(f"access has no setting {name!r}; write one of {', '.join(KNOWN)}.")
    return Access(
        _mode(written.get("mode", Mode.THIS_COMPUTER)),
        _people(written.get("people", [])),
        _header(written.get("header", "")),
        _proxies(written.get("proxies", [])),
    )


def _mode(written: Any) -> Mode:
    if written not in tuple(Mode):
        known = ", ".join(f'"{mode}"' for mode in Mode)
        raise SettingsInvalid(f"access.mode must be one of {known}.")
    return Mode(written)


def _people(written: Any) -> frozenset[str]:
    """Whole addresses: a domain would let in everybody who ever got an account of that name at the provider."""
    if not isinstance(written, list) or len(written) > MOST_PEOPLE or not all(map(_is_address, written)):
        raise SettingsInvalid('access.people must be a list of e-mail addresses, such as ["owner@example.com"].')
    return frozenset(address.strip().casefold() for address in written)


def _is_address(written: Any) -> bool:
    fits = isinstance(written, str) and len(written) <= LONGEST and written.isprintable()
    return fits and ADDRESS.fullmatch(written.strip()) is not None


def _header(written: Any) -> str:
    if not isinstance(written, str) or not (written == "" or HEADER.fullmatch(written)):
        raise SettingsInvalid('access.header must be the name of a header, such as "X-Forwarded-Email".')
    return written


def _proxies(written: Any) -> tuple[Network, ...]:
    if not isinstance(written, list) or len(written) > MOST_PROXIES:
        raise SettingsInvalid('access.proxies must be a list of addresses, such as ["10.0.0.5", "172.18.0.0/16"].')
    return tuple(map(_network, written))


def _network(written: Any) -> Network:
    try:
        network = ip_network(written if isinstance(written, str) else "")
    except ValueError:
        raise SettingsInvalid(
            'access.proxies must be IP addresses or networks, such as ["10.0.0.5", "172.18.0.0/16"].'
        ) from None
    if not network.prefixlen:
        raise SettingsInvalid("access.proxies must not be every address: name the proxy alone.")
    return network
