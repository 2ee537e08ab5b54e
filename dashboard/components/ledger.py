"""Which file came when, and the calendars that its tickets are measured by."""

import streamlit as st

from dashboard import loaders
from dashboard.components import columns
from dashboard.components.card import card
from dashboard.digest import loads as digest

HELP = "Every file that was loaded, the newest first. Times are of your company's time zone."


def show() -> None:
    """Loads, then calendars."""
    with card("Loads", HELP, key="loads"):
        st.dataframe(
            digest.load_table(loaders.loads()),
            hide_index=True,
            column_config=columns.loads(),
            alt="Loads",
            placeholder="–",
        )
    with card(
        "Calendars",
        "Business hours as your settings give them; a client's own calendar comes from the client list.",
        key="calendars",
    ):
        table = digest.calendar_table(loaders.settings(), loaders.day_seconds_of_each())
        st.dataframe(table, hide_index=True, column_config=columns.loads(), alt="Calendars")
