"""Were promises kept? The back-test of this very history."""

import streamlit as st

from dashboard import actions, charts, loaders, wording
from dashboard.components import columns, download, look, told
from dashboard.components.card import card
from dashboard.components.drawing import drawn
from dashboard.components.guard import fragment
from dashboard.digest import track as digest
from dashboard.loaders import BackTest
from dashboard.wording import track as words
from pipelines.vocabulary import Clock

HELP = (
    "Each promise is made with nothing but what was known on its day, for the tickets that came in afterwards; those"
    " still open are counted in. Lines at the dots: 95 % intervals."
)
SHOWN = "The share that stood beside a proposal, against the share that came true. On the dashed line they agree."
SEEN = "The probabilities on the page This week, as they would have been said, against what came."


@fragment
def show(clock: Clock) -> None:
    """Run it where it was not; else what came of it."""
    tested = loaders.backtest()
    with card("Would such promises have been kept?", HELP, key="track") as beside:
        told.show("backtest")
        own = tested.clocks.get(clock) if tested else None
        if tested is None or own is None:
            st.markdown(words.NO_TEST)
            _run()
            return
        st.markdown(digest.sentence(own))
        weeks = digest.weeks(own)
        if len(weeks):
            figure = drawn(charts.kept_by_week, weeks, float(own.total["kept_rate"]), look.colours())
            st.plotly_chart(figure, config=charts.CONFIG, key="kept-chart", alt="Share of promises kept, by week")
            with beside:
                download.show(weeks, f"promises-kept-{clock}", "kept-csv")
        _date(tested)
    _details(tested, clock)


def _details(tested: BackTest, clock: Clock) -> None:
    own = tested.clocks[clock]
    left, right = st.columns(2)
    with left, card("What was shown, and what came", SHOWN, key="reliability", stretch=True):
        st.markdown(digest.reliability(own))
        known = digest.bands(own)
        if len(known):
            figure = drawn(charts.shown_beside_kept, known, look.colours())
            st.plotly_chart(figure, config=charts.CONFIG, key="reliability-chart", alt="Shares shown and kept")
    with right, card("Open tickets", SEEN, key="risk-record", stretch=True):
        st.markdown(digest.risk(own.risk))
        if own.risk is not None and own.risk.tickets >= wording.FEWEST:
            figure = drawn(charts.shown_beside_kept, digest.risk_table(own.risk), look.colours())
            st.plotly_chart(figure, config=charts.CONFIG, key="risk-chart", alt="Probabilities said and what came")
    with card("By issue type", key="kept-by-type"):
        table = digest.by_type(own)
        st.dataframe(
            table, hide_index=True, column_config=columns.tried(), placeholder=wording.TOO_FEW, alt="By issue type"
        )


def _date(tested: BackTest) -> None:
    day = wording.day(loaders.local(tested.as_of).date())
    st.caption(words.made_on(day, tested.every_days, stale=tested.stale))
    if tested.stale:
        _run()


def _run() -> None:
    st.caption(words.TEST_TAKES)
    if st.button("Check it now", icon=":material/history:", key="run-backtest"):
        with st.spinner("Going back through your history"):
            reply = actions.back_test()
        told.keep("backtest", "The check is done." if reply.said else "", reply)
