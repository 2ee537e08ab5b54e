"""Can I trust this?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import checks, ledger, missing, own_presets, rejected, trust, upload

facts = loaders.facts()

st.title("Data", anchor=False)

if facts is None:
    st.info("There is no ticket yet. Load an export of your help desk, or look round with the sample.")
    upload.show(empty=True)
    own_presets.show()
    st.stop()

trust.show(facts)
upload.show(empty=False)
checks.show()
rejected.show()
ledger.show()
own_presets.show()
missing.show(facts)
