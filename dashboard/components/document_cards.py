"""A card for each document: what it is, whom it is for, and the file itself; built when it is asked for."""

import streamlit as st

from dashboard import documents, loaders, wording
from dashboard.components import document_button
from dashboard.components.guard import fragment
from dashboard.documents import Matter, hiring, premium, report
from dashboard.documents.packing import zipped
from dashboard.loaders import folder
from dashboard.loaders.desk import settled
from dashboard.loaders.documents import document_clients, fared
from dashboard.wording import documents as words

PREMIUM_PAGE = "views/premium.py"
REPORT_ABOUT = "One page for a quarterly review: in time and late, 13 weeks, how long work took, what it was about."
REPORT_WHOM = "For one client's review"
HIRING_ABOUT = "Whether to hire, what each plan gets today, how many are needed, and how far that can be trusted."
HIRING_WHOM = "For whoever has to agree to a hire; not for clients"
CHOOSE = "Choose a client above: a review is of one."
BUILT = "Each client's documents in a folder of its own, with that client's plan, distances and hours."


@fragment
def show(chosen: Matter) -> None:
    """The cards, and below them everything for every client."""
    client = chosen.client.name if chosen.client else None
    with st.grid(min_column_width=300, gap="small"):
        for kind, told in documents.KINDS.items():
            with st.container(border=True, key=f"document-{kind}", height="stretch"):
                _words(told.icon, told.title, told.about, told.whom)
                if kind == folder.PREMIUM and not premium.faster(chosen):
                    _nothing_to_sell()
                else:
                    if kind == folder.PREMIUM:
                        _premium_fared(chosen)
                    document_button.show(kind, chosen.version, client, f"get-{kind}")
        with st.container(border=True, key="document-report", height="stretch"):
            _words(":material/monitoring:", report.TITLE, REPORT_ABOUT, REPORT_WHOM)
            if client is None:
                st.caption(CHOOSE if document_clients() else words.NO_CLIENTS)
            else:
                document_button.show(folder.REPORT, chosen.version, client, f"get-{folder.REPORT}")
        with st.container(border=True, key="document-hiring", height="stretch"):
            _words(":material/groups:", hiring.TITLE, HIRING_ABOUT, HIRING_WHOM)
            _hiring()
    if document_clients():
        with st.container(border=True, key="document-all"):
            _words(":material/folder_zip:", "For all clients", BUILT, "One archive, ready to send out")
            _archive(chosen.version)


def _words(icon: str, title: str, about: str, whom: str) -> None:
    st.markdown(f"{icon} **{title}**")
    st.markdown(about)
    st.caption(whom)


def _premium_fared(chosen: Matter) -> None:
    client = chosen.client.name if chosen.client else None
    told = words.premium_fared(fared(chosen.version, client).premium)
    if told:
        st.caption(told)


def _nothing_to_sell() -> None:
    st.caption(words.NOTHING_FASTER)
    st.page_link(PREMIUM_PAGE, label=words.COULD_PROMISE, icon=":material/workspace_premium:")


def _hiring() -> None:
    """Two steps: the desk has to be asked, which takes longer than a click may."""
    kept = f"{loaders.stamp()}-{settled()}"
    if st.button("Build it", icon=":material/build:", key="build-hiring"):
        with st.spinner("Asking the simulated desk. The first time takes up to half a minute."):
            st.session_state["hiring-built"] = (kept, folder.hiring_document())
    ready = st.session_state.get("hiring-built")
    if ready and ready[0] == kept:
        st.download_button(
            "Download DOCX", ready[1], file_name="hiring.docx", mime=document_button.DOCX,
            type="primary", icon=":material/download:",
            on_click="ignore", key="get-hiring",
        )  # fmt: skip


def _archive(version: str) -> None:
    kept = f"documents-of-all-{loaders.stamp()}-{version}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kinds = st.multiselect(
            "Documents", folder.ALL_KINDS, ["schedule", "supplement", "letter"], key="documents-of-all",
            format_func=_title, label_visibility="collapsed", placeholder="Choose documents", width=620,
        )  # fmt: skip
        build = st.button("Build the archive", icon=":material/build:", key="build-all", disabled=not kinds)
    if build:
        st.session_state["documents-built"] = (kept, tuple(kinds), _built(kinds, version))
    ready = st.session_state.get("documents-built")
    if ready and ready[:2] == (kept, tuple(kinds)):
        st.download_button(
            "Download ZIP", ready[2], file_name=f"documents-{version}.zip", mime="application/zip", type="primary",
            icon=":material/download:", on_click="ignore", key="get-all",
        )  # fmt: skip


def _built(kinds: list[str], version: str) -> bytes:
    """The archive, with what it is at while it is made."""
    clients = document_clients()
    whole, files = len(clients) * len(kinds), {}
    bar = st.progress(0.0, "Building")
    for place, (name, content) in enumerate(folder.named_documents(kinds, version, clients, []), start=1):
        files[name] = content
        bar.progress(place / whole, f"{wording.count(place)} of {wording.counted(whole, 'document')}")
    bar.empty()
    return zipped(files)


def _title(kind: str) -> str:
    return report.TITLE if kind == folder.REPORT else documents.KINDS[kind].title
