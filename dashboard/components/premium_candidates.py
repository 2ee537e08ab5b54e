"""Clients without Premium that show signs of wanting it faster."""

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import client_columns, download
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import same_day as digest
from dashboard.wording import same_day as words
from pipelines.measure.results import Slice
from pipelines.vocabulary import Clock

HEIGHT, FULL = 460, 12
PREMIUM = "views/premium.py"


@fragment
def show(part: Slice) -> None:
    """The sentence, and every client without Premium, who asks most first."""
    facts, again = loaders.client_facts(part), loaders.asked_again(part)
    done = loaders.same_day(Clock.RESOLUTION, part, by_client=True)
    rows, told = digest.candidates(digest.asking(facts, again, done))
    with card("Who would want Premium?", words.CANDIDATES_HELP, key="candidates") as beside:
        st.markdown(told)
        if rows.empty:
            return
        table = digest.asking_table(rows, wording.shown(loaders.settings().currency))
        with beside:
            download.show(table, "premium-candidates", "candidates-csv")
        st.dataframe(
            table,
            hide_index=True,
            column_config=client_columns.asking(table),
            height=HEIGHT if len(table) > FULL else "auto",
            alt="Clients without Premium",
            placeholder=wording.DASH,
        )
        st.caption(words.WOULD_GAIN)
        st.page_link(PREMIUM, label="What would Premium change?", icon=":material/workspace_premium:")
