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
upload.show(empty=False)
parked.show()
checks.show()
reconciliation.show()
clients.show(facts)
client_pairs.show(facts)
catalogue.show()
proposals.show()
rejected.show()
ledger.show()
calendars.show()
erase.show()
backup.show()
own_presets.show()
missing.show(facts)
