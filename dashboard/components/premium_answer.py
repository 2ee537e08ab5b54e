"""Do I hire, and does it pay? The sentence, its figures, and all that is drawn from them."""

from dataclasses import replace

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import assumptions, passes, premium_curves, premium_state, premium_tables, told
from dashboard.digest import assumed as assumed_of
from dashboard.digest import premium as digest
from dashboard.digest.premium import Answer
from dashboard.digest.premium_cards import cards
from dashboard.loaders import ClientMoney, Hiring, Scenario
from dashboard.wording import premium as words
from models.desk.months import RUNS
from pipelines.errors import TurnaroundError
from pipelines.prices import Surcharge


def show(scenario: Scenario, surcharge: Surcharge) -> bool:
    """A first answer at once, then the whole one in its place; fields for what is missing stand still between.

    False where there is none, and a sentence says why.
    """
    said, ask, rest = st.empty(), st.container(), st.empty()
    own = loaders.settings()
    try:
        clients = loaders.client_money_of(scenario, surcharge)
        wanted = assumed_of.wanted(own, clients, surcharge.kind)
        with ask:
            _ask(list(wanted))
        for found in loaders.answers(scenario):
            answer = _answer(found, surcharge, clients)
            whole = len(found.outcome.counts) >= RUNS
            with said.container():
                _sentence(answer, list(wanted.values()), found, whole=whole)
            with rest.container():
                _rest(found, answer, clients, whole=whole)
    except TurnaroundError as error:
        with said.container():
            premium_state.refused(f"**{wording.plain(error)}**", targets=True)
        return False
    return True


def _answer(found: Hiring, surcharge: Surcharge, clients: ClientMoney) -> Answer:
    currency = wording.shown(loaders.settings().currency)
    return digest.answer(found, loaders.money_of(found, surcharge), surcharge, clients.premium, currency)


def _read(answer: Answer) -> Answer:
    """For places that read Markdown: a currency may be a $."""
    return replace(answer, currency=wording.plain(answer.currency))


def _rest(found: Hiring, answer: Answer, clients: ClientMoney, *, whole: bool) -> None:
    own, learnt = loaders.settings(), loaders.desk()
    assumed = assumed_of.assumed(own, learnt, found.scenario, answer.surcharge)
    _cards(answer)
    premium_curves.show(found, answer, assumed, whole=whole)
    premium_tables.show(found, clients, answer, assumed, whole=whole)


def _sentence(answer: Answer, wanted: list[str], found: Hiring, *, whole: bool) -> None:
    runs, weeks = len(found.outcome.counts), len(loaders.desk().desk.weeks)
    with st.container(border=True, key=passes.key("premium-answer", whole=whole)):
        badge = f"{words.BADGES[answer.verdict]} " if answer.buyers else ""
        first, *more = digest.sentences(_read(answer), wanted)
        st.markdown(f"{badge}{first}")
        for sentence in filter(None, more):
            st.markdown(sentence)
        st.caption((words.RESTS_ON if whole else words.FIRST).format(runs=runs, weeks=weeks))


def _ask(names: list[str]) -> None:
    """The fields for what is missing, and what was saved of them."""
    told.show("ask-figures")
    if names:
        with st.container(border=True, key="premium-ask"):
            assumptions.ask(names, "ask")


def _cards(answer: Answer) -> None:
    deck = cards(_read(answer))
    with st.grid(columns=len(deck), min_column_width=200, gap="small"):
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
