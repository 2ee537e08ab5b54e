"""Who the firm is, as its documents name it."""

import pytest

from pipelines.company import Company, company
from pipelines.errors import SettingsInvalid


def test_what_the_owner_tells_is_taken_over_without_empty_lines() -> None:
    written = {"name": " Harbour IT ", "address": ["1 High Street", "", "Leeds"], "logo": "logo.png", "phone": "0113"}

    told = company(written)

    assert told == Company("Harbour IT", ("1 High Street", "Leeds"), phone="0113", logo="logo.png")
    assert told.is_named


def test_a_firm_that_says_nothing_is_not_named() -> None:
    assert not company({"name": "Your company"}).is_named
    assert not company({"name": "  "}).is_named


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ({"name": 5}, "company.name must be one line"),
        ({"name": "a\nb"}, "company.name must be one line"),
        ({"name": "a", "address": "1 High Street"}, "company.address must be a list"),
        ({"name": "a", "logo": "../logo.png"}, "company.logo must be the name"),
        ({"name": "a", "logo": "logo.svg"}, "company.logo must be the name"),
        ({"name": "a", "email": "x" * 201}, "company.email must be one line"),
    ],
)
def test_what_cannot_stand_on_a_letter_is_refused(written: dict[str, object], sentence: str) -> None:
    with pytest.raises(SettingsInvalid, match=sentence):
        company(written)
