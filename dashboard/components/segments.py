"""Every segment with what happens, what is promised, and what could be."""

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import columns, download
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import segments as digest
from dashboard.wording import spread as words
from pipelines.measure.results import Facts, Slice
from pipelines.vocabulary import Clock

HELP = (
    "A segment is issue type, tier and place together: tickets that share one promise. Hours are business hours with"
    " open tickets counted in. Proposed: a time that about nine in ten coming tickets should keep, learnt from recent"
    " tickets; the interval is in brackets. A looser target needs your client's consent."
)
HEIGHT = 460


@fragment
def show(facts: Facts, clock: Clock, part: Slice) -> None:
    """The table, with small segments folded away until asked for."""
    rows = loaders.turnaround(clock, part)
    promised = loaders.promises()
    with card("Every segment", HELP, key="segments") as beside:
        table = digest.table(
            rows, None if promised is None else promised.frame, str(clock), has_targets=facts.has_targets
        )
        with beside:
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
        _fit(missing=promised is None, stale=promised is not None and promised.stale)


def _fit(*, missing: bool, stale: bool) -> None:
    if not (missing or stale):
        return
    st.caption(
        "What can be promised was worked out before the newest load."
        if stale
        else "What can be promised was not worked out yet."
    )
    if st.button("Work it out now", icon=":material/calculate:", key="fit"):
        with st.spinner("Working out what can be promised"):
            refused = actions.fit()
        if refused:
            st.error(wording.plain(refused))
        else:
            st.rerun()
