"""Logo, font and colours of the viewer's theme."""

from pathlib import Path

import streamlit as st

from dashboard.charts import DARK, LIGHT, Palette

LOOK = Path(__file__).parent.parent / "look"


def show() -> None:
    """Put the logo and the look on every page; everything comes from this computer."""
    st.html(LOOK / "inter.css")
    st.html(LOOK / "details.css")
    st.logo(str(LOOK / "logo.svg"), icon_image=str(LOOK / "icon.svg"), size="large")


def colours() -> Palette:
    """The palette of the theme that the viewer has chosen."""
    return DARK if st.context.theme.type == "dark" else LIGHT
