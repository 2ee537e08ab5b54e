"""The gate: nothing of a page runs before it is known who asks, on every run and in every part that runs on its own."""

import logging
import os
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import access, loaders, wording
from dashboard.access import Server, Verdict, Visitor
from pipelines.access_settings import Access
from pipelines.errors import SettingsInvalid

LOG = logging.getLogger("turnaround")
CLOSED = "This dashboard cannot tell who may see it, so it shows nothing. Look at the log of the server."


def show() -> None:
    """Go on for whoever may come in; else say why not, offer to sign in or out, and stop."""
    found = asked()
    if not found.refusal:
        return
    # Word by word: an address may be a stranger's text, and as a whole a long sentence would be cut.
    st.error(" ".join(map(wording.plain, found.refusal.split(" "))), icon=":material/lock:")
    if found.may_sign_in:
        st.button("Sign in", icon=":material/login:", type="primary", on_click=st.login, key="sign-in")
    if found.may_sign_out:
        st.button("Sign out", icon=":material/logout:", on_click=st.logout, key="sign-out")
    st.stop()


def hold() -> None:
    """For a part that runs on its own: where its visitor may not come in any more, the whole page runs and says so."""
    if asked().refusal:
        st.rerun()


def who() -> None:
    """In the side bar: who is signed in, and the way out."""
    found = asked()
    if not found.name:
        return
    with st.sidebar:
        st.caption(f"Signed in as {wording.plain(found.name)}")
        if found.may_sign_out:
            st.button("Sign out", icon=":material/logout:", type="tertiary", on_click=st.logout, key="sign-out")


def asked() -> Verdict:
    """Whether this visitor may come in; what goes wrong in asking is a refusal."""
    try:
        return _asked()
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody comes in by it
        LOG.error("The gate stays shut: %s", type(error).__name__)  # noqa: TRY400 - a trace may hold a secret
        return Verdict(CLOSED)


def _asked() -> Verdict:
    """By the owner's settings; where they cannot be read, this computer alone may come in, and mend them."""
    try:
        allowed, unreadable = loaders.access(), ""
    except SettingsInvalid:
        allowed, unreadable = Access(), f" {access.UNREADABLE}"
    found = access.verdict(allowed, _server(), _secrets(), _visitor(), time.time())
    return replace(found, refusal=found.refusal + unreadable) if found.refusal else found


def _server() -> Server:
    option = st.get_option
    return Server(
        address=option("server.address"),
        hosts=tuple(option("server.allowedHosts") or ()),
        cors=bool(option("server.enableCORS")),
        xsrf=bool(option("server.enableXsrfProtection")),
        origins=tuple(option("server.corsAllowedOrigins") or ()),
        trusted_headers=bool(option("server.trustedUserHeaders")),
        agents=bool(option("server.enableAgentApi")),
        developing=bool(option("global.developmentMode")),
        forwarded_ips=os.environ.get("FORWARDED_ALLOW_IPS", ""),
    )


def _secrets() -> Mapping[str, Any]:
    if not st.secrets.load_if_toml_exists():
        return {}
    found = st.secrets.get("auth", {})
    return found if isinstance(found, Mapping) else {}


def _visitor() -> Visitor:
    headers = st.context.headers
    named = {name.lower(): headers.get_all(name) for name in headers}
    return Visitor(st.user.to_dict(), named, st.context.ip_address)
