"""Plans: what-ifs that are kept by name, side by side, and looked back on once they were done."""

import streamlit as st

from dashboard import actions, loaders
from dashboard.components import confirm, download, told
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import plans as digest
from dashboard.loaders import Plan, Scenario
from dashboard.wording import plans as words
from pipelines.prices import Surcharge

LONGEST_NAME = 60
HELP = (
    "A plan is a what-if with a name. It is kept with what it would change of today, so that you can look back later."
)


@fragment
def show(scenario: Scenario, surcharge: Surcharge) -> None:
    """Keep the what-if of the page; compare what is kept; note what was done."""
    plans = loaders.plans()
    with card("Plans", HELP, key="plans") as beside:
        told.show("plan")
        _keep(scenario, surcharge)
        if not plans:
            st.caption(words.NO_PLAN)
            return
        table = digest.compared(loaders.plans_compared(), plans, loaders.settings().currency)
        st.table(table, border="horizontal")
        with beside:
            download.show(table.reset_index(names="Figure"), "plans", "plans-csv")
    _one(plans)


def _keep(scenario: Scenario, surcharge: Surcharge) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(
            "Name of this what-if", max_chars=LONGEST_NAME, key="plan-name", placeholder="One more technician"
        ).strip()
        pressed = st.button("Keep it as a plan", icon=":material/bookmark_add:", disabled=not name, key="keep-plan")
    if pressed:
        with st.spinner("Keeping the plan"):
            reply = actions.save_plan(name, scenario, surcharge)
        told.keep("plan", words.kept(name) if reply.said else "", reply)


def _one(plans: tuple[Plan, ...]) -> None:
    with card("Was it done, and did it help?", key="plan-review"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            names = [plan.name for plan in plans]
            place = st.selectbox("Plan", range(len(plans)), format_func=names.__getitem__, key="plan-chosen") or 0
            plan = plans[place]
            usual, key = plan.done_on or loaders.today(), f"plan-day-{plan.name}"
            day = st.date_input("Done since", usual, format="YYYY-MM-DD", key=key, width=160)
            if st.button("Note the day", icon=":material/event_available:", key="plan-done"):
                told.keep("plan", f"The day is noted: {day}.", actions.plan_done(plan.name, day))
        if confirm.show("Forget this plan", "Forget this plan?", "Forget it", "forget-plan", icon=":material/delete:"):
            told.keep("plan", "The plan is forgotten.", actions.forget_plan(plan.name))
        if plan.done_on is None:
            st.caption(
                "Once it is done, note the day: then the weeks before and after stand here beside what was foretold."
            )
            return
        for sentence in digest.review(loaders.plan_review(plan)):
            st.markdown(sentence)
