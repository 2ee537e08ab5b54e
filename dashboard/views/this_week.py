"""Did we keep our promises, and is it news?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import (
    cards,
    due_next,
    filters,
    late_chart,
    late_tickets,
    missing,
    verdict,
    week_picker,
    welcome,
)

facts = loaders.facts()

if facts is None:
    welcome.show()
    st.stop()

week = week_picker.show()
part = filters.chosen()
report = loaders.week_report(week, part)

verdict.show(report)
cards.show(report)
late_chart.show(report, part)
due_next.show(report, part)
late_tickets.show(report, part)
missing.show(facts)
