"""A part of the page Settings: whose it is, a way back to the default, one way to save, and what became of it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import streamlit as st

from dashboard import actions, loaders
from dashboard.components import told
from dashboard.components.card import card
from dashboard.digest import rules as digest
from dashboard.loaders import Rules
from dashboard.wording import rules as words


@contextmanager
def part(rules: Rules, title: str, key: str, *names: str, explained: str | None = None) -> Iterator[None]:
    """A card of settings whose names begin so."""
    with card(title, explained, key=f"rules-{key}") as beside:
        with beside:
            _back(rules, key, names)
        told.show(f"rules-{key}")
        yield


def save_button(key: str, *, measures: bool = False) -> bool:
    """The one button of a form, and whether it measures the history again."""
    with st.container(horizontal=True, vertical_alignment="center"):
        pressed = st.form_submit_button("Save", icon=":material/save:", type="primary", key=f"rules-{key}-save")
        if measures and loaders.stamp():
            st.caption(f":material/sync: {words.MEASURES}")
    return pressed


def save(key: str, changes: Mapping[str, Any], back: tuple[str, ...] = ()) -> None:
    """Write, say what was written or why it was refused, and draw the page anew; what was typed stays on a refusal."""
    before = loaders.stamp()
    with st.spinner(words.SAVING):
        reply = actions.save_settings(changes, back) if changes or back else actions.Reply()
    names = [list(dict.fromkeys(map(words.title, some))) for some in (changes, back)]
    told.keep(f"rules-{key}", words.saved(*names, measured=loaders.stamp() != before), reply)


def key_of(name: str, value: object) -> str:
    """A widget's key: it begins anew once the setting has changed, and keeps what is typed until then."""
    return f"rules-{name}-{sha256(repr(value).encode('utf-8')).hexdigest()[:10]}"


def _back(rules: Rules, key: str, names: tuple[str, ...]) -> None:
    own = digest.beginning(rules.found, *names)
    if not own:
        st.badge("default", color="gray", help="As it ships; nothing here is your own yet.")
        return
    st.badge("yours", color="blue", icon=":material/edit:", help="Something here is your own.")
    with st.popover("Back to default", icon=":material/undo:", type="tertiary", key=f"rules-{key}-back"):
        usual = list(own) if len(own) == 1 else []
        chosen = st.multiselect(
            "Of your own, take back", list(own), usual, format_func=own.__getitem__, key=f"rules-{key}-which"
        )
        if st.button("Take it back", disabled=not chosen, key=f"rules-{key}-take-back", type="primary"):
            save(key, {}, tuple(chosen))
