"""Proposals on the headers of real tools, beside what the presets that ship say of them."""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.mapping import kinds
from pipelines.mapping.columns import columns_of, same
from pipelines.mapping.head import Head, head_of
from pipelines.mapping.propose import all_proposals, proposals
from pipelines.settings import SHIPPED
from pipelines.vocabulary import FileKind
from tests.conftest import REALDATA, SHARED

pytestmark = pytest.mark.realdata
KNOWS, FEWEST = 0.5, 4


def headers() -> Iterator[tuple[str, ...]]:
    for file in sorted((SHARED / "headers").glob("*.csv")):
        line = file.read_text(encoding="utf-8-sig").splitlines()[0]
        delimiter = max(",;", key=line.count)
        yield tuple(next(csv.reader([line], delimiter=delimiter)))


def truth(header: tuple[str, ...]) -> dict[str, set[str]]:
    """Titles by field, as the preset that finds most of them says; nothing where none knows the header."""
    titles = {same(title) for title in header}
    best: dict[str, set[str]] = {}
    for file in (SHIPPED / "sources").glob("*.toml"):
        written = tomllib.loads(file.read_text(encoding="utf-8"))
        if written["kind"] in (FileKind.TICKETS, FileKind.UPDATES):
            found = {field: {same(alias) for alias in aliases} & titles for field, aliases in written["columns"].items()}
            best = max(best, {field: its for field, its in found.items() if its}, key=len)
    return best if len(best) >= FEWEST and "opened_at" in best else {}


def judged() -> Counter[str]:
    """How many fields of the known headers are proposed right, wrong, or not at all."""
    counted: Counter[str] = Counter()
    for header in headers():
        told = truth(header)
        found = proposals(FileKind.TICKETS, columns_of(Head(header, [])))
        for field, titles in told.items():
            if field in kinds.offered(FileKind.TICKETS):
                column = found.get(field)
                counted["none" if column is None else "right" if same(column.title) in titles else "wrong"] += 1
    return counted


def test_most_fields_of_known_headers_are_proposed_and_hardly_one_is_wrong() -> None:
    counted = judged()

    assert counted["right"] >= 0.85 * counted.total(), counted
    assert counted["wrong"] <= 0.02 * counted.total(), counted


@pytest.mark.torture
@pytest.mark.parametrize(
    ("file", "kind", "right"),
    [
        ("boston311_closed_requests.csv.gz", "tickets", {"ticket_id": "CASE_ENQUIRY_ID", "opened_at": "OPEN_DT", "closed_at": "CLOSED_DT", "status": "CASE_STATUS", "latitude": "LATITUDE", "longitude": "LONGITUDE", "resolution_due_at": "TARGET_DT"}),
        ("rabobank_damaged_40_rows.csv", "tickets", {"ticket_id": "Incident_ID", "opened_at": "Open_Time", "resolved_at": "Resolved_Time", "closed_at": "Close_Time", "status": "Status"}),
        ("uci_incident_event_log.csv.gz", "updates", {"ticket_id": "number", "opened_at": "opened_at", "updated_at": "sys_updated_at", "status": "incident_state", "resolved_at": "resolved_at"}),
        ("italian_helpdesk_events.csv.gz", "events", {"ticket_id": "Case ID", "status": "Activity", "changed_at": "Complete Timestamp", "technician": "Resource"}),
    ],
)  # fmt: skip
def test_real_exports_are_proposed_by_their_names_and_cells(file: str, kind: str, right: dict[str, str]) -> None:
    columns = columns_of(head_of(Path(REALDATA / file)))
    every = all_proposals(columns)

    assert kinds.likely_kind(every) == kind
    found = {field: column.title for field, column in every[FileKind(kind)].items()}
    assert {field: found.get(field) for field in right} == right
