from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from dashboard.digest import desk_assumptions, desk_track, staffing_answer, staffing_cards, staffing_choice
from dashboard.digest import staffing_grid as grid
from dashboard.digest import staffing_need as needs
from dashboard.digest import staffing_waits as waits
from models.desk.backtest import ClockTest, DeskBackTest
from models.desk.handling import Rule
from models.refresh.scenario import Scenario
from models.uptake import Who
from tests.dashboard.hired import GOALS, hired, learnt

SIX_AT_HALF = Scenario(technicians=6, uptake=0.5)


def back_test(why_not: str = "", simulated: float = 0.5) -> DeskBackTest:
    weeks = pd.DataFrame(
        {
            "week": [15, 16, 17], "n": [40, 50, 60], "measured": [0.9, 0.5, 0.8], "predicted": 0.85, "low": [0.7, 0.7, 0.8],
            "high": 1.0,
        }
    )  # fmt: skip
    answered = pd.DataFrame({"share": [0.5, 0.9], "measured": [0.5, 2.0], "simulated": [simulated, 2.5]})
    return DeskBackTest(weeks, 2 / 3, 0.27, None, answered, why_not, learnt().desk.fit)


def test_six_are_too_few_at_half_and_enough_without_premium() -> None:
    found = hired(SIX_AT_HALF)

    assert staffing_answer.verdict(found) == (
        "**Hire 1 technician: with 6 technicians and 50% of clients on Premium, clients without Premium are served worse"
        " than today.** You need 7. Only while nobody buys, 6 are enough."
    )


def test_seven_are_enough_wherever_somebody_is_left_to_compare() -> None:
    told = staffing_answer.verdict(hired(Scenario(technicians=7, uptake=0.5)))

    assert "No hire is needed: with 7 technicians and 50% of clients on Premium" in told
    assert told.endswith("7 technicians are enough up to the largest share of clients that was tried, 50%.")


def test_with_premium_for_all_there_is_nobody_to_compare() -> None:
    told = staffing_answer.verdict(hired(Scenario(technicians=6, uptake=1.0)))

    assert told.startswith("**With 6 technicians and 100% of clients on Premium nobody is left without it")


def test_what_is_kept_names_its_goal_and_what_was_measured() -> None:
    told = staffing_answer.kept(hired(SIX_AT_HALF), GOALS, {"first_response": 0.84})

    assert told == (
        "In time then, simulated: 95.0% of first replies (goal 95%; measured so far 84.0%) and 100.0% of resolutions"
        " (goal 90%)."
    )


def test_a_desk_that_never_catches_up_says_so_first_and_nothing_of_what_is_kept() -> None:
    found = hired(Scenario(technicians=5, uptake=0.5))

    assert staffing_answer.kept(found, GOALS, {}) == ""
    assert staffing_answer.verdict(found) == (
        "**With 5 technicians and 50% of clients on Premium the desk never catches up with its work.** It takes 7 to serve"
        " clients without Premium as well as today."
    )
    table = needs.one_more(found)
    assert table is not None
    assert table.iloc[0].tolist() == ["First reply", "never catches up", "95.0%", "–", "–"]
    nobody = staffing_cards.cards(hired(Scenario(technicians=6, uptake=1.0)), GOALS)[0]
    assert (nobody.value, nobody.beside, nobody.note) == ("–", "nobody left to compare", None)


def test_hires_owed_stand_apart_from_those_that_premium_causes() -> None:
    told = staffing_answer.hires(hired(SIX_AT_HALF), today=5)

    assert "Without Premium it takes 6 to serve everybody as today; Premium adds 1." in told
    assert "To keep every promise in nine months of ten takes 6 without Premium: **1 hire is owed already**" in told
    assert told.endswith("Premium adds 1.")
    assert "no hire is owed" in staffing_answer.hires(hired(SIX_AT_HALF), today=6)


def test_a_promise_that_nobody_keeps_is_named_with_the_reason_that_the_data_shows() -> None:
    found = hired(SIX_AT_HALF, platinum=True)

    assert staffing_answer.hopeless(learnt(), found) == [
        ("**No hire keeps Platinum's first reply:** 7 simulated technicians keep it for 50.0% (50% to 50%) of 60 tickets in"
        " three months; the goal is 95%. For 100% of its tickets the clock runs all 168 hours a week, while your"
        " technicians' week has 45.")
    ]
    assert staffing_answer.reason(learnt().desk, "Gold") == ""
    assert staffing_answer.hopeless(learnt(), hired(SIX_AT_HALF)) == []
    assert "keep every promise other than Platinum's first reply" in staffing_answer.hires(found, today=6)


def test_what_every_plan_gets_today_is_told_worst_first() -> None:
    table = staffing_answer.by_plan(hired(SIX_AT_HALF, platinum=True))

    assert table.iloc[0].tolist() == ["Platinum", "First reply", 60, 50.0, 50.0, 50.0]


def test_five_cards_say_what_the_chosen_cell_says() -> None:
    told = [(card.label, card.value, card.beside, card.colour) for card in staffing_cards.cards(hired(SIX_AT_HALF), GOALS)]

    assert told == [
        ("Technicians needed", "7", "almost always", "gray"),
        ("First replies in time", "95.0%", "95% to 95%", "green"),
        ("Resolutions in time", "100.0%", "100% to 100%", "green"),
        ("Technicians busy", "75%", "75% to 75%", "gray"),
        ("One more technician", "+4.0 pts", "+4.0 to +4.0", "green"),
    ]


def test_a_cell_that_never_catches_up_gives_no_number() -> None:
    told = staffing_cards.cards(hired(Scenario(technicians=5, uptake=0.5)), GOALS)

    assert [card.value for card in told[1:3]] == ["never", "never"]
    assert told[-1].value == "–"
    assert staffing_cards.cards(hired(Scenario(technicians=7)), GOALS)[-1].beside == "not tried"


def test_the_grid_colours_what_can_be_told_from_its_goal() -> None:
    cells = grid.cells(hired(SIX_AT_HALF), "first_response", 0.97)
    told = {(row.technicians, row.uptake): (row.text, bool(row.told)) for row in cells.itertuples()}

    assert told[6, 0.0] == ("96%", True)
    assert told[5, 0.0] == ("never", False)
    assert told[7, 0.5] == ("99%", True)
    assert cells[cells["technicians"] == 6]["strength"].iloc[0] > 0 > cells[cells["technicians"] == 7]["strength"].iloc[0]


def test_a_promise_set_aside_is_a_measure_of_its_own_only_where_there_is_one() -> None:
    assert grid.measures(hired(SIX_AT_HALF)) == ["all", "first_response", "resolution"]
    assert grid.measures(hired(SIX_AT_HALF, platinum=True)) == ["all", "possible", "first_response", "resolution"]


def test_the_grid_begins_with_first_replies_and_else_with_what_is_promised() -> None:
    found = hired(SIX_AT_HALF, platinum=True)
    shares = found.shares.assign(promised=found.shares["promised"].where(found.shares["clock"] == "resolution", 0))

    assert grid.default(found) == "first_response"
    assert grid.default(replace(found, shares=shares)) == "resolution"


def test_promises_that_no_hire_keeps_are_one_sentence_with_the_reason_and_the_next_step() -> None:
    assert staffing_answer.missed(learnt(), hired(SIX_AT_HALF, platinum=True)) == (
        "**Platinum promises are missed with any headcount**: their clock runs evenings or nights, your people work 45 h"
        " a week. Try evening cover under *More what-ifs*, or change the promise."
    )
    assert staffing_answer.missed(learnt(), hired(SIX_AT_HALF)) == ""


def test_columns_that_say_the_same_in_every_row_become_a_sentence() -> None:
    table, same = needs.told_apart(needs.table(hired(SIX_AT_HALF), today=5))

    assert table.columns.tolist() == ["Clients on Premium", "To serve others as today", "Caused by Premium", "For every promise"]
    assert same == "At every share of clients, owed already: 1."


def test_the_file_of_the_grid_names_units_and_assumptions() -> None:
    found = hired(SIX_AT_HALF)
    table = desk_assumptions.beside(grid.table(found), learnt(), found.scenario)
    row = table[(table["Technicians"] == 6) & (table["Clients on Premium (%)"] == 50)].iloc[0]

    assert row["First replies in time (%)"] == 95.0
    assert row["Never catches up"] == "no"
    assert row["Technicians today"] == 6
    assert row["Goal first replies (%)"] == 95
    assert table[table["Technicians"] == 5]["First replies in time (%)"].isna().all()


def test_what_standard_clients_lose_is_told_in_business_time() -> None:
    found = hired(SIX_AT_HALF)

    assert waits.sentence(found) == (
        "**With 6 technicians, clients without Premium wait 30 min (30 min to 30 min) of business time for the first reply"
        " while nobody has Premium, and 1.0 h (1.0 h to 1.0 h) when 50% of clients have it.** Premium clients wait 15 min"
        " (15 min to 15 min) then, the others 1.0 h."
    )
    assert waits.lines(found)["hours"].isna().tolist() == [True, False, False, False, False, True]


def test_no_wait_is_told_where_the_desk_never_catches_up() -> None:
    assert waits.sentence(hired(Scenario(technicians=5, uptake=0.5))).endswith("no wait can be told.")
    assert waits.sentence(hired(Scenario(technicians=6))).startswith("Choose a share of clients")


def test_the_stairs_and_their_table() -> None:
    found = hired(SIX_AT_HALF)

    assert needs.stairs(found)["need"].tolist()[:2] == [6, 7]
    assert np.isnan(needs.stairs(found)["need"].iloc[2])
    assert needs.table(found, today=5).to_numpy().tolist() == [
        ["0%", "6", "0", "6", "1"],
        ["50%", "7", "1", "7", "1"],
        ["100%", "nobody left to compare", "–", "5", "1"],
    ]


def test_the_next_hire_is_grey_where_it_may_be_luck() -> None:
    table = needs.one_more(hired(SIX_AT_HALF))

    assert table is not None
    assert table.to_numpy().tolist() == [
        ["First reply", "95.0%", "99.0%", "+4.0 pts", "+4.0 to +4.0 pts"],
        ["Resolution", "100.0%", "100.0%", ":gray[0.0 pts]", ":gray[0.0 to 0.0 pts]"],
    ]
    assert needs.one_more(hired(Scenario(technicians=7))) is None


def test_the_rule_of_thumb_is_silent_without_hands_on_time() -> None:
    desk = learnt().desk
    assert needs.rule(desk) == ""


def test_named_clients_choose_the_cell_in_which_they_have_bought() -> None:
    cell = staffing_choice.chosen(hired(Scenario(technicians=6, uptake=0.3, clients=("Client 1",))))

    assert (cell.technicians, cell.uptake) == (6, 1.0)
    assert staffing_choice.key(hired(SIX_AT_HALF, runs=4), "part") == "part-first"
    assert staffing_choice.key(hired(SIX_AT_HALF), "part") == "part"


def test_a_week_outside_its_band_is_told_apart() -> None:
    tested = back_test()
    rows = desk_track.weeks(learnt(tested=tested), tested)

    assert rows["inside"].tolist() == [True, False, True]
    assert rows["week"].iloc[0] == pd.Timestamp(2026, 1, 5) + pd.Timedelta(weeks=15)
    assert desk_track.sentence(rows, tested).startswith(
        "**A week's share of first replies in time was typically off by 5 points, and 2 of 3 weeks lay inside their band.**"
        " The bands are 27 points wide on average."
    )
    assert desk_track.table(rows)["Inside"].tolist() == ["yes", "no", "yes"]


def test_resolutions_were_checked_too_where_they_are_promised() -> None:
    tested, own = back_test(), learnt()
    done = replace(tested, resolution=ClockTest(tested.weeks, 2 / 3, 0.27))
    failed = replace(done, why_not="not done")

    assert desk_track.sentence(desk_track.weeks(own, tested), tested).endswith(" not resolutions.")
    assert desk_track.sentence(desk_track.weeks(own, done), done).endswith(
        "Resolutions: typically off by 5 points, and 2 of 3 weeks inside."
    )
    assert desk_track.sentence(desk_track.weeks(own, failed), failed).startswith("**A week's share of resolutions in time")
    assert "and of resolutions it was wrong 33% of the time" in desk_track.why_unusable(learnt(tested=failed))


def test_simulated_waits_that_are_far_off_are_said() -> None:
    assert desk_track.mind(back_test()) == ""
    assert "half of the first replies took 30 min or more" in desk_track.mind(back_test(simulated=0.0))
    assert desk_track.answered(back_test()).iloc[0].tolist() == ["50% within", "30 min", "30 min"]


@pytest.mark.parametrize(
    ("why_not", "words"), [("not covered", "it was wrong 33% of the time (1 of 3 weeks). **Do not use it for hiring.**"), ("too wide", "wider than 50 points"), ("", "")]
)
def test_why_a_desk_is_not_usable(why_not: str, words: str) -> None:
    told = desk_track.why_unusable(learnt(tested=back_test(why_not)))

    assert words in told
    assert bool(told) == bool(why_not)


def test_an_untried_desk_says_why() -> None:
    assert "only 9 weeks" in desk_track.why_unusable(learnt(why="only 9 weeks"))


def test_what_was_left_out_is_counted() -> None:
    assert desk_track.left_out(learnt()).endswith("of 312 tickets: answered within a minute (12).")


def test_every_assumption_says_where_it_comes_from() -> None:
    rows = desk_assumptions.rows(learnt()).set_index("What")

    assert rows.loc["Technicians today", "Value"] == "6"
    assert rows.loc["Lunch of each technician", "Value"] == "45 minutes a day"
    assert rows.loc["Goal for resolutions", "From"] == "Your settings"
    assert rows.loc["Hands-on time is told for", "Value"] == "97% of tickets"
    assert rows.loc["On call at night", "Value"] == "nobody"


def test_what_else_is_supposed_stands_under_the_sliders() -> None:
    assert desk_assumptions.what_ifs(Scenario(technicians=9, uptake=0.5)) == ""
    assert desk_assumptions.what_ifs(
        Scenario(growth=0.2, away=1, cover_people=2, response_hours=0.5, rule=Rule.FIRST_COME, who=Who.SMALLEST)
    ) == (
        "Also supposed: +20% clients; 1 technician away; evening cover by 2; Premium answers within 0.5 h; those with"
        " fewest tickets buy first; first come, first served."
    )
    assert "exactly these buy: \\[a\\]" in desk_assumptions.what_ifs(Scenario(clients=("[a]",)))


def test_where_nobody_could_buy_premium_is_not_spoken_of() -> None:
    found = hired(Scenario(technicians=6), named=False)
    told = [staffing_answer.verdict(found), staffing_answer.hires(found, today=5), *grid.cells(found, "all", 0.9)["hover"]]

    assert told[0].startswith("**No hire is needed: with 6 technicians, clients are served as well as today.**")
    assert told[1].startswith("To keep every promise in nine months of ten takes 6: **1 hire is owed already**")
    assert not any("Premium" in sentence for sentence in told[1:])
    assert needs.table(found, today=5).columns.tolist() == ["For every promise", "Owed already"]


def test_a_file_of_one_choice_says_what_was_chosen_on_each_row() -> None:
    table = desk_assumptions.at_choice(pd.DataFrame({"Kept": [80.0, 90.0]}), learnt(), Scenario(technicians=7, uptake=0.3, away=1))

    assert table["Technicians"].tolist() == [7, 7]
    assert table["Clients with Premium (%)"].tolist() == [30.0, 30.0]
    assert table["Technicians today"].tolist() == [6, 6]
    assert table["Technicians away"].tolist() == [1, 1]


def test_a_goal_that_is_missed_today_is_said_before_anything_else() -> None:
    goals = {"first_response": 0.95, "resolution": 0.9}

    assert staffing_answer.today({"first_response": 0.95, "resolution": 0.91}, goals) == ""
    assert staffing_answer.today({"first_response": 0.86, "resolution": 0.91}, goals) == (
        "**You miss a goal today**, in time over the whole history: first replies 86.0% (goal 95%)."
    )
    assert staffing_answer.today({"first_response": 0.86, "resolution": 0.8996}, goals) == (
        "**You miss your goals today**, in time over the whole history: first replies 86.0% (goal 95%) and resolutions"
        " 89.96% (goal 90%)."
    )
