"""Day first or month first is decided from the whole column; where no value decides, the owner is asked."""

import pytest

from pipelines.errors import NeedsAnswer
from pipelines.intake.dates import DateForm, DateOrder, decided


def form(field: str, shape: str, first: int = 0, second: int = 0, values: int = 100) -> DateForm:
    return DateForm(field, shape, values, first, second, "3/4/2026 10:00")


def formats(*forms: DateForm, asked: bool | None = None, field: str = "opened_at") -> list[str]:
    return decided("f.csv", forms, asked=asked).formats(field)[:-1]


def test_one_value_over_twelve_decides_the_whole_column() -> None:
    assert formats(form("opened_at", "9/9/Y 9:9", first=1)) == ["%d/%m/%Y %H:%M"]
    assert formats(form("opened_at", "9/9/Y 9:9", second=1)) == ["%m/%d/%Y %H:%M"]


def test_shapes_of_one_column_with_one_separator_decide_together() -> None:
    found = formats(form("opened_at", "9/9/Y 9:9", first=3), form("opened_at", "9/9/Y"))

    assert found == ["%d/%m/%Y %H:%M", "%d/%m/%Y"]


def test_two_forms_in_one_column_are_read_each_by_its_own() -> None:
    found = formats(form("opened_at", "9/9/Y 9:9", second=5), form("opened_at", "9-9-Y 9:9", first=5))

    assert found == ["%m/%d/%Y %H:%M", "%d-%m-%Y %H:%M"]


def test_an_undecided_column_is_asked_about_and_the_answer_is_taken() -> None:
    with pytest.raises(NeedsAnswer, match="--day-first or --month-first"):
        formats(form("opened_at", "9/9/Y 9:9"))
    assert formats(form("opened_at", "9/9/Y 9:9"), asked=False) == ["%m/%d/%Y %H:%M"]


def test_an_undecided_column_follows_its_file_and_the_report_says_so() -> None:
    order: DateOrder = decided("f.csv", [form("opened_at", "9/9/Y", first=4), form("closed_at", "9/9/Y")], asked=None)

    assert order.formats("closed_at")[0] == "%d/%m/%Y"
    assert order.notes == ("closed_at read day first, as opened_at in the same file proves",)


def test_columns_that_contradict_each_other_decide_for_no_third() -> None:
    forms = [form("opened_at", "9/9/Y", first=4), form("closed_at", "9/9/Y", second=4), form("updated_at", "9/9/Y")]

    with pytest.raises(NeedsAnswer, match="updated_at"):
        decided("f.csv", forms, asked=None)


def test_a_column_in_both_orders_is_not_trusted_but_one_damaged_value_does_not_spoil_it() -> None:
    with pytest.raises(NeedsAnswer, match="partly day first"):
        formats(form("opened_at", "9/9/Y", first=40, second=30))
    assert formats(form("opened_at", "9/9/Y", first=60, second=1)) == ["%d/%m/%Y"]


def test_months_as_words_and_half_days_need_no_decision() -> None:
    assert formats(form("opened_at", "9/Mon/9 9:9 PM"))[0] == "%d/%b/%y %I:%M %p"


def test_a_first_number_that_never_changes_may_be_the_year_and_is_asked_about() -> None:
    disguised = DateForm("opened_at", "9-9-9 9:9", 40, 40, 0, "25-03-04 10:00", firsts=1)

    with pytest.raises(NeedsAnswer, match="may begin with the year"):
        formats(disguised)
    assert formats(disguised, asked=True) == ["%d-%m-%y %H:%M"]
