"""People and money: the figures that staffing and pricing rest on, and who can do what."""

import streamlit as st
from streamlit import column_config as column

from dashboard.components import assumptions
from dashboard.components import rule_fields as fields
from dashboard.components.rule_part import part, save, save_button
from dashboard.digest import rule_grids as grids
from dashboard.digest import rules as digest
from dashboard.loaders import Rules
from dashboard.wording import assumptions as words
from dashboard.wording import rules as rule_words
from pipelines.settings import MOST_TECHNICIANS

GOALS = ("staffing.response_goal", "staffing.resolution_goal")
SKILLS = "staffing.skills"
HELP = (
    "Work that not everybody can do: on_site, hardware, software, or an issue type as your reports name it. What is not"
    " listed, everybody can do. Whoever you hire is taken to do all."
)


def show(rules: Rules) -> None:
    """The figures, as other pages ask them, and the skills."""
    names = ("staffing.technicians", "staffing.lunch_minutes", *GOALS, "prices")
    with part(rules, "People and money", "money", *names, explained=words.HELP):
        assumptions.form("rules", mark=lambda name: rule_words.mark(own=rules.is_own(name)))
    table = grids.pairs(rules.settings.staffing.skills, grids.SKILL)
    config = {
        grids.SKILL[0]: column.TextColumn(width=260, max_chars=100),
        grids.SKILL[1]: column.NumberColumn(width=220, min_value=1, max_value=MOST_TECHNICIANS, step=1),
    }
    with part(rules, "Who can do what", "skills", SKILLS, explained=HELP), st.form("rules-skills-form", border=False):
        edited = fields.grid(SKILLS, table, config)
        if save_button("skills"):
            before, given = ({SKILLS: grids.from_pairs(one)} for one in (table, edited))
            save("skills", digest.changed(before, given))
