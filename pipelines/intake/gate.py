"""The gates: every cell gets its type or is listed, every record gets one role, and a file too damaged is refused."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.intake import fields
from pipelines.intake.answers import Answers
from pipelines.intake.dates import DateOrder
from pipelines.intake.preset import Preset
from pipelines.vocabulary import FileKind

HERE = Path(__file__).parent
MOST_QUARANTINED = 0.05
LOGS = (FileKind.UPDATES, FileKind.EVENTS)
UNDATED = (FileKind.CLIENTS, FileKind.TARGETS)
MINUTES = {"minutes": 1.0, "hours": 60.0, "seconds": 1 / 60, "days": 1440.0}
DURATIONS = tuple(name for name in fields.NUMBERS if name.endswith("_minutes"))
HARMLESS = "a placeholder, not a date"
MOST_STATUSES_NAMED = 6
STRAY = timedelta(days=30)
# Lists of clients and targets say nothing about a moment; the history's instants are naive UTC.
NO_MOMENT, NO_LIMIT = datetime(1970, 1, 1), datetime(9999, 1, 1)  # noqa: DTZ001


def typed(
    connection: Connection,
    name: str,
    preset: Preset,
    order: DateOrder,
    date_only: list[str],
    timezone: str,
    answers: Answers,
) -> tuple[datetime, list[str]]:
    """Give every cell its type, list those that cannot be so; the moment of the export, and what is odd about it."""
    values = {
        "formats": {field: order.formats(field) for field in fields.INSTANTS},
        "zones": {field: preset.zones.get(field, timezone) for field in fields.INSTANTS},
        "minutes": {field: MINUTES[preset.units.get(field, "minutes")] for field in DURATIONS},
    }
    connection.run(HERE / "typed_row.sql", **values)
    latest_possible = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=2)
    connection.run(HERE / "field_problem.sql", not_after=latest_possible, date_only=date_only)
    if preset.kind in UNDATED:
        return NO_MOMENT, []
    latest, of_any_other = connection.rows(HERE / "latest_instant.sql")[0]
    if latest is None:
        raise FileRefused(f"{name} has no row with a date that can be read; check the export's date columns.")
    if answers.as_of is not None and answers.as_of > latest_possible:
        raise FileRefused("--as-of lies in the future; it is the moment at which the export was taken.")
    stray = answers.as_of is None and of_any_other is not None and latest - of_any_other > STRAY
    note = f"seen until {latest:%Y-%m-%d}, over {STRAY.days} days after any other row; if that is a typing error,"
    note += " say --as-of"
    return answers.as_of or latest, [note] if stray else []


def judged(connection: Connection, preset: Preset, as_of: datetime, date_only: list[str]) -> list[str]:
    """Give every record its role; returns what should be said about statuses that no preset knows."""
    log = preset.kind in LOGS
    limit = NO_LIMIT if preset.kind in UNDATED else as_of
    connection.run(HERE / "clean_row.sql", as_of=limit, date_only=date_only)
    required = list(fields.REQUIRED[preset.kind])
    connection.run(HERE / "record_fault.sql", as_of=limit, log=log, required=required)
    connection.run(HERE / "record_role.sql", log=log, history=preset.kind == FileKind.STATUS_HISTORY)
    connection.run(HERE / "status_table.sql")
    statuses = connection.rows(HERE / "distinct_status.sql")
    states = [(text, preset.state_of(text)) for text, _ in statuses]
    connection.append("file_status", ("status", "state"), states)
    if preset.kind in (FileKind.TICKETS, *LOGS):
        values = {"log": log, "events": preset.kind == FileKind.EVENTS, "source": preset.source}
        connection.run(HERE / "ticket_in_file.sql", **values)
    if not preset.statuses:
        return []  # the tool that owns the tickets knows what they mean
    unknown = [f"{text} ({n:,})" for (text, n), (_, state) in zip(statuses, states, strict=True) if state is None]
    named = ", ".join(unknown[:MOST_STATUSES_NAMED]) + (", ..." if len(unknown) > MOST_STATUSES_NAMED else "")
    return [f"statuses that are not known count as open until a resolution is told: {named}"] if unknown else []


def refuse_the_unreadable(
    name: str,
    records: int,
    counts: list[tuple[str, str | None, int]],
    problems: list[tuple[Any, ...]],
    answers: Answers,
) -> None:
    """Refuse a file of which more than one row in twenty cannot be so, unless the owner said otherwise."""
    gone = {outcome: sum(n for what, _, n in counts if what == outcome) for outcome in ("quarantined", "excluded")}
    if gone["quarantined"] == records:
        raise FileRefused(
            f"{name} holds no row that can be read ({problems[0][3]}); check the filter and the columns of the export."
        )
    if gone["quarantined"] + gone["excluded"] == records:
        raise FileRefused(f"{name} tells of nothing before the moment named by --as-of; name a later one.")
    impossible = {row[0] for row in problems if row[3] != HARMLESS}
    if len(impossible) > MOST_QUARANTINED * records and not answers.allow_quarantine:
        reasons = [row[3] for row in problems if row[3] != HARMLESS]
        raise NeedsAnswer(
            f"{name}: {len(impossible):,} of {records:,} rows cannot be as they are written (most often:"
            f" {max(set(reasons), key=reasons.count)}). Mend the export, or load it all the same with"
            " --allow-quarantine.",
            question="quarantine",
        )
