"""The same clients before and after, from drawn figures."""

import pandas as pd
import pytest

from dashboard.digest.premium_gain import sentence, table, to_take


def gained(**other: tuple[float, float, float, float, float]) -> pd.DataFrame:
    """Rows of who: tickets, hours before and after, ends of the change."""
    rows = [
        {"who": who, "tickets": tickets, "before": before, "after": after, "change": after - before, "low": low, "high": high,
         "in_time_before": 0.8, "in_time_after": 0.9}
        for who, (tickets, before, after, low, high) in other.items()
    ]  # fmt: skip
    return pd.DataFrame(rows)


SOONER = (300.0, 52 / 60, 40 / 60, -0.25, -0.1)
LATER = (900.0, 0.5, 0.65, 0.1, 0.2)
ALIKE = (400.0, 0.5, 0.45, -0.1, 0.05)


@pytest.mark.parametrize(
    ("new", "others", "words"),
    [
        (SOONER, LATER, "**Buyers would be answered 12 min sooner (52 min → 40 min to the first reply)**, the others 9 min later."),
        (SOONER, ALIKE, "**Buyers would be answered 12 min sooner (52 min → 40 min to the first reply)**, the others about as soon as before."),
        (
            ALIKE, LATER,
            "**Buyers would not be answered sooner** (first reply 30 min today, 27 min then: no more than chance), the others 9 min later.",
        ),
        (LATER, ALIKE, "**Buyers would not be answered sooner but 9 min later (30 min → 39 min)**, the others about as soon as before."),
    ],
)  # fmt: skip
def test_whether_buyers_are_answered_sooner_is_said_only_beyond_chance(
    new: tuple[float, float, float, float, float], others: tuple[float, float, float, float, float], words: str
) -> None:
    assert sentence(gained(new=new, others=others)) == words


def test_where_nobody_buys_or_few_tickets_come_nothing_is_made_up() -> None:
    assert sentence(gained(others=LATER)) == ""
    assert sentence(gained(new=(12.0, 1.0, 0.5, -0.6, -0.4), others=LATER)).startswith("The new buyers bring too few tickets")


def test_the_table_has_times_as_read_and_the_file_has_numbers() -> None:
    told = gained(new=SOONER, others=ALIKE, premium=(12.0, 1.0, 0.5, -0.6, -0.4))

    assert table(told)["Group"].tolist() == ["Would buy it", "Without it", "Have it today"]
    assert table(told)["First reply"].tolist() == ["12 min sooner (6 min to 15 min)", "no clear change (−6 to +3 min)", "too few"]
    assert table(told)["Then"].tolist() == ["40 min", "27 min", "too few"]
    assert table(told)["In time"].tolist() == ["80% → 90%", "80% → 90%", "–"]
    assert to_take(told)["Change (business minutes)"].fillna(0).tolist() == [-12, -3, 0]
    assert to_take(told)["In time then (%)"].fillna(0).tolist() == [90, 90, 0]
