"""Before and after each decision: what changed, and whether it is more than luck."""

import pandas as pd
import streamlit as st
from streamlit import column_config as column

from dashboard import loaders, wording
from dashboard.components import download, look
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import decisions as digest
from dashboard.loaders import Decision
from dashboard.wording import scorecard as words

ICONS = {"targets": "target", "hire": "person_add", "premium": "workspace_premium", "plan": "task_alt"}
SHOWN = 12


@fragment
def show() -> None:
    """The answer, then a card a decision, the newest first; of the whole history, whatever the side bar asks for."""
    found = loaders.decisions()
    with st.container(border=True, key="decisions-answer"):
        st.markdown(digest.answer(found))
        if found:
            st.caption(f"{words.OTHER_THINGS} The filters of the side bar do not change this part.")
    if not found:
        return
    download.show(digest.as_list(found), "before-and-after", "decisions-csv")
    for place, decision in enumerate(found[:SHOWN]):
        _one(decision, place)
    if len(found) > SHOWN:
        st.caption(f"The newest {SHOWN} of {wording.count(len(found))} decisions; the CSV holds them all.")


def _one(decision: Decision, place: int) -> None:
    with card(f":material/{ICONS[decision.kind]}: {digest.title(decision)}", key=f"decision-{place}") as beside:
        with beside:
            st.caption(wording.day(decision.day))
        table = digest.table(decision)
        st.dataframe(
            table.style.apply(lambda _: _styles(digest.marks(table)), axis=None),
            hide_index=True,
            column_config={
                "": column.TextColumn(width=170),
                **{name: column.TextColumn(width=110, alignment="right") for name in ("Before", "After")},
                "Change": column.TextColumn(width=220, alignment="right"),
                "What it says": column.TextColumn(width=280),
            },
            key=f"decision-table-{place}-{loaders.stamp()}",
            alt="Before and after",
        )
        note = digest.mind(decision)
        if note:
            st.caption(note)


def _styles(marks: pd.DataFrame) -> pd.DataFrame:
    colours = look.colours()
    fills = {
        "better": f"background-color: {colours.few[0]}; color: {colours.ink}",
        "worse": f"background-color: {colours.many[0]}; color: {colours.ink}",
        "quiet": f"color: {colours.quiet_text}",
    }
    return marks.map(lambda mark: fills.get(mark, ""))
