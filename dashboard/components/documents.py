"""The choice of a version and a client, what they mean, and the schedule as it will be signed."""

from pathlib import Path

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import download
from dashboard.components.card import card
from dashboard.digest import documents as digest
from dashboard.documents import Matter, clauses, schedule_table
from dashboard.loaders import documents as read
from dashboard.wording import documents as words
from pipelines.vocabulary import Clock

TARGETS, SETTINGS = "views/targets.py", "views/settings.py"
VIEWS = Path(__file__).parent.parent / "views"
ALL = "All clients"
WIDTHS = {
    schedule_table.CLOCK: st.column_config.TextColumn(width=190),
    schedule_table.ISSUES: st.column_config.TextColumn(width=190),
    schedule_table.PLACE: st.column_config.TextColumn(width=170),
    schedule_table.PRIORITY: st.column_config.TextColumn(width=76),
}


def nothing() -> None:
    """What to do before anything can be sent."""
    with st.container(border=True, key="documents-none"):
        st.header(":material/description: Save your targets first", anchor=False)
        st.markdown(words.NO_VERSION)
        st.page_link(TARGETS, label="To the page Targets", icon=":material/target:")


def pickers() -> tuple[str, str | None]:
    """Which version, and for whom; the newest unless another is chosen."""
    known = [str(version) for version in loaders.versions()["version"].iloc[::-1]]
    st.caption(words.UNFILTERED)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        version = st.selectbox(
            "Version", known, key="document-version",
            bind="query-params", format_func=_named, width=260,
        )  # fmt: skip
        client = st.selectbox(
            "For", [ALL, *read.document_clients()], key="document-client", bind="query-params",
            format_func=wording.shown, width=300,
        )  # fmt: skip
    return version or known[0], None if client in (None, ALL) else client


def matter(version: str, client: str | None) -> Matter:
    """What the documents say; a client that is no longer known gives way to all."""
    return read.matter(version, client if client in read.document_clients() else None)


def answer(chosen: Matter) -> None:
    """What is sent, who has signed, and what the documents lack."""
    clients, whole = read.document_clients(), chosen if chosen.client is None else read.matter(chosen.version)
    own = digest.standing(loaders.agreements(), chosen.version, clients)
    lines = schedule_table.count(whole)
    fared = read.fared(chosen.version, chosen.client.name if chosen.client else None)
    with st.container(border=True, key="documents-answer"):
        st.markdown(
            words.answer(chosen.starts_on, read.version_state(chosen.version), lines, own.signed, own.sent, own.unsent)
        )
        st.markdown(words.fared(fared.clocks, fared.since, list(fared.rates.values())))
        st.caption(words.CHECK)
        _meanings(chosen)
    if not chosen.sender.company.is_named:
        with st.container(border=True, key="documents-unnamed"):
            st.markdown(f":orange-badge[:material/badge: No name yet] {words.UNNAMED}")
            if (VIEWS / "settings.py").exists():
                st.page_link(SETTINGS, label="To the page Settings", icon=":material/settings:")
    missing = digest.lacks(chosen, schedule_table.count(chosen))
    if missing:
        st.caption(" ".join(missing))


def preview(chosen: Matter) -> None:
    """The schedule as a table."""
    table = schedule_table.frame(chosen)
    whom = wording.plain(chosen.client.name) if chosen.client else "all clients"
    with card(f"Schedule for {whom}", words.PREVIEW, key="schedule-preview") as beside:
        with beside:
            download.show(table, f"schedule-{chosen.version}", "schedule-csv")
        st.dataframe(
            table, hide_index=True, placeholder=wording.DASH, alt="Response schedule", height="auto",
            column_config=WIDTHS, key=f"schedule-{loaders.stamp()}",
        )  # fmt: skip


def _named(version: str) -> str:
    return words.version_label(read.version_starts(version), read.version_state(version))


def _meanings(chosen: Matter) -> None:
    """The tool's own first reply beside that of the documents."""
    if not any(line == Clock.FIRST_RESPONSE for line in chosen.lines["clock"]):
        return
    written = {name.casefold(): text for name, text in chosen.contract.definitions.items()}
    if "first reply" in written:
        return
    for title, told in loaders.response_meanings().items():
        st.caption(words.meaning(wording.plain(title), wording.plain(told), clauses.FIRST_REPLY))
