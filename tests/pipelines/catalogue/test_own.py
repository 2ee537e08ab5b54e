"""The owner's words: written beside what stands there, read by the next measuring."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.catalogue import NOT_YET, read_catalogue
from pipelines.catalogue.own import Choice, choose
from pipelines.errors import SettingsInvalid
from pipelines.settings import SHIPPED

OWN = """# Ours since 2019.
[hardware]
# Fish are hardware.
"Aquarium" = ["tank", "pump"]  # ask Kim
"""


def test_a_first_choice_makes_the_file_and_leaves_the_shipped_one(tmp_path: Path) -> None:
    before = (SHIPPED / "catalogue.toml").read_bytes()
    choose(tmp_path / "home", [Choice("Postbox", "email"), Choice("Fish", "Aquarium", "hardware"), Choice("Odd = one", "Aquarium")])

    catalogue = read_catalogue(tmp_path / "home")
    assert [catalogue.place(text).line for text in ("Postbox", "fish", "Odd = one")] == ["Email", "Aquarium", "Aquarium"]
    assert catalogue.kinds["Aquarium"] == "hardware"
    assert (SHIPPED / "catalogue.toml").read_bytes() == before
    assert [file.name for file in (tmp_path / "home").iterdir() if file.suffix == ".next"] == []


def test_remarks_and_other_words_stay(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text(OWN)
    choose(tmp_path, [Choice("Heater", "Aquarium"), Choice("Pump", "Printer fault")])

    text = (tmp_path / "catalogue.toml").read_text()
    assert text == OWN.replace('["tank", "pump"]', '["tank", "Heater"]') + '"Printer fault" = ["Pump"]\n'


def test_a_word_can_be_taken_back_and_a_line_without_words_goes_with_it(tmp_path: Path) -> None:
    choose(tmp_path, [Choice("Outlook", "Fish", "other")])
    choose(tmp_path, [Choice("OUTLOOK", "")])

    assert read_catalogue(tmp_path).place("Outlook").line == "Email"
    assert "Fish" not in read_catalogue(tmp_path).kinds


def test_a_category_can_be_said_to_tell_nothing(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text(OWN)
    choose(tmp_path, [Choice("Email", NOT_YET), Choice("tank", NOT_YET)])
    silent = read_catalogue(tmp_path)
    choose(tmp_path, [Choice("email", "Email")])

    assert (silent.place("Email").line, silent.place("tank").line) == (None, None)
    assert read_catalogue(tmp_path).place("Email").line == "Email"


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        (Choice("Fish", "Terrarium"), "new line"),
        (Choice("Fish", "Terrarium", "animal"), "new line"),
        (Choice("--", "Email"), "letter or digit"),
        (Choice("Fish", "x" * 81, "other"), "80 characters"),
        (Choice("Fish", "!!", "other"), "few words"),
    ],
)
def test_a_choice_that_does_not_fit_changes_nothing(tmp_path: Path, choice: Choice, sentence: str) -> None:
    (tmp_path / "catalogue.toml").write_text(OWN)
    with pytest.raises(SettingsInvalid, match=sentence):
        choose(tmp_path, [Choice("Postbox", "Email"), choice])

    assert (tmp_path / "catalogue.toml").read_text() == OWN


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text("[software\n")
    with pytest.raises(SettingsInvalid, match="cannot be read"):
        choose(tmp_path, [Choice("Postbox", "Email")])

    assert (tmp_path / "catalogue.toml").read_text() == "[software\n"


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=40).filter(lambda text: any(c.isalnum() for c in text)))
def test_any_name_of_a_category_can_be_written_and_read(tmp_path_factory: pytest.TempPathFactory, category: str) -> None:
    home = tmp_path_factory.mktemp("home")
    try:
        choose(home, [Choice(category, "Email")])
    except SettingsInvalid as error:
        assert "letter or digit" in str(error)  # noqa: PT017 - letters that no word is made of
    else:
        assert read_catalogue(home).place(category).line == "Email"
