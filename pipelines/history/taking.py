"""A planned table goes into the history's facts: every record gets one outcome, every bad cell is listed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.errors import FileRefused
from pipelines.history.set_aside import Aside
from pipelines.intake import gate
from pipelines.intake.look import Broken, Places
from pipelines.intake.plan import LISTS, TICKET_KINDS, Plan
from pipelines.vocabulary import FileKind

SQL = Path(__file__).parent
INTAKE = SQL.parent / "intake"
STRAY = timedelta(days=30)
# Lists of clients and targets say nothing about a moment; the history's instants are naive UTC.
NO_MOMENT = datetime(1970, 1, 1)  # noqa: DTZ001
Count = tuple[str | None, str | None, int]


class ReadOtherwise(Exception):
    """The database saw other records than the first look; the table is to be copied with care."""


@dataclass(frozen=True)
class Taken:
    """What became of a table: the moment of its export, its records by outcome and reason, its problems, remarks."""

    as_of: datetime
    counts: list[Count]
    problems: list[tuple[Any, ...]]
    notes: list[str]


def take_rows(connection: Connection, plan: Plan, load_id: int, aside: Aside) -> Taken:
    """Write a table's rows into the facts as load `load_id`, but for what is set aside.

    Raises FileRefused or NeedsAnswer where too much cannot be so.
    """
    broken, totals = gate.without_totals(plan)
    if plan.look.rows - (plan.totals_row is not None) == 0:
        raise FileRefused(gate.no_row(plan.look.name, broken))
    straight = plan.preset.kind == FileKind.TICKETS and not aside.anything
    latest = _straight(connection, plan, load_id) if straight else _waiting(connection, plan, aside)
    counts: list[Count] = [tuple(row) for row in connection.rows(INTAKE / "role_count.sql")]
    counts += _broken_counts(broken) + ([("totals row", None, totals)] if totals else [])
    problems = _problems(connection, plan, broken, aside)
    gate.refuse_the_unreadable(plan, counts, problems)
    as_of, notes = _moment(plan, latest)
    kept = _accept(connection, plan, load_id, as_of, straight=straight)
    _number_as_in_file(connection, plan, load_id)
    counts += _header_again(connection, plan, sum(number for *_, number in (*counts, *kept)))
    unknown = _unknown_statuses(connection, plan, load_id)
    connection.run(SQL / "drop_waiting.sql")
    return Taken(as_of, [*counts, *kept], problems, [*aside.notes, *notes, *unknown])


def _straight(connection: Connection, plan: Plan, load_id: int) -> list[datetime]:
    """Rows that are tickets go straight into the facts; only those that are not plain get a second look."""
    values = plan.values()
    connection.run(
        SQL / "accept_tickets.sql", load_id=load_id, source=plan.preset.source, timezone=plan.timezone, **values
    )
    tickets, faulty, numbered, latest = connection.rows(SQL / "accepted_facts.sql", load_id=load_id)[0]
    connection.run(SQL / "repeated_ticket.sql", load_id=load_id)
    connection.run(SQL / "unlike_ticket.sql", load_id=load_id if numbered < tickets else None)
    plain = tickets + (plan.totals_row is not None) == plan.look.rows and not faulty
    if plain and not connection.value(SQL / "count_repeated.sql"):
        connection.run(SQL / "no_odd_row.sql")
    else:
        connection.run(SQL / "odd_record.sql", load_id=load_id, rows=plan.look.rows)
        _look_again(connection, values)
        connection.run(SQL / "odd_fault.sql")
    connection.run(INTAKE / "record_role.sql", log=False, history=False, fan_out=plan.preset.fan_out)
    connection.run(SQL / "drop_rows.sql", load_id=load_id)
    of_others = connection.value(INTAKE / "latest_moments.sql", rejected=True)
    return sorted([*(latest or []), *(of_others or [])], reverse=True)[:2]


def _look_again(connection: Connection, values: dict[str, Any]) -> None:
    """The records of odd_record once more, with all that is wrong with each; the rest of the file is not read again."""
    file = {name: values[name] for name in ("path", "mark", "names", "padded")}
    connection.run(INTAKE / "odd_cells.sql", **file)
    connection.run(INTAKE / "odd_rows_of.sql")
    connection.run(INTAKE / "odd_row.sql", **values)


def _waiting(connection: Connection, plan: Plan, aside: Aside) -> list[datetime]:
    """Other rows wait in a table of their own until they have found their roles, and what is set aside is out."""
    kind, source = plan.preset.kind, plan.preset.source
    connection.run(INTAKE / "clean_row.sql", **plan.values())
    connection.run(INTAKE / "record_fault.sql")
    history = kind == FileKind.STATUS_HISTORY
    connection.run(INTAKE / "record_role.sql", log=plan.log, history=history, fan_out=plan.preset.fan_out)
    if plan.log:
        connection.run(INTAKE / "ticket_in_file.sql", events=kind == FileKind.EVENTS, source=source)
    elif kind == FileKind.TICKETS:
        connection.run(INTAKE / "row_as_ticket.sql", source=source)
    connection.run(INTAKE / "odd_of_waiting.sql")
    if connection.value(INTAKE / "count_odd.sql"):
        _look_again(connection, plan.values())
    aside.mark(plan)
    return list(connection.value(INTAKE / "latest_moments.sql", rejected=False) or [])


def _moment(plan: Plan, latest: Sequence[datetime]) -> tuple[datetime, list[str]]:
    """When the export was taken, as given or as far as the file can say, and what is odd about it."""
    if plan.preset.kind in LISTS:
        return NO_MOMENT, []
    if plan.as_of is not None:
        return plan.as_of, []
    if not latest:
        raise FileRefused(f"{plan.look.name} has no row with a date that can be read; check the export's date columns.")
    if len(latest) < 2 or latest[0] - latest[1] <= STRAY:
        return latest[0], []
    note = f"seen until {latest[0]:%Y-%m-%d}, over {STRAY.days} days after any other row; if that is a typing error,"
    return latest[0], [f"{note} say --as-of"]


def _accept(connection: Connection, plan: Plan, load_id: int, as_of: datetime, *, straight: bool) -> list[Count]:
    """Put what waits into the facts; the outcomes of the rows that stand, judged by what the history knew before."""
    kind, source = plan.preset.kind, plan.preset.source
    rows: list[Any] = []
    if kind in LISTS:
        name = "client" if kind == FileKind.CLIENTS else "target"
        rows = connection.rows(SQL / f"{name}_outcome.sql")
        connection.run(SQL / f"accept_{name}s.sql", load_id=load_id)
        return [(outcome, None, number) for outcome, number in rows]
    if kind in TICKET_KINDS and not straight:
        connection.run(
            SQL / "accept_waiting_tickets.sql", load_id=load_id, timezone=plan.timezone, offsets=plan.offsets
        )
    if kind in TICKET_KINDS:
        _write_states(connection, plan, load_id)
        rows = connection.rows(SQL / "ticket_outcome.sql", load_id=load_id, as_of=as_of, file_sha256=plan.look.sha256)
    if kind != FileKind.TICKETS:
        connection.run(SQL / "accept_statuses.sql", load_id=load_id, source=source)
    return [(outcome, None, number) for outcome, number in rows]


def _number_as_in_file(connection: Connection, plan: Plan, load_id: int) -> None:
    if plan.look.broken:
        rows, ahead = Places.of(plan.look).shifts()
        connection.run(SQL / "number_in_file.sql", load_id=load_id, rows=rows, ahead=ahead)
        connection.run(SQL / "number_as_in_file.sql")


def _write_states(connection: Connection, plan: Plan, load_id: int) -> None:
    statuses = connection.rows(SQL / "accepted_status_of_load.sql", load_id=load_id)
    connection.run(INTAKE / "status_table.sql")
    connection.append("file_status", ("status", "state"), [(text, plan.preset.state_of(text)) for text, _ in statuses])


def _unknown_statuses(connection: Connection, plan: Plan, load_id: int) -> list[str]:
    """What should be said about statuses that no preset knows."""
    if plan.preset.kind in LISTS or not plan.preset.statuses:
        return []  # the tool that owns the tickets knows what they mean
    if plan.preset.kind == FileKind.TICKETS:
        statuses = connection.rows(SQL / "accepted_status_of_load.sql", load_id=load_id)
    else:
        statuses = connection.rows(INTAKE / "distinct_status.sql")
    return gate.unknown_statuses([(text, number) for text, number in statuses if plan.preset.state_of(text) is None])


def _broken_counts(broken: Sequence[Broken]) -> list[Count]:
    reasons = [record.reason for record in broken]
    return [("quarantined", reason, reasons.count(reason)) for reason in dict.fromkeys(reasons)]


def _problems(connection: Connection, plan: Plan, broken: Sequence[Broken], aside: Aside) -> list[tuple[Any, ...]]:
    """Records that were not accepted and emptied cells: record, line, field, reason, value, the record's own text."""
    rows: list[Any] = [(record, None, reason, None) for record, reason in connection.rows(INTAKE / "problem_row.sql")]
    rows += connection.rows(INTAKE / "cell_problem.sql") if connection.value(INTAKE / "count_faulty.sql") else []
    places, texts = Places.of(plan.look), _texts(connection, [row[0] for row in rows])
    listed: list[tuple[Any, ...]] = [(b.record_number, b.line_number, None, b.reason, None, b.raw) for b in broken]
    for row, name, reason, value in rows:
        listed.append((places.record(row), places.line(row), name, reason, value, texts.get(row)))
    quiet = [(*problem[:4], aside.unnamed(problem[4]), aside.unnamed(problem[5])) for problem in listed]
    return sorted(quiet, key=lambda problem: (problem[0], problem[2] or ""))


def _header_again(connection: Connection, plan: Plan, counted: int) -> list[Count]:
    """The rows that are the header once more; what else is left over, the database has not returned."""
    again = plan.look.records - counted
    if not again:
        return []
    # A second look has put its own rows in the place of the file's.
    connection.run(INTAKE / "rows_of.sql")
    if again != connection.value(INTAKE / "count_header_again.sql", header=plan.header(), **plan.look.file()):
        raise ReadOtherwise
    return [("totals row", "the header again", again)]


def _texts(connection: Connection, records: list[int]) -> dict[int, str]:
    if not records:
        return {}
    return dict(connection.rows(INTAKE / "record_text.sql", records=sorted(set(records))))
