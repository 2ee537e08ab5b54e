"""From accepted rows to today's tickets: everything here is made anew from the facts and the owner's settings."""

from collections.abc import Mapping
from pathlib import Path

from pipelines.catalogue.placing import place_categories
from pipelines.connection import Connection
from pipelines.errors import SettingsInvalid
from pipelines.intake.preset import Preset
from pipelines.settings import Settings, known_zone
from pipelines.targets.register import read_register

SQL = Path(__file__).parent / "derive"
FOREVER_KM = 1e9
TICKET_STEPS = (
    "status_change", "drop_told_status", "told_by_statuses", "newest_ticket", "told_work_mode", "ticket",
    "drop_newest_ticket", "agreement", "site_travel", "nearest_office", "ticket_distance",
)  # fmt: skip
AGREED = ("client", "target_version", "sent_on", "signed_on", "in_force_from")


def derive(
    connection: Connection, settings: Settings, presets: Mapping[str, Preset], home: Path
) -> dict[int, tuple[str, str]]:
    """Make the current clients, targets, statuses and tickets; returns each calendar's number, name and time zone."""
    for step in ("settings_tables", "macros", "place_macros", "work_mode_macros", "target_macros"):
        connection.run(SQL / f"{step}.sql")
    _write_settings(connection, settings)
    _write_list_columns(connection, presets)
    connection.append("written_agreement", AGREED, read_register(home))
    for step in ("told_status", "tier_name", "client_name", "current_client", "current_target", "agreed_version"):
        connection.run(SQL / f"{step}.sql", timezone=settings.timezone)
    _write_status_meanings(connection, presets)
    calendars = _place_calendars(connection, settings)
    for step in TICKET_STEPS:
        connection.run(SQL / f"{step}.sql", **settings.road.values())
    place_categories(connection, home)
    connection.run(SQL / "placed_ticket.sql")
    return calendars


def _write_settings(connection: Connection, settings: Settings) -> None:
    connection.append("tier_order", ("tier", "position"), [(tier, i) for i, tier in enumerate(settings.tiers)])
    connection.append("written_matrix", ("impact", "urgency", "priority"), settings.matrix)
    connection.run(SQL / "priority_matrix.sql")
    from_km = 0.0
    for position, band in enumerate(settings.distance_bands):
        below = FOREVER_KM if band.below_km is None else float(band.below_km)
        columns = ("distance_band", "from_km", "below_km", "position")
        connection.append("distance_band", columns, [(band.name, from_km, below, position)])
        from_km = below
    places = [(office.name, office.latitude, office.longitude) for office in settings.offices]
    connection.append("office", ("office", "latitude", "longitude"), places)


def _write_list_columns(connection: Connection, presets: Mapping[str, Preset]) -> None:
    """Which columns each client list has: an empty cell says something only in a column that is there."""
    lists = [
        (load_id, list(presets[preset].found_in(header)))
        for load_id, preset, header in connection.rows(SQL / "client_lists.sql")
        if header and preset in presets
    ]
    connection.append("list_column", ("load_id", "fields"), lists)


def _write_status_meanings(connection: Connection, presets: Mapping[str, Preset]) -> None:
    """What each status means: by the source's own presets, the one it came with first; else by whoever told of it."""
    meanings: dict[tuple[str, str], tuple[str | None, bool]] = {}
    for source, told_by_another, name, status in connection.rows(SQL / "statuses.sql"):
        known_state, answers_known = meanings.get((source, status), (None, False))
        state, answers = _meaning(presets, source, name, status)
        if state is None and told_by_another and name in presets:
            state, answers = _meaning(presets, presets[name].source, name, status)
        meanings[source, status] = (known_state or state, answers_known or answers)
    columns = ("source", "status", "state", "answers")
    connection.append("status_meaning", columns, [(*key, *value) for key, value in meanings.items()])


def _meaning(presets: Mapping[str, Preset], source: str, first: str, status: str) -> tuple[str | None, bool]:
    """The state by the presets of one source, and whether any of them takes the status for an answer."""
    family = [preset for preset in presets.values() if preset.source == source]
    in_order = sorted(family, key=lambda preset: preset.name != first)
    states = [state for preset in in_order if (state := preset.state_of(status))]
    return next(iter(states), None), any(preset.counts_as_answer(status) for preset in family)


def _is_zone(zone: str | None) -> bool:
    try:
        return zone is None or bool(known_zone(zone))
    except SettingsInvalid:
        return False


def _place_calendars(connection: Connection, settings: Settings) -> dict[int, tuple[str, str]]:
    """Number the calendars that clients name; 1 is the company's own, also for a name that settings do not know."""
    placed: list[tuple[int, str | None, str | None, bool]] = [(1, None, None, True)]
    known = {1: (settings.default_calendar, settings.timezone)}
    for name, zone in connection.rows(SQL / "client_calendars.sql"):
        calendar = name if name in settings.calendars else settings.default_calendar
        place = (calendar, known_zone(zone) if zone and _is_zone(zone) else settings.timezone)
        number = next((number for number, other in known.items() if other == place), len(known) + 1)
        known[number] = place
        placed.append((number, name, zone, _is_zone(zone)))
    connection.append("placed_calendar", ("calendar_id", "calendar", "timezone", "zone_known"), placed)
    return known
