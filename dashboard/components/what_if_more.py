"""What else can be supposed: who buys, on which terms, who works, how the firm grows."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import loaders, wording
from dashboard.loaders import Scenario
from dashboard.wording import what_if as words
from models.desk.handling import Rule
from models.uptake import Who

MOST_RESPONSE, MOST_RESOLUTION = 400.0, 2000.0


def show(people: int) -> Scenario:
    """The fields, kept in the URL; people: how many technicians there are in the what-if."""
    named, only, who = _buyers()
    rule = Rule(_one_of("Which ticket goes first", words.RULES, "rule"))
    left, right = st.columns(2)
    with left:
        response = _hours("Premium answers within (business hours)", MOST_RESPONSE, 0.5, "premium-response")
        growth = st.number_input("More clients (%)", -50, 200, 0, 5, key="growth", bind="query-params")
        cover = st.number_input(
            "Evening cover (people)", 0, people, 0, key="cover", bind="query-params", help=words.COVER
        )
    with right:
        resolution = _hours("Premium solves within (business hours)", MOST_RESOLUTION, 1.0, "premium-resolution")
        away = st.number_input("Technicians away", 0, people - 1, 0, key="away", bind="query-params", help=words.AWAY)
        until = st.number_input("Cover until (hour)", 17, 24, 20, key="cover-until", bind="query-params")
    pile = st.checkbox("Begin with today's open tickets", key="open-tickets", bind="query-params", help=words.PILE)
    return Scenario(
        away=away, who=who, clients=named, tiers=only, response_hours=response, resolution_hours=resolution, rule=rule,
        growth=growth / 100, cover_people=cover, cover_until=float(until), from_today=pile,
    )  # fmt: skip


def _buyers() -> tuple[tuple[str, ...], tuple[str, ...], Who]:
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
    return tuple(named), tuple(only), who


def _hours(label: str, most: float, step: float, key: str) -> float | None:
    """Business hours, None where none are written: as it is today."""
    said = st.number_input(label, 0.0, most, None, step, key=key, bind="query-params", placeholder="as today")
    return said or None


def _one_of(label: str, names: Mapping[Any, str], key: str) -> str:
    picked = st.selectbox(
        label, [str(one) for one in names], key=key, bind="query-params", format_func=names.__getitem__
    )
    return picked or str(next(iter(names)))
