"""Where the hours go: before a hire, what could be shortened, automated or prevented."""

import streamlit as st
from streamlit import column_config as column

from dashboard import charts, loaders
from dashboard.components import columns, download, look
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.components.guard import fragment
from dashboard.digest import hours as digest
from dashboard.wording import plans as words
from pipelines.measure.results import EVERYTHING, Slice


@fragment
def show(hour_cost: float | None) -> None:
    """The time of a ticket, what comes back, and what comes in after hours; hour_cost of hands-on work, where known."""
    _spent(EVERYTHING)
    _repeated(hour_cost, EVERYTHING)
    _after_hours()


@fragment
def of_part(part: Slice) -> None:
    """The time of a ticket and what comes back, of a part of the history."""
    _spent(part)
    _repeated(loaders.hour_cost(), part)


def _spent(part: Slice) -> None:
    spent = digest.hours(loaders.time_spent(part))
    with card("Where the time of a ticket goes", words.HOURS_HELP, key="hours") as beside:
        if spent.empty:
            st.caption("Too few tickets tell when they were first answered and when they were done.")
        else:
            figure = drawn(charts.hours, spent, digest.PARTS, look.colours())
            st.plotly_chart(figure, config=charts.CONFIG, key="hours-chart", alt="Business hours of a ticket, by part")
            with beside:
                download.show(digest.hours_shown(spent), "where-time-goes", "hours-csv")


def _repeated(hour_cost: float | None, part: Slice) -> None:
    found = loaders.repeat_work(part)
    if found.empty:
        return
    with card("What comes back", words.REPEAT_HELP, key="repeat-work") as beside:
        st.markdown(digest.most_repeated(found))
        table = digest.repeated(found, hour_cost, loaders.settings().currency).dropna(axis="columns", how="all")
        looks = columns.repeated(table)
        st.dataframe(
            table,
            hide_index=True,
            column_config=looks,
            height=320 if len(table) > 8 else "auto",
            key="repeat-table",
            alt="Repeat work",
        )
        with beside:
            download.show(table, "repeat-work", "repeat-csv")


def _after_hours() -> None:
    found = loaders.after_hours()
    if not found["after_hours"].sum():
        return
    with card("After hours", words.ON_CALL_HELP, key="after-hours") as beside:
        table = digest.after_hours(found).dropna(axis="columns", how="all")
        st.markdown(digest.after_hours_told(found, float(loaders.repeat_work()["months"].iloc[0])))
        whole = column.NumberColumn(format="%,.0f")
        looks = {"Share": column.TextColumn(alignment="right")} | dict.fromkeys(
            ("Tickets", "While closed", "Hours of work"), whole
        )
        st.dataframe(
            table, hide_index=True, column_config=looks, height="content", key="after-table", alt="After hours"
        )
        with beside:
            download.show(table, "after-hours", "after-hours-csv")
