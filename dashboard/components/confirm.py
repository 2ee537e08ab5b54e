"""Nothing is destroyed by one click: a button, then a question with a yes and a no."""

import streamlit as st


def show(label: str, question: str, yes: str, key: str, *, icon: str, disabled: bool = False) -> bool:
    """Whether the owner has pressed the button and then said yes; `question` is Markdown of ours."""
    asked = f"{key}-asked"
    if st.button(label, icon=icon, key=key, disabled=disabled):
        st.session_state[asked] = True
    if not st.session_state.get(asked) or disabled:
        return False
    st.warning(question, icon=":material/help:")
    with st.container(horizontal=True):
        said_yes = st.button(yes, type="primary", key=f"{key}-yes")
        said_no = st.button("Keep it as it is", key=f"{key}-no")
    if said_yes or said_no:
        del st.session_state[asked]
    if said_no:
        st.rerun()
    return said_yes
