"""The service catalogue on the Data page: what is in it, what the owner says, what is proposed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import actions, loaders
from dashboard.digest import catalogue as digest
from dashboard.wording import catalogue as words
from models.catalogue.results import Evidence, LineEvidence
from pipelines.catalogue.labels import add_labels, read_labels
from tests.dashboard.conftest import Visit
from tests.dashboard.test_pages import words as said
from tests.dashboard.worlds import EVIL_CLIENT, home_with

AtHome = Callable[[Path], None]
MIXED = """ticket_id,opened_at,issue_type,subject
T-1,2026-03-02 09:01,Drucker,Paper jam
T-2,2026-03-02 09:02,Aquarium,Fish gone
T-3,2026-03-02 09:03,Other,Cannot print
T-4,2026-03-02 09:04,,
"""
TOPICS = {"Email": ("outlook", "inbox", "attachment", "sender"), "Printer": ("toner", "paper", "tray", "scan"), "Other": ("toner", "paper", "tray", "scan")}


def subjects(tickets: int = 900) -> str:
    """A third is Email, a third Printer, a third says Other and speaks as the printers do."""
    chance = np.random.default_rng(5)
    lines = ["ticket_id,opened_at,issue_type,subject"]
    for number in range(tickets):
        name = list(TOPICS)[number % 3]
        text = " ".join([*chance.choice(TOPICS[name], 3), *(f"w{word:x}z" for word in chance.integers(16, 99, 2)), EVIL_CLIENT if number < 9 else ""])
        lines.append(f"T-{number},2026-03-{1 + number % 28:02d} 09:00,{name},{text}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def mixed_home(tmp_path: Path) -> Path:
    return home_with(tmp_path, tickets=MIXED)


@pytest.fixture
def told_home(tmp_path: Path) -> Path:
    return home_with(tmp_path, tickets=subjects())


def chosen(monkeypatch: pytest.MonkeyPatch, column: str, row: int, value: Any) -> None:
    """AppTest cannot type into a table: the editor answers as if the owner had."""

    def editor(data: pd.DataFrame, **options: Any) -> pd.DataFrame:
        edited = data.copy()
        if column in data and row < len(data) and column not in options["disabled"]:
            edited[column] = [value if place == row else cell for place, cell in enumerate(data[column])]
        st.dataframe(edited)
        return edited

    monkeypatch.setattr(st, "data_editor", editor)


def pressed(app: AppTest, key: str) -> AppTest:
    done = app.button(key=key).click().run(timeout=120)
    assert not done.exception
    return done


def test_the_card_says_how_much_is_in_the_catalogue(visit: Visit, mixed_home: Path) -> None:
    app = visit(mixed_home, "loading")

    assert "**1 of 4 tickets are in the catalogue.** 1 ticket keeps the name of a category of your own. 2 have no category" in said(app)
    table = next(frame.value for frame in app.dataframe if "Category" in frame.value)
    assert table[["Category", "Now", "Examples"]].values.tolist() == [
        ["Aquarium", "Keeps its name", "Fish gone"], ["Other", "Says nothing", "Cannot print"], ["Drucker", "", "Paper jam"],
    ]  # fmt: skip
    assert app.button(key="keep-catalogue").disabled


@pytest.mark.torture
def test_a_kept_line_is_measured_and_promises_are_worked_out(at_home: AtHome, mixed_home: Path) -> None:
    at_home(mixed_home)

    assert actions.save_catalogue([{"category": "Aquarium", "line": "Advice or question", "kind": ""}]) == ""
    assert loaders.categories().set_index("category")["line"]["Aquarium"] == "Advice or question"
    assert loaders.promises() is not None


@pytest.mark.torture
def test_the_button_keeps_what_was_chosen(visit: Visit, mixed_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen(monkeypatch, digest.LINE, 1, "Printer fault")
    app = pressed(visit(mixed_home, "loading"), "keep-catalogue")

    assert "**2 of 4 tickets are in the catalogue.**" in said(app)
    assert '"Printer fault" = ["Other"]' in (mixed_home / "catalogue.toml").read_text()


@pytest.mark.torture
def test_a_new_line_is_offered_in_the_table(visit: Visit, mixed_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = visit(mixed_home, "loading")
    assert app.button(key="offer-line").disabled
    app.text_input(key="new-line").set_value("Fish tank").run()
    app.button_group(key="new-kind").set_value("hardware").run()
    app = pressed(app, "offer-line")

    chosen(monkeypatch, digest.LINE, 0, "Fish tank")
    pressed(app.run(), "keep-catalogue")

    assert '[hardware]\n"Fish tank" = ["Aquarium"]' in (mixed_home / "catalogue.toml").read_text()


def test_a_new_line_without_a_kind_is_refused_in_a_sentence(at_home: AtHome, mixed_home: Path) -> None:
    at_home(mixed_home)

    assert "software, hardware or other" in actions.save_catalogue([{"category": "Aquarium", "line": "Fish tank", "kind": ""}])
    assert not (mixed_home / "catalogue.toml").exists()


@pytest.mark.torture
def test_few_labelled_tickets_are_a_sentence_on_the_page(visit: Visit, mixed_home: Path) -> None:
    app = visit(mixed_home, "loading")
    assert "1 ticket with a subject." in said(app)
    app = pressed(app, "propose")

    assert "Too few to propose: 2 tickets" in said(app)
    assert app.button(key="propose").label == "Propose again"
    assert "accept-all" not in {button.key for button in app.button}


@pytest.mark.torture
def test_proposals_are_shown_accepted_in_bulk_and_taken_back(visit: Visit, told_home: Path) -> None:
    app = pressed(visit(told_home, "loading"), "propose")
    table = next(frame.value for frame in app.dataframe if "Accept" in frame.value)

    assert table["Line"].tolist() == ["Printer fault"]
    assert table["Tickets"].sum() > 250
    assert "were right" in said(app)
    assert words.OTHERS in said(app)
    assert EVIL_CLIENT not in said(app)
    app = pressed(app, "accept-all")
    assert f"{table['Tickets'].sum()} tickets got an issue type by a proposal" in said(app)
    assert set(read_labels(told_home).values()) == {"Printer fault"}
    app = pressed(app, "forget-accepted")
    assert "got an issue type" not in said(app)
    assert read_labels(told_home) == {}


@pytest.mark.torture
def test_the_chosen_lines_alone_are_accepted(visit: Visit, told_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = pressed(visit(told_home, "loading"), "propose")
    assert app.button(key="accept-chosen").disabled
    chosen(monkeypatch, "Accept", 0, value=True)
    app = pressed(app.run(), "accept-chosen")

    assert "got an issue type" in said(app)


def test_without_untold_tickets_nothing_is_proposed_or_asked(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "loading")

    assert "**640 of 640 tickets are in the catalogue.**" in said(app)
    assert "propose" not in {button.key for button in app.button}


def test_a_damaged_file_of_labels_is_a_sentence(at_home: AtHome, mixed_home: Path) -> None:
    at_home(mixed_home)
    add_labels(mixed_home, {("generic", "T-3"): "Email"})
    (mixed_home / "catalogue_tickets.csv").write_text("nothing of ours")

    assert "mend it, or delete the file" in actions.forget_accepted()


def categories(*rows: tuple[str | None, str | None, str | None, int, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["category", "line", "own_name", "tickets", "accepted"])
    return frame.assign(examples=pd.Series([[] for _ in rows], dtype=object))


def test_changes_are_the_lines_that_differ() -> None:
    found = categories((None, None, None, 9, 0), ("Fish", None, "Fish", 1, 0), ("Mail", "Email", None, 1, 0), ("Fax", "Phones", None, 1, 0))
    before = digest.category_table(found)
    after = before.copy()
    after[digest.LINE] = ["Fish tank", None, "Phones"]

    assert digest.changes(found, before, before, {}) == []
    assert digest.changes(found, before, after, {"Fish tank": "hardware"}) == [
        {"category": "Fish", "line": "Fish tank", "kind": "hardware"},
        {"category": "Mail", "line": "", "kind": ""},
    ]


def test_the_coverage_sums_to_the_tickets() -> None:
    found = categories((None, None, None, 9, 4), ("Fish", None, "Fish", 2, 0), ("Mail", "Email", None, 1000, 0))

    assert digest.coverage(found) == (
        "**1,000 of 1,011 tickets are in the catalogue.** 2 tickets keep the name of a category of your own."
        " 4 tickets got an issue type by a proposal that you accepted. 5 have no category that says what it is about."
    )


def test_proposals_stand_with_their_record() -> None:
    tickets = pd.DataFrame({"issue_type": ["Email", "Email", "VPN"], "confidence": [0.97, 0.93, 0.99], "subject": ["a", "a", "<b>"]})
    evidence = Evidence(300, 280, 40, 38.5, (LineEvidence("Email", 200, 190, 40, 38.5),))
    table = digest.proposal_table(tickets, evidence)

    assert table.values.tolist() == [[False, "Email", 2, 0.93, "38 of 40", "a"], [False, "VPN", 1, 0.99, "", "<b>"]]


def test_a_missed_goal_never_looks_met() -> None:
    assert "89.96% were right (89% to 91%)" in words.trusted(5, 10, 9000, 0.8996, (0.893, 0.906))
