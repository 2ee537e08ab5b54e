"""The calendars that tickets are measured by."""

import streamlit as st

from dashboard import loaders
from dashboard.components import columns
from dashboard.components.card import card
from dashboard.digest import loads as digest

HELP = "Business hours as your settings give them; a client's own calendar comes from the client list."


def show() -> None:
    """The calendars of the settings."""
    with card("Calendars", HELP, key="calendars"):
        table = digest.calendar_table(loaders.settings(), loaders.day_seconds_of_each())
        st.dataframe(table, hide_index=True, column_config=columns.loads(), alt="Calendars")
