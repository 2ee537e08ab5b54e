"""How the figures come about, as tables and sentences."""

import re

import pandas as pd

from dashboard import wording
from dashboard.wording import measured as words

ROW = re.compile(r"^\|(?P<question>[^|]+)\|(?P<decision>[^|]+)\|$")
HEAD = {"question", "---"}
STATES = {
    "met": ("Done in time", "counts as kept"),
    "late": ("Done late", "counts as late"),
    "open_and_over": ("Still open and over its target", "counts as late"),
    "open_inside": ("Still open, inside its target", "beside: not decided yet"),
    "no_target": ("Without a target", "beside: nothing was promised"),
    "end_unknown": ("Closed without a known end", "beside: nobody knows"),
}


def decisions(page: str) -> list[tuple[str, str]]:
    """Question and decision of each row of the first table of docs/measuring.md."""
    table = page.split("\n## ", maxsplit=1)[0]
    rows = [found for found in map(ROW.match, table.splitlines()) if found]
    told = [(row["question"].strip(), row["decision"].strip()) for row in rows]
    return [(question, decision) for question, decision in told if question not in HEAD]


def matching(told: list[tuple[str, str]], wanted: str) -> list[tuple[str, str]]:
    """The decisions that speak of every word looked for."""
    sought = wanted.lower().split()
    return [
        (question, decision)
        for question, decision in told
        if all(w in f"{question} {decision}".lower() for w in sought)
    ]


def answer(told: pd.DataFrame) -> str:
    """The first sentence: what ours count, and how often the tool's own minutes say the same."""
    minutes = told[told["compared"] == "minutes"]
    n, agreeing = int(minutes["n"].sum()), int(minutes["agreeing"].sum())
    if not n:
        return f"{words.OURS} {words.NOTHING_BESIDE}"
    if n < wording.FEWEST:
        return f"{words.OURS} {words.few(n)}"
    return f"{words.OURS} {words.agree(agreeing, n)}"


def steps(parts: pd.DataFrame) -> pd.DataFrame:
    """One ticket's stretches, neighbours that do the same as one, each with what it counts and the sum so far."""
    number = ((parts["does"] != parts["does"].shift()) | (parts["begins_at"] != parts["ends_at"].shift())).cumsum()
    runs = parts["seconds"].where(parts["does"] == "runs", 0)
    ends = {"begins_at": "min", "ends_at": "max", "does": "first", "counts": "sum"}
    joined = parts.assign(counts=runs).groupby(number, as_index=False).agg(ends)
    return pd.DataFrame(
        {
            "From": joined["begins_at"].map(wording.moment),
            "Until": joined["ends_at"].map(wording.moment),
            "What it is": joined["does"].map(words.DOES),
            "Counts": [wording.elapsed(counts) if counts else wording.DASH for counts in joined["counts"]],
            "So far": joined["counts"].cumsum().map(wording.elapsed),
        }
    )


def summed(clock: pd.Series) -> list[str]:
    """What passed on the wall, what counts, what the tool says, and the verdict."""
    said = [
        words.wall_and_clock(clock["calendar_seconds"], clock["business_seconds"], still_open=bool(clock["still_open"]))
    ]
    if pd.notna(clock["target_seconds"]):
        over = clock["business_seconds"] > clock["target_seconds"]
        said.append(words.judged(clock["target_seconds"], over=bool(over), still_open=bool(clock["still_open"])))
    if pd.notna(clock["vendor_seconds"]):
        counts = None if pd.isna(clock["vendor_counts"]) else str(clock["vendor_counts"])
        said.append(words.tool_says(clock["vendor_seconds"], counts))
    return said


def counted(of_clocks: dict[str, pd.Series], excluded: int) -> pd.DataFrame:
    """How many clocks of each kind there are, and whether they are in the percentage."""
    told = {clock: counts for clock, counts in of_clocks.items() if len(counts)}
    rows = []
    for state, (title, part) in STATES.items():
        rows.append((title, *(_in_state(counts, state) for counts in told.values()), part))
    rows.append(("Merged, deleted or cancelled", *([excluded] * len(told)), "left out"))
    return pd.DataFrame(rows, columns=["Tickets", *map(wording.clock_name, told), "In the percentage?"])


def _in_state(counts: pd.Series, state: str) -> int:
    return int(counts["breached"] - counts["open_and_over"]) if state == "late" else int(counts[state])
