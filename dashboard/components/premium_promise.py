"""What Premium can promise: the times that priority keeps."""

import streamlit as st

from dashboard import loaders
from dashboard.components import download
from dashboard.components.card import card
from dashboard.digest import desk_assumptions, staffing_answer
from dashboard.digest import keeps as digest
from dashboard.loaders import Scenario
from dashboard.wording import plans as words


def show(scenario: Scenario) -> None:
    """A row a plan and clock, and why a plan's times are long where its clock runs while nobody works."""
    with card("What Premium can promise", words.KEEPABLE_HELP, key="premium-promise") as beside:
        found = loaders.premium_targets(scenario)
        if digest.nobody(found):
            st.caption("No client has Premium here, so there is nothing to promise yet.")
            return
        own, desk = loaders.settings(), loaders.desk().desk
        table = digest.keepable(found, loaders.day_seconds(), own.tiers, desk.goals)
        st.dataframe(table, hide_index=True, height="content", key="premium-promise-table", alt="Premium's own targets")
        for tier in digest.longer(found, own.tiers):
            why = staffing_answer.reason(desk, tier)
            if why:
                st.caption(words.long_times(tier, why))
        with beside:
            file = desk_assumptions.at_choice(table, loaders.desk(), scenario)
            download.show(file, "premium-promises", "premium-promise-csv")
