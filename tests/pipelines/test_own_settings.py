"""The owner's own figures, written into settings.toml."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipelines.errors import SettingsInvalid
from pipelines.own_settings import value_of, write_settings
from pipelines.settings import read_settings
from pipelines.shell import app
from tests.loading import World

OWN = """# What we agreed with Anna
[prices]
# all in, since May
technician_month = 5200  # a month
hire_once = 3000

[company]
name = "Nine Elms IT"
"""


def own(world: World) -> Path:
    world.settings(OWN)
    return world.home / "settings.toml"


def said(home: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["settings", "--home", str(home), *words])
    return result.exit_code, " ".join(result.output.split())


def test_remarks_and_the_order_of_the_file_stay(world: World) -> None:
    file = own(world)
    before = file.read_text()
    write_settings(world.home, {"prices.technician_month": 5400})

    assert file.read_text() == before.replace("5200", "5400")


def test_a_home_without_settings_gets_a_file(world: World) -> None:
    write_settings(world.home, {"staffing.technicians": 7, "prices.premium.kind": "per_user"})

    found = read_settings(world.home)
    assert (found.staffing.technicians, found.prices.premium.kind, found.prices.premium.amount) == (7, "per_user", 15)


def test_a_plan_may_have_a_dot_in_its_name(world: World) -> None:
    write_settings(world.home, {"prices.per_user.Gold 24.7": 130})

    assert read_settings(world.home).prices.per_user == {"Gold 24.7": 130}


def test_a_table_on_one_line_stays_on_one_line(world: World) -> None:
    world.settings("[prices]\nper_user = { Silver = 60 }  # since May\n")
    write_settings(world.home, {"prices.per_user.Gold": 90})

    assert (world.home / "settings.toml").read_text() == "[prices]\nper_user = { Silver = 60, Gold = 90}  # since May\n"
    assert read_settings(world.home).prices.per_user == {"Silver": 60, "Gold": 90}


def test_a_plan_may_have_an_equals_sign_in_its_name(world: World) -> None:
    assert said(world.home, "prices.per_user.A=B=60")[0] == 0
    assert read_settings(world.home).prices.per_user == {"A=B": 60}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"company.nmae": "Ours"}, "company has no setting 'nmae'"),
        ({"prices": 5}, "'prices' cannot be written here"),
        ({"prices.": 5}, "'prices.' cannot be written here"),
        ({"prices.technicain_month": 5}, "prices has no setting 'technicain_month'"),
        ({"prices.technician_month": -1}, "prices.technician_month must be a number"),
        ({"prices.technician_month": "£5,200"}, "prices.technician_month must be a number"),
        ({"staffing.technicians": 2.5}, "staffing.technicians must be a whole number"),
        ({"staffing.response_goal": 95}, "staffing.response_goal must lie between"),
        ({"prices.hire_once.amount": 5}, "hire_once in settings.toml of your home is a value"),
    ],
)
def test_what_cannot_be_is_refused_and_the_file_stays_as_it_was(
    world: World, changes: dict[str, float | str], sentence: str
) -> None:
    file = own(world)
    before = file.read_bytes()
    with pytest.raises(SettingsInvalid, match=sentence):
        write_settings(world.home, {"prices.tools_month": 180, **changes})

    assert file.read_bytes() == before
    assert sorted(found.name for found in world.home.iterdir()) == ["settings.toml", "writer.lock"]


def test_a_file_that_cannot_be_read_is_left_alone(world: World) -> None:
    world.settings("[prices\n")
    with pytest.raises(SettingsInvalid, match="cannot be read"):
        write_settings(world.home, {"prices.tools_month": 180})

    assert "[prices\n" in (world.home / "settings.toml").read_text()


@pytest.mark.parametrize(
    ("text", "value"), [("5200", 5200), ("0.95", 0.95), ("7.0", 7), ("per_user", "per_user"), ("£5", "£5"), ("1e3", 1000)]
)
def test_numbers_are_read_as_numbers_whole_where_they_are_whole(text: str, value: float | str) -> None:
    assert value_of(text) == value
    assert type(value_of(text)) is type(value)


def test_the_shell_says_what_it_saved(world: World) -> None:
    code, text = said(world.home, "prices.technician_month=5200", "staffing.technicians=7")

    assert (code, text) == (0, "Saved: prices.technician_month = 5200, staffing.technicians = 7")
    assert read_settings(world.home).prices.technician_month == 5200


def test_a_page_gets_what_was_saved_as_json(world: World) -> None:
    code, text = said(world.home, "--json", "--", "prices.tools_month=180")

    assert (code, json.loads(text)) == (0, {"prices.tools_month": 180})


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("staffing.technicians",), "'staffing.technicians' changes nothing; write a name and a value"),
        (("prices.technician_month=many",), "prices.technician_month must be a number"),
        (("prices.technician_month=nan",), "prices.technician_month must be a number"),
        (("prices.technician_month=5200", "tiers.order=Gold"), "tiers.order must be a list"),
    ],
)
def test_the_shell_refuses_in_a_sentence_with_exit_code_2(world: World, words: tuple[str, ...], sentence: str) -> None:
    code, text = said(world.home, *words)

    assert (code, sentence in text) == (2, True)
    assert not (world.home / "settings.toml").exists()
