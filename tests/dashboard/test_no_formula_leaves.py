"""No live formula leaves the house: what begins one, and what could be read as one, in CSV, workbooks and documents."""

import csv
import io
import re
import unicodedata
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import documents
from dashboard.documents import hiring, report
from dashboard.documents.matter import Client, Sender
from dashboard.safe_csv import as_csv
from pipelines.company import Company
from pipelines.contract import Contract
from pipelines.spreadsheet import NUMBER, as_it_was, to_load_again
from pipelines.tier_plans import Plan
from tests.dashboard import paper
from tests.naughty import ALL, NUMBERS

PIECES = st.lists(st.sampled_from(["=", "+", "-", "@", ";", "\t", "\n", "\r", " ", "'", '"', ",", "\u200b", "\uff1d", "\x00", "\x07", "a", "1", "\u2028"]), max_size=8).map("".join)


def acts(cell: str) -> bool:
    """Whether a spreadsheet may take this cell for a formula: by what is first, and by what is first to the eye."""
    seen = cell.lstrip("\ufeff")
    while seen and (seen[0].isspace() or unicodedata.category(seen[0]) in {"Cc", "Cf", "Zs", "Zl", "Zp"}):
        seen = seen[1:]
    return unicodedata.normalize("NFKC", seen[:1]) in set("=+-@") and not NUMBER.fullmatch(cell.strip('"'))


def cells(content: bytes, separator: str) -> list[str]:
    """Every cell as a spreadsheet parts them: where commas do not, a quote in the midst of a cell is only a quote."""
    text = content.decode("utf-8-sig")
    if separator == ",":
        return [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    return [cell for line in re.split(r"[\r\n]", text) for cell in line.split(separator)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_of_a_table_acts_wherever_a_spreadsheet_parts_it(separator: str) -> None:
    table = pd.DataFrame({"=first": ["x"] * len(ALL), "Client": ALL, "Hours": -1.5})

    assert [cell for cell in cells(as_csv(table), separator) if acts(cell)] == []


@given(PIECES)
def test_no_text_that_can_be_written_acts(text: str) -> None:
    content = as_csv(pd.DataFrame({"a": ["x"], "b": [text]}))

    assert not [cell for part in ",;\t" for cell in cells(content, part) if acts(cell)]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_stays_a_number(number: str) -> None:
    assert cells(as_csv(pd.DataFrame({"a": [number]})), ",")[1] == number


@given(st.one_of(st.sampled_from(ALL), PIECES))
def test_what_comes_back_to_us_means_what_it_meant(text: str) -> None:
    visible = "".join(character for character in text if character in "\t\n\r" or (ord(character) >= 32 and character != "\x7f"))

    assert not acts(to_load_again(text))
    assert as_it_was(to_load_again(text)) == visible


@pytest.mark.parametrize("payload", ["=1+1", '=HYPERLINK("http://127.0.0.1:9/","x")', "{ HYPERLINK http://127.0.0.1:9/ }", '<w:fldSimple w:instr="DDE cmd"/>', "a\x00b\x07\x1f\ufffe", "&x; ]]> <!--", "http://127.0.0.1:9/"])
def test_documents_hold_no_field_but_the_page_number_and_no_way_out(payload: str) -> None:
    for name, content in hostile_documents(payload).items():
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.namelist():
                if part.endswith((".xml", ".rels")):
                    assert_dead(ET.fromstring(archive.read(part)), f"{name}/{part}")  # noqa: S314


def assert_dead(root: ET.Element, where: str) -> None:
    for element in root.iter():
        tag = element.tag.rsplit("}", 1)[-1]
        assert tag not in {"instrText", "hyperlink", "object", "OLEObject", "altChunk", "control", "attachedTemplate"}, where
        assert tag != "fldSimple" or next(iter(element.attrib.values())).strip() in {"PAGE", "NUMPAGES"}, where
        assert element.get("TargetMode") != "External", where


def hostile_documents(text: str) -> dict[str, bytes]:
    """Every document, with the text wherever a stranger's or an owner's text can stand."""
    sender = Sender(Company(text, (text,), text, text, text), paper.SENDER.as_of, None, "GBP")
    lines = paper.drawn(paper.LINES).assign(tier=text, issue_type=text, distance_band=text, priority=text, client=None)
    contract = Contract((text,), {text: text}, 30, text)
    matter = paper.a_matter(lines, sender=sender, client=Client(text, text, (text,)), tiers=(text,), bands=(text,), issue_types=(text,), own=paper.OWN, contract=contract, plans={text: Plan(text, (text,))})
    told = {name: kind.build(matter) for name, kind in documents.KINDS.items()}
    review = replace(paper.a_review(), sender=sender, client=text, issues=pd.DataFrame({"issue_type": [text], "n": [90]}))
    return told | {"report": report.build(review), "hiring": hiring.build(replace(paper.a_case(), sender=sender))}
