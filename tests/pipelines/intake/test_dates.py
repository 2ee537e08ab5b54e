"""Day first or month first is decided from the whole column; where no value decides, the owner is asked."""

import pytest

from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.intake.dates import DateForm, DateOrder, decided, without_time_of_day


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
    with pytest.raises(NeedsAnswer, match="--day-first or --month-first") as question:
        formats(form("opened_at", "9/9/Y 9:9"))
    assert (question.value.question, question.value.choices) == ("date order", ("day first", "month first"))
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
    for first, second in ((40, 30), (60, 2)):
        with pytest.raises(FileRefused, match="partly day first"):
            formats(form("opened_at", "9/9/Y", first=first, second=second))
    assert formats(form("opened_at", "9/9/Y", first=60, second=1)) == ["%d/%m/%Y"]


def test_months_as_words_and_half_days_need_no_decision() -> None:
    assert formats(form("opened_at", "9/Mon/9 9:9 PM"))[0] == "%d/%b/%y %I:%M %p"


def test_a_first_number_that_never_changes_may_be_the_year_and_is_asked_about() -> None:
    disguised = DateForm("opened_at", "9-9-9 9:9", 40, 40, 0, "25-03-04 10:00", firsts=1)

    with pytest.raises(NeedsAnswer, match="may begin with the year"):
        formats(disguised)
    assert formats(disguised, asked=True) == ["%d-%m-%y %H:%M"]


def test_no_other_column_speaks_for_one_of_two_forms_in_a_column() -> None:
    forms = [form("opened_at", "9/9/Y 9:9"), form("opened_at", "9-9-Y 9:9", first=9), form("closed_at", "9/9/Y 9:9", second=9)]

    with pytest.raises(NeedsAnswer, match="opened_at"):
        decided("f.csv", forms, asked=None)
    assert decided("f.csv", forms, asked=True).formats("opened_at")[:2] == ["%d/%m/%Y %H:%M", "%d-%m-%Y %H:%M"]


@pytest.mark.parametrize(("shape", "format"), [
    ("9.9.Y 9.9", "%d.%m.%Y %H.%M"), ("9/9/Y 9:9:9 PM", "%d/%m/%Y %I:%M:%S %p"), ("~9/9/Y 9:9 PM±", "%d/%m/%Y %I:%M %p"),
    ("9/9/YT9:9", "%d/%m/%YT%H:%M"), ("~Mon 9 Y 9:9", "%b %d %Y %H:%M"), ("Y.9.9 9:9", "%Y.%m.%d %H:%M"),
    ("~Y-9-9 9:9 PM", "%Y-%m-%d %I:%M %p"), ("~9 Mon Y 9:9:9±", "%d %b %Y %H:%M:%S"),
])
def test_shapes_of_many_tools(shape: str, format: str) -> None:  # noqa: A002
    assert formats(form("opened_at", shape, first=5))[0] == format


def counted(example: str, shape: str = "9", *others: DateForm) -> DateOrder:
    return decided("f.csv", [DateForm("opened_at", shape, 9, 0, 0, example), *others], asked=None)


@pytest.mark.parametrize(("example", "shape", "kind"), [
    ("46083.5", "9.9", "serial"), ("46083,4375", "9,Y", "serial"), ("1772442000", "9", "epoch"), ("1772442000000", "9", "epoch_ms"),
    ("12", "9", "plain"), ("20260302", "9", "plain"),
])
def test_numbers_are_moments_only_where_they_can_be_nothing_else(example: str, shape: str, kind: str) -> None:
    order = counted(example, shape)

    assert order.kind("opened_at") == kind
    assert bool(order.notes) == (kind != "plain")


def test_a_column_with_numbers_and_dates_is_not_counted() -> None:
    assert counted("46083.5", "9.9", form("opened_at", "Y-9-9 9:9")).kind("opened_at") == "plain"


def test_words_in_a_date_make_its_column_a_written_one() -> None:
    assert decided("f.csv", [form("opened_at", "~9 Mon Y 9:9")], asked=None).kind("opened_at") == "written"
    assert decided("f.csv", [form("opened_at", "9/Mon/9 9:9 PM")], asked=None).kind("opened_at") == "plain"


def test_columns_without_a_time_of_day_are_named() -> None:
    forms = [form("opened_at", "9/9/Y"), form("closed_at", "9.9.Y 9.9"), form("resolved_at", "Y-9-9"), form("updated_at", "Y-9-9T9:9Z"),
             DateForm("changed_at", "9", 9, 0, 0, "46083"), DateForm("reopened_at", "9", 9, 0, 0, "1772442000")]

    assert without_time_of_day(forms) == {"opened_at", "resolved_at", "changed_at"}
