"""Whether the simulated desk can be trusted: the reason in words, and its weeks."""

import pandas as pd

from dashboard import wording
from dashboard.loaders import LearntDesk
from dashboard.wording import desk_trust as words
from models.desk.backtest import LEAST_COVERED, MOST_WIDTH, NOT_COVERED, UNLIKE, DeskBackTest

MIDDLE = 0.5


def reason(learnt: LearntDesk) -> str:
    """Why it is not usable."""
    tested = learnt.tested
    if tested is None:
        return words.not_tested(wording.plain(learnt.why_untested))
    if tested.why_not == NOT_COVERED:
        return words.not_covered(tested.covered, len(tested.weeks), LEAST_COVERED)
    if tested.why_not == UNLIKE:
        middle = tested.answered[tested.answered["share"] == MIDDLE].iloc[0]
        return words.unlike(float(middle["measured"]), float(middle["simulated"]))
    return words.too_wide(tested.width, len(tested.weeks), MOST_WIDTH)


def weeks(tested: DeskBackTest) -> pd.DataFrame:
    """The foretold weeks with what a pointer shows."""
    rows = tested.weeks
    columns = rows[["week", "measured", "low", "high", "n"]]
    return columns.assign(hover=[words.week(*row) for row in columns.itertuples(index=False)])
