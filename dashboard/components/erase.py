"""Erase a client for good."""

from typing import Any

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import confirm, told
from dashboard.components.card import card
from dashboard.wording import keeping as words

HELP = (
    "Every ticket, list line and rejected row of the client goes, in every copy that Turnaround keeps; only hashes that"
    " tell nothing stay, so that a later export does not bring the client back. It cannot be undone."
)

ICON = ":material/delete_forever:"


def show() -> None:
    """Choose a client, see what would go, say yes."""
    with card("Erase a client", HELP, key="erase"):
        told.show("erase")
        names = loaders.client_names()
        if not names:
            st.caption("No ticket and no list names a client.")
            return
        client = st.selectbox(
            "Client",
            names,
            index=None,
            placeholder="Choose a client",
            format_func=wording.shown,
            key=f"erase-client-{loaders.stamp()}",
        )
        if client is None:
            return
        plan = _plan(client)
        if plan is None:
            return
        for line in words.plan(plan):
            st.caption(line)
        question = words.erase(wording.plain(client))
        if confirm.show("Erase this client", question, "Erase for good", "erase-client", icon=ICON):
            _erase(client)


def _plan(client: str) -> dict[str, Any] | None:
    """What would go, asked once for a client and history."""
    asked = (client, loaders.stamp())
    if st.session_state.get("erase-plan", (None, None))[0] != asked:
        st.session_state.pop("erase-client-asked", None)  # a yes is meant for the client that it was asked for
        with st.spinner("Looking for the client"):
            st.session_state["erase-plan"] = (asked, actions.erase(client, yes=False))
    reply = st.session_state["erase-plan"][1]
    if reply.refusal:
        st.warning(wording.plain(reply.refusal), icon=":material/block:")
    plan: dict[str, Any] | None = reply.said
    return plan


def _erase(client: str) -> None:
    with st.spinner("Erasing the client and measuring what is left"):
        reply = actions.erase(client, yes=True)
        st.session_state.pop("erase-plan", None)
        if reply.said:
            actions.fit()
    told.keep("erase", words.erased(reply.said) if reply.said else "", reply)
