"""Which column is proposed for which field: by its name, never against its cells."""

import pytest

from pipelines.mapping import kinds
from pipelines.mapping.columns import columns_of
from pipelines.mapping.head import Head
from pipelines.mapping.propose import all_proposals, proposals, unit_of
from pipelines.mapping.words import plain
from pipelines.vocabulary import FileKind

DAYS = [f"{day:02d}/03/2026 09:00" for day in range(1, 31)]
NUMBERS = [f"T-{n}" for n in range(30)]
WORDS = [("Alder", "Bexley", "Crane")[n % 3] for n in range(30)]
MINUTES = [str(n * 7) for n in range(30)]


def proposed(**columns: list[str]) -> dict[str, str]:
    header = tuple(columns)
    head = Head(header, list(zip(*columns.values(), strict=True)))
    return {field: column.title for field, column in proposals(FileKind.TICKETS, columns_of(head)).items()}


def by_name(*header: str) -> dict[str, str]:
    return {field: column.title for field, column in proposals(FileKind.TICKETS, columns_of(Head(header, []))).items()}


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("TicketNbr", "ticket nbr"), ("firstResponseDueTime", "first response due time"), ("Gelöst am", "geloest am"),
        ("Solução", "solucao"), ("Ticket #", "ticket #"), ("Custom field (Request Type)", "request type"),
        ("CASE_ENQUIRY_ID", "case enquiry id"), ("SLAPlan", "sla plan"), ("  Straße ", "strasse"), ("", ""), ("ÜBER", "ueber"),
    ],
)  # fmt: skip
def test_names_are_compared_without_case_accents_humps_and_marks(name: str, same: str) -> None:
    assert plain(name) == same


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("ticket_id", "Ticket-Nr."), ("opened_at", "Date/Time Opened"), ("opened_at", "Erstellungsdatum"), ("opened_at", "Fecha de creación"),
        ("opened_at", "Créé le"), ("opened_at", "Aangemaakt op"), ("opened_at", "Data di apertura"), ("opened_at", "Data Abertura"),
        ("resolved_at", "Resoltion Date"), ("resolved_at", "Date Resolved (UTC)"), ("client", "Kundenname"), ("status", "Stato"),
        ("first_response_at", "firstResponseDateTime"), ("technician", "Assigned To"), ("priority", "PRIORITÄT"),
    ],
)  # fmt: skip
def test_a_field_is_found_by_its_name_in_many_languages(field: str, name: str) -> None:
    assert by_name(name, "Zebra").get(field) == name


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("First Response Due", "first_response_at"), ("Resolved By", "resolution_due_at"), ("Closed By", "closed_at"),
        ("End User Id", "ticket_id"), ("Company ID", "client"), ("Last Viewed", "updated_at"), ("Merged", "merged_into"),
        ("Parent", "merged_into"), ("First Response Time (in Hrs)", "first_response_at"), ("Created By", "opened_at"),
    ],
)  # fmt: skip
def test_a_name_that_says_something_else_is_not_proposed(name: str, field: str) -> None:
    assert field not in by_name(name, "Zebra")


def test_nothing_is_proposed_for_names_that_mean_nothing_here() -> None:
    assert by_name("Animal", "Vegetable", "Mineral", "", "日本語", "=1+1", "x" * 500) == {}


def test_cells_that_cannot_be_a_date_speak_against_a_name() -> None:
    assert "opened_at" not in proposed(Opened=WORDS)
    assert proposed(Opened=DAYS)["opened_at"] == "Opened"
    assert "client" not in proposed(Client=DAYS)


def test_a_doubtful_name_is_decided_by_its_cells() -> None:
    instants, minutes = {"Resolution time": DAYS}, {"Resolution time": MINUTES}

    assert proposed(**instants) == {"resolved_at": "Resolution time"}
    assert proposed(**minutes) == {"resolution_minutes": "Resolution time"}
    assert by_name("Resolution time") == {}


def test_a_list_of_few_values_is_no_ticket_number_and_many_values_are_no_status() -> None:
    assert "ticket_id" not in proposed(Ticket=["a", "b"] * 15)
    assert "status" not in proposed(Status=NUMBERS)


def test_a_column_serves_one_field_and_one_that_stands_twice_serves_none() -> None:
    found = by_name("Id", "Created", "Status", "Category", "category", "Type")

    assert len(set(found.values())) == len(found)
    assert found["issue_type"] == "Type"


def test_a_moment_is_proposed_and_not_the_duration_that_leads_to_it() -> None:
    found = by_name("Resolved", "Resolution time in minutes", "First reply time in minutes")

    assert found == {"resolved_at": "Resolved", "first_response_minutes": "First reply time in minutes"}


@pytest.mark.parametrize(("title", "unit"), [("Aufwand (Std)", "hours"), ("travelhours", "hours"), ("Time in seconds", "seconds"), ("Time spent", "minutes")])
def test_the_unit_stands_in_the_name(title: str, unit: str) -> None:
    assert unit_of("hands_on_minutes", title) == unit


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        ({"Ticket": NUMBERS, "Created": DAYS}, FileKind.TICKETS),
        ({"Ticket": [f"T-{n // 3}" for n in range(30)], "Activity": WORDS, "Timestamp": DAYS}, FileKind.EVENTS),
        ({"Ticket": [f"T-{n // 3}" for n in range(30)], "Created": DAYS, "Updated": DAYS, "State": WORDS}, FileKind.UPDATES),
        ({"Customer": NUMBERS, "Plan": WORDS, "Users": MINUTES}, FileKind.CLIENTS),
        ({"Ticket": NUMBERS, "Status": WORDS, "Changed at": DAYS}, FileKind.STATUS_HISTORY),
        ({"Animal": WORDS}, FileKind.TICKETS),
    ],
)  # fmt: skip
def test_what_a_row_is_shows_in_how_often_a_ticket_stands(columns: dict[str, list[str]], kind: FileKind) -> None:
    head = Head(tuple(columns), list(zip(*columns.values(), strict=True)))
    every = all_proposals(columns_of(head))

    assert kinds.likely_kind(every) == kind
