import random
from itertools import product

import pytest

from dashboard import documents
from dashboard.documents import held, premium, schedule_rows, schedule_table
from dashboard.documents.held import Line
from dashboard.documents.matter import Client
from pipelines.catalogue.words import NOT_YET
from pipelines.errors import TurnaroundError
from pipelines.vocabulary import Clock
from tests.dashboard.paper import a_matter, text_of

VALUES = ((True, False), ("Email", "Phones"), ("near", "far"), ("remote", "on_site"), ("P1", "P2"), ("Gold", "Silver"))
NAMED = """
resolution | | | Email    | | | | | 7 | business_days
resolution | | | Phones   | | | | | 2 | business_days
resolution | | | Printers | | | | | 7 | business_days
"""
REST = "resolution | | | | | | | | 7 | business_days"
PREMIUM = """
first_response | | Silver | | | | |     | 2  | business_hours
first_response | | Gold   | | | | |     | 30 | business_minutes
first_response | |        | | | | | yes | 30 | business_minutes
resolution     | |        | | | | |     | 1  | business_days
resolution     | |        | | | | | yes | 9  | business_hours
"""


def said(which: str, lines: str, **more: object) -> str:
    return "\n".join(text_of(documents.KINDS[which].build(a_matter(lines, **more))))


def drawn_lines(seed: int) -> tuple[Line, ...]:
    """Lines with random cells and few times, so that many of them change nothing."""
    dice = random.Random(seed)
    cells = {tuple(dice.choice((None, None, *values)) for values in VALUES) for _ in range(14)}
    ordered = sorted(cells, key=str)
    return tuple(Line("resolution", one, (float(dice.randint(1, 2)), "business_hours")) for one in ordered)


def told(lines: tuple[Line, ...], ticket: held.Cells) -> Line | None:
    """The printed rule, which is that of the judgement."""
    return held.holding(lines, ticket)


@pytest.mark.parametrize("seed", range(40))
def test_a_line_that_is_left_out_changes_the_time_of_no_ticket(seed: int) -> None:
    lines = drawn_lines(seed)
    kept = held.needed(lines)

    for ticket in product(*((*values, "other") if values != (True, False) else values for values in VALUES)):
        before, after = told(lines, ticket), told(kept, ticket)
        assert (before and before.time) == (after and after.time), ticket


@pytest.mark.parametrize("seed", range(20))
def test_folding_changes_no_time_of_any_ticket(seed: int) -> None:
    lines = drawn_lines(seed)
    rows = schedule_rows.folded(a_matter(tiers=("Gold", "Silver")), lines)
    unfolded = {
        (row.premium, *cells, tier): time
        for row in rows
        for tier, time in row.times
        for cells in product(row.issue_types or (None,), row.bands or (None,), (row.work_mode,), row.priorities or (None,))
    }

    assert unfolded == {line.cells: line.time for line in lines}


def test_all_other_issue_types_stand_only_where_a_line_is_for_any() -> None:
    without = said("schedule", NAMED)

    assert "All other issue types" not in without
    assert "| Email, Printers | 7 days |" in without
    assert "| All other issue types | 7 days |" in said("schedule", NAMED + REST)


def test_a_line_with_the_time_of_all_others_keeps_its_name() -> None:
    assert "| Email, Printers | 7 days |" in said("schedule", NAMED + REST)


def test_issue_types_without_a_promise_are_named_clock_by_clock() -> None:
    more = "first_response | | | | | | | | 1 | business_hours"
    text = said("schedule", more + NAMED.rstrip(), issue_types=("Category 34", "email", "Phones", "Printers"))

    assert text.count("No time is promised yet for: Category 34.") == 1
    assert "No time is promised" not in said("schedule", NAMED + REST, issue_types=("Category 34",))


def test_a_promise_to_premium_clients_alone_is_none_to_the_others() -> None:
    lines = held.lines_of(a_matter(NAMED + REST.replace(" | 7 |", " yes | 7 |").replace("|  yes", "| yes")).lines)

    assert held.unpromised(lines, ("Email", "Category 34"), Clock.RESOLUTION) == ["Category 34"]


def test_what_only_the_line_for_all_others_holds_for_is_known() -> None:
    lines = held.lines_of(a_matter(NAMED + REST).lines)

    assert held.unnamed(lines, ("Email", "Category 34"), Clock.RESOLUTION) == ["Category 34"]
    assert held.unnamed(held.lines_of(a_matter(REST).lines), ("Email",), Clock.RESOLUTION) == []


def test_what_is_on_no_line_of_the_catalogue_is_said_in_words_and_comes_last() -> None:
    lines = f"resolution | | | {NOT_YET} | | | | | 7 | business_days\nresolution | | | Zoo | | | | | 7 | business_days"
    text = said("schedule", lines, issue_types=(NOT_YET, "Zoo"), kinds={"Zoo": "software"})

    assert NOT_YET not in text
    assert "| Zoo, anything that fits no type above | 7 days |" in text
    assert "| Other requests | Anything that fits no type above |" in text


def test_premium_is_sold_where_it_is_faster_for_the_plan() -> None:
    text = said("premium", PREMIUM)

    assert "| Issue type | Silver and any other plan |" in text
    assert "| All issue types | 30 min |" in text
    assert "Resolution, with Premium Response" not in text


def test_premium_that_is_faster_for_nobody_is_not_sold() -> None:
    gold = a_matter(PREMIUM, client=Client("Alder Dental", "Gold"))

    assert premium.faster(gold) == []
    with pytest.raises(TurnaroundError, match="nothing faster, so there is nothing to sell yet"):
        documents.KINDS["premium"].build(gold)


def test_plans_with_equal_times_share_a_column() -> None:
    lines = "\n".join(
        f"{clock} | | {plan} | | | | | | {amount} | business_hours"
        for clock, amounts in (("first_response", "222"), ("resolution", "448"))
        for plan, amount in zip(("Silver", "Gold", "Platinum"), amounts, strict=True)
    )
    text = said("schedule", lines, tiers=("Silver", "Gold", "Platinum"))

    assert "| Issue type | Silver, Gold and Platinum |" in text
    assert "| Issue type | Silver and Gold | Platinum |" in text


def test_a_distance_with_the_time_of_all_others_has_no_row() -> None:
    lines = """
    resolution | | | Email | on_site |          | | | 5 | business_days
    resolution | | | Email | on_site | 30-60 km | | | 5 | business_days
    resolution | | | Email | on_site | 10-30 km | | | 4 | business_days
    """
    table = schedule_table.frame(a_matter(lines))

    assert table["Place"].tolist() == ["On-site, other distances", "On-site, 10-30 km"]


def test_what_differs_by_kind_stands_under_its_kind_and_the_rest_is_told_once() -> None:
    lines = "\n".join(f"resolution | | | {name} | | | | | {8 + (name == 'Wi-Fi')} | business_hours" for name in ("Email", "Printer fault", "Wi-Fi"))
    table = schedule_table.frame(a_matter(lines))

    assert table[["For", "Issue type"]].values.tolist() == [
        ["Hardware", "Wi-Fi"], ["Software, hardware and others alike", "Email, Printer fault"],
    ]  # fmt: skip
