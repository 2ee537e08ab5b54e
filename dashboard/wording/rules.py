"""The words of the page Settings."""

import re
from collections.abc import Sequence
from typing import Any

from dashboard.wording.numbers import counted
from dashboard.wording.safe import plain

YOURS, DEFAULT = ":blue-badge[yours]", ":gray[· default]"
MEASURES = "A change of these measures your history again."
OTHER_RULES = "Your history was measured by other rules than these: every page still shows the times by the old ones."
MEASURING = "Measuring your history by these rules. This takes up to a minute."
MEASURED_AGAIN = "Your history is measured by these rules."
IN_FORCE = "The file is in force."
IN_FORCE_BEFORE = f"{IN_FORCE} The old one is settings.toml.before."
NOTHING = "Nothing was changed, so nothing was saved."
SAVING = "Saving, and measuring your history again where it is needed. This takes up to a minute."
NEW_CALENDAR = "Add a calendar"
NO_HOLIDAYS = "No holidays: open on every such day"
IN_TEN = {0.5: "five", 0.6: "six", 0.7: "seven", 0.8: "eight", 0.9: "nine"}
WINDOW = re.compile(r"(\d{1,2})[:.]?(\d{2})?\s*(?:-|\u2013|to)\s*(\d{1,2})[:.]?(\d{2})?")
TITLES = {
    "company.name": "Name", "company.address": "Address", "company.email": "Email", "company.phone": "Phone",
    "company.website": "Website", "company.logo": "Logo", "company.timezone": "Time zone",
    "company.currency": "Currency", "company.default_calendar": "Hours of clients that name none",
    "tiers.order": "Plans and their order", "tiers.plans": "What each plan is", "prices.per_user": "Price a user",
    "promise.kept_rate": "Promise level", "promise.tiers": "Promise level by plan",
    "priorities.matrix": "Priority by impact and urgency", "distance.road_factor": "Road factor",
    "distance.drive_km_per_hour": "Driving speed", "distance.trip": "Travel is counted",
    "distance.mileage_unit": "Mileage is counted in", "distance.bands": "Distance bands", "offices": "Offices",
    "clock.pauses_stop": "Waiting stops", "history.keep_months": "Months to keep", "staffing.skills": "Skills",
    "contract.exclusions": "What is not covered", "contract.definitions": "Words explained",
    "contract.notice_days": "Days of notice", "contract.law": "Whose law holds",
    "staffing.technicians": "Technicians", "staffing.lunch_minutes": "Lunch",
    "staffing.response_goal": "Goal of first replies", "staffing.resolution_goal": "Goal of resolutions",
    "prices.technician_month": "A technician a month", "prices.tools_month": "Tools a month",
    "prices.hire_once": "A hire, once", "prices.ramp_months": "Months until at full pace",
    "prices.premium.kind": "How Premium is charged", "prices.premium.amount": "Premium surcharge",
    "prices.premium.paid_today": "Premium paid today",
    "email.host": "Mail server", "email.port": "Port", "email.security": "Kept secret by", "email.user": "Login",
    "email.sender": "From", "email.recipients": "To",
}  # fmt: skip
OPEN_TITLES = {
    "calendars.": "Calendar", "tiers.plans.": "Plan", "prices.per_user.": "Price a user of",
    "prices.credits.": "Credit of", "promise.tiers.": "Promise level of", "staffing.skills.": "Skill",
    "scorecard.": "Scorecard:",
}  # fmt: skip


def mark(*, own: bool) -> str:
    """Whose a value is, in a word and a colour."""
    return YOURS if own else DEFAULT


def title(name: str) -> str:
    """A setting as the page calls it; not Markdown."""
    for beginning, words in OPEN_TITLES.items():
        if name.startswith(beginning):
            return f"{words} {name.removeprefix(beginning)}"
    return TITLES.get(name, name)


def rules(name: str, hours: str, zone: str, rate: float) -> str:
    """Who works when, and what is promised."""
    return f"**{plain(name)} works {plain(hours)} ({plain(zone)}) and promises times that {kept(rate)} tickets keep.**"


def counts(plans: int, bands: int, offices: int, own: int) -> str:
    """How much there is, and whose it is."""
    there = [_some(plans, "plan"), _some(bands, "distance band"), _some(offices, "office")]
    whose = {0: "All of it is the default", 1: "1 setting is your own, the rest are the defaults"}
    return f"{_capital(', '.join(there))}. {whose.get(own, f'{own} settings are your own, the rest are the defaults')}."


def _some(number: int, one: str) -> str:
    return counted(number, one) if number else f"no {one}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def kept(rate: float) -> str:
    """A promise level: "nine in ten", "95 in 100"."""
    whole = round(100 * rate, 2)
    return f"{IN_TEN[rate]} in ten" if rate in IN_TEN else f"{whole:g} in 100"


def window(opens: int, closes: int) -> str:
    """An open time as settings write it: "08:30-17:30"; past midnight it ends on the next day."""
    end = closes if closes <= 86400 else closes - 86400
    return f"{opens // 3600:02}:{opens % 3600 // 60:02}-{end // 3600:02}:{end % 3600 // 60:02}"


def typed_window(cell: Any) -> str:
    """An open time as it is typed ("8.30 - 17"), as settings write it; what is none stays as it is, to be refused."""
    text = "" if cell is None or cell != cell else str(cell).strip()  # noqa: PLR0124 - not a number is not itself
    found = WINDOW.fullmatch(text)
    if not found:
        return text
    opens, past, closes, over = found.groups()
    return f"{int(opens):02}:{past or '00'}-{int(closes):02}:{over or '00'}"


def days_open(days: Sequence[str], times: Sequence[str]) -> str:
    """Days in a row with the same hours: "Monday to Friday 08:30-17:30"."""
    names = [day.capitalize() for day in days]
    said = names[0] if len(names) == 1 else f"{names[0]} {'to' if len(names) > 2 else 'and'} {names[-1]}"
    return f"{said} {' and '.join(times)}"


def hours(parts: Sequence[str], *, round_the_clock: bool) -> str:
    """Hours of a week in words."""
    return "day and night, every day" if round_the_clock else ", ".join(parts) or "at no time yet"


def saved(changes: Sequence[str], back: Sequence[str], *, measured: bool) -> str:
    """What was saved, as Markdown."""
    if not changes and not back:
        return NOTHING
    parts = [f"Saved: {', '.join(map(plain, changes))}."] if changes else []
    parts += [f"Back to the default: {', '.join(map(plain, back))}."] if back else []
    return " ".join([*parts, *(["Your history was measured again."] if measured else [])])
