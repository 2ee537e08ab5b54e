"""Do I hire, and does it pay? The sentence, its figures, and all that is drawn from them."""

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import assumptions, passes, premium_curves, premium_state, premium_tables
from dashboard.digest import assumed as assumed_of
from dashboard.digest import premium as digest
from dashboard.digest.premium import Answer
from dashboard.digest.premium_cards import cards
from dashboard.loaders import Hiring, Scenario
from dashboard.wording import premium as words
from models.desk.months import RUNS
from pipelines.errors import TurnaroundError
from pipelines.prices import Surcharge


def show(scenario: Scenario, surcharge: Surcharge) -> None:
    """A first answer at once, then the whole one in its place."""
    place = st.empty()
    try:
        for found in loaders.answers(scenario):
            with place.container():
                _answered(found, surcharge)
    except TurnaroundError as error:
        with place.container():
            premium_state.refused(f"**{wording.plain(error)}**", targets=True)


def _answered(found: Hiring, surcharge: Surcharge) -> None:
    own, learnt = loaders.settings(), loaders.desk()
    paid, told = loaders.money_of(found, surcharge), loaders.client_money_of(found.scenario, surcharge)
    currency = wording.shown(own.currency)
    answer = digest.answer(found, paid, surcharge, told.premium, currency)
    wanted = assumed_of.wanted(own, told, surcharge.kind)
    whole = len(found.outcome.counts) >= RUNS
    _sentence(answer, list(wanted.values()), found, whole=whole)
    if wanted:
        _ask(list(wanted), whole=whole)
    _cards(answer)
    assumed = assumed_of.assumed(own, learnt, found.scenario, surcharge)
    premium_curves.show(found, paid, answer, assumed, whole=whole)
    premium_tables.show(found, told, answer, assumed, whole=whole)


def _sentence(answer: Answer, wanted: list[str], found: Hiring, *, whole: bool) -> None:
    runs, weeks = len(found.outcome.counts), len(loaders.desk().desk.weeks)
    with st.container(border=True, key=passes.key("premium-answer", whole=whole)):
        badge = f"{words.BADGES[answer.verdict]} " if answer.buyers else ""
        first, *more = digest.sentences(answer, wanted)
        st.markdown(f"{badge}{first}")
        for sentence in filter(None, more):
            st.markdown(sentence)
        st.caption((words.RESTS_ON if whole else words.FIRST).format(runs=runs, weeks=weeks))


def _ask(names: list[str], *, whole: bool) -> None:
    """The fields for what is missing; drawn once, with the whole answer."""
    if whole:
        with st.container(border=True, key="premium-ask"):
            assumptions.ask(names, "ask")


def _cards(answer: Answer) -> None:
    deck = cards(answer)
    with st.grid(columns=len(deck), min_column_width=170, gap="small"):
        for one in deck:
            st.metric(
                one.label,
                one.value,
                one.change,
                help=one.help,
                border=True,
                height="stretch",
                delta_color=one.colour,
                delta_arrow=one.arrow,
                delta_description=one.beside,
            )
