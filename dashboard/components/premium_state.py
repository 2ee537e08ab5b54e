"""Where there is no answer about Premium: why, and what would mend it."""

import streamlit as st

from dashboard import charts
from dashboard.components import look
from dashboard.components.card import card
from dashboard.digest import desk_trust as digest
from dashboard.loaders import LearntDesk
from dashboard.wording import desk_trust as words

# Where nothing is simulated, what pays for one technician is told at this uptake.
UPTAKE = 0.3


def refused(sentence: str, *, targets: bool = False) -> None:
    """One sentence that says what is missing, and where to go."""
    with st.container(border=True, key="premium-refused"):
        st.markdown(sentence)
        with st.container(horizontal=True):
            if targets:
                st.page_link("views/targets.py", label="Set targets", icon=":material/target:")
            st.page_link("views/loading.py", label="Load more data", icon=":material/database:")


def not_usable(learnt: LearntDesk) -> None:
    """The verdict, the reason, and the test that failed; no figure that rests on it."""
    with card("Not usable for decisions", words.HELP, key="premium-not-usable"):
        st.markdown(digest.reason(learnt))
        if learnt.tested is not None:
            weeks = digest.weeks(learnt.tested)
            figure = charts.foretold_weeks(weeks, look.colours())
            st.plotly_chart(figure, config=charts.CONFIG, key="premium-foretold", alt="Weeks foretold, and what came")
            st.caption(words.LEGEND)
        st.markdown(words.MEND)
        st.caption(words.STILL)
