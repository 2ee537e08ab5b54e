"""What every figure of the simulated desk rests on, and where it comes from."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.wording.what_if import RULES, WHO
from models.desk.decisions import GOOD_MONTHS
from models.desk.handling import Rule
from models.refresh.desks import LearntDesk
from models.refresh.hiring import uptake_of
from models.refresh.scenario import Scenario, technicians_of
from models.uptake import Who
from pipelines.vocabulary import Clock

SETTINGS = "Your settings"
HISTORY = "Your history"


def rows(learnt: LearntDesk) -> pd.DataFrame:
    """One row an assumption: What, Value, From."""
    return pd.DataFrame(list(_rows(learnt)), columns=["What", "Value", "From"])


def _rows(learnt: LearntDesk) -> Iterator[tuple[str, str, str]]:
    desk = learnt.desk
    seen = desk.technicians == desk.weeks.regulars
    yield "Technicians today", wording.count(desk.technicians), f"{HISTORY}, on most days" if seen else SETTINGS
    lunch = f"{desk.staff.lunch_hours * 60:.0f} minutes a day"
    yield "Lunch of each technician", lunch, SETTINGS
    for clock, name in ((Clock.FIRST_RESPONSE, "Goal for first replies"), (Clock.RESOLUTION, "Goal for resolutions")):
        goal = f"{wording.percent(desk.goals[str(clock)])} of a month in time"
        yield name, goal, SETTINGS
    yield "A good number of technicians", f"keeps {wording.percent(GOOD_MONTHS)} of months", "Fixed"
    yield "Whole weeks learnt from", wording.count(len(desk.weeks)), HISTORY
    yield "Tickets", wording.count(len(desk.demand)), HISTORY
    told = f"{wording.percent(learnt.effort_told)} of tickets"
    yield "Hands-on time is told for", told, HISTORY if learnt.effort_told else f"{HISTORY}; else learnt from waiting"
    called = "somebody, for the most urgent" if desk.staff.on_call else "nobody"
    yield "On call at night", called, f"{HISTORY}: how soon the most urgent are answered at night"


def at_choice(table: pd.DataFrame, learnt: LearntDesk, scenario: Scenario) -> pd.DataFrame:
    """For files of one choice: the same, with the technicians and the share of Premium that were chosen."""
    share = round(100 * uptake_of(scenario, learnt), 1)
    people = technicians_of(scenario, learnt.desk)
    return beside(table.assign(Technicians=people, **{"Clients with Premium (%)": share}), learnt, scenario)


def beside(table: pd.DataFrame, learnt: LearntDesk, scenario: Scenario) -> pd.DataFrame:
    """For files: the table with the assumptions and what-ifs on each row."""
    desk = learnt.desk
    named = ", ".join(wording.shown(name) for name in scenario.clients)
    told: dict[str, Any] = {
        "Technicians today": desk.technicians, "Weeks of history": len(desk.weeks),
        "Tickets of history": len(desk.demand),
        "Goal first replies (%)": 100 * desk.goals[str(Clock.FIRST_RESPONSE)],
        "Goal resolutions (%)": 100 * desk.goals[str(Clock.RESOLUTION)],
        "Which ticket goes first": RULES[scenario.rule], "Who buys first": named or WHO[scenario.who],
        "Offered to": ", ".join(wording.shown(tier) for tier in scenario.tiers) or "every plan",
        "More clients (%)": round(100 * scenario.growth, 1), "Technicians away": scenario.away,
        "Evening cover (people)": scenario.cover_people,
        "Premium answers within (business hours)": scenario.response_hours or "as today",
        "Premium solves within (business hours)": scenario.resolution_hours or "as today",
    }  # fmt: skip
    return table.assign(**told)


def what_ifs(scenario: Scenario) -> str:
    """What else is supposed beside technicians and uptake, for under the sliders; nothing where all is as today."""
    told = supposed(scenario)
    return f"Also supposed: {told}." if told else ""


def supposed(scenario: Scenario) -> str:
    """The same in a few words."""
    names = [wording.plain(name) for name in scenario.clients]
    parts = [
        f"{scenario.growth:+.0%} clients" if scenario.growth else "",
        f"{wording.counted(scenario.away, 'technician')} away" if scenario.away else "",
        f"evening cover by {wording.count(scenario.cover_people)}" if scenario.cover_people else "",
        f"Premium answers within {wording.trimmed(scenario.response_hours)} h" if scenario.response_hours else "",
        f"Premium solves within {wording.trimmed(scenario.resolution_hours)} h" if scenario.resolution_hours else "",
        f"exactly these buy: {', '.join(names)}" if names else "",
        f"{WHO[scenario.who].lower()} buy first" if scenario.who is not Who.RANDOM and not names else "",
        f"offered to {', '.join(wording.plain(tier) for tier in scenario.tiers)}" if scenario.tiers else "",
        "begins with today's open tickets" if scenario.from_today else "",
        f"{RULES[scenario.rule].lower()}" if scenario.rule is not Rule.PREMIUM_FIRST else "",
    ]
    return "; ".join(filter(None, parts))
