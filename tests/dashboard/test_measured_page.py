"""The page How this is measured: decisions, one ticket worked through, what is counted."""

from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from dashboard import loaders
from dashboard.digest import measured as digest
from tests.dashboard.conftest import Visit

HOUR = 3600
OPENED = datetime(2026, 3, 2, 9, 30)


def parts(*rows: tuple[float, float, str]) -> pd.DataFrame:
    """Stretches in hours after the opening."""
    told = [(OPENED + timedelta(hours=a), OPENED + timedelta(hours=b), does) for a, b, does in rows]
    frame = pd.DataFrame(told, columns=["begins_at", "ends_at", "does"])
    return frame.assign(seconds=(frame["ends_at"] - frame["begins_at"]).dt.total_seconds().astype(int))


def clock(**known: object) -> pd.Series:
    """One measured clock: the worked ticket of docs/measuring.md."""
    usual = {"calendar_seconds": 84600, "business_seconds": 27000, "target_seconds": 8 * HOUR, "still_open": False}
    return pd.Series({**usual, "vendor_seconds": None, "vendor_counts": None, **known}, dtype=object)


def test_every_decision_of_the_docs_stands_on_the_page_and_no_other_table() -> None:
    told = digest.decisions(loaders.measuring_rules())

    assert any(question == "Late means?" and "No rounded figure" in decision for question, decision in told)
    assert len(told) > 25
    assert not any("Mon 09:30" in question for question, _ in told)


def test_a_search_finds_decisions_that_hold_every_word() -> None:
    told = [("Still open?", "Open until the export."), ("Late means?", "More than the target.")]

    assert digest.matching(told, "OPEN export") == told[:1]
    assert digest.matching(told, "") == told
    assert digest.matching(told, "nothing") == []


def test_the_steps_of_a_ticket_add_up() -> None:
    table = digest.steps(parts((0, 7, "runs"), (7, 8, "waits"), (8, 23, "waits"), (23, 23.5, "runs")))

    assert table["What it is"].tolist() == [
        "Open, and nobody waits: counts",
        "The ticket waits: stands",
        "Open, and nobody waits: counts",
    ]
    assert table["Counts"].tolist() == ["7 h", "–", "30 min"]
    assert table["So far"].tolist() == ["7 h", "7 h", "7 h 30 min"]


def test_the_sum_says_what_passed_what_counts_and_what_the_tool_says() -> None:
    said = digest.summed(clock(vendor_seconds=8.5 * HOUR, vendor_counts="business and waiting"))

    assert said == [
        "**23 h 30 min passed on the wall; 7 h 30 min of them count.**",
        "Its target was 8 h: in time.",
        "Your tool says 8 h 30 min (business minutes, waiting counted).",
    ]


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        ({"target_seconds": 27000}, "Its target was 7 h 30 min: in time."),
        ({"target_seconds": 26999}, "Its target was 7 h 30 min: late."),
        ({"target_seconds": 3600, "still_open": True}, "Its target was 1 h: late already."),
        ({"still_open": True}, "Its target was 8 h: not late so far."),
    ],
)
def test_the_verdict_is_decided_by_whole_seconds(known: dict[str, object], verdict: str) -> None:
    assert digest.summed(clock(**known))[1] == verdict


@pytest.mark.parametrize(
    ("n", "agreeing", "sentence"),
    [
        (0, 0, "nothing to lay ours beside"),
        (29, 29, "Only 29 clocks have minutes of the tool's own: too few"),
        (1, 1, "Only 1 clock has minutes"),
        (400, 390, "Of 400 clocks for which your tool tells minutes of its own, 97.5% agree"),
    ],
)
def test_the_first_sentence_never_says_a_share_of_too_few(n: int, agreeing: int, sentence: str) -> None:
    told = pd.DataFrame({"compared": ["minutes", "met or late"], "n": [n, 99], "agreeing": [agreeing, 1]})

    assert sentence in digest.answer(told)


def test_every_ticket_is_in_the_percentage_or_beside_it() -> None:
    counts = pd.Series(
        {"met": 50, "breached": 9, "open_and_over": 2, "open_inside": 4, "no_target": 3, "end_unknown": 1}
    )

    table = digest.counted({"resolution": counts, "first_response": pd.Series(dtype=int)}, excluded=6)

    assert table["Resolution"].tolist() == [50, 7, 2, 4, 3, 1, 6]
    assert "First reply" not in table
    assert table["In the percentage?"].iloc[2] == "counts as late"


@pytest.mark.torture
def test_the_page_works_a_ticket_of_the_owner_through(visit: Visit, full_home: Path) -> None:
    page = visit(full_home, "measured")

    assert any("never drop an open ticket" in text.value for text in page.markdown)
    assert any("of them count" in text.value for text in page.markdown)
    page.text_input(key="ticket").input(" t-0010 ").run()
    assert any("T\\-0010" in text.value for text in page.subheader)


def test_a_number_that_no_ticket_has_is_said_so(visit: Visit, full_home: Path) -> None:
    page = visit(full_home, "measured")
    page.text_input(key="ticket").input("no such' ticket").run()

    assert any("No ticket has this number" in text.value for text in page.caption)
    assert not page.exception


@pytest.mark.torture
@pytest.mark.parametrize("home", ["few_home", "bare_home"])
@pytest.mark.parametrize("part", ["One ticket", "Decisions", "Beside your tool", "What is counted"])
def test_small_and_bare_histories_have_every_part(
    visit: Visit, request: pytest.FixtureRequest, home: str, part: str
) -> None:
    page = visit(request.getfixturevalue(home), "measured")
    page.session_state["measured-part"] = part
    page.run()

    assert not page.exception
    assert not page.error
