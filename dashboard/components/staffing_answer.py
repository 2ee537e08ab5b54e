"""The answer about hiring in words, and its figures."""

import streamlit as st

from dashboard import loaders
from dashboard.digest import desk_track, staffing_cards
from dashboard.digest import staffing_answer as digest
from dashboard.digest import staffing_choice as choice
from dashboard.digest.staffing_cards import Card
from dashboard.digest.staffing_choice import key as keyed
from dashboard.loaders import Hiring, LearntDesk
from dashboard.wording import staffing as words

PREMIUM = "views/premium.py"


def show(learnt: LearntDesk, found: Hiring) -> None:
    """Whether to hire, what is kept, what no hire keeps; then cards, and all the rest behind one line."""
    goals = dict(learnt.desk.goals)
    measured = _measured()
    today = digest.today(measured, goals)
    sentences = (today, digest.verdict(found), digest.kept(found, goals, measured), digest.missed(learnt, found))
    with st.container(border=True, key=keyed(found, "staffing-answer")):
        for sentence in filter(None, sentences):
            st.markdown(sentence)
        if choice.is_whole(found):
            st.page_link(
                PREMIUM,
                label=words.PREMIUM,
                icon=":material/workspace_premium:",
                query_params={name: st.query_params.get_all(name) for name in st.query_params},
            )
    _cards(staffing_cards.cards(found, goals))
    with st.expander(words.MORE):
        more = (digest.hires(found, learnt.desk.technicians), *digest.hopeless(learnt, found), _mind(learnt))
        for sentence in filter(None, more):
            st.markdown(sentence)
        st.caption(f"{words.BRACKETS} {words.BUSY}")


def _measured() -> dict[str, float]:
    """The share in time of the whole history, by clock, by today's targets."""
    return digest.measured(loaders.measured())


def _mind(learnt: LearntDesk) -> str:
    return desk_track.mind(learnt.tested) if learnt.tested is not None else ""


def _cards(deck: list[Card]) -> None:
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
