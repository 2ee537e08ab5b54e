"""How text becomes an instant or a number: what is proven is read, anything else is null."""

import pytest

from pipelines.connection import Connection
from pipelines.intake.plan import HERE
from tests.conftest import ROOT

SQL = ROOT / "tests" / "pipelines" / "intake"


def read(statement: str, text: str, **values: object) -> object:
    with Connection.in_memory() as connection:
        connection.run(HERE / "macros.sql")
        return connection.value(SQL / statement, text=text, **values)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-07-01 10:00", "2026-07-01 09:00:00"),
        ("2026-07-01T10:00:30", "2026-07-01 09:00:30"),
        ("2026/7/1 10:00", "2026-07-01 09:00:00"),
        ("2026-07-01", "2026-06-30 23:00:00"),
        ("2026-07-01T10:00:00Z", "2026-07-01 10:00:00"),
        ("2026-07-01 10:00 UTC", "2026-07-01 10:00:00"),
        ("2026-07-01T10:00+02:00", "2026-07-01 08:00:00"),
        ("2026-07-01 10:00:00 +0200", "2026-07-01 08:00:00"),
        ("2026-07-01T10:00:00.5+02:00", "2026-07-01 08:00:00.5"),
        ("1/7/2026 10:00", "2026-07-01 09:00:00"),
        ("2025-10-26 01:30", "2025-10-26 00:30:00"),
        ("2026-03-29 01:30", "2026-03-29 01:30:00"),
        ("31/2/2026 10:00", None),
        ("2026-02-31 10:00", None),
        ("2026-07-01 10:00 PM", None),
        ("infinity", None),
        ("epoch", None),
        ("46083.4", None),
        ("soon", None),
    ],
)
def test_instants(text: str, instant: str | None) -> None:
    found = read("instant_read.sql", text, formats=["%d/%m/%Y %H:%M"], zone="Europe/London")

    assert found == instant


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("-0.5", -0.5), ("0,5", 0.5), ("1,234.5", 1234.5), ("12345,25", 12345.25),
        ("1,234", None), ("3,87,16,91,111", None), ("1.234,5", None), ("NaN", None), ("inf", None), ("12 h", None), ("1e3", None),
    ],
)
def test_numbers(text: str, number: float | None) -> None:
    assert read("number_read.sql", text) == number
