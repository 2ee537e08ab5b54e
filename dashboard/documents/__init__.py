"""Results in, bytes out: what an owner sends, signs and prints; no Streamlit and no reads here."""
