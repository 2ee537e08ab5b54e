"""The mapping screen: what the columns of an unknown export hold, tried on ten tickets, then remembered."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import loaders, wording
from dashboard.actions import Answers
from dashboard.actions import mapping as actions
from dashboard.components import mapping_fields as rows
from dashboard.components import mapping_preview
from dashboard.components.guard import fragment
from dashboard.digest import mapping as digest
from dashboard.digest.mapping import Draft
from dashboard.wording import fields as words
from dashboard.wording import loads as load_words

Ready = Callable[[Answers], None]


@fragment
def show(upload: Any, key: str, so_far: Answers, ready: Ready) -> None:
    """The screen under one refused file; `ready` loads it once its preset is remembered."""
    look = _look(upload, key, so_far.encoding)
    if look is None:
        return
    draft = _draft(upload, look, so_far, key)
    with st.container(key=f"mapping-{key}"):
        _what_a_row_is(look, draft, key)
        rows.columns(look, draft, key)
        rows.statuses(look, draft, key)
        mapping_preview.open_points(draft, key)
        _finish(upload, look, draft, key, so_far, ready)


def header_of(key: str) -> list[str]:
    """The titles of a file that was looked at; empty where it was not."""
    reply = st.session_state.get(f"look-{key}")
    return [column["title"] for column in reply.said["columns"]] if reply is not None and reply.said else []


def _look(upload: Any, key: str, encoding: str) -> dict[str, Any] | None:
    """The columns of the file, looked at once."""
    if f"look-{key}" not in st.session_state:
        with st.spinner("Looking at its columns"):
            st.session_state[f"look-{key}"] = actions.look(upload, encoding)
    reply = st.session_state[f"look-{key}"]
    if reply.said is None:
        st.warning(wording.plain(load_words.refusal(reply.refusal, "")), icon=":material/block:")
    found: dict[str, Any] | None = reply.said
    return found


def _draft(upload: Any, look: dict[str, Any], so_far: Answers, key: str) -> Draft:
    """What was said about this file so far, on this screen and before it."""
    if f"draft-{key}" not in st.session_state:
        name = actions.name_for(upload, loaders.sources())
        st.session_state[f"draft-{key}"] = Draft(
            look["kind"], name, timezone=so_far.timezone, day_first=so_far.day_first
        )
    draft: Draft = st.session_state[f"draft-{key}"]
    return draft


def _what_a_row_is(look: dict[str, Any], draft: Draft, key: str) -> None:
    kinds = list(look["offered"])
    draft.kind = st.selectbox(
        "Each row of the file is", kinds, index=kinds.index(draft.kind), format_func=words.kind_name, key=f"kind-{key}"
    )
    if draft.kind == "status_history":
        known = loaders.ticket_sources()
        place = known.index(draft.source) if draft.source in known else 0
        asked = "Its tickets were loaded as"
        draft.source = known[
            st.selectbox(asked, range(len(known)), index=place, format_func=known.__getitem__, key=f"belongs-{key}")
        ]
    else:
        draft.source = ""


def _finish(upload: Any, look: dict[str, Any], draft: Draft, key: str, so_far: Answers, ready: Ready) -> None:
    missing, doubled = digest.missing(look, draft), digest.doubled(look, draft)
    if missing:
        st.info(words.still_needed(missing), icon=":material/pending:")
    if doubled:
        st.warning(wording.plain(f"Chosen for two fields: {', '.join(doubled)}. A column can hold only one."))
    can_go = not missing and not doubled
    text = actions.preset_text(digest.as_preset(look, draft)) if can_go else ""
    with st.container(horizontal=True):
        tried = st.button(
            "Preview ten tickets", disabled=not can_go, key=f"preview-{key}", icon=":material/visibility:"
        )
        done = st.button(
            "Remember and load",
            type="primary",
            disabled=not can_go,
            key=f"remember-{key}",
            icon=":material/bookmark_add:",
        )
    if tried:
        mapping_preview.run(upload, text, draft, key, so_far.encoding)
    mapping_preview.show(text, key)
    if done:
        _remember(text, draft, so_far, ready)


def _remember(text: str, draft: Draft, so_far: Answers, ready: Ready) -> None:
    reply = actions.remember(text, draft.name, replace=draft.replace)
    if reply.refusal:
        st.warning(wording.plain(load_words.refusal(reply.refusal, reply.question)), icon=":material/block:")
        return
    ready(replace(so_far, source=draft.name, day_first=draft.day_first, timezone=draft.timezone))
