"""Does each client's plan fit what it gets?"""

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import client_columns, download
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import plan_fit as digest
from dashboard.wording import plan_fit as words
from pipelines.measure.results import Facts, Slice

HEIGHT, FULL = 460, 12


@fragment
def show(facts: Facts, part: Slice) -> None:
    """The sentence, and every client beside its own plan and the next."""
    asked = [tier for tier in loaders.choices()["tiers"] if not part.tiers or tier in part.tiers]
    pairs = digest.neighbours(loaders.settings().tiers, loaders.choices()["tiers"])
    with card("Does the plan fit?", words.HELP, key="plan-fit") as beside:
        if not facts.has_targets or not pairs:
            st.caption(words.NO_PLANS)
            return
        pairs, level = [pair for pair in pairs if pair[0] in asked], loaders.settings().kept_rate
        rows = digest.rows(pairs, [loaders.under_plan(part, *pair) for pair in pairs], level)
        st.markdown(digest.sentence(rows, level))
        if rows.empty:
            return
        table = digest.table(rows)
        with beside:
            download.show(table, "plan-fit", "plan-fit-csv")
        st.dataframe(
            table,
            hide_index=True,
            column_config=client_columns.by_client(table),
            height=HEIGHT if len(table) > FULL else "auto",
            placeholder=wording.DASH,
            alt="Plan and service, by client",
        )
