"""What an unknown export leaves open besides its columns, and the ten tickets on which a mapping is tried."""

from typing import Any
from zoneinfo import available_timezones

import streamlit as st

from dashboard import loaders, wording
from dashboard.actions import mapping as actions
from dashboard.components import columns, questions
from dashboard.digest import loads as load_digest
from dashboard.digest import mapping as digest
from dashboard.digest.mapping import Draft
from dashboard.wording import loads as load_words


def open_points(draft: Draft, key: str) -> None:
    """The zone, the order of dates where it was asked, and the name under which all this is remembered."""
    zones = ["", *sorted(available_timezones())]
    usual = f"As in the settings ({loaders.settings().timezone})"
    left, right = st.columns(2)
    draft.timezone = left.selectbox(
        "Times without a zone are of",
        zones,
        index=zones.index(draft.timezone) if draft.timezone in zones else 0,
        format_func=lambda zone: zone or usual,
        key=f"zone-{key}",
    )
    draft.name = right.text_input(
        "Remember it as", draft.name, max_chars=40, key=f"name-{key}", help="Small letters, digits and _."
    ).strip()
    if draft.name in {preset.name for preset in loaders.own_presets()}:
        draft.replace = st.checkbox("Replace the preset of this name", key=f"replace-{key}")
    if draft.asks_order:
        draft.day_first = questions.date_order(f"map-{key}")


def run(upload: Any, text: str, draft: Draft, key: str, encoding: str) -> None:
    """Try the mapping; what was asked on the way is asked on the screen."""
    with st.spinner("Measuring ten tickets; nothing is loaded"):
        reply = actions.preview(upload, text, day_first=draft.day_first, encoding=encoding)
    st.session_state[f"tried-{key}"] = (text, reply)
    if reply.question == "date order" and not draft.asks_order:
        draft.asks_order = True
        st.rerun()


def show(text: str, key: str) -> None:
    """The last preview, as long as nothing was changed since."""
    tried = st.session_state.get(f"tried-{key}")
    if tried is None or not text:
        return
    made_of, reply = tried
    if made_of != text:
        st.caption("You have changed something since the last preview.")
    elif reply.said is None:
        st.warning(wording.plain(load_words.refusal(reply.refusal, reply.question)), icon=":material/help:")
    else:
        _tickets(reply.said)


def _tickets(said: dict[str, Any]) -> None:
    if said["tickets"]:
        st.markdown("**Ten tickets, measured.** Times are of your company; hours are business hours.")
        table = digest.ticket_table(said["tickets"], loaders.local)
        st.dataframe(
            table, hide_index=True, column_config=columns.previews(), alt="Ten measured tickets", placeholder="–"
        )
    else:
        st.caption(
            "This file has no tickets of its own to measure; it is measured with the tickets that it belongs to."
        )
    st.markdown(f"Of the first {wording.counted(said['records'], 'record')}:")
    left, right = st.columns(2)
    left.dataframe(load_digest.outcome_table(said["outcomes"]), hide_index=True, alt="What would become of the records")
    if said["reasons"]:
        right.dataframe(load_digest.reason_table(said["reasons"]), hide_index=True, alt="Reasons")
    for note in said["notes"]:
        st.caption(wording.plain(note[:1].upper() + note[1:]) + ".")
