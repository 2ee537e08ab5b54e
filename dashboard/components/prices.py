"""Plans side by side, clients that lose money, and what pays for one technician: no simulation in it."""

import pandas as pd
import streamlit as st

from dashboard import loaders, wording
from dashboard.components import download, money_columns
from dashboard.components.card import card
from dashboard.digest import assumed as assumed_of
from dashboard.digest import prices as digest
from dashboard.loaders import ClientMoney, Scenario
from dashboard.wording import prices as words
from pipelines.errors import TurnaroundError
from pipelines.prices import Surcharge


def show(scenario: Scenario, surcharge: Surcharge) -> None:
    """Two or three parts; nothing where an order of buying cannot be told, which the answer above has said."""
    own, learnt = loaders.settings(), loaders.desk()
    try:
        told = loaders.client_money_of(scenario, surcharge)
    except TurnaroundError:
        return
    assumed = assumed_of.assumed(own, learnt, scenario, surcharge)
    currency = wording.shown(own.currency)
    _plans(told, own.tiers, currency, assumed)
    with card("What pays for one technician", words.HIRE_HELP, key="premium-hire"):
        for sentence in filter(None, digest.one_hire(told, surcharge, scenario, wording.plain(currency))):
            st.markdown(sentence)
    table = digest.at_stake(told, own.tiers, currency)
    if not table.empty:
        _credits(table, assumed)


def _credits(table: pd.DataFrame, assumed: dict[str, object]) -> None:
    with card("Credits at risk", words.CREDITS_HELP, key="premium-credits") as at:
        st.dataframe(table, hide_index=True, column_config=money_columns.of(table), alt="Credits at risk")
        with at:
            download.show(assumed_of.beside(table, assumed), "credits-at-risk", "premium-credits-csv")


def _plans(told: ClientMoney, order: tuple[str, ...], currency: str, assumed: dict[str, object]) -> None:
    with card("Plans side by side", words.TIERS_HELP, key="premium-plans") as at:
        if not digest.known(told):
            st.markdown(digest.lacks(told))
            return
        st.markdown(digest.losing(told))
        table = digest.tiers(told, order, currency)
        st.dataframe(table, hide_index=True, column_config=money_columns.of(table), alt="Plans side by side")
        st.caption(digest.hour(told, wording.plain(currency)))
        with st.expander("Client by client, the one that leaves least first"):
            clients = digest.clients(told, currency)
            st.dataframe(clients, hide_index=True, column_config=money_columns.of(clients), alt="Clients")
            download.show(assumed_of.beside(clients, assumed), "client-profit", "premium-clients-csv")
        with at:
            download.show(assumed_of.beside(table, assumed), "plans-side-by-side", "premium-plans-csv")
