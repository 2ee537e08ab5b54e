"""What others say of the amounts that an owner is asked for: shown beside an input, never put in its place."""

from dataclasses import dataclass

VENDORS = "vendors' figures for managed service providers; no independent survey was found"


@dataclass(frozen=True)
class Assumption:
    """The usual range of an amount in its unit, None where nobody says one; `setting` is the price that it is about."""

    setting: str
    what: str
    low: float | None
    high: float | None
    unit: str
    source: str


ASSUMPTIONS = (
    Assumption("technician_month", "loaded cost of a technician", 55, 85, "$ an hour", VENDORS),
    Assumption("technician_month", "loaded cost of a technician", 1.5, 2, "times the wage", VENDORS),
    Assumption("technician_month", "share of paid time that is worked on tickets", 70, 80, "%", VENDORS),
    Assumption("per_user", "price of a user, the first of three plans", 75, 125, "$ a month", VENDORS),
    Assumption("per_user", "price of a user, the second of three plans", 125, 200, "$ a month", VENDORS),
    Assumption("per_user", "price of a user, the third of three plans", 200, 350, "$ a month", VENDORS),
    Assumption("ramp_months", "until a new technician works at full pace", 1, 3, "months", VENDORS),
    Assumption(
        "premium", "surcharge for Premium Response", None, None, "% of the fee",
        "no public benchmark for a recurring Premium Response surcharge was found; 15 % is a place to start from",
    ),
    Assumption(
        "hire_once", "what a hire costs once", None, None, "once",
        "no figure that would fit a firm of this kind was found; ask what the last hire cost",
    ),
    Assumption(
        "credits", "credit for a month whose promise was missed", 10, 50, "% of the month's fee",
        "published schedules of hosting and cloud vendors, which are for uptime; none was found for response times",
    ),
)  # fmt: skip


def about(setting: str) -> tuple[Assumption, ...]:
    """What others say of one setting."""
    return tuple(one for one in ASSUMPTIONS if one.setting == setting)
