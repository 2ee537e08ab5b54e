"""The page Settings on full, bare, empty and broken homes, and the first run."""

import shutil
import tomllib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import actions, loaders
from pipelines import keeping
from pipelines.journey import load_sample
from pipelines.own_settings import write_settings
from pipelines.settings import read_settings
from tests.conftest import ROOT
from tests.dashboard.conftest import Visit
from tests.dashboard.test_actions import File
from tests.dashboard.test_pages import words
from tests.pipelines.test_settings_journey import picture

TABS = ("Company", "Hours", "Plans", "Priorities", "Distance", "People & money", "Contract", "E-mail", "File")


@pytest.fixture
def own_home(full_home: Path, tmp_path: Path) -> Path:
    """A copy that may be written into."""
    return Path(shutil.copytree(full_home, tmp_path / "own"))


def at(app: AppTest, tab: str) -> AppTest:
    """Choose a tab."""
    app.session_state["settings-part"] = tab
    app.run()
    assert not app.exception
    assert not app.error, [error.value for error in app.error]
    return app


def field(app: AppTest, label: str) -> object:
    kinds = (app.text_input, app.text_area, app.number_input, app.selectbox, app.multiselect)
    return next(one for kind in kinds for one in kind if one.label.startswith(label))


def said(app: AppTest) -> str:
    return "\n".join(element.value for kind in (app.success, app.warning, app.info) for element in kind)


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("home", ["full_home", "bare_home", "none"])
def test_every_part_shows_on_every_home(visit: Visit, request: pytest.FixtureRequest, tmp_path: Path, home: str, tab: str) -> None:
    app = at(visit(tmp_path / "none" if home == "none" else request.getfixturevalue(home), "settings"), tab)

    assert "Your company works Monday to Friday" in words(app)
    assert "All of it is the default." in words(app)
    assert ("There are no tickets yet" in words(app)) is (home == "none")


@pytest.mark.torture
def test_a_name_is_saved_and_marked_and_goes_back(visit: Visit, own_home: Path) -> None:
    app = visit(own_home, "settings")
    stamp = loaders.stamp()
    field(app, "Name").set_value("Harbour IT")  # type: ignore[attr-defined]
    field(app, "Address").set_value("1 Quay\n\nLeeds")  # type: ignore[attr-defined]
    app.button(key="rules-company-save").click().run()

    assert "Saved: Name, Address." in said(app)
    assert "Harbour IT works Monday to Friday" in words(app)
    assert "2 settings are your own" in words(app)
    assert str(field(app, "Name").label).endswith(":blue-badge[yours]")  # type: ignore[attr-defined]
    assert read_settings(own_home).company.address == ("1 Quay", "Leeds")
    assert loaders.stamp() == stamp

    app.multiselect(key="rules-company-which").set_value(["company.name"]).run()
    app.button(key="rules-company-take-back").click().run()
    assert "Back to the default: Name." in said(app)
    assert tomllib.loads((own_home / "settings.toml").read_text()) == {"company": {"address": ["1 Quay", "Leeds"]}}


@pytest.mark.torture
def test_another_time_zone_measures_again(visit: Visit, own_home: Path) -> None:
    app = at(visit(own_home, "settings"), "Hours")
    assert "A change of these measures your history again" in words(app)
    stamp = loaders.stamp()
    field(app, "Time zone").set_value("UTC")  # type: ignore[attr-defined]
    app.button(key="rules-clocks-save").click().run()

    assert "Your history was measured again." in said(app)
    assert loaders.stamp() != stamp
    assert not app.exception


@pytest.mark.torture
def test_what_is_refused_is_said_and_stays_typed(visit: Visit, own_home: Path) -> None:
    app = at(visit(own_home, "settings"), "Hours")
    app.selectbox(key="rules-calendar").set_value("").run()
    app.button(key="rules-hours-save").click().run()
    assert "Give the calendar a short name" in said(app)

    write_settings(own_home, {"company.name": "Ours"})
    app = at(visit(own_home, "settings"), "Company")
    field(app, "Name").set_value("a\x07b")  # type: ignore[attr-defined]
    app.button(key="rules-company-save").click().run()

    assert "company\\.name must be one line of text" in said(app)
    assert field(app, "Name").value == "a\x07b"  # type: ignore[attr-defined]
    assert read_settings(own_home).company.name == "Ours"


def test_nothing_changed_is_nothing_saved(visit: Visit, own_home: Path) -> None:
    app = at(visit(own_home, "settings"), "Plans")
    app.button(key="rules-plans-save").click().run()

    assert "Nothing was changed, so nothing was saved." in said(app)
    assert not (own_home / "settings.toml").exists()


@pytest.mark.torture
@pytest.mark.parametrize(("tab", "key"), [("Priorities", "priorities"), ("Distance", "distance.bands"), ("Distance", "offices"), ("Distance", "road"), ("Contract", "contract"), ("E-mail", "email"), ("File", "keep"), ("Hours", "hours"), ("People & money", "skills")])
def test_a_form_that_nobody_touched_changes_nothing(visit: Visit, own_home: Path, tab: str, key: str) -> None:
    app = at(visit(own_home, "settings"), tab)
    app.button(key=f"rules-{key}-save").click().run()

    assert "Nothing was changed, so nothing was saved." in said(app)


@pytest.mark.torture
def test_a_price_is_saved_and_marked(visit: Visit, own_home: Path) -> None:
    app = at(visit(own_home, "settings"), "People & money")
    field(app, "Tools of a technician").set_value(180)  # type: ignore[attr-defined]
    app.button(key="rules-save").click().run()

    assert read_settings(own_home).prices.tools_month == 180
    assert str(field(app, "Tools of a technician").label).endswith(":blue-badge[yours]")  # type: ignore[attr-defined]


@pytest.mark.torture
def test_a_logo_is_shown_and_one_that_is_none_is_refused(visit: Visit, own_home: Path) -> None:
    visit(own_home, "settings")
    assert "PNG or JPEG" in actions.keep_logo(File("logo.png", b"no picture")).refusal
    assert actions.keep_logo(File("anything.png", picture())).said == {"logo": "logo.png"}

    app = visit(own_home, "settings")
    app.button(key="rules-logo-none").click().run()
    assert "The logo is taken away." in said(app)
    assert not (own_home / "logo.png").exists()


@pytest.mark.torture
def test_a_file_is_looked_at_before_it_is_in_force(visit: Visit, own_home: Path) -> None:
    visit(own_home, "settings")

    assert "Settings have no part 'compny'" in actions.check_settings(b"[compny]\nname = 'x'\n").refusal
    found = actions.check_settings(b"[company]\nname = 'Ours'\n").said
    assert [(one["name"], one["after"]) for one in found["changes"]] == [("company.name", "Ours")]
    assert not (own_home / "settings.toml").exists()
    assert actions.import_settings(b"[company]\nname = 'Ours'\n").said["done"]
    assert read_settings(own_home).company.name == "Ours"


@pytest.mark.torture
def test_a_history_measured_by_other_rules_says_so_and_is_measured_again(visit: Visit, own_home: Path) -> None:
    assert "by other rules" not in words(visit(own_home, "settings"))
    (own_home / "settings.toml").write_text("[calendars.standard]\nmonday = ['10:00-17:30']\n")
    app = visit(own_home, "settings")
    assert "Your history was measured by other rules than these" in words(app)

    app.button(key="rules-measure").click().run()
    assert "by other rules" not in words(app)
    assert "measured by these rules" in said(app)


@pytest.mark.torture
def test_the_old_file_is_named_only_where_it_was_kept(visit: Visit, own_home: Path) -> None:
    visit(own_home, "settings")
    kept = [actions.import_settings(content).said["kept_before"] for content in (b"# a", b"# b", b"# b")]
    assert kept == [False, True, False]


@pytest.mark.torture
def test_settings_that_cannot_be_read_are_mended_on_the_page(visit: Visit, own_home: Path) -> None:
    write_settings(own_home, {"company.name": "Ours"})
    (own_home / "settings.toml").write_text("[company\nname = 'Ours'\n")
    with pytest.raises(AssertionError, match="cannot"):
        visit(own_home)
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60).run().switch_page("views/settings.py").run()
    assert len(app.error) == 1
    app.text_area[0].set_value("[company]\nname = 'Mended'\n")
    app.button(key="mend-save").click().run()

    assert not app.error
    assert "Mended works" in words(app)


@pytest.mark.parametrize("page", ["this_week", "turnaround", "targets", "premium", "staffing"])
def test_the_first_run_has_three_ways_on(visit: Visit, tmp_path: Path, page: str) -> None:
    app = visit(tmp_path / "home", page)

    assert [title.value for title in app.title] == ["Welcome"]
    assert [button.key for button in app.button] == ["load", "load-sample"]
    assert "inbox" in app.code[0].value
    assert (tmp_path / "home" / "inbox").is_dir()


@pytest.mark.torture
def test_the_sample_is_marked_and_goes_by_one_click(visit: Visit, tmp_path: Path) -> None:
    load_sample(tmp_path / "home")
    write_settings(tmp_path / "home", {"company.name": "Ours"})
    app = visit(tmp_path / "home")
    app.button(key="forget-sample").click().run()

    assert app.title[0].value == "Welcome"
    assert read_settings(tmp_path / "home").company.name == "Ours"
    assert keeping.loads(tmp_path / "home") == []
    assert visit(tmp_path / "home", "loading").title[0].value == "Data"
    assert "There are no tickets yet" in words(visit(tmp_path / "home", "settings"))
