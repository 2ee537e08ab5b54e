"""The register of agreements: which client has which version, sent, signed, in force."""

from datetime import date

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import columns, confirm, download, told
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import target_versions as digest
from dashboard.wording import targets as words
from pipelines.measure.results import Facts

HELP = "What each client was sent and has signed. A client in this register is judged only by what it has signed."
NO_CLIENT = (
    "No ticket says whose it is, so there is nobody to agree with. An export with a column for the client gives them."
)
NO_VERSION = "There is no version of targets to agree on yet. Save yours on the first tab."
NOBODY = "No client is in the register yet: each version judges everybody from its start."
CHANGED = "agreements.csv in your home was changed since: any change here takes it in."
CHOOSE = "Choose a client"


@fragment
def show(facts: Facts) -> None:
    """The register, and a form that writes a line of it."""
    with card("Agreements", HELP, key="agreements") as beside:
        if not facts.has_client or loaders.versions().empty:
            st.caption(NO_VERSION if facts.has_client else NO_CLIENT)
            return
        told.show("agreement")
        if not loaders.register_is_measured():
            st.caption(CHANGED)
        register = loaders.agreements()
        if register.empty:
            st.caption(NOBODY)
        else:
            table = digest.agreements(register)
            with beside:
                download.show(table, "agreements", "agreements-csv")
            st.dataframe(
                table, hide_index=True, column_config=columns.versions(), placeholder=wording.DASH, alt="Agreements"
            )
        st.caption(words.BEFORE_SIGNING)
        _form()


def _form() -> None:
    known = list(loaders.versions()["version"].iloc[::-1])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        client = st.selectbox(
            "Client", loaders.choices()["clients"], index=None, placeholder=CHOOSE, key="agree-client",
            format_func=wording.shown, width=220,
        )  # fmt: skip
        version = st.selectbox("Version", known, key="agree-version", width=140)
        days = [_day(label, f"agree-{label}") for label in ("Sent", "Signed", "In force from")]
    with st.container(horizontal=True):
        write = st.button(
            "Write it into the register", type="primary", disabled=not client or not any(days), key="agree"
        )
        there = _is_there(client, version)
        question = f"Take {wording.plain(client)} and the version of {version} out of the register?"
        gone = there and confirm.show(
            "Take it out", question, "Take it out now", "agree-forget", icon=":material/delete:"
        )
    if client and version and (write or gone):
        _do(client, version, days, gone=gone)


def _day(label: str, key: str) -> date | None:
    found = st.date_input(label, None, format="YYYY-MM-DD", key=key, width=150)
    return found if isinstance(found, date) else None


def _is_there(client: str | None, version: str | None) -> bool:
    register = loaders.agreements()
    return bool(((register["client"] == client) & (register["version"] == version)).any())


def _do(client: str, version: str, days: list[date | None], *, gone: bool) -> None:
    sent, signed, in_force = days
    with st.spinner("Writing the register and measuring again"):
        if gone:
            reply = actions.forget_agreement(client, version)
        else:
            reply = actions.set_agreement(client, version, sent=sent, signed=signed, in_force=in_force)
    name = wording.plain(client)
    done = f"{name} is out of the register for the version of {version}." if gone else f"The register has {name} now."
    told.keep("agreement", done, reply)
