"""Every segment with what happens and what is promised."""

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, download
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import segments as digest
from dashboard.digest import worst
from dashboard.wording import spread as words
from pipelines.measure.results import Facts, Slice
from pipelines.vocabulary import Clock

HELP = (
    "A segment is issue type, tier and place together: tickets that share one promise. Hours are business hours with"
    " open tickets counted in. What could be promised instead stands on the page Targets."
)
HEIGHT = 460
TARGETS = "views/targets.py"


@fragment
def show(facts: Facts, clock: Clock, part: Slice) -> None:
    """The table, with small segments folded away until asked for."""
    rows = loaders.turnaround(clock, part)
    with card("Every segment", HELP, key="segments") as beside:
        with beside, st.container(horizontal=True, vertical_alignment="center"):
            orders = worst.orders(has_targets=facts.has_targets)
            order = st.selectbox("Order", orders, key="segments-order", label_visibility="collapsed", width=180)
            table = digest.table(rows, order or orders[0], has_targets=facts.has_targets)
            everything = st.toggle("Also under 30 tickets", key="small", bind="query-params")
            download.show(table, f"turnaround-{clock}", "segments-csv")
        shown = table if everything else table[table["Tickets"] >= wording.FEWEST]
        st.caption(words.shown_of(len(shown), len(table)))
        st.dataframe(
            shown,
            hide_index=True,
            column_config=columns.spreads(),
            placeholder=wording.DASH,
            alt="Turnaround by segment",
            height=HEIGHT if len(shown) > 11 else "auto",
            key=f"segments-{loaders.stamp()}",
        )
        st.page_link(TARGETS, label="What could I promise instead?", icon=":material/target:")
