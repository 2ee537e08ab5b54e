"""One ticket worked through: the owner's own, by its number."""

import pandas as pd
import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, download, ticket_clock
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import measured as digest
from pipelines.vocabulary import Clock

HELP = (
    "Every figure of every page is a sum over tickets like this one. Type the number of a ticket whose time you doubt."
)
NOBODY = "No ticket has this number. Write it as your ticket tool does."
NO_EXAMPLE = (
    "No ticket of this history has ended, so there is none to work through. Type the number of one that is open."
)
NO_END = "This clock has no known end, so nothing of it is counted; it stands beside every percentage."
HEIGHT = 360
MANY = 9


@fragment
def show() -> None:
    """The example that shows most, or the ticket that was asked for."""
    example = loaders.worked_ticket()
    with card("One ticket, worked through", HELP, key="worked") as beside:
        with beside:
            wanted = st.text_input(
                "Ticket number", key="ticket", bind="query-params", placeholder="Ticket number", width=180,
                label_visibility="collapsed",
            )  # fmt: skip
        number = (wanted or "").strip() or (example[1] if example else "")
        found = loaders.ticket_clocks(number) if number else pd.DataFrame()
        if found.empty:
            st.caption(NOBODY if number else NO_EXAMPLE)
            return
        for place, (_, row) in enumerate(found.iterrows()):
            _clock(Clock(row["clock"]), row, place)


def _clock(clock: Clock, row: pd.Series, place: int) -> None:
    name = f"{wording.clock_name(str(clock))} of #{wording.plain(row['ticket_id'])}"
    where = ", ".join(wording.plain(row[part]) for part in ("client", "tier", "issue_type") if not pd.isna(row[part]))
    st.subheader(f"{name} ({where})" if where else name, anchor=False)
    parts = loaders.clock_parts(clock, row["source"], row["ticket_id"])
    if parts.empty:
        st.caption(NO_END)
        return
    st.markdown(" ".join(digest.summed(row)))
    ticket_clock.picture(row, parts, key=f"worked-clock-{place}")
    table = digest.steps(parts)
    st.dataframe(
        table,
        hide_index=True,
        alt=f"{name}, step by step",
        column_config=columns.steps(),
        height=HEIGHT if len(table) > MANY else "auto",
    )
    download.show(table, f"ticket-{clock}", f"steps-{place}")
