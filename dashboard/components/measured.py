"""The decisions that an owner could dispute, and what is counted."""

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, download
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import measured as digest
from pipelines.measure.results import Facts
from pipelines.vocabulary import Clock

HELP = "Each rule has a test. A rule that your settings can change says so."
COUNTED = (
    "SLA met % is what was done in time, out of what was done and what is open and over its target. All else stands"
    " beside the percentage and is never hidden in it."
)
NOTHING = "No decision speaks of that. Use fewer or other words."


def answer() -> None:
    """The first sentence of the page."""
    with st.container(border=True, key="measured-answer"):
        st.markdown(digest.answer(loaders.reconciliation()))


@fragment
def show() -> None:
    """Question and decision, and a search in them."""
    told = digest.decisions(loaders.measuring_rules())
    with card("What was decided", HELP, key="decisions") as beside:
        with beside:
            wanted = st.text_input(
                "Search the decisions", key="wanted", placeholder="Search", width=220, label_visibility="collapsed"
            )
        found = digest.matching(told, wanted or "")
        if not found:
            st.caption(NOTHING)
        for question, decision in found:
            left, right = st.columns([0.3, 0.7], gap="medium")
            left.markdown(f"**{question}**")
            right.markdown(decision)


def counted(facts: Facts) -> None:
    """How many tickets are in each percentage, and how many beside it."""
    with card("What is in the percentage", COUNTED, key="counted") as beside:
        table = digest.counted({str(clock): loaders.counted(clock) for clock in Clock}, facts.excluded)
        with beside:
            download.show(table, "what-is-counted", "counted-csv")
        st.dataframe(table, hide_index=True, alt="What is in the percentage", column_config=columns.counts(table))


def replies() -> None:
    """What a first reply is in each tool of this history."""
    meanings = loaders.response_meanings()
    if meanings:
        with card("What a first reply is", key="replies"):
            for title, meaning in meanings.items():
                st.markdown(f"**{wording.plain(title)}**: {wording.plain(meaning)}")
