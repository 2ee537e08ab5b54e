"""Settings that cannot be read: why, and two ways back."""

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import confirm, told
from dashboard.components.card import card

HELP = "Nothing is lost: your history is as it was, and shows again as soon as the settings can be read."
QUESTION = "Begin with the defaults? What stands here is kept as settings.toml.before."


def show(fault: str) -> None:
    """The file to be mended in place, or put away."""
    st.error(wording.plain(fault), icon=":material/error:")
    with card("Mend your settings", HELP, key="rules-mend"):
        told.show("rules-mend")
        written = loaders.written_settings()
        text = st.text_area("settings.toml of your home", written, height=420, key=f"mend-{hash(written)}")
        if st.button("Save", type="primary", icon=":material/save:", key="mend-save"):
            told.keep("rules-mend", "The settings are in force.", actions.import_settings(text.encode("utf-8")))
        label, icon = "Begin with the defaults", ":material/restart_alt:"
        if confirm.show(label, QUESTION, "Begin with the defaults", "mend-anew", icon=icon):
            told.keep("rules-mend", "All settings are the defaults.", actions.import_settings(b""))
