"""Can I trust this?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import catalogue, checks, ledger, missing, proposals, rejected, trust, upload

facts = loaders.facts()

st.title("Data", anchor=False)

if facts is None:
    st.info("There is no ticket yet. Load an export of your help desk, or look round with the sample.")
    upload.show(empty=True)
    st.stop()

trust.show(facts)
upload.show(empty=False)
checks.show()
catalogue.show()
proposals.show()
rejected.show()
ledger.show()
missing.show(facts)
