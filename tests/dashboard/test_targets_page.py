import os
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import actions
from models.refresh.backtests import run_backtest
from models.refresh.promises import refresh
from tests.dashboard.conftest import Visit
from tests.dashboard.test_pages import words
from tests.dashboard.worlds import CLIENTS, TARGETS, home_with, tickets

PARTS = ["Your targets", "Why?", "Versions", "Try on the past", "Can you keep them?", "Agreements", "Were promises kept?"]


@pytest.fixture(scope="module")
def bare_fitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tickets alone, with promises."""
    return home_with(tmp_path_factory.mktemp("bare"), promises=True, tickets=tickets(bare=True))


@pytest.fixture
def own_home(tmp_path: Path) -> Path:
    """A home that a test may write to."""
    return home_with(tmp_path, promises=True, clients=CLIENTS, targets=TARGETS, tickets=tickets())


def open_part(app: AppTest, part: str) -> AppTest:
    app.session_state["targets-part"] = part
    app.run()
    assert not app.exception
    return app


def button(app: AppTest, key: str) -> None:
    app.button(key=key).click().run()
    assert not app.exception


def editor(app: AppTest, column: str = "Yours") -> list[str]:
    told: list[str] = next(frame.value for frame in app.dataframe if "Yours" in frame.value)[column].tolist()
    return told


@pytest.mark.torture
def test_it_says_first_how_many_are_late_and_what_the_proposals_would_do(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "targets")

    assert app.title[0].value == "Targets"
    assert "With today's targets 57 of 639 tickets since 4 May 2026 are late (8.9%)." in words(app)
    assert "With every proposal it would have been" in words(app)
    assert [metric.label for metric in app.metric] == [
        "Late with today's targets", "Late with yours", "Lines changed", "Late each month",
    ]  # fmt: skip


@pytest.mark.torture
def test_where_plans_took_equally_long_the_page_says_so(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "targets")

    assert "Silver and Gold tickets have taken equally long, so the proposals are equal." in words(app)
    assert "its tickets must come first" in words(app)


@pytest.mark.torture
def test_all_proposals_are_taken_and_put_back(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "targets")
    assert set(editor(app)) == {None}
    before = app.metric[0].value

    button(app, "use-proposed")
    assert None not in editor(app)
    assert app.metric[2].value.startswith(str(len(editor(app))))
    assert app.metric[0].value == before

    button(app, "reset-targets")
    assert set(editor(app)) == {None}
    assert app.metric[1].value == before


@pytest.mark.torture
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("clock", ["resolution", "first_response"])
def test_every_part_shows(visit: Visit, full_home: Path, part: str, clock: str) -> None:
    app = visit(full_home, "targets")
    app.session_state["clock"] = clock
    open_part(app, part)

    assert not app.error
    assert len(app.header) >= 1


@pytest.mark.parametrize("part", PARTS)
def test_every_part_shows_without_plans_targets_and_clients(visit: Visit, bare_fitted: Path, part: str) -> None:
    app = open_part(visit(bare_fitted, "targets"), part)

    assert not app.error
    assert "No target is in force yet" in words(app)
    assert "Your history names no plans." in words(app)


@pytest.mark.torture
@pytest.mark.parametrize("part", PARTS)
def test_a_draft_is_seen_in_every_part(visit: Visit, full_home: Path, part: str) -> None:
    app = visit(full_home, "targets")
    button(app, "use-proposed")

    open_part(app, part)

    assert not app.error


@pytest.mark.torture
def test_a_job_is_explained_in_words_for_a_client(visit: Visit, full_home: Path) -> None:
    app = open_part(visit(full_home, "targets"), "Why?")

    assert "Of 100 jobs like this, counting those still open," in words(app)
    assert "nine in ten of this kind of ticket would be done within" in words(app)


def test_before_promises_are_worked_out_it_offers_to(visit: Visit, bare_home: Path) -> None:
    app = visit(bare_home, "targets")

    assert "not worked out yet" in words(app)
    assert app.button(key="fit").label == "Work it out now"


@pytest.mark.torture
def test_too_few_tickets_say_what_is_needed(visit: Visit, few_home: Path) -> None:
    refresh(few_home)
    app = visit(few_home, "targets")

    assert "6 tickets have ended; 30 are needed before a promise can be worked out." in words(app)
    for part in PARTS:
        assert not open_part(app, part).error


def test_an_empty_home_welcomes(visit: Visit, tmp_path: Path) -> None:
    app = visit(tmp_path / "none", "targets")

    assert app.title[0].value == "Welcome"


@pytest.mark.torture
def test_promises_of_an_older_load_are_called_old(visit: Visit, own_home: Path) -> None:
    (own_home / "settings.toml").write_text('[tiers]\norder = ["Gold", "Silver"]\n', encoding="utf-8")
    app = visit(own_home, "targets")

    assert "worked out before the newest load" in "\n".join(caption.value for caption in app.caption)
    button(app, "fit")
    assert "worked out before the newest load" not in "\n".join(caption.value for caption in app.caption)


def test_another_share_to_keep_gives_other_proposals(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "targets")
    assert "8 h" in editor(app, "Proposed")

    app.session_state["keep"] = "80"
    app.run()

    assert "8 h" not in editor(app, "Proposed")


@pytest.mark.torture
def test_a_draft_is_saved_as_a_version(visit: Visit, own_home: Path) -> None:
    app = visit(own_home, "targets")
    button(app, "use-proposed")
    app.text_input(key="version-note").set_value("All as proposed").run()
    button(app, "save-version")

    assert "is saved:" in "\n".join(told.value for told in app.success)
    open_part(app, "Versions")
    listed = app.dataframe[0].value
    assert listed["Note"].tolist()[0] == "All as proposed"
    assert len(listed) == 2


@pytest.mark.torture
def test_an_agreement_is_written_and_taken_out(visit: Visit, own_home: Path) -> None:
    app = open_part(visit(own_home, "targets"), "Agreements")
    assert "No client is in the register yet" in words(app)
    app.selectbox(key="agree-client").select("Alder Dental")
    app.date_input(key="agree-Signed").set_value(date(2026, 6, 1)).run()
    button(app, "agree")

    assert app.dataframe[0].value[["Client", "Standing"]].values.tolist() == [["Alder Dental", "in force"]]
    assert "before its first signature have no target" in words(app)
    app.selectbox(key="agree-client").select("Alder Dental").run()
    button(app, "agree-forget")
    button(app, "agree-forget-yes")
    assert not [frame for frame in app.dataframe if "Standing" in frame.value]


@pytest.mark.torture
def test_the_record_of_promises_is_shown_with_its_date(visit: Visit, own_home: Path) -> None:
    app = open_part(visit(own_home, "targets"), "Were promises kept?")
    assert "Nobody has checked yet" in words(app)

    run_backtest(own_home, every_days=14)
    app.run()

    assert "promises made with what was known at the time" in words(app)
    assert "Checked on data to" in words(app)
    assert len(app.get("plotly_chart")) >= 2


@pytest.mark.torture
def test_a_refused_version_says_why(monkeypatch: pytest.MonkeyPatch, own_home: Path) -> None:
    import pandas as pd  # noqa: PLC0415 - only here

    monkeypatch.setenv("TURNAROUND_HOME", str(own_home))
    lines = pd.DataFrame({"clock": ["resolution"], "amount": [0], "unit": ["business_hours"]})
    reply = actions.save_version(lines, pd.Timestamp("2027-01-01").date(), "-x --replace")

    assert "write a number above 0" in reply.refusal
    assert os.environ["TURNAROUND_HOME"] == str(own_home)
