import csv
import io

import pandas as pd
import pytest

from dashboard.safe_csv import as_csv, neutral


@pytest.mark.parametrize(
    "payload",
    [
        "=1+1", "+1+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\0=1", "\uff1d1+1", "\uff0b1", "\uff0d1+x", "\uff20x",
        " =1+1", "\u00a0=1", '=HYPERLINK("http://evil")', "\ufeff=1",
    ],
)  # fmt: skip
def test_no_cell_can_act(payload: str) -> None:
    assert str(neutral(payload)).startswith("'")


@pytest.mark.parametrize("number", ["-5", "+3.2", "-1,200.50", "-4 %", "12"])
def test_numbers_stay_numbers(number: str) -> None:
    assert neutral(number) == number


@pytest.mark.parametrize("harmless", ["Alder Dental", "a=b", "x@example.org", "", "3-4 days", 5, 1.5, None])
def test_harmless_cells_stay_as_they_are(harmless: object) -> None:
    assert neutral(harmless) == harmless


def test_control_characters_are_taken_out() -> None:
    assert neutral("a\x07b\x00c") == "abc"


def test_the_file_reads_back_with_headers_made_safe() -> None:
    table = pd.DataFrame({"=Client": ["=1+1", "Ümläut, Ltd"], "Took (h)": [-1.5, 2.0]})

    text = as_csv(table).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(text))) == [["'=Client", "Took (h)"], ["'=1+1", "-1.5"], ["Ümläut, Ltd", "2.0"]]
