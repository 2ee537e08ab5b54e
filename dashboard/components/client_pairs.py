"""One client under two names: pairs that look alike, pairs that the owner knows, and those that are joined."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components.card import card
from dashboard.components.guard import fragment
from pipelines.measure.results import Facts

HELP = (
    "A client that was renamed, or that two people wrote in two ways, counts as two. Joined, the tickets of both are"
    " measured and shown under one name; your exports stay as they are, and a join can be taken back."
)
SHOWN = 10
CHOOSE = "Choose a client"


@fragment
def show(facts: Facts) -> None:
    """Proposals with a button each, any two to choose, and the joins there are; nothing for the sample."""
    if facts.is_sample or not facts.has_client:
        return
    with card("One client under two names", HELP, key="client-pairs"):
        said = st.session_state.pop("join-refused", "")
        if said:
            st.warning(wording.plain(said), icon=":material/block:")
        _proposed(loaders.client_pairs())
        with st.expander("Join any two"):
            _any_two(loaders.choices()["clients"])
        _joined(loaders.client_joins())


def _proposed(pairs: pd.DataFrame) -> None:
    if pairs.empty:
        st.caption("No two names look alike.")
        return
    st.caption(f"{wording.counted(len(pairs), 'pair')} of names that look alike. Only you know whether they are one.")
    for place, (alias, client, _, of_alias, of_client) in enumerate(pairs.head(SHOWN).to_numpy().tolist()):
        tickets = f"{wording.counted(of_alias, 'ticket')} and {wording.count(of_client)}"
        _line(f"{alias} → {client} ({tickets})", "They are one", f"join-{place}", _joining(alias, client))


def _any_two(names: list[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        alias, client = _choice("The tickets of", names, "join-alias"), _choice("belong to", names, "join-client")
        if st.button("Join them", disabled=not alias or not client, key="join-chosen") and alias and client:
            _do(_joining(alias, client))


def _choice(label: str, names: list[str], key: str) -> str | None:
    return st.selectbox(label, names, index=None, placeholder=CHOOSE, key=key, format_func=wording.shown)


def _joined(joins: pd.DataFrame) -> None:
    for place, (alias, client) in enumerate(joins.to_numpy().tolist()):
        _line(f"{alias} is shown as {client}", "Part them", f"part-{place}", _parting(alias))


def _line(text: str, label: str, key: str, action: Callable[[], str]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.text(wording.shown(text), width="content")
        if st.button(label, key=key):
            _do(action)


def _joining(alias: str, client: str) -> Callable[[], str]:
    return lambda: actions.join_clients(alias, client)


def _parting(alias: str) -> Callable[[], str]:
    return lambda: actions.part_clients(alias)


def _do(action: Callable[[], str]) -> None:
    """Do it, work out promises again, and say why where it was refused."""
    with st.spinner("Measuring again."):
        refused = action()
        if not refused:
            actions.fit()
    st.session_state["join-refused"] = refused
    st.rerun()
