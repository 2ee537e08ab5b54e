"""Where the offices are, and how drives and trips become kilometres: the owner's words, checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from pipelines.errors import SettingsInvalid

KM_PER_MILE = 1.609344
MOST_KM = 50_000


class Unit(StrEnum):
    """What distances are counted in."""

    KM = "km"
    MILES = "miles"


class Trip(StrEnum):
    """Which way an export's travel time and mileage count."""

    ONE_WAY = "one way"
    BOTH_WAYS = "both ways"


@dataclass(frozen=True)
class Office:
    """A place that technicians start from, in degrees north and east."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class DistanceBand:
    """A band of kilometres: up to, not including, `below_km`; None has no end."""

    name: str
    below_km: float | None


@dataclass(frozen=True)
class Road:
    """How a straight line, a drive and an export's trip become kilometres by road."""

    factor: float
    km_per_hour: float
    mileage_unit: Unit
    trip: Trip

    def values(self) -> dict[str, float]:
        """As statements name them: each multiplies what a source tells."""
        ways = 2 if self.trip is Trip.BOTH_WAYS else 1
        km = KM_PER_MILE if self.mileage_unit is Unit.MILES else 1.0
        return {
            "road_factor": self.factor,
            "km_per_minute": self.km_per_hour / 60,
            "km_per_travel_minute": self.km_per_hour / 60 / ways,
            "km_per_mileage": km / ways,
        }


def offices(written: Any) -> tuple[Office, ...]:
    """The offices as written; raises SettingsInvalid where a place is not one."""
    if not isinstance(written, list):
        raise SettingsInvalid("Each office is a part of its own that begins with [[offices]], in two brackets.")
    return tuple(_office(office) for office in written)


def _office(written: Any) -> Office:
    name = written.get("name") if isinstance(written, dict) else None
    if not isinstance(name, str) or not name.strip():
        raise SettingsInvalid('Each office needs a name, such as name = "Head office".')
    latitude, longitude = written.get("latitude"), written.get("longitude")
    if not _is_number(latitude, -90, 90) or not _is_number(longitude, -180, 180):
        raise SettingsInvalid(
            f"Office {name!r} needs a latitude from -90 to 90 and a longitude from -180 to 180, in degrees like 51.5."
        )
    return Office(name, float(latitude), float(longitude))


def road(written: Mapping[str, Any]) -> Road:
    """How kilometres come about, as written; raises SettingsInvalid."""
    factor, speed = written["road_factor"], written["drive_km_per_hour"]
    if not _is_number(factor, 1, 5):
        raise SettingsInvalid("distance.road_factor must lie between 1 and 5; roads are never shorter than a line.")
    if not _is_number(speed, 1, 200):
        raise SettingsInvalid("distance.drive_km_per_hour must lie between 1 and 200.")
    if written["mileage_unit"] not in tuple(Unit):
        raise SettingsInvalid('distance.mileage_unit must be "km" or "miles".')
    if written["trip"] not in tuple(Trip):
        raise SettingsInvalid('distance.trip must be "one way" or "both ways".')
    return Road(float(factor), float(speed), Unit(written["mileage_unit"]), Trip(written["trip"]))


def bands(written: Any) -> tuple[DistanceBand, ...]:
    """The distance bands, nearest first; raises SettingsInvalid where they do not rise to an open end."""
    if not isinstance(written, list) or not all(map(_is_band, written)):
        raise SettingsInvalid(
            'distance.bands must be a list such as [{ name = "near", below_km = 20 }, { name = "far" }].'
        )
    found = tuple(DistanceBand(band["name"], band.get("below_km")) for band in written)
    ends = [band.below_km for band in found[:-1]]
    rising = all(a is not None and b is not None and a < b for a, b in pairwise(ends))
    if not found or None in ends or not rising or found[-1].below_km is not None:
        raise SettingsInvalid("Distance bands must rise, and the last one must have no below_km.")
    return found


def _is_band(written: Any) -> bool:
    fits = isinstance(written, dict) and isinstance(written.get("name"), str) and written["name"].isprintable()
    return fits and (written.get("below_km") is None or _is_number(written["below_km"], 0, MOST_KM))


def _is_number(value: Any, lowest: float, highest: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and lowest <= value <= highest
