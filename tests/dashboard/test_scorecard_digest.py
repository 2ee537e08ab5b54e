"""What the scorecard says beside its table."""

import pandas as pd
import pytest

from dashboard.digest import scorecard as digest


@pytest.mark.parametrize(
    ("week", "said"),
    [
        ({"open_and_over": 0, "judged": 243, "met": 232}, ""),
        (
            {"open_and_over": 7, "judged": 250, "met": 232},
            ("Another 7 tickets are still open past the target, in no week's share; with them, 92.8% were resolved on"
            " time, as *This week* has it."),
        ),
        (
            {"open_and_over": 1, "judged": 250, "met": 249},
            ("Another 1 ticket is still open past the target, in no week's share; with it, 99.6% were resolved on time,"
            " as *This week* has it."),
        ),
        (
            {"open_and_over": 2, "judged": 29, "met": 27},
            "Another 2 tickets are still open past the target, in no week's share.",
        ),
    ],
)
def test_what_is_open_past_its_target_is_told_with_the_share_that_this_week_has(
    week: dict[str, int], said: str
) -> None:
    assert digest.open_and_over(pd.Series(week), 0.9) == said
