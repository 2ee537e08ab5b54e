"""What the figures about people and Premium rest on: each with its unit, its value and what others say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.wording import assumptions as words
from models.pricing.assumptions import Assumption, about
from pipelines.prices import SurchargeKind
from pipelines.settings import MOST_TECHNICIANS, Settings

MOST_AMOUNT = 1e9
SAME = 1e-9


@dataclass(frozen=True)
class Figure:
    """One editable figure: its name in settings, its value as shown (None: not told), its unit and limits.

    per: shown value over stored value, 100 for shares in percent.
    """

    name: str
    label: str
    value: float | None
    unit: str
    most: float
    step: float
    note: str
    least: float = 0.0
    per: float = 1.0
    placeholder: str = words.NOT_TOLD
    more: str = ""

    @property
    def whole(self) -> bool:
        """Whether it is a whole number."""
        return self.name == "staffing.technicians"


def figures(own: Settings, tiers: Sequence[str], shown_technicians: int | None) -> dict[str, list[Figure]]:
    """The editable figures by heading; shown_technicians: as many as are taken where none are told."""
    return {
        words.PEOPLE: _people(own, shown_technicians),
        words.COSTS: _costs(own),
        words.PRICES: [*_by_tier(own, tiers, "per_user"), _premium(own)],
        words.CREDITS: _by_tier(own, tiers, "credits"),
    }


def _people(own: Settings, shown: int | None) -> list[Figure]:
    staffing = own.staffing
    taken = words.AS_SHOWN if shown is None else f"{shown}, {words.AS_SHOWN}"
    return [
        Figure("staffing.technicians", "Technicians", staffing.technicians or None, words.HEADS, MOST_TECHNICIANS, 1,
               words.TECHNICIANS, placeholder=taken),
        Figure("staffing.lunch_minutes", "Lunch", staffing.lunch_minutes, "minutes a day", 240, 5, words.LUNCH),
        _goal("staffing.response_goal", "First replies in time", staffing.response_goal),
        _goal("staffing.resolution_goal", "Resolutions in time", staffing.resolution_goal),
    ]  # fmt: skip


def _goal(name: str, label: str, share: float) -> Figure:
    return Figure(name, label, round(100 * share, 4), "% of a month's", 100, 1, words.GOALS, least=50, per=100)


def _costs(own: Settings) -> list[Figure]:
    told, money = own.prices, own.currency
    return [
        Figure("prices.technician_month", "A technician", told.technician_month, f"{money} a month", MOST_AMOUNT, 100,
               words.usual(about("technician_month")[:2]), more=words.in_full(about("technician_month"))),
        Figure("prices.tools_month", "Tools of a technician", told.tools_month or None, f"{money} a month", MOST_AMOUNT,
               10, words.TOOLS),
        Figure("prices.hire_once", "A hire", told.hire_once or None, f"{money} once", MOST_AMOUNT, 100,
               words.usual(about("hire_once"))),
        Figure("prices.ramp_months", "Until at full pace", told.ramp_months, "months", 36, 0.5,
               words.usual(about("ramp_months"))),
    ]  # fmt: skip


def _by_tier(own: Settings, tiers: Sequence[str], name: str) -> list[Figure]:
    told: Mapping[str, float] = getattr(own.prices, name)
    users = name == "per_user"
    unit = f"{own.currency} a user a month" if users else "% of the month's fee"
    label = "A user of {}" if users else "Credit of {} for a missed month"
    return [
        Figure(f"prices.{name}.{tier}", label.format(tier), told.get(tier), unit, MOST_AMOUNT if users else 100,
               5, words.usual(_of_place(about(name), place)))
        for place, tier in enumerate(tiers)
    ]  # fmt: skip


def _of_place(said: Sequence[Assumption], place: int) -> Sequence[Assumption]:
    """Of three plans each has a range of its own; what is said of all stands beside the first."""
    return said[place : place + 1]


def _premium(own: Settings) -> Figure:
    premium = own.prices.premium
    unit = words.UNITS[premium.kind].format(currency=own.currency)
    return Figure(
        "prices.premium.amount", "Premium surcharge", premium.amount or None, unit, MOST_AMOUNT,
        1 if premium.kind is SurchargeKind.PERCENT else 5, words.usual(about("premium")),
    )  # fmt: skip


def changed(figures: Sequence[Figure], given: Mapping[str, float | None]) -> dict[str, float | str]:
    """What was written differently from what is told, as settings hold it; an emptied figure is 0, not told."""
    found: dict[str, float | str] = {}
    for figure in figures:
        before, after = figure.value or 0.0, given.get(figure.name, figure.value) or 0.0
        if abs(after - before) > SAME:
            kept = round(after / figure.per, 6)
            found[figure.name] = int(kept) if kept.is_integer() else kept
    return found


def said(figures: Sequence[Figure], changes: Mapping[str, float | str]) -> list[str]:
    """What was saved, figure by figure, with its unit as on screen."""
    known = {figure.name: figure for figure in figures}
    return [
        words.change(known[name].label, float(value) * known[name].per, known[name].unit)
        if name in known and not isinstance(value, str)
        else words.choice(str(value))
        for name, value in changes.items()
    ]
