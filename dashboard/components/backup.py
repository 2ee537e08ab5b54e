"""The whole home in one file, and back."""

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import confirm, told
from dashboard.components.card import card
from dashboard.wording import keeping as words

HELP = (
    "A backup holds your history, settings, own presets and words, and the inbox. It is as confidential as they are."
    " Up to 200 MB here; larger ones from a shell: python -m pipelines backup --to FILE.zip"
)
MOST_MEGABYTES = 200


def show() -> None:
    """Make and save a backup; restore one."""
    with card("Backup and restore", HELP, key="backup"):
        told.show("backup")
        if loaders.stamp():
            _make()
        _restore()


def show_restore() -> None:
    """Restore alone: where the history that is there cannot be copied."""
    with card("Restore a backup", HELP, key="backup"):
        told.show("backup")
        _restore()


def _make() -> None:
    if st.button("Make a backup", icon=":material/archive:", key="make-backup"):
        with st.spinner("Writing the backup and reading it back"):
            st.session_state["backup"] = (loaders.stamp(), *actions.back_up())
    stamp, reply, content = st.session_state.get("backup", ("", None, b""))
    if reply is None or stamp != loaders.stamp():
        st.session_state.pop("backup", None)  # of an older history: not to be taken for today's
        return
    if reply.refusal:
        st.warning(wording.plain(reply.refusal), icon=":material/block:")
        return
    st.caption(words.backed_up(reply.said))
    st.download_button(
        "Save the backup",
        content,
        file_name=words.backup_name(reply.said),
        mime="application/zip",
        icon=":material/download:",
        type="primary",
        on_click="ignore",
        key="save-backup",
    )


def _restore() -> None:
    turn = st.session_state.setdefault("restore_turn", 0)
    upload = st.file_uploader("Restore a backup", type=["zip"], key=f"restore-{turn}", max_upload_size=MOST_MEGABYTES)
    label, icon = "Restore it", ":material/settings_backup_restore:"
    if confirm.show(label, words.RESTORE, "Restore", "restore", icon=icon, disabled=upload is None) and upload:
        with st.spinner("Reading the backup and putting it in place"):
            reply = actions.restore(upload)
        st.session_state["restore_turn"] += 1
        told.keep("backup", words.restored(reply.said) if reply.said else "", reply)
