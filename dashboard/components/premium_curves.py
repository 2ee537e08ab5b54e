"""What is left by uptake, and the staircase of surcharges that pay."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard import charts, wording
from dashboard.components import download, look, passes
from dashboard.components.card import card
from dashboard.digest import premium_rows as rows
from dashboard.digest.assumed import beside
from dashboard.digest.premium import Answer
from dashboard.loaders import Hiring, Money
from dashboard.wording import money as amounts
from dashboard.wording import premium as words


def show(found: Hiring, paid: Money, answer: Answer, assumed: Mapping[str, object], *, whole: bool) -> None:
    """Two charts side by side; a sentence where there is one uptake or no figure."""
    if found.scenario.clients:
        st.caption(words.ONE_UPTAKE)
        return
    currency, chosen = answer.currency, float(answer.margin["uptake"])
    left, stairs = rows.left(paid, currency), rows.stairs(paid, answer.surcharge, currency)
    first, second = st.columns(2)
    with (
        first,
        card(
            f"Left a month, by uptake ({currency})",
            words.MARGIN_HELP,
            key=passes.key("premium-left", whole=whole),
            stretch=True,
        ) as at,
    ):
        if left["value"].isna().iloc[1:].all():
            st.caption(words.NO_LEFT)
        else:
            figure = charts.left_by_uptake(left, chosen, look.colours())
            st.plotly_chart(
                figure,
                config=charts.CONFIG,
                key=passes.key("premium-left-chart", whole=whole),
                alt="What is left a month, by uptake",
            )
            if whole:
                with at:
                    table = beside(rows.by_uptake(paid, currency), assumed)
                    download.show(table, "premium-by-uptake", "premium-uptake-csv")
    with (
        second,
        card(
            "Surcharge that pays, by uptake",
            words.STAIRS_HELP,
            key=passes.key("premium-stairs", whole=whole),
            stretch=True,
        ),
    ):
        if stairs["value"].isna().all():
            st.caption(words.NO_STAIRS)
        else:
            _stairs(answer, stairs, chosen, whole=whole)


def _stairs(answer: Answer, stairs: pd.DataFrame, chosen: float, *, whole: bool) -> None:
    asked = answer.surcharge
    label = f"Yours: {wording.drawn(amounts.surcharge_short(asked.amount, asked.kind, answer.currency))}"
    figure = charts.staircase(stairs, chosen, asked.amount, label, amounts.suffix(asked.kind), look.colours())
    st.plotly_chart(
        figure,
        config=charts.CONFIG,
        key=passes.key("premium-stairs-chart", whole=whole),
        alt="The smallest surcharge that pays, by uptake",
    )
