"""What an owner sees before anything is loaded: three ways on."""

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import parked, sample, upload
from dashboard.components.card import card

FIELDS = "Four columns are enough: ticket, issue type, opened, resolved. Everything else adds to the answers."
TOOLS = "ConnectWise, ServiceNow, Zendesk, Jira, Freshdesk or any other desk: CSV, Excel or JSON."
DATA = "views/loading.py"


def show() -> None:
    """What this is for, then an upload, the sample, and the folder that is read by itself."""
    st.title("Welcome", anchor=False)
    with st.container(border=True, key="welcome"):
        st.header(":material/flag: See whether you keep your promises", anchor=False)
        st.markdown(
            "Load a ticket export of your help desk, and see how long work really takes, what you can honestly promise,"
            " and what keeping it costs. **Nothing leaves this computer.**"
        )
    first, second, third = st.columns([0.44, 0.28, 0.28])
    with first, card(":material/upload_file: Load your tickets", key="welcome-upload", stretch=True):
        st.caption(TOOLS)
        upload.pick()
        st.caption(FIELDS)
    with second, card(":material/science: Or look round first", key="welcome-sample", stretch=True):
        st.caption("A made-up firm with 40 clients, three plans and a year and a half of tickets.")
        sample.button()
        st.caption("It is marked as a sample on every page, and goes by one click or with your first export.")
    with third, card(":material/inbox: Or drop files into a folder", key="welcome-inbox", stretch=True):
        _folder()
    upload.became()
    parked.show()


def hint() -> None:
    """On a page that works without tickets: where they come from."""
    with st.container(border=True, key="welcome-hint", horizontal=True, vertical_alignment="center"):
        st.markdown(
            ":material/flag: **There are no tickets yet.** Your rules can be set before; they hold from the first load."
        )
        if st.button("Load tickets", icon=":material/upload_file:", key="to-upload"):
            st.switch_page(DATA)
        sample.button()


def _folder() -> None:
    st.caption(
        "Save exports into the folder **inbox** in your home. What is new there is loaded each time Turnaround starts."
    )
    st.code(str(loaders.inbox_place()), language=None, wrap_lines=True)
    waiting = loaders.inbox_files()
    st.caption(f"{wording.counted(len(waiting), 'new file')} there now: load below." if waiting else "It is empty now.")
