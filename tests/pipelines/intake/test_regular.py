"""What is proven to be rectangular is read by the database exactly as the careful reader reads it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.connection import Connection
from pipelines.intake import regular
from pipelines.intake.look import Look, Places
from pipelines.intake.plan import HERE
from pipelines.intake.records import exact_records
from tests.conftest import ROOT

SQL = ROOT / "tests" / "pipelines" / "intake" / "every_row.sql"
# Whatever can make a difference: marks, quotes, line ends, blanks, letters of several bytes.
TEXTS = st.lists(
    st.sampled_from(["a", "1", ",", ",", '"', '""', "\n", "\n", "\r\n", "\r", " ", "\t", "é", "\u00a0", "\ufeff", '","', '"\n"', "b,c\n"]),
    max_size=30,
).map("".join)
Read = Callable[[str], list[list[str | None]] | None]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """The rows of a text as the database reads it; None where it is not proven to be rectangular."""
    file = tmp_path_factory.mktemp("regular") / "f.csv"
    connection = Connection.in_memory()
    for macro in ("rows_of",):
        connection.run(HERE / f"{macro}.sql")

    def rows(text: str) -> list[list[str | None]] | None:
        file.write_bytes(text.encode())
        width = text.split("\n", maxsplit=1)[0].count(",") + 1
        found = regular.proven(file, ",", width)
        if found is None:
            return None
        names = {f"c{place}": "VARCHAR" for place in range(width)}
        every = connection.rows(SQL, path=str(file), mark=",", names=names, padded=found.padded)
        assert len(every) == found.records
        return [cells for (cells,) in every]

    return rows


def carefully(text: str) -> list[list[str | None]]:
    """The same by the careful reader, cells without the blanks around them."""
    lines = text.replace("\r\n", "\n").split("\n")
    records = list(exact_records(lines, ","))[1:]
    assert all(record.cells is not None for record in records)
    return [[cell.strip() or None for cell in record.cells or []] for record in records]


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_the_database_and_the_careful_reader_agree_on_what_is_proven(read: Read, text: str) -> None:
    text = f"x,y\n{text}"
    rows = read(text)

    if rows is not None:
        assert [[cell.strip().replace("\r\n", "\n") or None if cell else None for cell in row] for row in rows] == carefully(text)


@pytest.mark.parametrize(
    "text",
    ['x,y\n1,"a, b"\n', 'x,y\r\n1,"line\nbreak"\r\n2,z\r\n', "x,y\n1,2", 'x,y\n"a ""b""",\n', "x,y\n 1 ,é\n"],
)
def test_ordinary_files_are_proven(read: Read, text: str) -> None:
    assert read(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "x,y\n1\n", "x,y\n1,2,3\n", 'x,y\n1,5" screen\n', 'x,y\n"a"b,c\n', 'x,y\n1,"open\n2,3\n', "x,y\n1,2\r\n3,4\n",
        'x,y\r\n1,"a\r\nb"\r\n', 'x,y\n1,"a\n"\n', 'x,y\n"\na",1\n', "x,y\n1,a\u2002\n",
        "x,y\r1,2\r", "x,y\n1,\t2\n", "x,y\n1,\u00a02\n", "x,y\n1,2\n\n3,4\n", "x,y\n", 'x,y\n1,T"\n', "x,y\n1,2\x1a\n",
        'x,y\n1,2\n"",""\n', 'x,y\n" ", \n1,2\n', "x,y\n1,2\n , \n", 'x,y\n1,2\n"\n","\n"\n',
        'x,y,z\n1,a,"b\n2,c,d\n3,e",f\n',
    ],
)
def test_what_is_not_rectangular_is_left_to_the_careful_reader(read: Read, text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("block", [16, 64, 1 << 20])
def test_records_over_several_lines_are_found_where_they_stand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, block: int) -> None:
    monkeypatch.setattr(regular, "BLOCK", block)
    file = tmp_path / "f.csv"
    file.write_text('x,y\n1,a\n2,"b\nb\nb"\n3,c\n"d\nd",4\n5,e\n', encoding="utf-8")
    found = regular.proven(file, ",", 2)
    assert found is not None
    steps = tmp_path / "places"
    steps.write_bytes(found.steps.tobytes())
    places = Places.of(Look("f", "", "", ",", ("x", "y"), 5, places=str(steps)))

    assert [places.line(row) for row in range(1, 6)] == [2, 3, 6, 7, 9]
    assert [places.record(row) for row in range(1, 6)] == [1, 2, 3, 4, 5]
