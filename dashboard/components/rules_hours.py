"""When the firm works: calendars with their hours and holidays, the time zone, and what stops a clock."""

from zoneinfo import available_timezones

import streamlit as st
from streamlit import column_config as column

from dashboard import loaders, wording
from dashboard.components import rule_fields as fields
from dashboard.components.rule_part import key_of, part, save, save_button
from dashboard.digest import opening
from dashboard.digest import rules as digest
from dashboard.loaders import Rules
from dashboard.wording import rules as words
from pipelines.settings import Calendar
from pipelines.vocabulary import Clock

ZONE_HELP = "Times of an export that name no zone are read in this one, unless the export says otherwise."
ZONE_WARNING = (
    "A change is for what is loaded from then on, and for your hours at once. Exports that named no zone were read in"
    " the old one: undo those loads on the page Data and load the files again."
)
USUAL_HELP = "A client list can give a client hours of its own; this calendar is for all others."
HELP = (
    "Up to four times a day, such as 08:30-12:00; a time that ends before it begins runs past midnight. Clocks run in"
    " these hours only."
)
CLOCKS = {Clock.RESOLUTION: "Resolution", Clock.FIRST_RESPONSE: "First reply"}
NEW = ""


def show(rules: Rules) -> None:
    """What holds for all, then one calendar at a time."""
    _all(rules)
    _calendar(rules)


def _all(rules: Rules) -> None:
    own = rules.settings
    names = ("company.timezone", "company.default_calendar", "clock.pauses_stop")
    before = dict(zip(names, (own.timezone, own.default_calendar, list(own.clocks_that_pause)), strict=True))
    titles = {name: calendar.title for name, calendar in own.calendars.items()}
    with part(rules, "Time zone and clocks", "clocks", *names), st.form("rules-clocks-form", border=False):
        one, two, three = st.columns(3)
        given: dict[str, object] = {}
        with one:
            zones = sorted(available_timezones())
            given[names[0]] = fields.choice(rules, names[0], own.timezone, zones, explained=ZONE_HELP)
            st.caption(ZONE_WARNING)
        with two:
            given[names[1]] = fields.choice(
                rules, names[1], own.default_calendar, list(own.calendars), titles, explained=USUAL_HELP
            )
        with three:
            stopped = st.multiselect(
                f"Waiting for the client or parts stops {words.mark(own=rules.is_own(names[2]))}",
                list(Clock),
                own.clocks_that_pause,
                format_func=CLOCKS.__getitem__,
                key=key_of(names[2], own.clocks_that_pause),
            )
            given[names[2]] = [str(clock) for clock in stopped]
        if save_button("clocks", measures=True):
            save("clocks", digest.changed(before, given))


def _calendar(rules: Rules) -> None:
    own = rules.settings.calendars
    with part(rules, "Business hours", "hours", "calendars", explained=HELP):
        chosen = st.selectbox(
            "Calendar",
            [*own, NEW],
            list(own).index(rules.settings.default_calendar),
            key="rules-calendar",
            format_func=lambda name: f"{name}: {own[name].title}" if name else f"{words.NEW_CALENDAR} …",
        )
        with st.form(f"rules-hours-form-{chosen}", border=False):
            _hours(rules, chosen or NEW)
        if chosen:
            _closed(rules, chosen)


def _hours(rules: Rules, chosen: str) -> None:
    own = rules.settings.calendars.get(chosen)
    short, title, holidays = _head(rules, chosen, own)
    days = {
        opening.DAY: column.TextColumn(disabled=True, width=120),
        **dict.fromkeys(opening.OPEN, column.TextColumn(width=130)),
    }
    table = fields.grid(f"hours-{chosen}", opening.grid(own), days, fixed=True)
    if save_button("hours", measures=True):
        name = short.strip()
        written = opening.calendar(own, title, holidays, opening.from_grid(table))
        before = opening.calendar(own, own.title, own.holidays, opening.from_grid(opening.grid(own))) if own else None
        if not name:
            st.warning("Give the calendar a short name, such as evenings.", icon=":material/block:")
        else:
            save("hours", digest.changed({f"calendars.{name}": before}, {f"calendars.{name}": written}))


def _head(rules: Rules, chosen: str, own: Calendar | None) -> tuple[str, str, str]:
    """Short name, title and holidays, as the form has them."""
    mark = words.mark(own=rules.is_own(f"calendars.{chosen}"))
    one, two, three = st.columns([0.24, 0.4, 0.36])
    with one:
        short = st.text_input(
            "Name in client lists", chosen, disabled=bool(chosen), max_chars=60, key=f"rules-calendar-name-{chosen}"
        )
    with two:
        title = fields.text(
            rules,
            f"calendars.{chosen}",
            own.title if own else "",
            explained="Left as it is, it follows the hours.",
            label=f"Title {mark}",
        )
    with three:
        places = loaders.holiday_places()
        holidays = fields.choice(
            rules,
            f"calendars.{chosen}.holidays",
            own.holidays if own else _usual_holidays(rules),
            ["", *places],
            {"": words.NO_HOLIDAYS, **{code: f"{name} ({code})" for code, name in places.items()}},
            label=f"Holidays of {mark}",
        )
    return short, title, holidays


def _usual_holidays(rules: Rules) -> str:
    """A new calendar begins with the holidays of the usual one."""
    return rules.settings.calendars[rules.settings.default_calendar].holidays


def _closed(rules: Rules, chosen: str) -> None:
    coming = loaders.closed_days(chosen)
    if not rules.settings.calendars[chosen].holidays:
        st.caption("These hours have no holidays.")
    elif coming:
        days = " · ".join(f"**{wording.day(day)}** {wording.plain(name)}" for day, name in coming)
        st.caption(f":material/event_busy: Closed next: {days}")
