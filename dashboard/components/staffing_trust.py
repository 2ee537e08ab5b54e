"""Can this be trusted? The desk tried on its own past, and all that its figures rest on."""

import streamlit as st

from dashboard import charts
from dashboard.components import assumptions, download, look, told
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.digest import desk_assumptions, desk_track
from dashboard.loaders import LearntDesk
from dashboard.wording import desk_track as words
from models.desk.backtest import DeskBackTest


def show(learnt: LearntDesk) -> None:
    """The weeks foretold; behind one line waits measured and simulated, what was left out, the assumptions."""
    weeks(learnt)
    with st.expander(words.REST):
        left, right = st.columns([2, 3])
        if learnt.tested is not None:
            with left:
                _answered(learnt.tested, usable=learnt.usable)
        with right if learnt.tested is not None else st.container():
            _assumptions(learnt)


def weeks(learnt: LearntDesk) -> None:
    """The desk tried on its own past, week by week."""
    with card("Can this be trusted?", words.HELP, key="desk-track") as beside:
        if learnt.tested is None:
            st.markdown(words.not_tried(learnt.why_untested))
            return
        _, own = desk_track.shown(learnt.tested)
        rows = desk_track.weeks(learnt, own)
        st.markdown(desk_track.sentence(rows, learnt.tested))
        figure = drawn(charts.foretold, rows, look.colours())
        st.plotly_chart(figure, config=charts.CONFIG, key="foretold-chart", alt="Weeks measured and foretold")
        if not rows["inside"].all():
            st.caption(words.TRIANGLES)
        with beside:
            download.show(desk_track.table(rows), "desk-weeks-foretold", "foretold-csv")


def _answered(tested: DeskBackTest, *, usable: bool) -> None:
    with card("Waits, measured and simulated", words.ANSWERED, key="desk-answered", stretch=True) as beside:
        if usable and (warning := desk_track.mind(tested)):
            st.markdown(warning)
        rows = desk_track.answered(tested)
        st.table(rows, border="horizontal", hide_index=True)
        with beside:
            download.show(rows, "waits-measured-and-simulated", "desk-answered-csv")


def _assumptions(learnt: LearntDesk) -> None:
    with card("What it rests on", words.ASSUMED, key="desk-assumptions", stretch=True) as beside:
        rows = desk_assumptions.rows(learnt)
        st.table(rows, border="horizontal", hide_index=True)
        with beside:
            download.show(rows, "desk-assumptions", "desk-assumptions-csv")
        told.show("staffing-figures")
        with st.expander("Change them here"):
            assumptions.ask(("staffing.",), "staffing")
        st.caption(" ".join(filter(None, (desk_track.left_out(learnt), words.NOT_MODELLED))))
