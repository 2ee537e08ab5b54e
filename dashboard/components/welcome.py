"""What an owner sees before anything is loaded."""

import streamlit as st

from dashboard import actions, wording

FIELDS = (
    "CSV from ConnectWise, ServiceNow or any other desk. Four columns are enough: ticket, issue type, opened, resolved."
)


def show(data_page: str = "views/loading.py") -> None:
    """One sentence and two ways on."""
    st.title("Welcome", anchor=False)
    with st.container(border=True, key="welcome"):
        st.header(":material/flag: See whether you keep your promises", anchor=False)
        st.markdown("Load a ticket export from your help desk. Nothing leaves this computer.")
        with st.container(horizontal=True):
            if st.button("Load tickets", type="primary", icon=":material/upload_file:", key="to-upload"):
                st.switch_page(data_page)
            sample_button()
        st.caption(FIELDS)


def sample_button() -> None:
    """Load the made-up firm, and show it."""
    if st.button("Look round with sample data", icon=":material/science:", key="load-sample"):
        with st.spinner("Loading the sample of a made-up firm. This takes up to half a minute."):
            loaded = actions.load_sample()
            refused = loaded.refusal or actions.fit()
        if loaded.refusal:
            st.error(wording.plain(refused), icon=":material/error:")
            return
        st.rerun()
