"""News or noise: ordinary weeks raise no alarm, real changes do, and few tickets say nothing."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from models.review import WeekKind, control_chart, differences, verdict

MONDAY = date(2026, 1, 5)


def weeks(late: list[int], stopped: int | list[int] = 200, open_and_over: int = 0) -> pd.DataFrame:
    tickets = np.broadcast_to(stopped, len(late))
    return pd.DataFrame({
        "week": [MONDAY + timedelta(weeks=i) for i in range(len(late))],
        "late": late, "met": tickets - np.array(late), "open_and_over": open_and_over,
    })


def kind(frame: pd.DataFrame) -> WeekKind:
    return verdict(frame, frame["week"].iloc[-1]).kind


STEADY = [20, 22, 18, 21, 19, 23, 17, 20, 22, 18, 21, 19]


def test_a_week_inside_its_limits_is_a_normal_week() -> None:
    frame = weeks([*STEADY, 26], open_and_over=4)
    told = verdict(frame, frame["week"].iloc[-1])

    assert (told.kind, told.stopped, told.late, told.share, told.open_and_over) == (WeekKind.NORMAL, 200, 26, 0.13, 4)
    # p = 0.1: three sigmas of sqrt(0.1 * 0.9 / 200) on either side.
    assert (told.usual, told.low, told.high) == pytest.approx((0.1, 0.03636, 0.16364), abs=1e-5)


@pytest.mark.parametrize(("late", "found"), [(40, WeekKind.UNUSUALLY_HIGH), (4, WeekKind.UNUSUALLY_LOW)])
def test_a_week_outside_its_limits_is_news(late: int, found: WeekKind) -> None:
    assert kind(weeks([*STEADY, late])) == found


def test_limits_are_wider_for_a_week_with_few_tickets() -> None:
    chart = control_chart(weeks([*STEADY, 4, 4], [200] * 12 + [40, 400]))

    assert chart["high"].iloc[-2] > chart["high"].iloc[-1]


def test_limits_are_wider_where_weeks_scatter_more_than_chance_makes_them() -> None:
    calm, wild = control_chart(weeks([*STEADY, 20])), control_chart(weeks([5, 38, 4, 36, 6, 35, 5, 36, 4, 37, 5, 36, 20]))

    assert wild["high"].iloc[-1] > 1.2 * calm["high"].iloc[-1]
    assert wild["signal"].iloc[-1] == ""


def test_the_eighth_week_in_a_row_on_one_side_is_news() -> None:
    frame = weeks([20] * 10 + [24] * 8)
    chart = control_chart(frame)

    assert chart["signal"].tolist()[10:] == [""] * 7 + ["high"]


def test_an_ordinary_process_raises_few_alarms() -> None:
    dice = np.random.default_rng(11)
    chart = control_chart(weeks(dice.binomial(200, 0.12, 1_000).tolist()))
    outside = (chart["share"] > chart["high"]) | (chart["share"] < chart["low"])

    assert outside.mean() < 0.02


def test_few_tickets_young_histories_and_no_targets_give_no_verdict() -> None:
    assert kind(weeks([*STEADY, 9], [200] * 12 + [29])) == WeekKind.TOO_FEW
    assert kind(weeks(STEADY[:5])) == WeekKind.TOO_YOUNG
    assert kind(weeks([0] * 12, 0)) == WeekKind.NO_TARGETS
    assert verdict(weeks(STEADY), date(2030, 1, 7)).kind == WeekKind.TOO_FEW


def test_a_week_does_not_hide_itself_in_its_own_limits() -> None:
    before, after = control_chart(weeks([*STEADY, 20])), control_chart(weeks([*STEADY, 150]))

    assert before[["usual", "high"]].iloc[-1].tolist() == after[["usual", "high"]].iloc[-1].tolist()


def by_issue(*rows: tuple[str, int, int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["issue_type", "stopped", "late", "stopped_before", "late_before"])


def test_differences_are_against_what_each_types_own_past_makes_usual() -> None:
    told = differences(by_issue(("Email", 20, 2, 200, 20), ("Printer", 20, 12, 200, 20), ("New", 5, 5, 0, 0)))

    assert told["issue_type"].tolist() == ["Printer", "Email"]
    assert told["difference"].tolist() == pytest.approx([10, 0])
    assert told["beyond_luck"].tolist() == [True, False]


def test_luck_alone_is_seldom_called_a_difference() -> None:
    dice = np.random.default_rng(2)
    called = 0
    for _ in range(300):
        rows = [(f"T{i}", 15, int(dice.binomial(15, 0.1)), 390, int(dice.binomial(390, 0.1))) for i in range(12)]
        called += bool(differences(by_issue(*rows))["beyond_luck"].any())
    assert called / 300 < 0.15


def test_one_ticket_is_never_a_difference() -> None:
    assert not differences(by_issue(("Rare", 1, 1, 400, 0)))["beyond_luck"].any()
