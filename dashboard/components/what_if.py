"""What if: the owner's choices on both pages about people and Premium, kept in the URL."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import loaders, wording
from dashboard.loaders import Scenario
from dashboard.wording import what_if as words
from models.desk.handling import Rule
from models.uptake import Who
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
            "Clients with Premium",
            0,
            100,
            30,
            STEP,
            format="%d%%",
            key="uptake",
            bind="query-params",
            help=words.UPTAKE,
        )
    with third:
        surcharge = _surcharge()
    with more, st.popover("More what-ifs", icon=":material/tune:", width="stretch"):
        rest = _more(people)
    return replace(rest, technicians=people, uptake=uptake / 100), surcharge


def _surcharge() -> Surcharge:
    own = loaders.settings().prices.premium
    amount = st.number_input(
        words.SURCHARGE[own.kind], 0.0, MOST_AMOUNT, own.amount, 1.0 if own.kind is SurchargeKind.PERCENT else 5.0,
        format="%g", key="surcharge", bind="query-params", help=words.SURCHARGE_HELP,
    )  # fmt: skip
    return Surcharge(own.kind, amount)


def _more(people: int) -> Scenario:
    own = loaders.desk()
    names = [name for name in own.desk.demand.clients if name]
    tiers = [tier for tier in loaders.settings().tiers if (own.clients["tier"] == tier).any()]
    who = Who(_one_of("Who buys first", words.WHO, "who"))
    named = st.multiselect(
        "Or exactly these clients", names, key="buyers", bind="query-params", format_func=wording.shown,
        placeholder="A share of all clients",
    )  # fmt: skip
    only = st.multiselect(
        "Offered to", tiers, key="offered", bind="query-params", format_func=wording.shown, placeholder="Every plan",
        disabled=not tiers,
    )  # fmt: skip
    rule = Rule(_one_of("Which ticket goes first", words.RULES, "rule"))
    left, right = st.columns(2)
    with left:
        response = st.number_input(
            "Premium answers within (business hours)",
            0.0,
            400.0,
            None,
            0.5,
            key="premium-response",
            bind="query-params",
            placeholder="as today",
        )
        growth = st.number_input("More clients (%)", -50, 200, 0, 5, key="growth", bind="query-params")
        cover = st.number_input(
            "Evening cover (people)", 0, people, 0, key="cover", bind="query-params", help=words.COVER
        )
    with right:
        resolution = st.number_input(
            "Premium solves within (business hours)",
            0.0,
            2000.0,
            None,
            1.0,
            key="premium-resolution",
            bind="query-params",
            placeholder="as today",
        )
        away = st.number_input("Technicians away", 0, people - 1, 0, key="away", bind="query-params", help=words.AWAY)
        until = st.number_input("Cover until (hour)", 17, 24, 20, key="cover-until", bind="query-params")
    return Scenario(
        away=away, who=who, clients=tuple(named), tiers=tuple(only), response_hours=response or None,
        resolution_hours=resolution or None, rule=rule, growth=growth / 100, cover_people=cover,
        cover_until=float(until),
    )  # fmt: skip


def _one_of(label: str, names: Mapping[Any, str], key: str) -> str:
    picked = st.selectbox(
        label, [str(one) for one in names], key=key, bind="query-params", format_func=names.__getitem__
    )
    return picked or str(next(iter(names)))
