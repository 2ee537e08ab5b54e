"""What changed after each decision, as rows that an owner reads."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.wording import plans as plan_words
from dashboard.wording import scorecard as words
from models.refresh.decisions import TYPICAL, Decision, Kind
from models.refresh.plan_results import TOO_EARLY

NAMES = {"first_response": "Replied on time", "resolution": "On time when resolved", TYPICAL: "Typical time to resolve"}
NO_TARGET = "no targets"


def title(decision: Decision) -> str:
    """What was decided, in Markdown."""
    return words.decision(decision.kind, decision.names)


def table(decision: Decision) -> pd.DataFrame:
    """What it says, the change, before and after, a row a number; the first columns are all that a phone shows."""
    return pd.DataFrame([_line(row, decision.kind) for row in decision.came.to_dict("records")])


def _line(row: dict[Any, Any], kind: Kind) -> dict[str, str]:
    why = _why_none(row)
    told = {"": NAMES.get(row["clock"], row["clock"])}
    if why:
        return told | {"What it says": why} | dict.fromkeys(("Change", "Before", "After"), wording.DASH)
    hours = row["clock"] == TYPICAL
    before, after = (_said(row, end, hours=hours) for end in ("before", "after"))
    change = words.change_text(row["change"], row["low"], row["high"], hours=hours)
    return told | {"What it says": _says(row, kind), "Change": change, "Before": before, "After": after}


def _why_none(row: dict[Any, Any]) -> str:
    early = "Too early: it takes four whole weeks"
    if row["why_none"]:
        return early if row["why_none"] == TOO_EARLY and row["before_weeks"] else "Too few weeks or tickets"
    few = min(row["before_tickets"], row["after_tickets"]) < wording.FEWEST
    return "Too few tickets" if few else ""


def _said(row: dict[Any, Any], end: str, *, hours: bool) -> str:
    of = wording.count(row[f"{end}_tickets"])
    value = wording.brief(row[end] * 3600) if hours else wording.percent(row[end], digits=1)
    return f"{value} of {of}" if not hours else f"{value} ({of})"


def _says(row: dict[Any, Any], kind: Kind) -> str:
    good = (row["change"] < 0) if row["clock"] == TYPICAL else (row["change"] > 0)
    told = ("Better, beyond luck" if good else "Worse, beyond luck") if row["beyond_luck"] else "Within luck"
    if kind == Kind.PREMIUM and not pd.isna(row.get("change_others")):
        others = wording.signed(100 * row["change_others"])
        return f"{told} (others: {others} points)"
    if not pd.isna(row.get("foretold", float("nan"))):
        foretold = wording.signed(100 * row["foretold"])
        return f"{told}; foretold {foretold} points: {plan_words.VERDICTS[row['verdict']]}"
    return told


def marks(table: pd.DataFrame) -> pd.DataFrame:
    """Which cells are beyond luck: "better", "worse" or "quiet", the shape of the table."""
    says = table["What it says"]
    kind = ["better" if one.startswith("Better") else "worse" if one.startswith("Worse") else "quiet" for one in says]
    return pd.DataFrame({name: kind if name in ("Change", "What it says") else [""] * len(table) for name in table})


def mind(decision: Decision) -> str:
    """What the comparison cannot tell apart."""
    notes = {
        Kind.TARGETS: "Tickets after it are judged by the new targets, so shares in time mix the promise with the work;"
        " how long work took does not.",
        Kind.PREMIUM: "Of their own tickets; the change is less what changed for all other clients in the same weeks.",
        Kind.HIRE: "New: the first resolved ticket came after the history had begun.",
        Kind.PLAN: plan_words.HINDSIGHT if _in_hindsight(decision.came) else "",
    }
    return " ".join(filter(None, (notes[decision.kind], words.crowd(decision.crowd))))


def answer(found: Sequence[Decision]) -> str:
    """How many decisions there are, and after how many something changed beyond luck; in Markdown."""
    if not found:
        return words.NO_DECISION
    moved = [one for one in found if _moved(one)]
    told = wording.counted(len(found), "decision")
    if not moved:
        return f"**{told}: after none of them did anything change beyond luck, as far as can be told.**"
    named = words.listed([f"{title(one)} ({wording.short_day(one.day)} {one.day:%Y})" for one in moved[:3]])
    more = f" and {wording.count(len(moved) - 3)} more" if len(moved) > 3 else ""
    return f"**{told}: after {wording.count(len(moved))} of them something changed beyond luck:** {named}{more}."


def _moved(decision: Decision) -> bool:
    rows = decision.came.to_dict("records")
    return any(not _why_none(row) and row.get("beyond_luck") is True for row in rows)


def as_list(found: Sequence[Decision]) -> pd.DataFrame:
    """Every decision and number in one table, to take away."""
    parts = [
        pd.DataFrame({"Decided on": one.day, "Decision": words.KINDS[one.kind],
                      "Of": wording.shown(", ".join(one.names)),
                      **table(one).rename(columns={"": "Number"}), "Mind": mind(one)})
        for one in found
    ]  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def _in_hindsight(came: pd.DataFrame) -> bool:
    return "hindsight" in came and any(told is True for told in came["hindsight"])
