"""What the side bar asks: which part of the history all pages show; kept in the URL."""

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import sample
from dashboard.wording import loads as load_words
from pipelines.measure.results import Facts, Slice

KINDS = {"software": "Software", "hardware": "Hardware", "other": "Other"}


def show(facts: Facts) -> None:
    """The filters that this history has, and how far its data goes."""
    choices = loaders.choices()
    with st.sidebar:
        if facts.is_sample:
            sample.badge()
        _segments("Tier", "tier", choices["tiers"], wording.plain, help="The plan that the client bought.")
        _segments("Issue", "kind", choices["issue_kinds"], lambda kind: KINDS.get(kind, wording.plain(kind)))
        _segments("Work", "mode", choices["work_modes"], wording.work_mode_name)
        if len(choices["clients"]) > 1:
            st.multiselect(
                "Clients",
                choices["clients"],
                key="client",
                bind="query-params",
                placeholder="All clients",
                format_func=wording.shown,
            )
        _data_date(facts)


def chosen() -> Slice:
    """The part of the history that the side bar asks for."""
    return Slice(
        tiers=_picked("tier"), issue_kinds=_picked("kind"), work_modes=_picked("mode"), clients=_picked("client")
    )


def _segments(label: str, key: str, options: Sequence[str], say: Callable[[str], str], help: str | None = None) -> None:  # noqa: A002 - as Streamlit names it
    if len(options) > 1:
        st.segmented_control(
            label,
            options,
            selection_mode="multi",
            key=key,
            bind="query-params",
            format_func=say,
            help=help,
            width="stretch",
        )


def _picked(key: str) -> tuple[str, ...]:
    return tuple(st.session_state.get(key) or ())


def _data_date(facts: Facts) -> None:
    settings = loaders.settings()
    hours = wording.plain(settings.calendars[settings.default_calendar].title)
    reach = f"{wording.counted(facts.tickets, 'ticket')} to **{wording.day(loaders.last_day())}**"
    day = wording.trimmed(loaders.day_seconds() / 3600)
    old = load_words.beside_date((loaders.today() - loaders.last_day()).days)
    reach = "  \n".join(filter(None, [reach, old]))
    st.caption(f"{reach}  \nBusiness hours: {hours}; a business day is {day}\u00a0h")
