"""How long does work really take? The answer in one sentence, before any chart."""

import pandas as pd
import streamlit as st

from dashboard import loaders, wording
from dashboard.digest import spread, worst
from dashboard.wording import spread as words
from pipelines.measure.results import Slice
from pipelines.vocabulary import Clock


def show(clock: Clock, part: Slice) -> None:
    """Half, nine in ten and the share late, of all tickets of the slice together."""
    whole = loaders.turnaround(clock, part, by_issue=False, by_tier=False, by_place=False)
    row = whole.iloc[0] if len(whole) else pd.Series({"n": 0})
    with st.container(border=True, key="answer"):
        if row["n"] < wording.FEWEST:
            few = f"**{wording.counted(int(row['n']), 'ticket')} in this period: too few to say.**"
            st.markdown(f"{few} Choose a longer period, or fewer filters.")
            return
        st.markdown(" ".join(filter(None, _sentences(clock, row, part))))


def _sentences(clock: Clock, row: pd.Series, part: Slice) -> list[str]:
    day, goal = loaders.day_seconds(), 1 - loaders.settings().kept_rate
    half, nine, naive = (
        None if pd.isna(row[name]) else float(row[name]) for name in ("p50_seconds", "p90_seconds", "naive_p90_seconds")
    )
    made = spread.made(row)
    since = f"opened since {wording.day(part.first_day)}" if part.first_day > Slice().first_day else "of the history"
    said = [wording.spent(half, day), *(wording.business(seconds, day) for seconds in (naive, nine))]
    longest = said[2] if nine is not None else "a time that has not been reached yet"
    late = None if made is None else (1 - made, *loaders.interval(row["breached"], row["met"] + row["breached"]))
    first = words.answer(str(clock), int(row["n"]), since, said[0], longest, late, round(goal, 6))
    segments, has_targets = loaders.turnaround(clock, part, by_place=False), made is not None
    weekly = loaders.by_week(clock, part)
    apart = worst.sentence(segments, weekly, day, loaders.interval, has_targets=has_targets)
    return [first, apart, words.running(int(row["still_open"]), naive, nine, (said[1], said[2]))]
