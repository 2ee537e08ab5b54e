"""How text becomes an instant or a number: what is proven is read, anything else is null."""

import pytest

from pipelines.connection import Connection
from pipelines.intake.plan import HERE
from tests.conftest import ROOT

SQL = ROOT / "tests" / "pipelines" / "intake"


def read(statement: str, text: str, **values: object) -> object:
    with Connection.in_memory() as connection:
        for macros in ("macros", "date_words", "date_macros"):
            connection.run(HERE / f"{macros}.sql")
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
        ("1,234", None), ("3,87,16,91,111", None), ("1.234,5", 1234.5), ("1 234,56", 1234.56), ("1.234.567,8", 1234567.8), ("1.23,5", None), ("NaN", None), ("inf", None), ("12 h", None), ("1e3", None),
    ],
)
def test_numbers(text: str, number: float | None) -> None:
    assert read("number_read.sql", text) == number


@pytest.mark.parametrize(
    ("text", "unit", "minutes"),
    [
        ("90", "minutes", 90), ("90", "seconds", 1.5), ("1,5", "hours", 90), ("0.5", "days", 720),
        ("5:07", "h:mm", 307), ("127:5", "h:mm", 7625), ("-1:15", "h:mm", -75), ("-0:30", "h:mm", -30), ("7", "h:mm", None),
        ("30:00:30", "h:mm:ss", 1800.5), ("01:02:03.6", "hours", 62.06), ("12:34", "hours", 754), ("5:70", "h:mm", None),
        ("1 day", "hours", None), ("5:07", "minutes", None), ("3,87,16,91,111", "hours", None), ("5:07", "fortnights", None),
    ],
)
def test_durations(text: str, unit: str, minutes: float | None) -> None:
    assert read("minutes_read.sql", text, unit=unit) == (None if minutes is None else pytest.approx(minutes))


@pytest.mark.parametrize(
    ("text", "kind", "instant"),
    [
        ("1/7/2026 10:00", "plain", "2026-07-01 09:00:00"),
        ("Wed, 1/7/2026 10:00", "written", "2026-07-01 09:00:00"),
        ("1/7/2026, 10:00", "written", "2026-07-01 09:00:00"),
        ("1/7/2026 10:00 +0200", "written", "2026-07-01 08:00:00"),
        ("1/7/2026 10:00 -05:30", "written", "2026-07-01 15:30:00"),
        ("1/7/2026 10:00 GMT", "written", "2026-07-01 10:00:00"),
        ("Opened 1/7/2026 10:00", "written", None),
        ("46204.416666667", "serial", "2026-07-01 09:00:00"),
        ("46204,5", "serial", "2026-07-01 11:00:00"),
        ("12", "serial", None),
        ("1" * 300, "serial", None),
        ("1782896400", "epoch", "2026-07-01 09:00:00"),
        ("1782896400.25", "epoch", "2026-07-01 09:00:00.25"),
        ("46204.5", "epoch", None),
        ("1782896400000", "epoch_ms", "2026-07-01 09:00:00"),
        ("1782896400", "epoch_ms", None),
    ],
)
def test_moments_by_the_kind_of_their_column(text: str, kind: str, instant: str | None) -> None:
    assert read("moment_read.sql", text, kind=kind, formats=["%d/%m/%Y %H:%M"], zone="Europe/London") == instant


@pytest.mark.parametrize(("text", "met"), [("ONTIME", True), ("Overdue", False), ("-3:20", False), ("yes", True), ("0", False), ("maybe", None)])
def test_what_a_source_says_of_its_own_target(text: str, met: bool | None) -> None:
    assert read("met_read.sql", text, yes=["ontime"], no=["overdue", "-*"]) is met


@pytest.mark.parametrize(("text", "code"), [("2116.0", "02116"), ("2116", "02116"), ("00501", "00501"), ("02116-1234", "02116-1234"), ("SW1A", "SW1A"), ("12", "12")])
def test_postcodes_of_the_united_states(text: str, code: str) -> None:
    assert read("zip_read.sql", text) == code
