"""One ticket's clock as stretches to draw and a sentence to read."""

from datetime import datetime, timedelta

import pandas as pd

from dashboard import wording

MOST_STRETCHES = 120


def stretches(parts: pd.DataFrame, target_seconds: int | None) -> pd.DataFrame:
    """begins_at, ends_at, does: in_time and over (without a target: runs), waits or closed."""
    passed = passed_at(parts, target_seconds)
    rows = [row for part in _drawable(parts).itertuples() for row in _cut(part, passed)]
    if target_seconds is None:
        rows = [(begins, ends, "runs" if does == "in_time" else does) for begins, ends, does in rows]
    return pd.DataFrame(rows, columns=["begins_at", "ends_at", "does"])


def passed_at(parts: pd.DataFrame, target_seconds: int | None) -> datetime | None:
    """The moment at which the clock had run for its target; None where it never did."""
    if target_seconds is None:
        return None
    ran = 0
    for part in parts[parts["does"] == "runs"].itertuples():
        seconds, begins_at = int(str(part.seconds)), pd.Timestamp(str(part.begins_at))
        if ran + seconds > target_seconds:
            return (begins_at + timedelta(seconds=target_seconds - ran)).to_pydatetime()
        ran += seconds
    return None


def sentence(parts: pd.DataFrame, target_seconds: int | None, *, still_open: bool) -> str:
    """What the clock did, in one line."""
    seconds = parts.groupby("does")["seconds"].sum()
    ran, waits, passed = int(seconds.get("runs", 0)), int(seconds.get("waits", 0)), passed_at(parts, target_seconds)
    said = [f"The clock {'has run' if still_open else 'ran'} for {wording.elapsed(ran)} of business time"]
    if waits:
        said.append(f"the ticket waited for {wording.elapsed(waits)} by the wall clock")
    if passed is not None and target_seconds is not None:
        said.append(f"its target of {wording.elapsed(target_seconds)} passed on {wording.moment(passed)}")
    return f"{'; '.join(said)}."


def is_merged(parts: pd.DataFrame) -> bool:
    """Whether so long a time is drawn without its nights and weekends."""
    return len(parts) > MOST_STRETCHES


def _drawable(parts: pd.DataFrame) -> pd.DataFrame:
    """Hundreds of nights cannot be seen: where there are so many, they go with what stands before them."""
    if not is_merged(parts):
        return parts
    does = parts["does"].mask(parts["does"] == "closed").ffill().fillna("closed")
    number = (does != does.shift()).cumsum()
    return (
        parts.assign(does=does)
        .groupby(number, as_index=False)
        .agg({"begins_at": "min", "ends_at": "max", "does": "first"})
    )


def _cut(part: object, passed: datetime | None) -> list[tuple[datetime, datetime, str]]:
    begins_at, ends_at, does = (getattr(part, name) for name in ("begins_at", "ends_at", "does"))
    if does != "runs":
        return [(begins_at, ends_at, does)]
    if passed is None or passed >= ends_at:
        return [(begins_at, ends_at, "in_time")]
    if passed <= begins_at:
        return [(begins_at, ends_at, "over")]
    return [(begins_at, passed, "in_time"), (passed, ends_at, "over")]
