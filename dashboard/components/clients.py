"""Clients and sites to complete: what the client list lacks is written here and loaded like any other list."""

from typing import Any

import pandas as pd
import streamlit as st
from streamlit import column_config as column

from dashboard import actions, loaders, wording
from dashboard.components import columns, upload
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import clients as digest
from pipelines.measure.results import Facts

HELP = (
    "Clients and sites of tickets and client lists; those that no list has come first. What you change here is saved"
    " as a client list of its own: it stands under Loads, and changes nothing but the cells that you changed."
)
NO_CLIENT = (
    "No ticket says whose it is, so there is nobody to list. An export with a column for the client (company, account,"
    " organisation) shows who waits longest, and takes plans, hours and distances from a client list."
)
MOUNTED, DRAFT = "client-editor-table", "client-draft"
HEIGHT, FULL = 420, 11


@fragment
def show(facts: Facts) -> None:
    """The table, and a button that saves what was changed."""
    with card("Clients and sites", HELP, key="clients"):
        if not facts.has_client:
            st.caption(NO_CLIENT)
            return
        table = digest.client_table(loaders.known_clients())
        unlisted = int(table.loc[~table["In a list"], "Client"].nunique())
        if unlisted:
            st.caption(f"{wording.counted(unlisted, 'client')} with a site that no client list has.")
        if facts.is_sample:
            st.dataframe(
                table,
                hide_index=True,
                height=_height(table),
                column_config=_columns(table),
                alt="Clients",
                placeholder="–",
            )
            st.caption("These are the clients of the sample. Load your own tickets to complete yours.")
            return
        _editor(table)


def _editor(table: pd.DataFrame) -> None:
    key = f"client-editor-{loaders.stamp()}"
    draft: digest.Draft = st.session_state.setdefault(DRAFT, {})
    if key not in st.session_state:
        # An editor's own state is gone when the page is left, or the data has changed; the draft is not.
        st.session_state[MOUNTED] = digest.laid_over(table, digest.real_changes(table, draft))
    mounted = st.session_state[MOUNTED]
    st.data_editor(
        mounted,
        key=key,
        hide_index=True,
        height=_height(table),
        disabled=list(digest.TOLD),
        column_config=_columns(mounted),
        on_change=_fold,
        args=(key,),
        alt="Clients and sites",
        placeholder="–",
    )
    _buttons(table, digest.real_changes(table, st.session_state[DRAFT]))


def _buttons(table: pd.DataFrame, changes: digest.Draft) -> None:
    with st.container(horizontal=True):
        label = f"Save {wording.counted(len(changes), 'client')}" if changes else "Save"
        if st.button(label, type="primary", icon=":material/save:", disabled=not changes, key="save-clients"):
            _save(table, changes)
        if st.button("Leave them as they were", disabled=not changes, key="drop-clients"):
            st.session_state[DRAFT] = {}
            st.session_state.pop(MOUNTED, None)
            st.session_state.pop(f"client-editor-{loaders.stamp()}", None)
            st.rerun()


def _fold(key: str) -> None:
    """Keep what was changed by the names of its client and site."""
    edited = st.session_state[key]["edited_rows"]
    st.session_state[DRAFT] = digest.folded(st.session_state[DRAFT], st.session_state[MOUNTED], edited)


def _save(table: pd.DataFrame, changes: digest.Draft) -> None:
    """Load the changes as a list; where it is refused the changes stay, and the refusal stands under the upload."""
    written = actions.written_list(digest.as_list(table, changes), loaders.today())
    with st.spinner("Saving the client list and measuring again."):
        loaded = actions.load_clients(written)
        if loaded.report:
            st.session_state[DRAFT] = {}
            actions.fit()
    upload.tell(loaded, written)
    st.rerun()


def _height(table: pd.DataFrame) -> Any:
    return HEIGHT if len(table) > FULL else "auto"


def _columns(table: pd.DataFrame) -> dict[str, Any]:
    settings = loaders.settings()
    tiers = [*settings.tiers, *sorted(set(table["Tier"].dropna()) - set(settings.tiers))]
    hours = [*settings.calendars, *sorted(set(table["Hours"].dropna()) - set(settings.calendars))]
    return columns.clients() | {
        "Tier": column.SelectboxColumn(options=tiers, width=100),
        "Hours": column.SelectboxColumn(
            options=hours, width=100, help="The calendar of this site, from your settings."
        ),
    }
