"""Amounts of money and surcharges in words: the owner's currency, no more digits than say something."""

import pandas as pd

from dashboard.wording.numbers import DASH, count
from pipelines.prices import SurchargeKind

SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
# Below so much a surcharge is told with its hundredths.
SMALL = 10
OF = {
    SurchargeKind.PERCENT: "of the fee",
    SurchargeKind.PER_USER: "a user",
    SurchargeKind.PER_CLIENT: "a client",
}


def amount(value: float | None, currency: str) -> str:
    """-1847.5 in USD -> "USD −1,848"; nothing known -> a dash. The currency is the owner's word: make it safe first."""
    return DASH if _unknown(value) else f"{currency}{SPACE}{bare(value)}".strip()


def _exact(value: float, currency: str) -> str:
    """A price: 7.5 in USD -> "USD 7.50"; whole where it is large or has no hundredths."""
    digits = 2 if 0 < abs(value) < SMALL and round(value, 2) != round(value) else 0
    return f"{currency}{SPACE}{value:,.{digits}f}".strip()


def amount_span(low: float | None, high: float | None, currency: str) -> str:
    """Such as "USD −2,240 to −411"; an end that no draw reaches is said to be open."""
    if _unknown(low) and _unknown(high):
        return DASH
    if _unknown(low):
        return f"{amount(high, currency)} or less"
    if _unknown(high):
        return f"{amount(low, currency)} or more"
    return amount(low, currency) if bare(low) == bare(high) else f"{amount(low, currency)} to {bare(high)}"


def bare(amount: float | None) -> str:
    """A whole amount without its currency, for places that name it once."""
    if amount is None or _unknown(amount):
        return DASH
    size = f"{abs(amount):,.0f}"
    return f"{MINUS}{size}" if amount < 0 and float(size.replace(",", "")) else size


def surcharge(value: float | None, kind: SurchargeKind, currency: str) -> str:
    """Such as "15% of the fee" or "USD 12 a user a month"."""
    if value is None or _unknown(value):
        return DASH
    if kind is SurchargeKind.PERCENT:
        return f"{_percent(value)}% {OF[kind]}"
    return f"{_exact(value, currency)} {OF[kind]} a month"


def surcharge_short(value: float | None, kind: SurchargeKind, currency: str) -> str:
    """For cards and charts: "21.2%" or "USD 12"."""
    if value is None or _unknown(value):
        return DASH
    return f"{_percent(value)}%" if kind is SurchargeKind.PERCENT else _exact(value, currency)


def surcharge_span(low: float | None, high: float | None, kind: SurchargeKind, currency: str) -> str:
    """The ends of a surcharge's interval: "16% to 23.3%"; a missing high end is open."""
    ends = [surcharge_short(end, kind, currency) for end in (low, high)]
    if _unknown(low):
        return "more than was tried"
    return f"{ends[0]} or more" if _unknown(high) else ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def suffix(kind: SurchargeKind) -> str:
    """Behind the numbers of an axis of surcharges."""
    return "%" if kind is SurchargeKind.PERCENT else ""


def people(low: float, high: float, most: int) -> str:
    """The interval of a number of technicians: "1 to 2", "the same" where it has one value."""
    last = count(high) if high <= most else f"over {most}"
    first = count(low) if low <= most else f"over {most}"
    return first if first == last else f"{first} to {last}"


def _percent(amount: float) -> str:
    return f"{amount:,.1f}".removesuffix(".0")


def _unknown(amount: float | None) -> bool:
    return bool(pd.isna(amount))
