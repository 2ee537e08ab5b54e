"""The rows of the mapping screen: a field and its column, a status and its meaning."""

from typing import Any

import streamlit as st

from dashboard import wording
from dashboard.digest import mapping as digest
from dashboard.digest.mapping import Draft
from dashboard.wording import fields as words

WIDTHS = (5, 6, 9)
MOST_STATUSES = 60
NONE = -1


def columns(look: dict[str, Any], draft: Draft, key: str) -> None:
    """Each of our fields with the column that holds it, those that are needed first."""
    st.markdown("**Which column holds what?** What is filled in is a proposal: check it against the examples.")
    first, more = digest.first_and_more(look, draft)
    for name in first:
        _field(look, draft, name, key)
    found = sum(digest.place_of(look, draft, name) is not None for name in more)
    if more:
        with st.expander(f"More fields ({wording.count(found)} of {wording.count(len(more))} found)"):
            for name in more:
                _field(look, draft, name, key)
    _not_choosable(look)


def _not_choosable(look: dict[str, Any]) -> None:
    """Which columns cannot be chosen, and why."""
    titles = {wording.shown(column["title"]) for column in look["columns"] if column["twice"] and column["title"]}
    if titles:
        named = ", ".join(map(wording.plain, sorted(titles)))
        st.caption(f"Cannot be chosen, because they stand in the file twice: {named}.")
    if look["hidden"]:
        st.caption(
            f"The last {wording.counted(look['hidden'], 'column')} cannot be chosen; leave out what is not needed."
        )


def statuses(look: dict[str, Any], draft: Draft, key: str) -> None:
    """What each status means for the clocks."""
    found = digest.statuses(look, draft)
    if not found:
        if digest.place_of(look, draft, "status") is not None and "status" in look["offered"][draft.kind]:
            st.caption("The column for the status holds too many different values to be a list of statuses.")
        return
    st.markdown("**What do its statuses mean?** Waiting takes time off the clock, so say what is true for your desk.")
    for number, (status, times) in enumerate(found[:MOST_STATUSES]):
        _status(look, draft, status, times, f"{number}-{key}")


def _field(look: dict[str, Any], draft: Draft, name: str, key: str) -> None:
    needed = name in look["required"][draft.kind]
    left, middle, right = st.columns(WIDTHS, vertical_alignment="center", gap="small")
    title = words.field_name(name)
    left.markdown(f"**{title}** :small[:gray[needed]]" if needed else title, help=words.HINTS.get(name))
    places = [NONE, *(place for place, column in enumerate(look["columns"]) if not column["twice"])]
    now = digest.place_of(look, draft, name)
    said = middle.selectbox(
        f"The column for {title}",
        places,
        index=places.index(now) if now in places else 0,
        format_func=lambda place: digest.column_name(look, None if place == NONE else place),
        key=f"field-{name}-{draft.kind}-{key}",
        label_visibility="collapsed",
    )
    draft.places[name] = None if said == NONE else said
    if name.endswith("_minutes") and draft.places[name] is not None:
        _unit(look, draft, name, middle, key)
    if draft.places[name] is not None:
        right.caption(wording.plain(digest.examples(look, draft.places[name])))


def _unit(look: dict[str, Any], draft: Draft, name: str, where: Any, key: str) -> None:
    units = list(words.UNITS)
    now = digest.unit(look, draft, name)
    draft.units[name] = where.selectbox(
        f"{words.field_name(name)} is counted",
        units,
        index=units.index(now) if now in units else 0,
        format_func=words.unit_name,
        key=f"unit-{name}-{draft.places[name]}-{key}",
        label_visibility="collapsed",
    )


def _status(look: dict[str, Any], draft: Draft, status: str, times: int, key: str) -> None:
    left, middle, _ = st.columns(WIDTHS, vertical_alignment="center", gap="small")
    left.markdown(f"{wording.plain(status)} :small[:gray[{wording.counted(times, 'row')}]]")
    states = ["", *words.STATES]
    draft.states[status] = middle.selectbox(
        f"What {wording.shown(status)} means",
        states,
        index=states.index(digest.state_of(look, draft, status)),
        format_func=lambda state: words.STATES.get(state, words.NOT_SAID),
        key=f"status-{key}",
        label_visibility="collapsed",
    )
