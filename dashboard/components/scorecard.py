"""The scorecard: what to talk about, thirteen weeks of numbers, and their goals and owners."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st
from streamlit import column_config as column

from dashboard import loaders, wording
from dashboard.components import download, goals, look, told
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import scorecard as digest
from dashboard.loaders import Number
from dashboard.wording import scorecard as words
from pipelines.measure.results import Slice

ROW, HEAD = 38, 36


def answer(week: date, numbers: Sequence[Number], part: Slice) -> None:
    """What is off track now, what is a single miss, and how the rest stands."""
    report = loaders.week_report(week, part)
    with st.container(border=True, key="scorecard-answer"):
        st.markdown(" ".join(digest.answer(numbers)))
        left = digest.open_and_over(report.resolution.iloc[-1], 1 - report.verdict.goal)
        st.caption(f"{wording.week_title(week)}. {left}".strip())


@fragment
def show(week: date, numbers: Sequence[Number]) -> None:
    """The table with its switch, downloads, and goals."""
    with card("Thirteen weeks", words.EVERY_WEEK, key="scorecard") as beside:
        told.show("goals")
        with beside, st.container(horizontal=True, vertical_alignment="center"):
            with_of = st.toggle("Show what each is of", key="scorecard-of", help="How many tickets each cell rests on.")
            goals.show(numbers)
            download.show(digest.as_list(numbers), f"scorecard-{week}", "scorecard-csv")
        table, marks = digest.table(digest.rows(numbers), with_of=with_of)
        st.dataframe(
            table.style.apply(lambda _: _styles(marks), axis=None),
            hide_index=True,
            row_height=ROW,
            height=HEAD + ROW * len(table),
            column_config=_columns(table, with_of=with_of),
            key=f"scorecard-table-{loaders.stamp()}-{with_of}",
            alt="The numbers of the last thirteen weeks, the newest first",
        )
        st.caption(words.legend(loaders.weeks_before(week)))
        with st.expander("What each number is"):
            for number in numbers:
                st.markdown(f"**{words.LABELS[number.name]}**: {words.MEANINGS[number.name]}")


def _columns(table: pd.DataFrame, *, with_of: bool) -> dict[str, Any]:
    width = 112 if with_of else 64
    weeks = [name for name in table.columns if name not in (digest.NUMBER, digest.OWNER, digest.GOAL, digest.TREND)]
    return {
        digest.NUMBER: column.TextColumn(width=158, pinned=True),
        digest.OWNER: column.TextColumn(width=96),
        digest.GOAL: column.TextColumn(width=52),
        digest.TREND: column.LineChartColumn(width=64, help="From the oldest week to the newest."),
        **{name: column.TextColumn(width=width, alignment="right") for name in weeks},
    }


def _styles(marks: pd.DataFrame) -> pd.DataFrame:
    colours = look.colours()
    fills = {
        "talk": f"background-color: {colours.many[0]}; color: {colours.ink}; font-weight: 600",
        "met": f"background-color: {colours.few[0]}; color: {colours.ink}",
        "few": f"color: {colours.quiet_text}",
        "odd": f"background-color: {colours.neutral_cell}; color: {colours.ink}",
    }
    return marks.map(lambda mark: fills.get(mark, ""))
