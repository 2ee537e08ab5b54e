"""The page about clients says who is served badly before any picture, and folds away what a history does not tell."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import charts
from dashboard.digest import by_client, client_card, hours, plan_fit, same_day
from dashboard.wording import by_client as words
from tests.dashboard.conftest import Visit
from tests.dashboard.worlds import EVIL_CLIENT

GOAL = 0.1


TOLD = {
    "All clients": "late beyond luck", "Does the plan fit?": "No plan is surely wrong", "Same day": "on the business day they came in",
    "Who wants it faster?": "clients without Premium",
}


def opened(app: AppTest, tabs: str, part: str) -> AppTest:
    app.session_state[tabs] = part
    app.run()
    assert not app.exception
    assert not app.error, [error.value for error in app.error]
    return app


def said(app: AppTest) -> str:
    return " ".join(element.value for element in [*app.markdown, *app.caption, *app.info])


@pytest.mark.torture
@pytest.mark.parametrize("part", ["All clients", "Does the plan fit?", "Same day", "Who wants it faster?"])
def test_every_part_of_the_page_opens_on_a_full_history(visit: Visit, full_home: Path, part: str) -> None:
    app = opened(visit(full_home, "clients", period="All", look="Bexley Motors"), "clients-part", part)

    assert TOLD[part] in said(app)
    assert "Of 3 clients with 30 judged tickets or more" in said(app)
    assert "Silver plan · without Premium Response · 35 users" in said(app)
    assert [metric.label for metric in app.metric][:2] == ["Late", "Tickets a month"]
    assert EVIL_CLIENT not in said(app)


def test_few_tickets_are_listed_and_not_judged(visit: Visit, few_home: Path) -> None:
    app = visit(few_home, "clients", look="Alder Dental")

    assert "3 clients with fewer tickets are listed, not judged" in said(app)
    assert next(metric.value for metric in app.metric if metric.label == "Late") == "too few"


def test_without_clients_the_page_says_what_giving_them_would_add(visit: Visit, bare_home: Path) -> None:
    app = visit(bare_home, "clients")

    assert said(app).startswith(words.NO_CLIENTS[:40])
    assert len(app.dataframe) == 0
    assert not app.selectbox


def test_without_a_history_the_page_welcomes(visit: Visit, tmp_path: Path) -> None:
    assert not visit(tmp_path / "none", "clients").dataframe


@pytest.mark.torture
@pytest.mark.parametrize("home", ["full_home", "few_home", "bare_home"])
def test_turnaround_times_has_its_parts(visit: Visit, home: str, request: pytest.FixtureRequest) -> None:
    for part in ("How long it takes", "Same day", "Where time goes, what comes back"):
        opened(visit(request.getfixturevalue(home), "turnaround", period="All"), "turnaround-part", part)


def league(*rows: tuple[str, int, int, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["client", "late", "judged", "beside_goal", "beside_rest"])
    return frame.assign(share=frame["late"] / frame["judged"], low=0.15, high=0.3)


def test_the_sentence_names_who_is_late_beyond_luck() -> None:
    told = by_client.late_sentences(league(("Eastgate", 24, 110, "over", "over"), ("B", 9, 90, "", ""), ("C", 0, 5, "", "")), GOAL)

    assert told == [
        "**Of 2 clients with 30 judged tickets or more, 1 is late beyond luck:** **Eastgate** (24 of 110 late, 22%, 15% to 30%).",
        "The other 1 cannot be told from your goal of 10%. 1 client with fewer tickets is listed, not judged.",
    ]


def test_where_nobody_is_late_beyond_luck_nobody_is_named() -> None:
    told = by_client.late_sentences(league(("A", 9, 90, "", ""), ("B", 0, 90, "under", "")), GOAL)

    assert told == [
        "**Of 2 clients with 30 judged tickets or more, none is late beyond luck**, measured against your goal of 10%.",
        "1 is clearly better than your goal, the other 1 cannot be told from your goal of 10%.",
    ]


def test_where_most_are_late_the_desk_is_named_and_not_the_clients() -> None:
    told = by_client.late_sentences(league(*[(f"C{n}", 40, 100, "over", "") for n in range(5)]), GOAL)

    assert told[0].endswith("15% to 30%) and 2 more.")
    assert told[1] == (
        "None of them stands out from the others: on average 40% are late, so look at the desk first, not at 5 clients."
    )


def test_worse_than_the_others_but_inside_the_goal_is_not_served_badly() -> None:
    told = by_client.badly_served(league(("A", 5, 200, "under", "over"), ("B", 25, 200, "", "over"), ("C", 50, 200, "over", "")))

    assert told["client"].tolist() == ["B", "C"]


def test_a_name_can_mean_nothing_in_a_sentence() -> None:
    assert "![x]" not in by_client.late_sentences(league((EVIL_CLIENT, 50, 100, "over", "")), GOAL)[0]


def test_what_it_would_take_to_promise_the_same_day() -> None:
    whole = pd.DataFrame({"n": [100], "same_day": [60], "still_open": [3], "day_not_over": [1], "end_unknown": [0], "scatter": [1.0]})
    types = pd.DataFrame({"issue_type": ["Password reset", "Printer"], "n": [1000, 40], "same_day": [960, 39], "scatter": [1.0, 1.0]})
    told = same_day.sentences(whole, types, "resolution", 0.9, months=7 / 30.44 * 10)

    # 90 of 100 would be needed: 30 more in ten weeks.
    assert told[0].startswith("**60 of 100 tickets (60%, 50% to 69%) were resolved on the business day they came in.**")
    assert told[1] == "3 open tickets count as not done. 1 more was opened so late that its day had not ended at the export; it is left out."
    assert "**3 tickets more a week**" in told[2]
    assert told[3] == "Clearly at 90% or more already: Password reset."


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (582, "That cannot be told from your promise level of 90% yet: do not promise it to everybody."),
        (620, "Your promise level of 90% is reached already: you could promise the same day."),
    ],
)
def test_the_same_day_is_offered_only_where_it_is_surely_reached(done: int, said: str) -> None:
    whole = pd.DataFrame({"n": [639], "same_day": [done], "still_open": [0], "day_not_over": [0], "end_unknown": [0], "scatter": [1.0]})

    assert same_day.sentences(whole, whole.head(0).assign(issue_type="A"), "resolution", 0.9, 3.0)[2] == said


def test_few_tickets_say_nothing_about_the_same_day() -> None:
    few = pd.DataFrame({"n": [9], "same_day": [9], "still_open": [0], "day_not_over": [0], "end_unknown": [0], "scatter": [1.0]})

    assert same_day.sentences(few, few.assign(issue_type="A"), "resolution", 0.9, 1.0)[0].startswith("**9 tickets in this period: too few")
    assert same_day.sentences(few.head(0), few.head(0).assign(issue_type="A"), "resolution", 0.9, 1.0)[0].startswith("**No ticket")


def test_each_plan_stands_beside_the_next_higher_one() -> None:
    assert plan_fit.neighbours(["Silver", "Gold", "Platinum"], ["Gold", "Silver"]) == [("Silver", "Gold"), ("Gold", "Gold")]
    assert plan_fit.neighbours(["Silver", "Gold"], ["Gold"]) == []


def test_who_gets_more_than_it_pays_for_and_who_less() -> None:
    columns = ["client", "n", "breached", "n_then", "breached_then"]
    silver = pd.DataFrame([("Lucky", 400, 4, 400, 2), ("Fair", 100, 15, 100, 9), ("Small", 9, 0, 9, 0)], columns=columns)
    gold = pd.DataFrame([("Poor", 200, 60, 200, 60)], columns=columns)
    judged = [frame.assign(scatter=1.0) for frame in (silver, gold)]
    rows = plan_fit.rows([("Silver", "Gold"), ("Gold", "Gold")], judged, 0.9)

    assert rows[["client", "fit"]].to_numpy().tolist() == [["Poor", "below its plan"], ["Lucky", "above its plan"], ["Fair", ""]]
    assert plan_fit.sentence(rows, 0.9) == (
        "**Poor pays for more than it gets**; **Lucky gets the next plan's service at today's price**."
    )
    assert plan_fit.table(rows)["Keeps its plan"].tolist() == pytest.approx([70.0, 99.5, 91.0])


def test_a_card_says_what_a_share_is_of() -> None:
    row = league(("A", 24, 110, "over", "")).iloc[0]
    row = pd.concat([row, pd.Series({
        "n": 112, "tickets_month": 36.7, "p50_seconds": 3600, "p90_seconds": 36000, "still_open": 2, "open_and_over": 1,
        "fee_month": 900.0, "left_month": None, "tier": "Gold", "premium": True, "users": 20.0,
    })])  # fmt: skip
    weeks = pd.DataFrame({"week": [date(2026, 1, 5)], "late": [2], "opened": [9]})
    day = pd.DataFrame({"n": [112], "same_day": [56]})
    deck = client_card.cards(row, 1.84, weeks, day, "GBP")

    assert [(card.label, card.value, card.change) for card in deck] == [
        ("Late", "21.8%", "24 of 110"), ("Tickets a month", "36.7", "1.84 a user"), ("9 in 10 within", "10.0 h", "half 1.0 h"),
        ("Same day", "50%", "56 of 112"), ("Open now", "2", "1 over target"), ("Fee (GBP)", "900", None),
    ]
    assert client_card.subtitle(row) == "Gold plan · with Premium Response · 20 users"


def test_dots_are_grey_unless_beyond_luck_and_never_told_by_colour_alone() -> None:
    rows = pd.DataFrame({
        "name": ["<b>A", "B", "C"], "value": [0.4, 0.1, 0.0], "low": [0.3, 0.05, 0.0], "high": [0.5, 0.2, 0.02],
        "beside": ["over", "", "under"], "hover": ["", "", ""],
    })  # fmt: skip
    figure = charts.dots(rows, 0.1, "Goal", charts.LOW_IS_GOOD, charts.LIGHT)

    assert list(figure.data[0].marker.color) == [charts.LIGHT.high, charts.LIGHT.quiet, charts.LIGHT.low]
    assert list(figure.data[0].marker.symbol) == ["triangle-right", "circle", "triangle-left"]
    assert figure.layout.yaxis.ticktext[0] == "&lt;b&gt;A"
    assert len(figure.layout.shapes) == 4


def asked(*rows: tuple[str, bool, int, int, int, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["client", "premium", "again", "with_subject", "reopened", "ended"])
    facts = frame[["client", "premium", "reopened", "ended"]].assign(
        tier="Gold", tickets_month=9.0, urgent=0, priority_told=0, on_site=0, mode_told=0, surcharge_month=120.0, scatter=1.0
    )
    day = pd.DataFrame({"client": frame["client"], "n": frame["ended"], "same_day": 0})
    return same_day.asking(facts, frame[["client", "again", "with_subject"]], day)


def test_who_asks_for_speed_beyond_luck_is_a_candidate_unless_it_has_premium() -> None:
    rows = asked(
        ("Hurries", False, 30, 100, 20, 100), ("Has it", True, 30, 100, 20, 100), ("Small", False, 3, 4, 3, 4),
        *[(f"C{n}", False, 3, 200, 2, 200) for n in range(10)],
    )  # fmt: skip
    own, told = same_day.candidates(rows)

    assert told == "**Of 12 clients without Premium, Hurries asks again or reopens tickets more often than chance explains.**"
    assert (own["client"].iloc[0], own["client"].iloc[-1]) == ("Hurries", "Small")
    table = same_day.asking_table(own, "GBP")
    assert table.iloc[0][["Asked again (of)", "Reopened (of)", "Premium would bring (GBP)"]].tolist() == ["30%: 30 of 100", "20%: 20 of 100", 120.0]
    assert table.iloc[-1]["Asked again (of)"] == "3 of 4"
    assert "Urgent (of)" not in table


def test_what_nothing_tells_is_said_to_be_untold() -> None:
    assert "cannot be told" in same_day.candidates(asked(("A", False, 0, 0, 0, 0)))[1]
    assert same_day.candidates(asked(*[(f"C{n}", False, 0, 0, 2, 50) for n in range(3)]))[1].endswith("by tickets reopened.")
    assert "Every client" in same_day.candidates(asked(("A", True, 1, 40, 1, 40)))[1]


def test_all_tickets_together_tell_where_time_goes_where_no_issue_type_has_enough() -> None:
    spent = pd.DataFrame({
        "issue_type": ["Email", "Printer"], "tier": ["Gold", "Gold"], "tickets": [10, 20], "to_answer_hours": [3.0, 0.0],
        "hands_on_hours": [None, 1.5], "travel_hours": [None, None], "paused_hours": [0.0, 0.0], "in_hand_hours": [1.0, 1.0],
    })  # fmt: skip
    told = hours.hours(spent)

    assert told[["issue_type", "tickets", "to_answer_hours", "in_hand_hours"]].to_numpy().tolist() == [["All tickets together", 30, 1.0, 1.0]]
