"""Do I hire, and does it pay? The sentence, its figures, and all that is drawn from them."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard import loaders, wording
from dashboard.components import assumptions, deck, passes, premium_curves, premium_state, premium_tables, told
from dashboard.digest import assumed as assumed_of
from dashboard.digest import premium as digest
from dashboard.digest import premium_gain as gain
from dashboard.digest import premium_said as said_of
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
            gained = _gained(answer, scenario) if whole else None
            with said.container():
                _sentence(answer, list(wanted.values()), found, gained)
            with rest.container():
                _rest(found, answer, clients, gained)
    except TurnaroundError as error:
        with said.container():
            premium_state.refused(f"**{wording.plain(error)}**", targets=True)
        return False
    return True


def _answer(found: Hiring, surcharge: Surcharge, clients: ClientMoney) -> Answer:
    currency = wording.shown(loaders.settings().currency)
    begun = loaders.settings().prices.premium_paid_today
    return digest.answer(found, loaders.money_of(found, surcharge), surcharge, clients, currency, begun=begun)


def _gained(answer: Answer, scenario: Scenario) -> pd.DataFrame:
    """The same clients before and after; nobody where nobody new buys."""
    found = loaders.gain(scenario)
    return found if answer.buyers > answer.already else found[found["who"] != "new"]


def _read(answer: Answer) -> Answer:
    """For places that read Markdown: a currency may be a $."""
    return replace(answer, currency=wording.plain(answer.currency))


def _rest(found: Hiring, answer: Answer, clients: ClientMoney, gained: pd.DataFrame | None) -> None:
    own, learnt, whole = loaders.settings(), loaders.desk(), gained is not None
    assumed = assumed_of.assumed(own, learnt, found.scenario, answer.surcharge)
    _cards(answer)
    premium_curves.show(found, answer, assumed, whole=whole)
    premium_tables.show(clients, answer, gained, assumed, whole=whole)


def _sentence(answer: Answer, wanted: list[str], found: Hiring, gained: pd.DataFrame | None) -> None:
    runs, weeks, whole = len(found.outcome.counts), len(loaders.desk().desk.weeks), gained is not None
    paying = said_of.who_pays(answer)
    with st.container(border=True, key=passes.key("premium-answer", whole=whole)):
        first, *more = said_of.sentences(_read(answer), wanted, "" if gained is None else gain.sentence(gained))
        if paying:
            st.caption(paying)
        st.markdown(f"{words.BADGES[answer.verdict]} {first}")
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
    deck.show(cards(_read(answer)), 180)
