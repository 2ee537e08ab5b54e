"""The questions that a refused file asks, each with the answers that fit."""

from dataclasses import replace

import streamlit as st

from dashboard import loaders, wording
from dashboard.actions import Answers, Loaded

ORDER = {"Day first (31/12/2026)": True, "Month first (12/31/2026)": False}
AS_FOUND = "Find out from its columns"
BY_HAND = "None of these: say what its columns hold"


def show(loaded: Loaded, so_far: Answers, key: str) -> Answers | None:
    """Ask; once the owner has answered, everything that was said about the file so far."""
    if loaded.question == "date order":
        return _date_order(so_far, key)
    if loaded.question == "source":
        return _source(loaded, so_far, key)
    if loaded.question == "encoding" and loaded.choices:
        encoding = st.selectbox("The letters are", loaded.choices, key=f"encoding-{key}", format_func=wording.shown)
        return replace(so_far, encoding=encoding) if _answered(key) else None
    if loaded.question == "quarantine":
        return replace(so_far, allow_quarantine=True) if _answered(key, "Load the rest all the same") else None
    return None


def tool(loaded: Loaded, so_far: Answers, key: str) -> Answers | None:
    """The short way past the mapping screen: an owner who knows the tool says so, the nearest ones first."""
    with st.expander("It comes from a tool that Turnaround knows"):
        source = st.selectbox("The tool", _nearest_first(loaded), key=f"tool-{key}")
        return replace(so_far, source=source) if _answered(f"tool-{key}", "Load it as that") else None


def date_order(key: str) -> bool | None:
    """Which comes first, the day or the month; None while nothing is said."""
    said = st.segmented_control("Dates such as 3/4/2026 are", list(ORDER), key=f"order-{key}")
    return ORDER.get(said or "")


def _date_order(so_far: Answers, key: str) -> Answers | None:
    day_first = date_order(key)
    return replace(so_far, day_first=day_first) if _answered(key, ready=day_first is not None) else None


def _source(loaded: Loaded, so_far: Answers, key: str) -> Answers | None:
    source = st.selectbox("The file comes from", _nearest_first(loaded), key=f"source-{key}")
    with st.container(horizontal=True):
        if _answered(key):
            return replace(so_far, source=source)
        if st.button(BY_HAND, key=f"to-mapping-{key}"):
            st.session_state[f"by-hand-{key}"] = True
            st.rerun()
    return None


def _nearest_first(loaded: Loaded) -> list[str]:
    known = loaders.sources()
    likely = [name for name in loaded.choices if name in known]
    return [*likely, *(name for name in known if name not in likely)]


def _answered(key: str, label: str = "Load it with this answer", *, ready: bool = True) -> bool:
    return st.button(label, type="primary", key=f"again-{key}", disabled=not ready)
