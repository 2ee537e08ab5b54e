"""What if: the owner's choices on both pages about people and Premium, kept in the URL."""

from dataclasses import replace

import streamlit as st

from dashboard import loaders
from dashboard.components import what_if_more
from dashboard.loaders import Scenario
from dashboard.wording import what_if as words
from models.refresh.hiring import uptake_of
from pipelines.prices import Surcharge, SurchargeKind

STEP = 10
MOST_AMOUNT = 100_000.0


def show() -> tuple[Scenario, Surcharge]:
    """Technicians, uptake and surcharge at once, everything else behind one button."""
    first, second, third, more = st.columns([1, 1, 1, 0.7], vertical_alignment="bottom")
    tried, now = loaders.counts(), loaders.desk().desk.technicians
    with first:
        people = st.slider(
            "Technicians", tried[0], tried[-1], now, key="technicians", bind="query-params", help=words.PEOPLE
        )
    with second:
        uptake = st.slider(
            words.clients_with_premium(uptake_of(Scenario(), loaders.desk())),
            0,
            100,
            _today(),
            STEP,
            format="%d%%",
            key="uptake",
            bind="query-params",
            help=words.UPTAKE,
        )
    with third:
        surcharge = _surcharge()
    with more, st.popover("More what-ifs", icon=":material/tune:", width="stretch"):
        rest = what_if_more.show(people)
    return replace(rest, technicians=people, uptake=uptake / 100), surcharge


def _surcharge() -> Surcharge:
    own = loaders.settings().prices.premium
    amount = st.number_input(
        words.SURCHARGE[own.kind], 0.0, MOST_AMOUNT, own.amount, 1.0 if own.kind is SurchargeKind.PERCENT else 5.0,
        format="%g", key="surcharge", bind="query-params", help=words.SURCHARGE_HELP,
    )  # fmt: skip
    return Surcharge(own.kind, amount)


def _today() -> int:
    """The share of clients with Premium today, to the nearest step."""
    return round(100 * uptake_of(Scenario(), loaders.desk()) / STEP) * STEP
