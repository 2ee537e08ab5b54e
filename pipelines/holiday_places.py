"""Countries and regions whose holidays are known, by name, and the days that a calendar is closed on next."""

import re
from datetime import date, timedelta
from functools import cache

import holidays
from holidays.registry import COUNTRIES

from pipelines.measure.clock.calendars import holidays_of
from pipelines.settings import Calendar

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
YEARS_AHEAD = 2


@cache
def holiday_places() -> dict[str, str]:
    """What a calendar can name, such as GB-ENG, with its name for people: "United Kingdom, England"; by that name."""
    found = {}
    for country, *codes in COUNTRIES.values():
        name = CAMEL.sub(" ", country)
        found[codes[0]] = name
        known = holidays.country_holidays(codes[0])
        for region, names in known.get_subdivision_aliases().items():
            found[f"{codes[0]}-{region}"] = f"{name}, {names[0] if names else region}"
    return dict(sorted(found.items(), key=lambda one: one[1]))


def next_closed(calendar: Calendar, first_day: date, most: int = 6) -> list[tuple[date, str]]:
    """The next holidays that fall on a day that is open else, from `first_day` on."""
    open_on = {window.weekday for window in calendar.windows}
    years = range(first_day.year, (first_day + timedelta(days=365 * YEARS_AHEAD)).year)
    known = sorted(holidays_of(calendar, years).items())
    coming = [(day, name) for day, name in known if day >= first_day and day.isoweekday() in open_on]
    return coming[:most]
