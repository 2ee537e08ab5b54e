"""The editor of targets: what is promised today, what could be, and what you would promise."""

from typing import Any

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, deck, download, target_save
from dashboard.components import target_state as state
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import target_cards as digest
from dashboard.digest import target_draft as drafts
from dashboard.digest import target_lines as lines
from dashboard.loaders import Offer
from dashboard.wording import targets as words

HELP = (
    "All times are business time; days are business days of each client. Proposed: the step of a contract that the"
    " share you chose should keep. Late: tickets of the last 52 weeks, judged by today's targets and by yours. The"
    " filters of the side bar do not change this table."
)


@fragment
def show(offer: Offer | None, level: float | None) -> None:
    """Figures, the table, and a way to save it; nothing where nothing can be promised."""
    if offer is None or offer.lines.empty:
        st.caption(words.NO_TABLE)
        return
    own, today = state.changed(offer), state.today(offer)
    yours = state.tried(offer, own)
    _cards(offer, own, today, yours)
    with card(f"{wording.clock_name(str(offer.clock))} targets", HELP, key="target-editor") as beside:
        table = lines.table(offer, state.draft(offer.clock), today, yours, loaders.day_seconds())
        with beside:
            _buttons(offer)
            download.show(lines.in_full(offer, table), f"targets-{offer.clock}-draft", "draft-csv")
        key = state.editor_key(offer.clock, level)
        st.data_editor(
            table,
            key=key,
            hide_index=True,
            height="content",
            disabled=[name for name in table.columns if name != lines.YOURS],
            column_config=columns.targets(table),
            on_change=_fold,
            args=(offer, key),
            placeholder="",
            alt="Targets by line",
        )
        _told(offer)
    target_save.show(offer, own)


def _fold(offer: Offer, key: str) -> None:
    """Keep what was changed by the names of the lines."""
    edited: dict[int, dict[str, Any]] = st.session_state[key]["edited_rows"]
    names = drafts.names(offer.lines)
    state.keep(offer.clock, drafts.folded(state.draft(offer.clock), names, edited, lines.YOURS))


def _cards(offer: Offer, own: dict[str, str], today: lines.Counts, yours: lines.Counts) -> None:
    tally = digest.tally(offer, own, loaders.day_seconds())
    deck.show(digest.cards(today, yours, tally, len(offer.lines), loaders.months(loaders.last_year())), 160)


def _buttons(offer: Offer) -> None:
    everything = drafts.proposed(offer.lines, loaders.day_seconds())
    st.button(
        "Use all proposed",
        icon=":material/auto_fix_high:",
        on_click=state.start_anew,
        args=(offer.clock, everything),
        key="use-proposed",
    )
    st.button(
        "Reset",
        icon=":material/undo:",
        disabled=not state.draft(offer.clock),
        on_click=state.start_anew,
        args=(offer.clock, {}),
        key="reset-targets",
    )


def _told(offer: Offer) -> None:
    told = len(offer.segments[offer.segments["line"] >= 0])
    st.caption(words.cost(len(offer.lines) - 1, told, offer.extra_late, offer.hours_given))
    st.caption(words.HOW_TO_WRITE)
    for sentence in digest.impossible(offer):
        st.caption(f":material/block: {sentence}")
