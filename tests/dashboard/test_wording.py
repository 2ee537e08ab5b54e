from datetime import date, datetime

import pandas as pd
import pytest

from dashboard import wording
from dashboard.wording import loads, spread, week

NINE_HOURS = 9 * 3600


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "0 min"),
        (59, "under 1 min"),
        (25 * 60, "25 min"),
        (3600, "1 h"),
        (2 * 3600 + 10 * 60, "2 h 10 min"),
        (NINE_HOURS - 60, "8 h 59 min"),
        (NINE_HOURS, "1 business day"),
        (NINE_HOURS + 2 * 3600, "1 business day 2 h"),
        (2 * NINE_HOURS - 60, "2 business days"),
        (3 * NINE_HOURS, "3 business days"),
        (12.4 * NINE_HOURS, "12 business days"),
        (None, "–"),
        (float("nan"), "–"),
        (pd.NA, "–"),
    ],
)
def test_business_seconds_are_told_in_the_day_of_the_calendar(seconds: float | None, told: str) -> None:
    assert wording.business(seconds, NINE_HOURS) == told


def test_a_day_of_a_calendar_that_never_closes_has_24_hours() -> None:
    assert wording.business(23 * 3600, 86400) == "23 h"
    assert wording.business(86400, 86400) == "1 business day"


def test_one_ticket_is_told_in_hours_because_its_client_may_have_other_days() -> None:
    assert wording.elapsed(43.5 * 3600) == "43 h 30 min"
    assert wording.elapsed(2000 * 3600) == "2,000 h"


def test_a_sentence_names_business_time_once() -> None:
    assert wording.spent(1500, NINE_HOURS) == "25 min of business time"
    assert wording.spent(NINE_HOURS, NINE_HOURS) == "1 business day"


@pytest.mark.parametrize(
    ("share", "goal", "told"),
    [
        (0.898, 0.9, "89.8%"),
        (0.8996, 0.9, "89.96%"),
        (0.89999, 0.9, "89.999%"),
        (0.9, 0.9, "90.0%"),
        (0.095, 0.1, "9.5%"),
        (1.0, 0.9, "100.0%"),
        (0.0, 0.1, "0.0%"),
        (None, 0.9, "–"),
    ],
)
def test_a_missed_goal_never_looks_met(share: float | None, goal: float, told: str) -> None:
    assert wording.percent(share, beside=goal) == told


@pytest.mark.parametrize(("share", "told"), [(0.57, "57%"), (0.0952, "10%"), (0.001, "under 1%"), (0, "0%"), (1, "100%")])
def test_a_share_on_its_own_has_no_needless_digits(share: float, told: str) -> None:
    assert wording.percent(share) == told


def test_numbers_have_thousands_and_true_minus_signs() -> None:
    assert wording.count(17342) == "17,342"
    assert wording.counted(1, "ticket") == "1 ticket"
    assert wording.counted(1500, "ticket") == "1,500 tickets"
    assert wording.points(-0.01) == "−1.0 pts"
    assert wording.signed(1.24) == "+1.2"
    assert wording.signed(-0.04) == "0.0"


@pytest.mark.parametrize(("times", "told"), [(3.62, "3.6×"), (1.004, "1.004×"), (1.04, "1.04×"), (250.3, "250×"), (None, "–")])
def test_a_broken_target_never_looks_kept(times: float | None, told: str) -> None:
    assert wording.ratio(times) == told


@pytest.mark.parametrize(("seconds", "told"), [(720, "12 min"), (3599, "1.0 h"), (55446, "15.4 h"), (None, "–")])
def test_a_card_has_room_for_one_number(seconds: float | None, told: str) -> None:
    assert wording.brief(seconds) == told


def test_dates_are_told_with_their_day() -> None:
    assert wording.day(date(2026, 11, 20)) == "Fri 20 Nov 2026"
    assert wording.week_title(date(2026, 10, 26)) == "Week of 26 October 2026"
    assert wording.week_span(date(2026, 12, 28)) == "28 Dec to 3 Jan 2027"
    assert wording.moment(datetime(2026, 11, 16, 12, 48)) == "Mon 16 Nov 2026, 12:48"
    assert wording.moment(None) == wording.moment(pd.NaT) == "–"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "![x](http://evil.example/p.png)", "[a](javascript:alert(1))", "**bold**", "<img src=x onerror=alert(1)>", "`code`",
        ":red[fire]", "$x^2$", "# title", "| a | b |", "www.evil.example", "http://evil.example", "a_b_c", "~~gone~~",
    ],
)  # fmt: skip
def test_client_text_in_markdown_means_nothing(text: str) -> None:
    escaped = wording.plain(text)

    bare = [character for place, character in enumerate(escaped) if place == 0 or escaped[place - 1] != "\\"]
    assert not set(bare) & set("![](){}<>`*_#|~$:/.&+-=\"'")
    assert escaped.replace("\\", "").replace("\N{WORD JOINER}", "") == text


def test_icons_that_are_read_after_markdown_stay_text() -> None:
    assert ":material/home:" not in wording.plain(":material/home:").replace("\\", "")


def test_hidden_characters_and_endless_text_are_cut() -> None:
    assert wording.shown("a\u202eb\x00c\nd") == "abc d"
    assert len(wording.shown("x" * 5000)) == 200


def test_places_have_names() -> None:
    assert wording.place_name("on_site", "10-30 km") == "On-site, 10-30 km"
    assert wording.place_name("remote", None) == "Remote"
    assert wording.place_name(None, None) == "Not told"


def test_the_verdict_says_late_usual_goal_and_open() -> None:
    assert week.late_sentence(231, 22, 22 / 231, 0.1) == "**22 of 231 resolved tickets were late (9.5%).**"
    assert week.late_sentence(1, 1, None, 0.1) == "**1 of 1 resolved ticket was late.**"
    assert week.usual_sentence("normal", 0.095, 0.11, 0.06, 0.17).startswith("The usual range is 6% to 17%")
    assert "eight weeks" in week.usual_sentence("unusually_high", 0.12, 0.11, 0.06, 0.17)
    assert "more than luck" in week.usual_sentence("unusually_high", 0.22, 0.11, 0.06, 0.17)
    assert "most weeks will miss the 10% goal" in week.goal_sentence(0.13, 0.1)
    assert "inside the goal" in week.goal_sentence(0.09, 0.1)
    assert week.open_sentence(14) == "Another 14 tickets are still open and already past the target."
    assert week.open_sentence(0) == ""


def test_every_kind_of_week_has_a_badge() -> None:
    from models.review import WeekKind  # noqa: PLC0415 - the badges know only its words

    assert set(week.BADGES) == {str(kind) for kind in WeekKind}


def test_open_tickets_are_told_only_where_they_change_the_answer() -> None:
    assert spread.running(0, 10.0, 20.0, ("a", "b")) == ""
    assert spread.running(3, 10.0, 10.2, ("a", "b")) == ""
    assert spread.running(3, 10.0, 20.0, ("a", "b")).startswith("3 tickets are still open")


DATES = "x.csv: opened_at has dates such as '03/04/2026', and no value says whether the day or the month comes first"
ROWS = "x.csv: 9 of 20 rows cannot be read."
TWO = "x.csv fits a and b alike"


@pytest.mark.parametrize(
    ("sentence", "told", "question"),
    [
        (f"{DATES}; load it again with --day-first or --month-first.", f"{DATES}. Say below which comes first.", "date order"),
        (f"{ROWS} Mend the export, or load it all the same with --allow-quarantine.",
         f"{ROWS} Mend the export, or load the rest all the same.", "quarantine"),
        (f"{TWO}; say which one with --source NAME.", f"{TWO}. Say below where the file comes from.", "source"),
        ("x.csv is empty.", "x.csv is empty.", ""),
    ],
)  # fmt: skip
def test_a_refusal_asks_on_the_page_and_not_for_options(sentence: str, told: str, question: str) -> None:
    assert loads.refusal(sentence, question) == told


def test_trust_is_told_in_one_sentence() -> None:
    assert loads.trust(10, "Fri 20 Nov 2026", 12, 0, 0).startswith("**Yes.** 10 tickets to Fri 20 Nov 2026")
    assert loads.trust(10, "x", 1000, 5, 2).startswith("**Yes, with remarks.**")
    assert loads.trust(10, "x", 100, 30, 0).startswith("**Only in part.**")


def test_every_outcome_has_a_meaning() -> None:
    from pipelines.vocabulary import Outcome  # noqa: PLC0415

    assert set(loads.OUTCOMES) == {str(outcome) for outcome in Outcome}


def test_labels_of_figures_hold_no_html() -> None:
    assert wording.drawn('<a href="http://evil.example">x</a> & co') == '&lt;a href="http://evil.example"&gt;x&lt;/a&gt; &amp; co'
    assert wording.drawn("Software install or update", 10) == "Software …"


@pytest.mark.parametrize(
    ("late", "words"),
    [((0.105, 0.09, 0.12), "10.5% missed their target, about the 10%"), ((0.2, 0.15, 0.25), "20.0% missed their target, more than"),
     ((0.05, 0.03, 0.07), "5.0% missed their target, less than")],
)
def test_a_difference_inside_the_noise_is_called_none(late: tuple[float, float, float], words: str) -> None:
    assert words in spread.answer("resolution", 2_943, "of the history", "2 h", "2 business days", late, 0.1)


@pytest.mark.parametrize(("stopped", "words"), [(0, "No ticket was"), (1, "1 ticket was"), (29, "29 tickets were"), (30, "Half of the 30")])
def test_a_week_of_few_tickets_tells_no_times(stopped: int, words: str) -> None:
    told = week.pace_sentence(stopped, "2 h", "5 h")

    assert words in told
    assert ("too few" in told) == (0 < stopped < 30)
