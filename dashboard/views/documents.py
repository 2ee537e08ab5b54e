"""What do I send and sign?"""

import streamlit as st

from dashboard import loaders
from dashboard.components import agreements, document_cards, documents, missing, welcome

facts = loaders.facts()

if facts is None:
    welcome.show()
    st.stop()

st.title("Documents", anchor=False)

if loaders.versions().empty:
    documents.nothing()
    missing.show(facts)
    st.stop()

version, client = documents.pickers()
chosen = documents.matter(version, client)

documents.answer(chosen)
document_cards.show(chosen)
documents.preview(chosen)
agreements.show(facts)
missing.show(facts)
