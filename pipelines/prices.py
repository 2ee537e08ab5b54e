"""What clients pay and what a technician costs: the owner's amounts, checked; nothing told is never a number."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from pipelines.errors import SettingsInvalid

MOST = 1e9


class SurchargeKind(StrEnum):
    """What a surcharge's amount is counted in, a month."""

    PERCENT = "percent"
    PER_USER = "per_user"
    PER_CLIENT = "per_client"


@dataclass(frozen=True)
class Surcharge:
    """What Premium Response costs a client a month: percent of its fee, or an amount for each user or in all."""

    kind: SurchargeKind
    amount: float


@dataclass(frozen=True)
class Prices:
    """Amounts a month in the company's currency, by tier where several; credits in percent; None: not told.

    premium_paid_today: whether clients who have Premium today pay its surcharge already.
    """

    per_user: Mapping[str, float]
    premium: Surcharge
    technician_month: float | None
    tools_month: float
    hire_once: float
    ramp_months: float
    credits: Mapping[str, float]
    premium_paid_today: bool = True


def prices(written: Any) -> Prices:
    """The prices as written; raises SettingsInvalid where one cannot be."""
    _only(written, tuple(part.name for part in fields(Prices)), "prices")
    return Prices(
        per_user=_by_tier(written, "per_user", MOST, "per_user = { Silver = 60, Gold = 90 }"),
        premium=_surcharge(written.get("premium", {})),
        technician_month=_amount(written, "technician_month") or None,
        tools_month=_amount(written, "tools_month"),
        hire_once=_amount(written, "hire_once"),
        ramp_months=_ramp(written.get("ramp_months", 0)),
        credits=_by_tier(written, "credits", 100, "credits = { Platinum = 10 }, in percent up to 100"),
        premium_paid_today=_paid_today(written.get("premium", {})),
    )


def _surcharge(written: Any) -> Surcharge:
    _only(written, ("kind", "amount", "paid_today"), "prices.premium")
    kind = written.get("kind", SurchargeKind.PERCENT)
    if kind not in tuple(SurchargeKind):
        raise SettingsInvalid('prices.premium.kind must be "percent", "per_user" or "per_client".')
    return Surcharge(SurchargeKind(kind), _amount(written, "amount", "prices.premium"))


def _paid_today(written: Mapping[str, Any]) -> bool:
    paid = written.get("paid_today", True)
    if not isinstance(paid, bool):
        raise SettingsInvalid("prices.premium.paid_today must be true or false.")
    return paid


def _only(written: Any, known: tuple[str, ...], part: str) -> None:
    """A name that nobody reads would leave an amount untold without a word."""
    if not isinstance(written, dict):
        raise SettingsInvalid(f"{part} must be a part of its own that begins with [{part}].")
    for name in written:
        if name not in known:
            raise SettingsInvalid(f"{part} has no setting {name!r}; write one of {', '.join(known)}.")


def _amount(written: Mapping[str, Any], name: str, part: str = "prices") -> float:
    value = written.get(name, 0)
    if not _is_number(value, MOST):
        raise SettingsInvalid(f"{part}.{name} must be a number such as 1250, without a sign; 0 where you do not say.")
    return float(value)


def _ramp(value: Any) -> float:
    if not _is_number(value, 36):
        raise SettingsInvalid("prices.ramp_months must lie between 0 and 36 months.")
    return float(value)


def _by_tier(written: Mapping[str, Any], name: str, most: float, example: str) -> dict[str, float]:
    """The amounts that are told, by tier."""
    table = written.get(name, {})
    if not isinstance(table, dict) or not all(_is_number(value, most) for value in table.values()):
        raise SettingsInvalid(f"prices.{name} must be a number for each plan, such as {example}.")
    return {tier: float(value) for tier, value in table.items() if value > 0}


def _is_number(value: Any, highest: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= highest
