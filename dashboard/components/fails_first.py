"""Which promises fail first at the chosen cell, and how many more clients fit."""

import streamlit as st

from dashboard import loaders
from dashboard.components import columns, download
from dashboard.components.card import card
from dashboard.digest import desk_assumptions
from dashboard.digest import keeps as digest
from dashboard.loaders import LearntDesk, Scenario
from dashboard.wording import plans as words
from models.refresh.hiring import uptake_of
from models.refresh.scenario import technicians_of


def show(learnt: LearntDesk, scenario: Scenario) -> None:
    """A sentence on clients that fit, and the kinds of ticket that are kept too seldom."""
    named = sum(1 for name in learnt.desk.demand.clients if name)
    with card("Which promises fail first", words.FAILS_HELP, key="fails-first") as beside:
        if named > 1:
            with st.spinner("Counting the clients that fit"):
                fits = loaders.more_clients(scenario)
            people, share = technicians_of(scenario, learnt.desk), uptake_of(scenario, learnt)
            st.markdown(words.fits(fits, named, people, share))
        table = digest.failing(loaders.failing(scenario), dict(learnt.desk.goals))
        if table.empty:
            st.markdown(words.ALL_KEPT)
            return
        st.dataframe(
            table, hide_index=True, column_config=columns.kept(), height=380, key="fails-table", alt="What fails first"
        )
        with beside:
            file = desk_assumptions.at_choice(table, learnt, scenario)
            download.show(file, "fails-first", "fails-csv")
