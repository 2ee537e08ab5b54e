"""The drawing of worlds itself."""

from datetime import datetime
from pathlib import Path

import pytest

from pipelines.connection import Connection
from tests.drawn import given

CREATE = """
    create table ticket (ticket_id varchar, opened_at timestamp, minutes integer, premium boolean);
    create table pause (ticket_id varchar)
"""


@pytest.fixture
def connection(tmp_path: Path) -> Connection:
    (tmp_path / "tables.sql").write_text(CREATE)
    (tmp_path / "ticket.sql").write_text("from ticket order by all")
    (tmp_path / "pause.sql").write_text("from pause")
    connection = Connection.in_memory()
    connection.run(tmp_path / "tables.sql")
    return connection


def test_a_drawn_row_takes_the_types_of_its_columns(connection: Connection, tmp_path: Path) -> None:
    given(connection, """
        ticket
        ticket_id | opened_at        | premium
        T-1       | 2025-03-03 16:00 | true
        T-2       |                  |

        pause
        ticket_id
        T-1
    """)

    assert connection.rows(tmp_path / "ticket.sql") == [
        ("T-1", datetime(2025, 3, 3, 16, 0), None, True),
        ("T-2", None, None, None),
    ]
    assert connection.rows(tmp_path / "pause.sql") == [("T-1",)]


def test_a_table_may_be_drawn_without_rows(connection: Connection, tmp_path: Path) -> None:
    given(connection, "pause\nticket_id")
    assert connection.rows(tmp_path / "pause.sql") == []


def test_a_row_with_too_few_cells_is_refused(connection: Connection) -> None:
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        given(connection, "ticket\nticket_id | minutes\nT-1")
