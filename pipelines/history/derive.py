"""From accepted rows to today's tickets: everything here is made anew from the facts and the owner's settings."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pipelines.connection import Connection
from pipelines.errors import SettingsInvalid
from pipelines.intake.preset import Preset
from pipelines.settings import SHIPPED, Settings, known_zone

SQL = Path(__file__).parent / "derive"
FOREVER_KM = 1e9


def derive(
    connection: Connection, settings: Settings, presets: Mapping[str, Preset], home: Path
) -> dict[int, tuple[str, str]]:
    """Make the current clients, targets, statuses and tickets; returns each calendar's number, name and time zone."""
    connection.run(SQL / "settings_tables.sql")
    connection.run(SQL / "macros.sql")
    _write_settings(connection, settings, home)
    _write_status_meanings(connection, presets)
    connection.run(SQL / "current_client.sql")
    connection.run(SQL / "current_target.sql")
    calendars = _place_calendars(connection, settings)
    for step in ("status_change", "told_by_statuses", "newest_ticket", "ticket", "placed_ticket"):
        connection.run(SQL / f"{step}.sql")
    return calendars


def _write_settings(connection: Connection, settings: Settings, home: Path) -> None:
    connection.append("tier_order", ("tier", "position"), [(tier, i) for i, tier in enumerate(settings.tiers)])
    from_km = 0.0
    for position, band in enumerate(settings.distance_bands):
        below = FOREVER_KM if band.below_km is None else float(band.below_km)
        columns = ("distance_band", "from_km", "below_km", "position")
        connection.append("distance_band", columns, [(band.name, from_km, below, position)])
        from_km = below
    connection.append("catalogue", ("issue_type", "issue_kind", "word"), catalogue_words(home))


def catalogue_words(home: Path) -> list[tuple[str, str, str]]:
    """Issue type, issue kind and a word that leads to it; the home's own words win over the shipped ones."""
    words: dict[str, tuple[str, str, str]] = {}
    for file in (SHIPPED / "catalogue.toml", home / "catalogue.toml"):
        if file.exists():
            for kind, types in tomllib.loads(file.read_text(encoding="utf-8")).items():
                words |= {w.lower(): (name, kind, w.lower()) for name, more in types.items() for w in (name, *more)}
    return list(words.values())


def _write_status_meanings(connection: Connection, presets: Mapping[str, Preset]) -> None:
    """What each status means: by the preset it came with, else by any preset of the same source that knows it."""
    meanings: dict[tuple[str, str], tuple[str | None, bool]] = {}
    for source, name, status in connection.rows(SQL / "statuses.sql"):
        own = [presets[name]] if name in presets else []
        for preset in own + [other for other in presets.values() if other.source == source]:
            state, answers = meanings.get((source, status), (None, False))
            meanings[source, status] = (state or preset.state_of(status), answers or preset.counts_as_answer(status))
    columns = ("source", "status", "state", "answers")
    connection.append("status_meaning", columns, [(*key, *value) for key, value in meanings.items()])


def _zone_or(zone: str | None, otherwise: str) -> str:
    try:
        return known_zone(zone or otherwise)
    except SettingsInvalid:
        return otherwise


def _place_calendars(connection: Connection, settings: Settings) -> dict[int, tuple[str, str]]:
    """Number the calendars that clients name; 1 is the company's own, also for a name that settings do not know."""
    placed: list[tuple[int, str | None, str | None]] = [(1, None, None)]
    known = {1: (settings.default_calendar, settings.timezone)}
    for name, zone in connection.rows(SQL / "client_calendars.sql"):
        calendar = name if name in settings.calendars else settings.default_calendar
        place = (calendar, _zone_or(zone, settings.timezone))
        number = next((number for number, other in known.items() if other == place), len(known) + 1)
        known[number] = place
        placed.append((number, name, zone))
    connection.append("placed_calendar", ("calendar_id", "calendar", "timezone"), placed)
    return known
