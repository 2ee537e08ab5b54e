"""Settings that are written while something goes wrong: killed midway, hand-edited, broken, of a wrong kind."""

import json
from pathlib import Path

import pytest

from pipelines.errors import SettingsInvalid
from pipelines.history.generations import MEASURED_BY, current_generation, next_generation
from pipelines.keeping import forget_sample
from pipelines.logo import keep_logo
from pipelines.measured_by import is_measured_otherwise, measured_by
from pipelines.own_settings import import_settings, own_text, write_settings
from pipelines.setting_names import value_of
from pipelines.settings import read_settings
from pipelines.settings_in_force import in_force, own_settings
from tests.loading import World
from tests.pipelines.test_settings_journey import LATER, TICKETS, hours, picture, said

TEN_O_CLOCK = '[calendars.standard]\ntitle = "Late"\nholidays = ""\nmonday = ["10:00-17:30"]\n'


def test_a_change_that_was_killed_midway_is_measured_by_the_next_save(world: World) -> None:
    world.load({"t.csv": TICKETS})
    world.settings(TEN_O_CLOCK)
    assert is_measured_otherwise(world.home)

    assert write_settings(world.home, {"calendars.standard.monday": LATER})
    assert (hours(world), is_measured_otherwise(world.home)) == ([3], False)
    assert not write_settings(world.home, {"calendars.standard.monday": LATER})


def test_a_hand_edit_is_measured_by_any_save_and_by_an_import(world: World) -> None:
    world.load({"t.csv": TICKETS})
    world.settings(TEN_O_CLOCK)
    assert write_settings(world.home, {"company.name": "Ours"})
    assert hours(world) == [3]

    world.settings("")
    assert import_settings(world.home, b"").measured
    assert hours(world) == [4]


def test_a_history_of_an_older_version_is_not_measured_for_nothing(world: World) -> None:
    world.load({"t.csv": TICKETS})
    folder = current_generation(world.home)
    assert folder is not None
    (folder / MEASURED_BY).unlink()

    assert not is_measured_otherwise(world.home)
    assert not write_settings(world.home, {"company.name": "Ours"})
    assert write_settings(world.home, {"calendars.standard.monday": LATER})
    assert measured_by(world.home)


@pytest.mark.parametrize("forget", [False, True])
def test_a_generation_that_is_not_measured_keeps_the_rules_of_the_one_before(world: World, *, forget: bool) -> None:
    world.load({"t.csv": TICKETS})
    before = measured_by(world.home)
    with next_generation(world.home) as build:
        build.keep, build.forget = True, forget

    assert measured_by(world.home) == before != ""
    world.settings(TEN_O_CLOCK)
    forget_sample(world.home)
    assert measured_by(world.home) != before
    assert not is_measured_otherwise(world.home)


def test_a_refused_logo_leaves_the_old_one(world: World) -> None:
    keep_logo(world.home, picture())
    old = (world.home / "logo.png").read_bytes()
    world.settings("[company\n")
    with pytest.raises(SettingsInvalid, match="cannot be read"):
        keep_logo(world.home, picture() + b" other")

    assert (world.home / "logo.png").read_bytes() == old
    assert [file.name for file in world.home.glob("logo*")] == ["logo.png"]


@pytest.mark.parametrize(
    ("text", "sentence"), [("[company\n", "cannot be read"), ("[promise]\nkept_rate = 9\n", "promise.kept_rate must lie")]
)
def test_broken_settings_are_never_shown_as_the_defaults(world: World, text: str, sentence: str) -> None:
    world.settings(text)
    with pytest.raises(SettingsInvalid, match=sentence):
        in_force(world.home)

    code, shown = said(world.home, "settings", "--show")
    assert (code, sentence in shown) == (2, True)


def test_a_broken_file_is_mended_by_an_import_that_compares_with_nothing(world: World, tmp_path: Path) -> None:
    world.settings("[company\n")
    good = tmp_path / "good.toml"
    good.write_text("[company]\nname = 'Ours'\n")

    code, text = said(world.home, "settings", "--import", str(good), "--check", "--json")
    told = json.loads(text)
    assert (code, told["changes"], "cannot be told. settings.toml in your home cannot be read" in told["note"]) == (0, [], True)
    code, text = said(world.home, "settings", "--import", str(good))
    assert (code, "the old file is settings.toml.before" in text) == (0, True)
    assert (world.home / "settings.toml.before").read_text() == "[company\n"


def test_the_file_before_outlives_a_second_import_and_a_failed_one(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.load({"t.csv": TICKETS})
    before = world.home / "settings.toml.before"
    assert not import_settings(world.home, b"# first\n").kept_before
    assert import_settings(world.home, b"# second\n").kept_before
    assert not import_settings(world.home, b"# second\n").kept_before
    assert before.read_text() == "# first\n"

    monkeypatch.setattr("pipelines.journey.measure", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        import_settings(world.home, TEN_O_CLOCK.encode())
    assert (before.read_text(), own_text(world.home)) == ("# first\n", "# second\n")


def test_the_old_file_is_named_only_where_there_is_one(world: World, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[company]\nname = 'Ours'\n")

    assert said(world.home, "settings", "--import", str(tmp_path / "mine.toml"))[1].endswith("The settings are in force.")


@pytest.mark.parametrize(
    ("text", "name", "value", "expected"),
    [
        (
            '[priorities]\nmatrix={high={high="P1"}}\n', "priorities.matrix.low.high", "P3",
            {"priorities.matrix": {"high": {"high": "P1"}, "low": {"high": "P3"}}},
        ),
        (
            'tiers = {plans={Gold={hours="x"}}}\n', "tiers.plans.Silver.hours", "y",
            {"tiers.plans.Gold": {"hours": "x"}, "tiers.plans.Silver": {"hours": "y"}},
        ),
        (
            'tiers.plans.Gold.hours = "x"\n', "tiers.plans.Silver.hours", "y",
            {"tiers.plans.Gold": {"hours": "x"}, "tiers.plans.Silver": {"hours": "y"}},
        ),
        (
            '[tiers]\nplans.Gold.hours = "x"\n', "tiers.plans.Silver.included", ["y"],
            {"tiers.plans.Gold": {"hours": "x"}, "tiers.plans.Silver": {"included": ["y"]}},
        ),
    ],
)  # fmt: skip
def test_tables_on_one_line_and_names_with_dots_take_more(
    world: World, text: str, name: str, value: object, expected: dict[str, object]
) -> None:
    world.settings(text)
    write_settings(world.home, {name: value})

    assert own_settings(world.home) == expected
    read_settings(world.home)


def test_a_calendar_within_one_line_begins_whole(world: World) -> None:
    world.settings("calendars = {mine={monday=[]}}\n")
    write_settings(world.home, {"calendars.standard.tuesday": []})

    assert len(read_settings(world.home).calendars["standard"].windows) == 4


def test_a_mark_at_the_beginning_and_ends_of_lines_of_windows_are_read_and_kept(world: World) -> None:
    world.home.mkdir()
    file = world.home / "settings.toml"
    file.write_bytes(b"\xef\xbb\xbf# ours\r\n[company]\r\nname = 'Ours'\r\n")
    assert read_settings(world.home).company.name == "Ours"

    write_settings(world.home, {"company.phone": "1", "prices.tools_month": 5})
    content = file.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") == 7
    assert own_text(world.home).startswith("# ours\n")
    assert read_settings(world.home).prices.tools_month == 5


def test_brackets_without_end_are_refused_in_words(world: World, tmp_path: Path) -> None:
    deep = "a=" + "[" * 5000 + "]" * 5000
    (tmp_path / "deep.toml").write_text(deep)

    code, text = said(world.home, "settings", "--import", str(tmp_path / "deep.toml"))
    assert (code, "too many brackets" in text) == (2, True)
    code, text = said(world.home, "settings", f"company.address={deep[2:]}")
    assert (code, "too many brackets" in text) == (2, True)
    world.settings(deep)
    with pytest.raises(SettingsInvalid, match="too many brackets"):
        read_settings(world.home)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[company]\ncurrency = ["x"]', "company.currency must be a short word"),
        ("[company]\ntimezone = 5", "5 is not a time zone"),
        ('[company]\ndefault_calendar = ["x"]', "is not one of the calendars"),
        ("company = 5", "company must be a part of its own"),
        ('[tiers]\norder = ["Gold", "gold"]', "'gold' more than once"),
        ("[tiers]\norder = 5", "tiers.order must be a list"),
        ('[calendars."a\\nb"]\nmonday = []', "The name of a calendar must be one line"),
        ("[calendars]\na = 5", "Calendar 'a' must be a part of its own"),
        ("[calendars.standard]\nmonday = 5", "monday must be a list such as"),
        ("[calendars.standard]\nmonday = [5]", "monday must be a list such as"),
        ("[clock]\npauses_stop = 5", "clock.pauses_stop must be a list of clocks"),
        ('[clock]\npauses_stop = ["lunch"]', "clock.pauses_stop must be a list of clocks"),
        ('[clock]\npauses_stop = [["lunch"]]', "clock.pauses_stop must be a list of clocks"),
        ("[promise]\ntiers = 5", "promise.tiers must give a rate"),
        ("[distance]\nbands = 5", "distance.bands must be a list"),
        ("[distance]\nbands = [5]", "distance.bands must be a list"),
        ('[distance]\nbands = [{name = "near", below_km = "x"}, {name = "far"}]', "distance.bands must be a list"),
        ("[distance]\nbands = [{}]", "distance.bands must be a list"),
        ("[distance]\ntrip = [1]", "distance.trip must be"),
        ("[prices]\npremium = {kind = [1]}", "prices.premium.kind must be"),
        ("[email]\nsecurity = [1]", "email.security must be"),
    ],
)
def test_values_of_a_wrong_kind_are_refused_in_plain_words(world: World, text: str, sentence: str) -> None:
    world.settings(text + "\n")
    with pytest.raises(SettingsInvalid) as refused:
        read_settings(world.home)

    assert sentence in str(refused.value)
    assert "object" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("scorecard.backlog.owner", "42", "42"),
        ("scorecard.backlog.goal", "42", 42),
        ("tiers.plans.Gold.hours", "24", "24"),
        ("tiers.plans.Gold 24.7.hours", "24", "24"),
        ("calendars.mine.title", "247", "247"),
        ("contract.definitions.Year", "2026", "2026"),
        ("prices.premium.amount", "15", 15),
        ("prices.per_user.Gold", "90", 90),
    ],
)
def test_words_stay_words_where_words_are_meant(name: str, text: str, value: object) -> None:
    assert value_of(text, name) == value
    assert type(value_of(text, name)) is type(value)
