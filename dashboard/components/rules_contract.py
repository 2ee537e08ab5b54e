"""What documents say beside the targets."""

import streamlit as st
from streamlit import column_config as column

from dashboard.components import rule_fields as fields
from dashboard.components.rule_part import part, save, save_button
from dashboard.digest import rule_grids as grids
from dashboard.digest import rules as digest
from dashboard.loaders import Rules

NAMES = ("contract.exclusions", "contract.notice_days", "contract.law", "contract.definitions")
HELP = "These words stand in your documents. They are a start and no legal advice: let your lawyer read them once."


def show(rules: Rules) -> None:
    """Exclusions, notice, law and the owner's own definitions, saved together."""
    own = rules.settings.contract
    terms = grids.pairs(own.definitions, grids.TERM)
    before = dict(zip(NAMES, (list(own.exclusions), own.notice_days, own.law, dict(own.definitions)), strict=True))
    config = {grids.TERM[0]: column.TextColumn(width=180), grids.TERM[1]: column.TextColumn(width=520, max_chars=1000)}
    with part(rules, "Contract", "contract", *NAMES), st.form("rules-contract-form", border=False):
        st.caption(HELP)
        exclusions = fields.lines(rules, NAMES[0], own.exclusions, height=230, placeholder="One line each")
        one, two = st.columns(2)
        with one:
            days = fields.number(rules, NAMES[1], own.notice_days, 0, 366, 1)
        with two:
            law = fields.text(rules, NAMES[2], own.law, "England and Wales")
        st.markdown("Words explained, beside those that every document explains")
        edited = fields.grid(NAMES[3], terms, config)
        if save_button("contract"):
            given = dict(zip(NAMES, (exclusions, days, law, grids.from_pairs(edited)), strict=True))
            save("contract", digest.changed(before, given))
