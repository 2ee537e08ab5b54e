"""Can I trust this?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import backup, calendars, checks, erase, ledger, missing, rejected, trust, upload

facts = loaders.facts()

st.title("Data", anchor=False)

if facts is None:
    st.info("There is no ticket yet. Load an export of your help desk, or look round with the sample.")
    upload.show(empty=True)
    if loaders.stamp():
        ledger.show()
    backup.show()
    st.stop()

trust.show(facts)
upload.show(empty=False)
checks.show()
rejected.show()
ledger.show()
calendars.show()
erase.show()
backup.show()
missing.show(facts)
