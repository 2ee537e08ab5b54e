"""The settings as a file: seen, taken along, put back after a look at what would change."""

import pandas as pd
import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import rule_fields as fields
from dashboard.components import told
from dashboard.components.card import card
from dashboard.components.rule_part import part, save, save_button
from dashboard.digest import rules as digest
from dashboard.loaders import Rules
from dashboard.wording import rules as words

LINES = 16
KEEP = "history.keep_months"
HELP = (
    "The file settings.toml of your home. Edit it by hand if you like; remarks stay. What it does not name is as"
    " it ships. Who may reach the dashboard ([access]) is written there or from a shell; no page changes it."
)
IN_HELP = "The whole file is checked first. The one in force is kept beside it as settings.toml.before."
KEEP_HELP = "Months after its end that a ticket is kept; 0 keeps all. Older ones go with: python -m pipelines retain"


def show(rules: Rules) -> None:
    """The file, an import, all that is in force, and how long tickets are kept."""
    left, right = st.columns(2)
    with left, card("Your own settings", HELP, key="rules-own-file") as beside:
        with beside:
            st.download_button(
                "Export",
                rules.text,
                "settings.toml",
                "application/toml",
                icon=":material/download:",
                on_click="ignore",
                key="rules-export",
            )
        tall = rules.text.count("\n") > LINES
        st.code(rules.text, language="toml", wrap_lines=True, height=420 if tall else "content")
    with right:
        _import()
        _keep(rules)
    with st.expander("Everything in force"):
        st.dataframe(digest.table(rules.found), hide_index=True, alt="Everything in force")


def _import() -> None:
    with card("Import", IN_HELP, key="rules-import"):
        told.show("rules-import")
        turn = st.session_state.setdefault("import_turn", 0)
        upload = st.file_uploader("A file of settings", ["toml"], key=f"rules-import-{turn}", max_upload_size=1)
        if upload is None:
            return
        content = upload.getvalue()
        reply = actions.check_settings(content)
        if reply.refusal:
            st.warning(wording.plain(reply.refusal), icon=":material/block:")
            st.caption("Nothing was changed.")
            return
        changes = reply.said["changes"]
        table: pd.DataFrame = digest.differences(changes)
        st.markdown(f"This file fits, and changes {wording.counted(len(changes), 'setting')}.")
        if len(table):
            st.dataframe(table, hide_index=True, alt="What would change")
        if st.button(
            "Put it in force", type="primary", icon=":material/check:", key="rules-import-yes", disabled=table.empty
        ):
            with st.spinner("Putting it in force, and measuring your history again where it is needed."):
                done = actions.import_settings(content)
            st.session_state["import_turn"] += 1
            kept = done.said is not None and done.said["kept_before"]
            told.keep("rules-import", words.IN_FORCE_BEFORE if kept else words.IN_FORCE, done)


def _keep(rules: Rules) -> None:
    months = rules.settings.keep_months
    with part(rules, "How long tickets are kept", "keep", KEEP), st.form("rules-keep-form", border=False):
        told_months = fields.number(rules, KEEP, months, 0, 1200, 1, explained=KEEP_HELP)
        st.caption("0 keeps all." if loaders.stamp() else "0 keeps all; nothing is loaded yet.")
        if save_button("keep"):
            save("keep", digest.changed({KEEP: months}, {KEEP: told_months}))
