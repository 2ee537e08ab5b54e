import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.wording.money import SPACE
from models.refresh.desks import LearntDesk
from pipelines.settings import read_settings
from tests.dashboard.conftest import Visit
from tests.dashboard.test_pages import words
from tests.dashboard.worlds import home_with
from tests.models.test_desk_shell import TARGETS, tickets

SETTINGS = """[company]
currency = "USD"
[tiers]
order = ["Silver", "Gold"]
[staffing]
technicians = 2
"""
PRICED = """[prices]
technician_month = 5000
per_user = { Silver = 50, Gold = 100 }
"""
CLIENTS = """client,tier,users
Client 0,Gold,40
Client 1,Gold,30
Client 2,Silver,20
Client 3,Silver,10
"""
ESCAPES = str.maketrans({SPACE: " ", "\\": None, "\N{WORD JOINER}": None})
CARDS = ["New money a month", "Technicians for it", "Cost, first year", "Left, first year", "Surcharge that pays"]


@pytest.fixture(scope="module")
def desk_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small firm whose desk foretells its own past; no price is told."""
    home = home_with(tmp_path_factory.mktemp("desk"), clients=CLIENTS, targets=TARGETS, tickets=tickets(20))
    (home / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    return home


@pytest.fixture
def priced_home(desk_home: Path, tmp_path: Path) -> Path:
    """The same with prices, for a test that may write."""
    shutil.copytree(desk_home, tmp_path / "home")
    (tmp_path / "home" / "settings.toml").write_text(SETTINGS + PRICED, encoding="utf-8")
    return tmp_path / "home"


def told(app: AppTest) -> str:
    return words(app).translate(ESCAPES)


@pytest.mark.torture
def test_the_answer_stands_in_one_sentence_before_any_figure(visit: Visit, priced_home: Path) -> None:
    app = visit(priced_home, "premium", uptake="50")

    assert app.title[0].value == "Premium & pricing"
    assert "with 50% of clients on Premium (2 of 4) at 15% of the fee, the 2 new buyers bring USD" in told(app)
    assert "clients without Premium are served as well as today, or as your goals ask" in told(app)
    assert [card.label for card in app.metric] == CARDS
    assert len(app.get("plotly_chart")) == 3


@pytest.mark.torture
def test_missing_prices_are_asked_for_where_they_are_missed(visit: Visit, desk_home: Path) -> None:
    app = visit(desk_home, "premium", uptake="50")

    assert "but whether it pays cannot be said yet" in told(app)
    assert "tell what a technician costs you a month; and the price of a user for each plan" in told(app)
    asked = [field.label for field in app.number_input if str(field.key).startswith("ask-")]
    assert [label.replace("\\", "") for label in asked] == [
        "A technician (USD a month)", "A user of Silver (USD a user a month)", "A user of Gold (USD a user a month)",
    ]  # fmt: skip
    assert [card.value for card in app.metric if card.label != "Technicians for it"] == ["–"] * 4


@pytest.mark.torture
def test_a_figure_that_is_given_is_saved_alone_and_used(visit: Visit, priced_home: Path) -> None:
    before = (priced_home / "settings.toml").read_text()
    app = visit(priced_home, "premium", uptake="50")
    app.number_input(key="premium-prices.technician_month-5000.0").set_value(900.0)
    app.button(key="premium-save").click().run()

    assert not app.exception
    assert "Saved. A technician: 900 USD a month." in "\n".join(said.value for said in app.success).translate(ESCAPES)
    assert (priced_home / "settings.toml").read_text() == before.replace("5000", "900")
    assert "One more technician costs USD 1,012 a month in the first year and USD 900 a month afterwards." in told(app)


@pytest.mark.torture
def test_nothing_changed_is_nothing_saved(visit: Visit, priced_home: Path) -> None:
    before = (priced_home / "settings.toml").read_bytes()
    app = visit(priced_home, "premium")
    app.button(key="premium-save").click().run()

    assert "Nothing was changed" in "\n".join(said.value for said in app.success)
    assert (priced_home / "settings.toml").read_bytes() == before


@pytest.mark.torture
def test_another_way_of_charging_is_saved(visit: Visit, priced_home: Path) -> None:
    app = visit(priced_home, "premium")
    app.selectbox(key="premium-kind-percent").select("per_user")
    app.button(key="premium-save").click().run()

    assert read_settings(priced_home).prices.premium.kind == "per_user"
    assert "a user a month" in told(app)


@pytest.mark.torture
def test_whether_todays_clients_pay_already_is_saved(visit: Visit, priced_home: Path) -> None:
    app = visit(priced_home, "premium")
    app.selectbox(key="premium-paid-True").select(False)
    app.button(key="premium-save").click().run()

    assert not app.exception
    assert read_settings(priced_home).prices.premium_paid_today is False
    assert "Saved. Today's Premium clients do not pay it yet." in "\n".join(said.value for said in app.success)


@pytest.mark.torture
def test_plans_and_one_technician_rest_on_prices_alone(visit: Visit, priced_home: Path) -> None:
    """Fees of 7,000 and 1,500; one technician costs 5,000 a month and, with three months to full pace, 625 more."""
    app = visit(priced_home, "premium", uptake="50")

    assert "One more technician costs USD 5,625 a month in the first year and USD 5,000 a month afterwards." in told(app)
    assert "At 15% of the fee even all 4 new clients together do not pay for one." in told(app)
    assert "It needs hands-on minutes of tickets" in told(app)


@pytest.mark.torture
def test_nobody_with_premium_is_said_so(visit: Visit, priced_home: Path) -> None:
    app = visit(priced_home, "premium", uptake="0")

    assert "Nobody buys Premium here" in told(app)
    assert "It pays" not in told(app)
    assert not app.metric


@pytest.mark.torture
def test_named_clients_buy_and_no_other(visit: Visit, priced_home: Path) -> None:
    app = visit(priced_home, "premium", buyers="Client 0")

    assert "The clients that you named have Premium, and those who have it today" in "\n".join(caption.value for caption in app.caption)
    assert "(1 of 4)" in told(app)


@pytest.mark.torture
def test_every_table_goes_with_its_assumptions(visit: Visit, priced_home: Path) -> None:
    app = visit(priced_home, "premium", uptake="50")

    assert len(app.get("download_button")) >= 5


@pytest.mark.torture
def test_a_desk_that_did_not_foretell_its_past_gives_no_figure_that_rests_on_it(visit: Visit, tmp_path: Path) -> None:
    app = visit(home_with(tmp_path, clients=CLIENTS, tickets=tickets(20)), "premium")

    assert "Not usable for decisions] We tested it on your own past" in told(app)
    assert "Plans side by side" in [heading.value for heading in app.header]
    assert not app.metric
    assert not app.slider


@pytest.mark.torture
def test_without_a_target_the_next_step_is_said(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LearntDesk, "usable", True)
    app = visit(home_with(tmp_path, clients=CLIENTS, tickets=tickets(20)), "premium")

    assert "No target is in force for any ticket" in told(app)
    assert "Plans side by side" in [heading.value for heading in app.header]
    assert not app.metric


@pytest.mark.torture
def test_without_clients_nobody_can_buy(visit: Visit, tmp_path: Path) -> None:
    lines = [row.split(",") for row in tickets(20).splitlines()]
    bare = "\n".join(",".join(cells[:2] + cells[3:]) for cells in lines)
    app = visit(home_with(tmp_path, tickets=bare, targets=TARGETS), "premium")

    assert "No ticket names its client, so nobody can buy Premium." in told(app)
    assert not app.metric


def test_a_short_history_says_how_much_it_takes(visit: Visit, few_home: Path) -> None:
    app = visit(few_home, "premium")

    assert "The desk cannot be learnt" in told(app)
    assert "What these figures rest on" in [heading.value for heading in app.header]
    assert not app.metric


def test_an_empty_home_welcomes(visit: Visit, tmp_path: Path) -> None:
    assert visit(tmp_path / "none", "premium").title[0].value == "Welcome"
