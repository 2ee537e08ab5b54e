"""The answer about hiring in words, and its figures."""

import streamlit as st

from dashboard.digest import desk_track, staffing_cards
from dashboard.digest import staffing_answer as digest
from dashboard.digest.staffing_choice import key as keyed
from dashboard.loaders import Hiring, LearntDesk
from dashboard.wording import staffing as words


def show(learnt: LearntDesk, found: Hiring) -> None:
    """Whether to hire and why, hires owed already, promises that nobody keeps; then four or five cards."""
    goals = dict(learnt.desk.goals)
    with st.container(border=True, key=keyed(found, "staffing-answer")):
        st.markdown(digest.verdict(found))
        if kept := digest.kept(found, goals):
            st.markdown(kept)
        st.markdown(digest.hires(found, learnt.desk.technicians))
        for sentence in digest.hopeless(learnt, found):
            st.markdown(sentence)
        st.caption(words.BRACKETS)
    if learnt.tested is not None and (warning := desk_track.mind(learnt.tested)):
        st.warning(warning, icon=":material/warning:")
    deck = staffing_cards.cards(found, goals)
    with st.grid(columns=len(deck), min_column_width=190, gap="small"):
        for card in deck:
            st.metric(
                card.label,
                card.value,
                card.beside,
                help=card.help,
                border=True,
                height="stretch",
                delta_color=card.colour,
                delta_arrow="off",
                delta_description=card.note,
            )
    st.caption(words.BUSY)
