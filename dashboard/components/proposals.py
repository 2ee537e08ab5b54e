"""Issue types proposed for tickets without a category, to be accepted in bulk."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import columns
from dashboard.components.card import card
from dashboard.components.guard import fragment
from dashboard.digest import catalogue as digest
from dashboard.loaders import Proposed
from dashboard.wording import catalogue as words

HELP = (
    "Learnt on this computer from the subjects of your own tickets. Only what was right nine times in ten, on subjects"
    " that it had not seen, is proposed. What you accept is kept in your home and can be taken back."
)


@fragment
def show() -> None:
    """The proposals by line; what can be done where there are none."""
    found, accepted = loaders.proposed(), int(loaders.categories()["accepted"].sum())
    if not found.untold and not accepted:
        return
    with card("Tickets without a category", HELP, key="proposals"):
        if refusal := st.session_state.pop("proposals_refusal", ""):
            st.error(wording.plain(refusal), icon=":material/error:")
        if accepted:
            st.caption(f"{wording.counted(accepted, 'ticket')} got an issue type by a proposal that you accepted.")
        if len(found.tickets):
            _proposals(found)
        else:
            st.caption(found.evidence.silent if found.evidence and found.evidence.silent else _nothing(found))
        with st.container(horizontal=True):
            if found.untold:
                label = "Propose issue types" if found.evidence is None else "Propose again"
                _button(label, "propose", actions.propose)
            if accepted:
                _button("Take accepted ones back", "forget-accepted", actions.forget_accepted)


def _proposals(found: Proposed) -> None:
    evidence = found.evidence
    if evidence is None or evidence.precision is None:
        return
    told = words.trusted(len(found.tickets), found.untold, evidence.proposed, evidence.precision, evidence.interval)
    st.markdown(told)
    st.caption(words.OTHERS)
    table = digest.proposal_table(found.tickets, evidence)
    chosen = st.data_editor(
        table.assign(Line=table["Line"].map(wording.shown)),
        hide_index=True,
        disabled=[name for name in table.columns if name != "Accept"],
        column_config=columns.proposals(),
        alt="Proposed issue types",
        key=f"proposals-{loaders.stamp()}",
    )
    lines = table["Line"][chosen["Accept"].astype(bool)].tolist()
    with st.container(horizontal=True):
        _button("Accept the chosen lines", "accept-chosen", partial(actions.accept, lines), disabled=not lines)
        _button("Accept all", "accept-all", partial(actions.accept, table["Line"].tolist()))


def _nothing(found: Proposed) -> str:
    if found.evidence is None:
        return f"{wording.counted(found.untold, 'ticket')} with a subject. {words.PROPOSE}" if found.untold else ""
    return f"Nothing is proposed for the other {wording.counted(found.untold, 'ticket')}: no subject is clear enough."


def _button(label: str, key: str, act: Callable[[], str], *, disabled: bool = False) -> None:
    if st.button(label, key=key, disabled=disabled):
        with st.spinner("This takes a moment"):
            st.session_state["proposals_refusal"] = act()
        st.rerun()
