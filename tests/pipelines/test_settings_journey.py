"""Every setting can be written, taken back, exported and imported; what measures is measured again, or nothing changed."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from pipelines import own_settings
from pipelines.errors import SettingsInvalid
from pipelines.history.generations import current_generation
from pipelines.logo import MOST_BYTES, forget_logo, keep_logo
from pipelines.own_settings import import_settings, own_text, write_settings
from pipelines.settings import read_settings
from pipelines.settings_in_force import differences, in_force
from pipelines.settings_in_force import own_settings as own_of
from pipelines.shell import app
from tests.loading import World

TICKETS = "ticket_id,opened_at,resolved_at\nT-1,2026-03-02 09:00,2026-03-02 13:00"
LATER = ["10:00-17:30"]


def said(home: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, [*words, "--home", str(home)])
    return result.exit_code, " ".join(result.output.split())


def picture(kind: str = "PNG") -> bytes:
    content = BytesIO()
    Image.new("RGB", (8, 4), "teal").save(content, kind)
    return content.getvalue()


def hours(world: World) -> list[float]:
    frame = world.frame("ticket_clock")
    return [float(seconds) / 3600 for seconds in frame[frame["clock"] == "resolution"]["business_seconds"]]


def test_every_setting_has_a_place(world: World) -> None:
    write_settings(
        world.home,
        {
            "company.name": "Harbour IT",
            "company.address": ["1 Quay", "Leeds"],
            "calendars.short days": {"title": "Short", "holidays": "", "monday": ["09:00-12:00", "13:00-15:00"]},
            "company.default_calendar": "short days",
            "tiers.order": ["Basic", "Gold 24.7"],
            "tiers.plans.Gold 24.7": {"hours": "always", "included": ["Help desk", "Backups"]},
            "offices": [{"name": "Head", "latitude": 53.8, "longitude": -1.5}, {"name": "Quay", "latitude": 53, "longitude": 0}],
            "distance.bands": [{"name": "near", "below_km": 20}, {"name": "far"}],
            "distance.mileage_unit": "miles",
            "clock.pauses_stop": [],
            "promise.kept_rate": 0.95,
            "promise.tiers.Gold 24.7": 0.98,
            "history.keep_months": 36,
            "priorities.matrix": {"high": {"high": "P1"}},
            "contract.exclusions": ["Floods"],
        },
    )

    found = read_settings(world.home)
    assert (found.company.name, found.company.address, found.default_calendar) == ("Harbour IT", ("1 Quay", "Leeds"), "short days")
    assert len(found.calendars["short days"].windows) == 2
    assert found.plans["Gold 24.7"].included == ("Help desk", "Backups")
    assert [office.name for office in found.offices] == ["Head", "Quay"]
    assert [band.below_km for band in found.distance_bands] == [20, None]
    assert (found.clocks_that_pause, found.kept_rate_of_tier, found.keep_months) == ((), {"Gold 24.7": 0.98}, 36)
    assert (found.matrix, found.contract.exclusions) == ((("high", "high", "P1"),), ("Floods",))


def test_one_day_of_a_calendar_keeps_its_other_days(world: World) -> None:
    write_settings(world.home, {"calendars.standard.monday": LATER})

    windows = read_settings(world.home).calendars["standard"].windows
    assert [(window.weekday, window.opens_second // 3600) for window in windows] == [(1, 10), (2, 8), (3, 8), (4, 8), (5, 8)]


def test_what_is_taken_back_is_as_it_ships(world: World) -> None:
    write_settings(world.home, {"company.name": "Ours", "calendars.standard.monday": LATER, "offices": []})
    write_settings(world.home, {}, back=["company.name", "calendars.standard", "company.phone"])

    assert read_settings(world.home).company.name == "Your company"
    assert own_of(world.home) == {"offices": []}


def test_values_are_words_lists_or_tables_as_typed(world: World) -> None:
    code, _ = said(
        world.home, "settings", "company.phone=0113 496 0000", 'calendars.standard.friday=["08:00-12:00"]',
        "promise.tiers={ Gold = 0.95 }", 'company.name="A=B"', "company.email=",
    )  # fmt: skip

    found = read_settings(world.home)
    assert (code, found.company.phone, found.company.name, found.kept_rate_of_tier) == (0, "0113 496 0000", "A=B", {"Gold": 0.95})


def test_other_hours_measure_the_history_again(world: World) -> None:
    world.load({"t.csv": TICKETS})
    assert hours(world) == [4]

    assert write_settings(world.home, {"calendars.standard.monday": LATER})
    assert hours(world) == [3]
    code, sentence = said(world.home, "settings", "--back", "calendars.standard")

    assert (code, "measured again" in sentence, hours(world)) == (0, True, [4])


@pytest.mark.torture
def test_a_name_does_not_measure(world: World) -> None:
    world.load({"t.csv": TICKETS})
    before = current_generation(world.home)

    assert not write_settings(world.home, {"company.name": "Ours", "prices.tools_month": 5})
    assert current_generation(world.home) == before


@pytest.mark.torture
def test_where_measuring_fails_the_old_settings_come_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.load({"t.csv": TICKETS})
    world.settings("# mine\n[company]\nname = 'Ours'\n")
    old, before = own_text(world.home), current_generation(world.home)

    def failing(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("pipelines.journey.measure", failing)
    with pytest.raises(RuntimeError):
        write_settings(world.home, {"company.timezone": "UTC"})
    assert (own_text(world.home), current_generation(world.home)) == (old, before)
    with pytest.raises(RuntimeError):
        import_settings(world.home, b"[tiers]\norder = []\n")

    assert (own_text(world.home), current_generation(world.home)) == (old, before)
    assert hours(world) == [4]


@pytest.mark.torture
def test_a_home_without_settings_has_none_after_a_failure(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.load({"t.csv": TICKETS})
    monkeypatch.setattr(own_settings, "measure_again", lambda *_, first: (first(), 1 / 0))
    with pytest.raises(ZeroDivisionError):
        write_settings(world.home, {"company.timezone": "UTC"})

    assert not (world.home / "settings.toml").exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"calendars.standard.holidays": "XX"}, "no holidays are known for 'XX'"),
        ({"calendars.standard.monday": ["08:30"]}, "'08:30' is not a window"),
        ({"company.default_calendar": "none"}, "is not one of the calendars"),
        ({"company.timezone": "Mars"}, "is not a time zone"),
        ({"offices": [{"name": "Head"}]}, "needs a latitude"),
        ({"distance.bands": [{"name": "near", "below_km": 5}]}, "Distance bands must rise"),
        ({"colours.red": 1}, "cannot be written here"),
    ],
)
def test_what_cannot_be_is_refused_in_words(world: World, changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(SettingsInvalid, match=sentence):
        write_settings(world.home, changes)

    assert not (world.home / "settings.toml").exists()


def test_an_export_comes_back_by_import(world: World, tmp_path: Path) -> None:
    world.settings("# ours\n[company]\nname = 'Harbour IT'\n")
    assert said(world.home, "settings", "--export", str(tmp_path / "mine.toml"))[0] == 0
    write_settings(world.home, {"company.name": "Another"})

    code, text = said(world.home, "settings", "--import", str(tmp_path / "mine.toml"), "--check", "--json")
    assert (code, json.loads(text)["changes"]) == (0, [{"name": "company.name", "before": "Another", "after": "Harbour IT"}])
    assert read_settings(world.home).company.name == "Another"
    assert said(world.home, "settings", "--import", str(tmp_path / "mine.toml"))[0] == 0

    assert own_text(world.home) == "# ours\n[company]\nname = 'Harbour IT'\n"
    assert "Another" in (world.home / "settings.toml.before").read_text()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[company\n", "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (b"[compny]\nname = 'x'\n", "Settings have no part 'compny'"),
        (b"[company]\nnmae = 'x'\n", "company has no setting 'nmae'"),
        (b"company = 5\n", "company must be a part of its own"),
        (b"[calendars.a]\nmonda = []\n", "calendars has no setting 'monda'"),
        (b"[calendars]\na = 5\n", "Calendar 'a' must be a part of its own"),
        (b"[promise]\nkept_rate = 9\n", "promise.kept_rate must lie between"),
        (b"#" * (1024 * 1024 + 1), "smaller than 1 MB"),
    ],
)
def test_a_broken_file_changes_nothing(world: World, tmp_path: Path, content: bytes, sentence: str) -> None:
    world.settings("[company]\nname = 'Ours'\n")
    (tmp_path / "broken.toml").write_bytes(content)

    code, text = said(world.home, "settings", "--import", str(tmp_path / "broken.toml"))

    assert (code, sentence in text) == (2, True)
    assert own_text(world.home) == "[company]\nname = 'Ours'\n"
    assert not (world.home / "settings.toml.before").exists()


def test_what_is_in_force_is_shown_and_own_is_marked(world: World) -> None:
    write_settings(world.home, {"company.name": "Ours", "prices.per_user.Gold": 90})

    found = {one.name: (one.value, one.own) for one in in_force(world.home)}
    assert found["company.name"] == ("Ours", True)
    assert found["prices.per_user.Gold"] == (90, True)
    assert found["company.currency"] == ("GBP", False)
    code, text = said(world.home, "settings", "--show")
    assert (code, '* company.name = "Ours"' in text) == (0, True)
    assert [one.name for one in differences(world.home, {})] == ["company.name", "prices.per_user.Gold"]


@pytest.mark.parametrize(("kind", "name"), [("PNG", "logo.png"), ("JPEG", "logo.jpg")])
def test_a_logo_is_kept_by_what_it_is(world: World, kind: str, name: str) -> None:
    keep_logo(world.home, picture("PNG"))
    assert keep_logo(world.home, picture(kind)) == name

    assert read_settings(world.home).company.logo == name
    assert [file.name for file in world.home.glob("logo*")] == [name]
    forget_logo(world.home)
    assert (read_settings(world.home).company.logo, list(world.home.glob("logo*"))) == ("", [])


@pytest.mark.parametrize("content", [b"", b"GIF89a", picture()[:40], b"<svg/>", picture() + b"0" * MOST_BYTES])
def test_what_is_no_picture_is_no_logo(world: World, content: bytes) -> None:
    with pytest.raises(SettingsInvalid, match=r"PNG or JPEG|larger than 1 MB"):
        keep_logo(world.home, content)

    assert not world.home.exists() or not list(world.home.glob("logo*"))


def test_the_sample_goes_by_one_command_and_own_settings_stay(world: World) -> None:
    assert said(world.home, "load", "--sample")[0] == 0
    write_settings(world.home, {"company.name": "Ours"})

    assert said(world.home, "forget-sample") == (0, "The sample is gone; 0 tickets are left.")
    assert len(world.frame("ticket")) == 0
    assert read_settings(world.home).company.name == "Ours"
    world.load({"t.csv": TICKETS})
    assert hours(world) == [4]
