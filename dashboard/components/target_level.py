"""How sure a promise is to be."""

import streamlit as st

from dashboard import loaders, wording
from pipelines.settings import Settings

OWN = "own"


def show() -> float | None:
    """The share of tickets to keep, None for the owner's own; kept in the URL."""
    settings = loaders.settings()
    alike = set() if settings.kept_rate_of_tier else {settings.kept_rate}
    levels = {_name(level): level for level in loaders.LEVELS if level not in alike}
    picked = st.segmented_control(
        "Keep",
        [OWN, *levels],
        default=OWN,
        required=True,
        key="keep",
        bind="query-params",
        format_func=lambda name: _own(settings) if name == OWN else f"Keep {name}%",
        label_visibility="collapsed",
        help="The share of tickets that a promise should keep. Yours stands in your settings.",
    )
    return levels.get(picked or OWN)


def _name(level: float) -> str:
    return f"{level * 100:.0f}"


def _own(settings: Settings) -> str:
    own = [f"{wording.shown(tier)} {wording.percent(rate)}" for tier, rate in settings.kept_rate_of_tier.items()]
    return ", ".join([f"Keep {wording.percent(settings.kept_rate)} (yours)", *own])
