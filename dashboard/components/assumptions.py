"""What the figures rest on, each with its unit, where it comes from, and a field to change it in place."""

from collections.abc import Callable, Collection, Mapping

import streamlit as st

from dashboard import actions, loaders, wording
from dashboard.components import told
from dashboard.components.card import card
from dashboard.digest import assumptions as digest
from dashboard.digest.assumptions import Figure
from dashboard.loaders import LearntDesk
from dashboard.wording import assumptions as words
from pipelines.errors import TurnaroundError
from pipelines.prices import SurchargeKind

COLUMNS = 4
Mark = Callable[[str], str]
KIND, PAID = "prices.premium.kind", "prices.premium.paid_today"


def show(key: str) -> None:
    """Every figure with its value, to be changed and saved."""
    with card("What these figures rest on", words.HELP, key=f"{key}-assumptions"):
        groups, learnt = _groups()
        form(key, groups)
        if learnt is not None:
            effort = wording.percent(learnt.effort_told)
            own = learnt.desk
            st.caption(words.learnt(own.technicians, len(own.weeks), len(own.demand), effort))


def form(key: str, groups: Mapping[str, list[Figure]] | None = None, mark: Mark = lambda _: "") -> None:
    """The figures to be changed and saved, all that do not need the desk to be learnt first; `mark`: whose one is."""
    groups = _groups(learn=False)[0] if groups is None else groups
    told.show(f"{key}-figures")
    with st.form(f"{key}-figures-form", border=False):
        given: dict[str, float | None] = {}
        picked: dict[str, str] = {}
        for title, figures in groups.items():
            if not figures:
                continue
            st.markdown(f"**{title}**")
            given |= _fields(figures, key, mark)
            if title == words.PRICES:
                picked = _kind(key) | _paid(key)
        if st.form_submit_button("Save", icon=":material/save:", type="primary", key=f"{key}-save"):
            _save([one for own in groups.values() for one in own], given, picked, key)


def ask(names: Collection[str], key: str) -> None:
    """Only the figures whose names begin so: those that an answer waits for; `told` says what became of them."""
    groups, _ = _groups()
    figures = [one for own in groups.values() for one in own if one.name.startswith(tuple(names))]
    if not figures:
        return
    with st.form(f"{key}-ask", border=False):
        given = _fields(figures, key)
        if st.form_submit_button("Save and work it out", icon=":material/save:", type="primary", key=f"{key}-save"):
            _save(figures, given, {}, key)


def _groups(*, learn: bool = True) -> tuple[dict[str, list[Figure]], LearntDesk | None]:
    """The figures by heading, and the desk where it could be learnt."""
    try:
        learnt = loaders.desk() if learn else None
    except TurnaroundError:
        learnt = None
    shown = None if learnt is None else learnt.desk.technicians
    own = loaders.settings()
    tiers = loaders.choices()["tiers"] if loaders.facts() else list(own.tiers)
    return digest.figures(own, tiers, shown), learnt


def _fields(figures: list[Figure], key: str, mark: Mark = lambda _: "") -> dict[str, float | None]:
    given: dict[str, float | None] = {}
    with st.grid(columns=COLUMNS, min_column_width=210, gap="small"):
        for figure in figures:
            with st.container():
                given[figure.name] = _field(figure, key, mark(figure.name))
                st.caption(wording.plain(figure.note) if figure.note else " ")
    return given


def _field(figure: Figure, key: str, mark: str) -> float | None:
    whole = figure.whole
    return st.number_input(
        f"{words.label(figure.label, figure.unit)} {mark}".strip(),
        float(figure.least),
        float(figure.most),
        None if figure.value is None else float(figure.value),
        float(figure.step),
        format="%.0f" if whole else "%g",
        placeholder=figure.placeholder,
        help=wording.plain(figure.more) if figure.more else None,
        key=f"{key}-{figure.name}-{figure.value}",
    )


def _kind(key: str) -> dict[str, str]:
    """How Premium is charged, where it was changed."""
    own = loaders.settings().prices.premium.kind
    kinds = list(SurchargeKind)
    picked = st.selectbox(
        "How Premium is charged", kinds, kinds.index(own), format_func=words.KINDS.__getitem__, key=f"{key}-kind-{own}",
        width=260,
    )  # fmt: skip
    return {KIND: str(picked)} if picked not in (None, own) else {}


def _paid(key: str) -> dict[str, str]:
    """Whether clients with Premium today pay for it already, where it was changed."""
    own = loaders.settings().prices.premium_paid_today
    answers = list(words.PAID)
    picked = st.selectbox(
        words.PAID_LABEL, answers, answers.index(own), format_func=words.PAID.__getitem__, key=f"{key}-paid-{own}",
        help=words.PAID_HELP, width=260,
    )  # fmt: skip
    return {PAID: "true" if picked else "false"} if picked not in (None, own) else {}


def _save(figures: list[Figure], given: Mapping[str, float | None], picked: Mapping[str, str], key: str) -> None:
    """Write what changed alone, and say what was written or why it was refused."""
    changes = digest.changed(figures, given) | dict(picked)
    reply = actions.save_figures(changes) if changes else actions.Reply()
    told.keep(f"{key}-figures", words.saved(digest.said(figures, changes)), reply)
