"""Where the weekly report is sent: the owner's mail server and readers, checked; the password is never a setting."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pipelines.errors import SettingsInvalid

PASSWORD = "TURNAROUND_SMTP_PASSWORD"  # noqa: S105 - the name of a variable, not a password
KNOWN = ("host", "port", "security", "user", "sender", "recipients")
LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
NAME = rf"{LABEL}(?:\.{LABEL})*"
# One address: no space, comma, bracket, quote or line break can come in by it.
ADDRESS = re.compile(rf"[^\s,;:<>()\[\]\\\"@]+@{NAME}")
HOST = re.compile(rf"{NAME}|[A-Fa-f0-9]*:[A-Fa-f0-9:.]*")
LONGEST = 254
MOST_READERS = 50


class Security(StrEnum):
    """How the way to the mail server is kept secret."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


USUAL_PORT = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True)
class Email:
    """A mail server and who reads; user "": nobody logs in."""

    host: str
    port: int
    security: Security
    user: str
    sender: str
    recipients: tuple[str, ...]

    @property
    def is_set_up(self) -> bool:
        """Whether anything can be sent."""
        return bool(self.host and self.sender and self.recipients)


def email(written: Any) -> Email:
    """The mail settings as written; raises SettingsInvalid where one cannot be."""
    if not isinstance(written, dict):
        raise SettingsInvalid("email must be a part of its own that begins with [email].")
    if "password" in written:
        raise SettingsInvalid(
            f"email.password does not belong into a file: take it out, and give it in the environment as {PASSWORD}."
        )
    for name in written:
        if name not in KNOWN:
            raise SettingsInvalid(f"email has no setting {name!r}; write one of {', '.join(KNOWN)}.")
    security = written.get("security", "starttls")
    if security not in tuple(Security):
        raise SettingsInvalid('email.security must be "starttls", "tls" or "none".')
    return Email(
        _host(written.get("host", "")),
        _port(written.get("port", 0), Security(security)),
        Security(security),
        _user(written.get("user", "")),
        _address(written.get("sender", ""), "sender") if written.get("sender") else "",
        _readers(written.get("recipients", [])),
    )


def _host(host: Any) -> str:
    if host != "" and not (isinstance(host, str) and len(host) <= LONGEST and HOST.fullmatch(host)):
        raise SettingsInvalid('email.host must be the name of your mail server, such as "smtp.example.com".')
    return str(host)


def _port(port: Any, security: Security) -> int:
    if not isinstance(port, int) or isinstance(port, bool) or not 0 <= port <= 65535:
        raise SettingsInvalid("email.port must be a number such as 587; 0 takes the usual one.")
    return port or USUAL_PORT[security]


def _user(user: Any) -> str:
    if not isinstance(user, str) or len(user) > LONGEST or not user.isprintable():
        raise SettingsInvalid('email.user must be the name to log in with, or "" where none is asked for.')
    return user


def _address(written: Any, name: str) -> str:
    address = written.strip() if isinstance(written, str) else ""
    if len(address) > LONGEST or not address.isprintable() or not ADDRESS.fullmatch(address):
        raise SettingsInvalid(f'email.{name} must be an address such as "owner@example.com".')
    return address


def _readers(written: Any) -> tuple[str, ...]:
    """A list of addresses, or one text with commas between them."""
    parts = written.split(",") if isinstance(written, str) else written
    if not isinstance(parts, list) or len(parts) > MOST_READERS:
        raise SettingsInvalid(f"email.recipients must be a list of at most {MOST_READERS} addresses.")
    return tuple(_address(part, "recipients") for part in parts if not isinstance(part, str) or part.strip())
