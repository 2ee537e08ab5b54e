"""The catalogue laid over a history: every ticket is on a line, keeps its category's name, or is listed as having none."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipelines.catalogue import NOT_YET
from pipelines.catalogue.labels import add_labels, forget_labels, read_labels
from pipelines.catalogue.own import Choice, choose
from pipelines.catalogue.placing import categories, told_subjects, untold_subjects
from pipelines.errors import SettingsInvalid
from pipelines.journey import measure_again
from pipelines.measure.checking import check_rows, checks
from tests.loading import World

EXPORT = """
    ticket_id,opened_at,issue_type,sub_type,issue_kind,subject
    T-1,2026-03-02 09:01,Drucker,,,Paper jam
    T-2,2026-03-02 09:02,Hardware,Printer,,No toner
    T-3,2026-03-02 09:03,Aquarium,,,Fish gone
    T-4,2026-03-02 09:04,aquarium,,,Fish back
    T-5,2026-03-02 09:05,Other,,,Cannot print
    T-6,2026-03-02 09:06,Hardware,General,,Broken
    T-7,2026-03-02 09:07,,,,
    T-8,2026-03-02 09:08,Email,,hardware,Outlook slow
"""


@pytest.fixture
def loaded(world: World) -> World:
    world.load({"f.csv": EXPORT})
    return world


def asked(world: World, question: Any) -> pd.DataFrame:
    with world.history() as history:
        frame: pd.DataFrame = question(history)
    return frame


def test_every_ticket_has_an_issue_type_and_a_kind(loaded: World) -> None:
    assert loaded.rows("placed_ticket", "ticket_id", "issue_type", "issue_kind") == [
        ("T-1", "Printer fault", "hardware"),
        ("T-2", "Printer fault", "hardware"),
        ("T-3", "Aquarium", "other"),
        ("T-4", "aquarium", "other"),
        ("T-5", NOT_YET, "other"),
        ("T-6", NOT_YET, "hardware"),
        ("T-7", NOT_YET, "other"),
        ("T-8", "Email", "hardware"),
    ]


def test_the_categories_are_all_tickets_those_on_no_line_first(loaded: World) -> None:
    table = asked(loaded, categories)
    cells = table.astype(object).where(table.notna(), None).assign(examples=table["examples"].map(list))
    told = list(cells[["category", "line", "own_name", "tickets", "examples"]].itertuples(index=False, name=None))

    assert table["tickets"].sum() == 8
    assert told[:5] == [
        ("Aquarium", None, "Aquarium", 1, ["Fish gone"]),
        ("Hardware", None, None, 1, ["Broken"]),
        ("Other", None, None, 1, ["Cannot print"]),
        ("aquarium", None, "aquarium", 1, ["Fish back"]),
        (None, None, None, 1, []),
    ]


def test_a_check_lists_what_is_not_in_the_catalogue(loaded: World) -> None:
    found = asked(loaded, checks).set_index("check")["rows"]
    rows = asked(loaded, lambda history: check_rows(history, "not_in_catalogue"))

    assert found["not_in_catalogue"] == 5
    assert rows["tickets"].sum() == 5


def test_the_owners_line_for_a_category_is_measured(loaded: World) -> None:
    choose(loaded.home, [Choice("AQUARIUM", "Fish tank", "hardware"), Choice("Hardware / General", "Advice or question")])
    measure_again(loaded.home)

    placed = {ticket: (line, kind) for ticket, line, kind in loaded.rows("placed_ticket", "ticket_id", "issue_type", "issue_kind")}
    assert placed["T-3"] == placed["T-4"] == ("Fish tank", "hardware")
    assert placed["T-6"] == ("Advice or question", "other")
    assert placed["T-5"] == (NOT_YET, "other")


def test_a_label_speaks_only_where_the_category_says_nothing(loaded: World) -> None:
    add_labels(loaded.home, {("generic", f"T-{number}"): "Printer fault" for number in (3, 5, 6, 8)} | {("other tool", "T-7"): "Email"})
    measure_again(loaded.home)

    placed = {ticket: (line, kind) for ticket, line, kind in loaded.rows("placed_ticket", "ticket_id", "issue_type", "issue_kind")}
    assert placed["T-3"] == ("Aquarium", "other")
    assert placed["T-5"] == placed["T-6"] == ("Printer fault", "hardware")
    assert placed["T-7"] == (NOT_YET, "other")
    assert placed["T-8"] == ("Email", "hardware")
    assert asked(loaded, categories)["accepted"].sum() == 2
    assert asked(loaded, lambda history: check_rows(history, "not_in_catalogue"))["tickets"].sum() == 3


def test_labels_can_be_taken_back_all_or_of_some_tickets(loaded: World) -> None:
    add_labels(loaded.home, {("generic", "T-5"): "Email", ("generic", "T-6"): "Email"})
    add_labels(loaded.home, {("generic", "T-5"): "Printer fault"})

    assert read_labels(loaded.home)["generic", "T-5"] == "Printer fault"
    assert forget_labels(loaded.home, lambda ticket: ticket == ("generic", "T-5")) == 1
    assert b"T-5" not in (loaded.home / "catalogue_tickets.csv").read_bytes()
    assert forget_labels(loaded.home) == 1
    assert forget_labels(loaded.home) == 0
    assert read_labels(loaded.home) == {}


def test_any_ticket_number_comes_back_as_it_was(tmp_path: Path) -> None:
    labels = {("a,b", 'say "T-1"'): "Email", ("generic", "line\nbreak\r\n"): "Ünï, code", ("", "=1+1"): "x"}
    add_labels(tmp_path, labels)

    assert read_labels(tmp_path) == labels


@pytest.mark.parametrize("damage", [b"source;ticket_id;issue_type;when\n", b"\xff\xfe\x00", b"source,ticket_id,issue_type,when\nonly,two\n"])
def test_damaged_labels_are_a_sentence_and_are_not_written_over(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "catalogue_tickets.csv").write_bytes(damage)

    with pytest.raises(SettingsInvalid, match="mend it"):
        read_labels(tmp_path)
    with pytest.raises(SettingsInvalid, match="mend it"):
        add_labels(tmp_path, {("generic", "T-1"): "Email"})
    assert (tmp_path / "catalogue_tickets.csv").read_bytes() == damage


def test_subjects_are_told_with_what_their_category_makes_of_them(loaded: World) -> None:
    add_labels(loaded.home, {("generic", "T-5"): "Printer fault"})
    measure_again(loaded.home)

    told, untold = asked(loaded, told_subjects), asked(loaded, untold_subjects)
    assert told[["ticket_id", "issue_type"]].values.tolist() == [
        ["T-8", "Email"], ["T-4", "aquarium"], ["T-3", "Aquarium"], ["T-2", "Printer fault"], ["T-1", "Printer fault"],
    ]  # fmt: skip
    assert untold["ticket_id"].tolist() == ["T-6"]


def test_a_history_without_any_category_is_placed(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at\nT-1,2026-03-02 09:00"})

    assert world.rows("placed_ticket", "issue_type", "issue_kind") == [(NOT_YET, "other")]
    assert asked(world, categories)[["tickets", "accepted"]].values.tolist() == [[1, 0]]
