"""The dashboard: who may see it, what it is called, and which pages it has."""

import sys
from pathlib import Path

import streamlit as st

# `streamlit run` puts this folder on the path, and not the checkout that holds it.
if (root := str(Path(__file__).resolve().parent.parent)) not in sys.path:
    sys.path.insert(0, root)

from dashboard import loaders
from dashboard.components import filters, gate, look, out_of_date, side_nav
from dashboard.components.guard import spoken

HERE = Path(__file__).parent
PAGES = {
    "Review": [
        st.Page(HERE / "views" / "this_week.py", title="This week", icon=":material/event_available:", default=True),
        st.Page(HERE / "views" / "scorecard.py", title="Scorecard", icon=":material/grid_on:", url_path="scorecard"),
        st.Page(
            HERE / "views" / "turnaround.py", title="Turnaround times", icon=":material/timer:", url_path="turnaround"
        ),
        st.Page(HERE / "views" / "clients.py", title="Clients", icon=":material/domain:", url_path="clients"),
    ],
    "Decide": [
        st.Page(HERE / "views" / "targets.py", title="Targets", icon=":material/target:", url_path="targets"),
        st.Page(
            HERE / "views" / "premium.py",
            title="Premium & pricing",
            icon=":material/workspace_premium:",
            url_path="premium",
        ),
        st.Page(HERE / "views" / "staffing.py", title="Staffing", icon=":material/groups:", url_path="staffing"),
    ],
    "Deliver": [
        st.Page(
            HERE / "views" / "documents.py", title="Documents", icon=":material/description:", url_path="documents"
        ),
    ],
    "Data": [
        st.Page(HERE / "views" / "loading.py", title="Data", icon=":material/database:", url_path="data"),
        st.Page(HERE / "views" / "settings.py", title="Settings", icon=":material/settings:", url_path="settings"),
        st.Page(
            HERE / "views" / "measured.py", title="How this is measured", icon=":material/rule:", url_path="measured"
        ),
    ],
}

st.set_page_config(page_title="Turnaround", page_icon=str(look.LOOK / "icon.svg"), layout="wide")

gate.show()

look.show()
page = st.navigation(PAGES, position="hidden")
side_nav.show(PAGES)
gate.who()

with spoken():
    # Settings that cannot be read are mended first: an upgrade measures by them.
    mending = bool(loaders.settings_fault())
    if not mending and out_of_date.show():
        st.stop()
    if not mending and (facts := loaders.facts()) is not None:
        filters.show(facts)
    page.run()
