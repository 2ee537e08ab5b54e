from typing import Any

import pandas as pd
import pytest

from dashboard import wording
from dashboard.digest import rescore, target_cards, target_draft, target_lines, target_versions, target_why, track
from dashboard.digest.target_draft import Amount
from dashboard.digest.target_lines import Counts
from dashboard.loaders import Offer
from dashboard.wording import target_why as why_words
from dashboard.wording import targets as words
from models.promise.schedule import LINE
from models.promise.scores import RiskRecord
from models.promise.segment import SHARES
from models.review import wilson
from pipelines.vocabulary import Clock

HOUR, DAY = 3600, 9 * 3600
ANY_LINE = dict.fromkeys(LINE)
FIELDS = ["issue_type", "work_mode", "distance_band", "n", "line", "amount", "unit", "target_seconds"]
SEGMENTS = [
    ("Email", "remote", None, 60, 0, 4.0, "business_hours", 4 * HOUR),
    ("Phones", "remote", None, 40, 0, 1.0, "business_days", DAY),
    ("Email", "on_site", "10-30 km", 8, 1, 4.0, "business_hours", 4 * HOUR),
    ("Recall", "remote", None, 12, -1, 2.0, "business_days", 2 * DAY),
]


def line(types: list[str], n: int, **more: Any) -> dict[str, Any]:
    told = {"proposed_seconds": 8 * HOUR, "low_seconds": 4 * HOUR, "high_seconds": DAY, "kept_share": 0.93}
    return {
        **ANY_LINE,
        "issue_types": types,
        "n": n,
        **told,
        "typical_seconds": HOUR,
        "nine_in_ten_seconds": 7 * HOUR,
        **more,
    }


@pytest.fixture
def offer() -> Offer:
    """Two lines and one for what was never seen; of one kind of ticket nothing can be promised."""
    segments = pd.DataFrame(SEGMENTS, columns=FIELDS).assign(
        issue_kind="software", tier=None, premium=None, priority=None, kept_rate=0.9, why_none=["", "", "", "never"],
        promised_seconds=7 * HOUR, factor_place=[1.0, 1.0, 1.84, 1.0], factor_issue_type=[1.0, 1.3, 1.0, 1.2],
    )  # fmt: skip
    lines = pd.DataFrame([
        line(["Email", "Phones"], 100, work_mode="remote"), line(["Email"], 8, work_mode="on_site", distance_band="10-30 km"),
        line([], 0),
    ])  # fmt: skip
    curves = pd.DataFrame([[min(1.0, 0.05 * step) for step in range(len(SHARES))]] * 3)
    against = {"place": {"work_mode": "remote"}, "issue_type": {"issue_type": "Email"}}
    return Offer(
        Clock.RESOLUTION, {None: 0.9}, {"work_mode": True}, against, 120, False, segments, lines, curves, ("work_mode", "distance_band"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("4 h", Amount(4, "business_hours")), ("4", Amount(4, "business_hours")), ("30 min", Amount(30, "business_minutes")),
        ("2 days", Amount(2, "business_days")), ("1 day", Amount(1, "business_days")), (" 1,5h ", Amount(1.5, "business_hours")),
        ("", None), ("0", None), ("soon", None), ("-4 h", None), (None, None), ("4 weeks", None),
    ],
)  # fmt: skip
def test_a_target_is_read_as_an_owner_writes_it(text: str | None, amount: Amount | None) -> None:
    assert target_draft.read(text) == amount
    if amount:
        assert target_draft.read(str(amount)) == amount


@pytest.mark.parametrize(
    ("seconds", "text"), [(900, "15 min"), (HOUR, "1 h"), (8 * HOUR, "8 h"), (DAY, "1 day"), (10 * DAY, "10 days")]
)
def test_a_step_is_written_as_in_a_contract(seconds: int, text: str) -> None:
    assert str(target_draft.written(seconds, DAY)) == text


def test_edits_are_kept_by_the_name_of_their_line(offer: Offer) -> None:
    names = target_draft.names(offer.lines)
    first = target_draft.folded({}, names, {0: {"Yours": "2 days"}, 1: {"Yours": "nonsense"}}, "Yours")
    second = target_draft.folded(first, names[::-1], {0: {"Yours": "3 h"}}, "Yours")

    assert first == {names[0]: "2 days"}
    assert second == {names[0]: "2 days", names[2]: "3 h"}
    assert target_draft.folded(second, names, {0: {"Yours": None}}, "Yours") == {names[2]: "3 h"}


def test_a_draft_changes_its_lines_and_leaves_all_others_as_they_are_today(offer: Offer) -> None:
    names = target_draft.names(offer.lines)
    made = target_draft.as_lines("resolution", offer.lines, offer.segments, {names[0]: "2 days"}, DAY)

    told = made.set_index(["issue_type", "work_mode"])[["amount", "unit"]].apply(tuple, axis=1).to_dict()
    assert told[("Email", "remote")] == told[("Phones", "remote")] == (2, "business_days")
    assert told[("Email", "on_site")] == (4, "business_hours")
    assert told[("Recall", "remote")] == (2, "business_days")
    assert made[made["issue_type"].isna()][["amount", "unit"]].values.tolist() == [[8, "business_hours"]]
    assert len(made) == 5


def test_a_replaced_version_keeps_what_the_draft_says_nothing_of() -> None:
    lines = pd.DataFrame({"clock": ["resolution"], "client": None, "amount": [4], "unit": "business_hours"})
    version = pd.DataFrame({
        "valid_from": "2026-01-01", "clock": ["resolution", "resolution", "first_response"], "client": [None, "Alder", None],
        "amount": [1, 2, 3], "unit": "business_hours",
    })  # fmt: skip

    assert target_draft.with_others(lines, version)["amount"].tolist() == [4, 2, 3]


@pytest.mark.parametrize(
    ("place", "text", "verdict"),
    [
        (0, "4 h", "tighter"), (0, "2 days", "looser"), (0, "1 h", "tighter"), (0, "8 h", "mostly looser"),
        (1, "4 h", "as today"), (1, "", "as today"), (2, "", "as proposed"), (2, "3 days", "new"),
    ],
)  # fmt: skip
def test_each_ticket_is_compared_with_its_own_target_of_today(
    offer: Offer, place: int, text: str, verdict: str
) -> None:
    # Of a hundred, 60 have 4 h today and 40 a day of 9 h: 4 h is the same for the first, tighter for the second.
    assert target_lines.change(offer, place, target_draft.read(text), DAY) == verdict


def test_the_table_says_too_few_and_gives_no_share_under_thirty(offer: Offer) -> None:
    judged = Counts(118, 20, {0: (100, 18), 1: (8, 2)})
    table = target_lines.table(offer, {}, judged, judged, DAY)

    assert table["Which tickets"].tolist() == ["Remote", "On-site, 10-30 km", "All tickets"]
    assert table["Typical"].tolist() == ["1.0 h", "too few", "–"]
    assert table["Today"].tolist() == ["4 h to 1 day", "4 h", "–"]
    assert table["Late today"].tolist()[0] == pytest.approx(18)
    assert table["Late today"].isna().tolist() == [False, True, True]
    assert table["Between"].tolist()[0] == "4 h to 1 day"


def test_without_targets_the_table_has_no_today(offer: Offer) -> None:
    bare = pd.DataFrame(SEGMENTS, columns=FIELDS).assign(amount=None, target_seconds=None)
    none = Counts(0, 0, {})
    told = target_lines.table(
        Offer(offer.clock, offer.rates, {}, {}, 120, False, bare, offer.lines, offer.curves), {}, none, none, DAY
    )

    assert not {"Today", "Late today", "Which tickets"} & set(told)
    assert told["Change"].tolist() == ["no target", "no target", "as proposed"]


def test_looser_lines_ask_for_consent(offer: Offer) -> None:
    names = target_draft.names(offer.lines)
    none = Counts(0, 0, {})
    table = target_lines.table(offer, {names[0]: "2 days", names[1]: "1 h"}, none, none, DAY)

    assert table["Change"].tolist() == ["looser, ask", "tighter", "as proposed"]


def test_the_cards_count_and_point_the_way(offer: Offer) -> None:
    names = target_draft.names(offer.lines)
    tally = target_cards.tally(offer, {names[0]: "2 days", names[1]: "1 h"}, DAY)
    deck = target_cards.cards(Counts(1000, 160, {}), Counts(1000, 80, {}), tally, 3, 10)

    assert [card.value for card in deck] == ["16.0%", "8.0%", "2 of 3", "8"]
    assert [card.change for card in deck] == [None, "−8.0 pts", None, "−8"]
    assert [card.arrow for card in deck] == ["off", "down", "off", "down"]
    assert deck[2].beside == "1 looser, 1 tighter"


def test_what_cannot_be_promised_says_why(offer: Offer) -> None:
    assert target_cards.impossible(offer) == [
        "No promise is possible yet for Recall (12 tickets): One in ten never gets done in time, so nine in ten cannot be promised."
    ]
    assert words.too_few(20) == "20 tickets have ended; 30 are needed before a promise can be worked out"


def test_a_line_is_explained_without_statistics(offer: Offer) -> None:
    names = target_draft.names(offer.lines)
    told = target_why.of_line(offer, 0, {names[0]: "2 h"}, Counts(100, 18, {0: (100, 18)}), DAY)

    assert told[0] == "**Of 100 jobs like this, counting those still open, 93 would be done within 8 business hours.**"
    assert "the proposal could have been 4 business hours to 1 business day." in told[1]
    assert told[2] == (
        "Today you promise 4 business hours to 1 business day: of 100 such tickets of the last 52 weeks, 18 are late"
        " (18%; but for luck 12% to 27%)."
    )
    assert told[3].startswith("With yours, 2 business hours, it would be")


def test_a_job_is_explained_factor_by_factor(offer: Offer) -> None:
    jobs = target_why.jobs(offer, 1)
    told = target_why.of_job(offer, jobs.iloc[0], DAY)

    assert target_why.job_label(jobs.iloc[0]) == "Email, On-site, 10-30 km (8 tickets)"
    assert "takes 1.8 times as long as the same job done remotely." in told[1]
    assert told[2] == "There are only 8 such tickets, so this leans on work that is like it."
    assert target_why.of_job(offer, target_why.jobs(offer, 0).iloc[1], DAY)[1] == (
        "Phones takes 1.3 times as long as the most common kind of ticket, Email."
    )


@pytest.mark.parametrize(
    ("times", "said"),
    [(1.0, "A takes as long as B."), (1.8, "A takes 1.8 times as long as B."), (0.62, "A takes 62% of the time of B.")],
)
def test_a_factor_in_words(times: float, said: str) -> None:
    assert why_words.factor(times, "A", "B") == said


def test_equal_plans_are_said_to_be_equal() -> None:
    told = words.no_difference({"tier": False, "premium": True, "distance": False}, ["Silver", "Gold", "Platinum"])

    assert told[0].startswith("Silver, Gold and Platinum tickets have taken equally long, so the proposals are equal.")
    assert told[1:] == ["Near and far sites have taken equally long, so the proposals are equal."]
    assert words.no_difference({"tier": True}, ["Silver", "Gold"]) == []


def test_mostly_looser_is_said_in_plain_words() -> None:
    assert "mostly because the proposals loosen" in words.direction(0.8, 0.15)
    assert "loosen" not in words.direction(0.2, 0.6)
    assert words.direction(0.0, 0.0) == ""


def test_a_re_score_names_a_difference_only_beyond_luck() -> None:
    assert rescore.difference(100, 1000, 60, 1000, wilson) == "−4.0 pts, fewer late"
    assert rescore.difference(100, 1000, 105, 1000, wilson) == "+0.5 pts, within luck"
    assert rescore.difference(3, 20, 1, 20, wilson) == wording.TOO_FEW


def test_plans_stand_in_the_owners_order() -> None:
    rows = pd.DataFrame({
        "tier": ["Gold", None, "Silver"], "n": [50, 40, 60], "breached": 5, "n_then": [50, 40, 60], "breached_then": 5,
    })  # fmt: skip

    assert rescore.table(rows, "tier", ["Silver", "Gold"], wilson)["Plan"].tolist() == ["Silver", "Gold", "no plan"]
    assert "It was" not in rescore.table(rows.assign(n_then=0, breached_then=0), "tier", [], wilson)


def test_two_versions_are_compared_by_their_tickets() -> None:
    cells = {name: [None] * 4 for name in target_versions.CELLS if name not in {"client", "clock", "issue_type"}}
    old = pd.DataFrame({
        "clock": "resolution", "issue_type": list("abcd"), **cells, "tickets": [50, 30, 20, 7],
        "target_seconds": [3600.0, 3600.0, 3600.0, None],
    })  # fmt: skip
    new = old.assign(target_seconds=[7200.0, 1800.0, 3600.0, 3600.0])

    assert target_versions.by_kind(old, new, "resolution") == (
        "**Resolution:** 50% of 100 tickets get more time, 30% less, 20% the same. 7 tickets have a target for the first time."
    )


def test_the_record_of_probabilities_is_told() -> None:
    bands = pd.DataFrame({"band": [0, 5], "said": [0.05, 0.55], "came": [0.1, 0.5], "tickets": [80, 20]})
    record = RiskRecord(100, 18, 0.81, 0.17, 0.04, bands)

    assert "100 open tickets had such a number; 18 were late." in track.risk(record)
    assert track.risk_table(record)["low"].tolist()[0] == pytest.approx(wilson(8, 80)[0])
    assert "cannot be checked" in track.risk(None)


def test_what_premium_clients_would_lose_is_counted() -> None:
    version = pd.DataFrame({
        "clock": ["resolution"] * 3 + ["first_response"], "client": [None, None, "Alder", None], "premium": [True, True, True, True],
    })  # fmt: skip
    draft = pd.DataFrame({"clock": ["resolution"] * 2, "premium": [None, True]})

    assert target_draft.premium_lost(draft, version) == 1
    assert target_draft.premium_lost(version, version) == 0
