"""Can I trust this?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import (
    backup,
    calendars,
    catalogue,
    checks,
    client_pairs,
    clients,
    erase,
    ledger,
    missing,
    own_presets,
    parked,
    proposals,
    reconciliation,
    rejected,
    trust,
    upload,
)

facts = loaders.facts()

st.title("Data", anchor=False)

if facts is None:
    st.info("There is no ticket yet. Load an export of your help desk, or look round with the sample.")
    upload.show(empty=True)
    parked.show()
    if loaders.stamp():
        ledger.show()
    backup.show()
    own_presets.show()
    st.stop()

trust.show(facts)

load, checked, who, what, rows, keep = st.tabs(
    ["Load files", "Checks", "Clients and sites", "Service catalogue", "Loads and rejected rows", "Safe keeping"],
    key="data-part",
)
with load:
    upload.show(empty=False)
    parked.show()
    own_presets.show()
    missing.show(facts)
with checked:
    checks.show()
    reconciliation.show()
with who:
    clients.show(facts)
    client_pairs.show(facts)
    calendars.show()
with what:
    catalogue.show()
    proposals.show()
with rows:
    ledger.show()
    rejected.show()
with keep:
    backup.show()
    erase.show()
