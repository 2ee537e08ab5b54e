"""The plans in their order, what each costs and is, and how sure a promise is; impact and urgency."""

from typing import Any

import streamlit as st
from streamlit import column_config as column

from dashboard import loaders, wording
from dashboard.components import rule_fields as fields
from dashboard.components.rule_part import part, save, save_button
from dashboard.digest import rule_grids as grids
from dashboard.digest import rules as digest
from dashboard.loaders import Rules

RATE = "promise.kept_rate"
NAMES = ("tiers.order", "tiers.plans", "prices.per_user", "promise.tiers")
HELP = (
    "From the slowest promise (1) to the fastest. Rename or remove a plan only where your exports do as well: tickets"
    " name their plan by this name."
)
RATE_HELP = "The share of coming tickets that keeps a promise. A plan can have a share of its own in the table below."
MATRIX_HELP = (
    "Only for tickets whose export gives impact and urgency and no priority of its own. P1 is the most urgent. Leave a"
    " cell empty where nothing follows."
)
PRIORITIES = ["P1", "P2", "P3", "P4", "P5"]


def show(rules: Rules) -> None:
    """The promise level and the table of plans, saved together."""
    own = rules.settings
    table = grids.plans(own)
    before = grids.from_plans(table) | {RATE: own.kept_rate}
    with part(rules, "Plans", "plans", *NAMES, RATE, explained=HELP), st.form("rules-plans-form", border=False):
        with st.container(width=320):
            percent = fields.number(rules, RATE, 100 * own.kept_rate, 50, 99, 1, unit="%", explained=RATE_HELP)
        edited = fields.grid("plans", table, _columns(own.currency))
        _others(rules)
        if save_button("plans", measures=True):
            given = grids.from_plans(edited) | {RATE: round(percent / 100, 6)}
            save("plans", digest.changed(before, given))


def _columns(currency: str) -> dict[str, Any]:
    money = wording.shown(currency)
    return {
        "Order": column.NumberColumn(width=64, min_value=1, step=1, format="%.0f"),
        "Plan": column.TextColumn(width=120, max_chars=60),
        "Price a user": column.NumberColumn(f"{money} a user a month", width=165, min_value=0, format="%g"),
        "Hours covered": column.TextColumn(
            width=190, max_chars=300, help="The short name of a calendar, or your own words."
        ),
        "Included": column.ListColumn(width=280, help="What the price includes; documents list it."),
        "Promise level (%)": column.NumberColumn(
            "Promise (%)", width=110, min_value=50, max_value=99, help="Empty: as above."
        ),
    }


def _others(rules: Rules) -> None:
    """Plans that tickets name and settings do not."""
    seen = loaders.choices()["tiers"] if loaders.facts() else []
    unknown = [wording.plain(tier) for tier in seen if tier not in rules.settings.tiers]
    if unknown:
        st.caption(f":material/info: Your tickets also name: {', '.join(unknown)}. Add them here to give them a place.")


def priorities(rules: Rules) -> None:
    """The matrix of impact and urgency."""
    name = "priorities.matrix"
    table = grids.matrix(rules.settings)
    cells = {str(title): column.SelectboxColumn(options=PRIORITIES, width=150) for title in table.columns[1:]}
    config = {grids.IMPACT: column.TextColumn(disabled=True, width=130), **cells}
    with part(rules, "Priority from impact and urgency", "priorities", name, explained=MATRIX_HELP):
        st.caption(MATRIX_HELP)
        with st.form("rules-priorities-form", border=False):
            edited = fields.grid(name, table, config, fixed=True)
            if save_button("priorities", measures=True):
                before, given = ({name: grids.from_matrix(one)} for one in (table, edited))
                save("priorities", digest.changed(before, given))
