"""Why this target? One line, and one kind of ticket in it, in words for a client."""

import streamlit as st

from dashboard import loaders
from dashboard.components import target_state as state
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import target_lines as lines
from dashboard.digest import target_why as digest
from dashboard.loaders import Offer

HELP = "How a proposal follows from your history. Each sentence changes one thing and leaves all else as it is."
NOTHING = "There is no proposal yet, so there is nothing to explain."


@fragment
def show(offer: Offer | None) -> None:
    """Two pickers and the sentences."""
    with card("Why this target?", HELP, key="target-why"):
        if offer is None or offer.lines.empty:
            st.caption(NOTHING)
            return
        day = loaders.day_seconds()
        labels = [lines.label(offer, line) for line in offer.lines.to_dict("records")]
        largest = int(offer.lines["n"].astype(int).argmax())
        place = st.selectbox(
            "Line", range(len(labels)), index=largest, format_func=labels.__getitem__, key=f"why-line-{offer.clock}"
        )
        st.caption(lines.all_issue_types(offer, place or 0))
        since, draft = loaders.shorter_than_a_year(), state.draft(offer.clock)
        for sentence in digest.of_line(offer, place or 0, draft, state.today(offer), day, since):
            st.markdown(sentence)
        jobs = digest.jobs(offer, place or 0)
        if jobs.empty:
            st.caption("Nothing like this has come in yet; the line is for what was never seen.")
            return
        named = [digest.job_label(job) for job in jobs.to_dict("records")]
        job = st.selectbox(
            "Kind of ticket in this line", range(len(named)), format_func=named.__getitem__,
            key=f"why-job-{offer.clock}-{place}",
        )  # fmt: skip
        st.markdown("\n".join(f"- {sentence}" for sentence in digest.of_job(offer, jobs.iloc[job or 0], day)))
