"""The words of the scorecard: names of numbers, values beside goals, and what is worth talking about."""

from collections.abc import Sequence
from math import isnan

from dashboard.wording.numbers import DASH, TOO_FEW, count, counted, percent, signed
from dashboard.wording.safe import plain
from dashboard.wording.times import HOUR, brief
from models.refresh.decisions import Kind
from models.scorecard import IN_A_ROW, SHIFTED
from pipelines.scorecard import HOURS, SHARES

LABELS = {
    "resolved_on_time": "On time when resolved",
    "replied_on_time": "Replied on time",
    "premium_on_time": "Premium on time",
    "typical_first_reply": "Typical first reply",
    "nine_in_ten_within": "9 in 10 resolved within",
    "same_day_share": "Same-day share",
    "closed_per_opened": "Closed per opened",
    "backlog": "Open at week's end",
    "tickets_opened": "Tickets opened",
    "per_technician": "Resolved per technician",
}
MEANINGS = {
    "resolved_on_time": "Of the tickets with a target that were resolved in the week, those resolved in time. Open ones"
    " past their target are not in it, so that weeks compare.",
    "replied_on_time": "Of the tickets with a target that were opened in the week, those answered in time. Unanswered"
    " ones past their target count as late.",
    "premium_on_time": "Resolved on time, of tickets with Premium Response alone.",
    "typical_first_reply": "Business time until half of the tickets opened in the week had their first reply.",
    "nine_in_ten_within": "Business time until nine in ten of the tickets resolved in the week were done.",
    "same_day_share": "Of the tickets resolved in the week, those that were opened on the same day.",
    "closed_per_opened": "Tickets resolved in the week for each ticket opened in it: under 1 the pile grows.",
    "backlog": "Tickets that were open when the week ended.",
    "tickets_opened": "Tickets that were opened in the week; merged and deleted ones are left out.",
    "per_technician": "Tickets resolved in the week, for each technician who resolved any.",
}
SIGNS = {"talk": "▲", "missed": "△", "odd": "◆"}
MOST_WEEKS, FEWEST_WEEKS = 26, 8
SIGNS_SAY = (
    "▲ worth talking about: off its goal two weeks in a row, or worse than its usual range. △ a single miss, often"
    " luck. ◆ unusual, neither good nor bad."
)
NO_GOALS = "No goals are set for these numbers yet, so nothing can be off track."
EVERY_WEEK = (
    "One line a number, one column a week, the newest first. Read it in five minutes, then talk about what is off."
)
OTHER_THINGS = (
    "Up to 13 whole weeks before and after each decision; the interval says how far luck alone moves such weeks. Other"
    " things changed in the same weeks, too: the season, clients, people. So this shows what came after, and is"
    " no proof"
    " of what caused it. One interval in ten is left by luck alone."
)
TOO_FEW_TO_SAY = "This week has too few tickets to say what is off track."
KINDS = {Kind.TARGETS: "New targets", Kind.HIRE: "New technician", Kind.PREMIUM: "Premium sold", Kind.PLAN: "Plan done"}
NO_DECISION = (
    "No decision falls into this history yet. New versions of targets, technicians who join, clients who buy Premium,"
    " and plans that you note as done appear here with what changed after them."
)


def legend(weeks_before: int | None = None) -> str:
    """What the signs say; weeks_before: how many the history has before the newest week, if the page knows."""
    known = MOST_WEEKS if weeks_before is None else min(weeks_before, MOST_WEEKS)
    usual = (
        f"Usual: the {known} weeks before."
        if known >= FEWEST_WEEKS
        else f"Usual: can be told after {FEWEST_WEEKS} earlier weeks."
    )
    return f"{SIGNS_SAY} {usual} Too few: under 30 tickets. Times are business hours."


def unusual(name: str, told: str, low: str, high: str, *, more: bool) -> str:
    """One number outside its usual range that is neither good nor bad: "◆ Tickets opened: 12, fewer than usual"."""
    return f"◆ {LABELS[name]}: {told}, {'more' if more else 'fewer'} than usual ({low} to {high})"


def value(name: str, told: float, goal: float | None) -> str:
    """One cell, with the digits that tell it from the goal."""
    if isnan(told):
        return TOO_FEW
    if name in SHARES:
        return percent(told, beside=goal, digits=1)
    if name in HOURS:
        return _hours(told, goal)
    if name == "closed_per_opened":
        return f"{told:.{2 if goal is None or told == goal or round(told, 2) != round(goal, 2) else 3}f}"
    return f"{told:.1f}" if name == "per_technician" else count(told)


def _hours(told: float, goal: float | None) -> str:
    short = brief(told * HOUR)
    same = goal is not None and told != goal and short == brief(goal * HOUR)
    return (f"{told * 60:.1f} min" if told < 1 else f"{told:.2f} h") if same else short


def goal_text(name: str, goal: float | None, better: int) -> str:
    """Such as "≥ 90%"."""
    if goal is None:
        return DASH
    if name in SHARES:
        said = percent(goal) if round(goal * 100, 6).is_integer() else percent(goal, digits=1)
    elif name in HOURS:
        said = brief(goal * HOUR)
    else:
        said = f"{goal:g}"
    return f"{'≥' if better > 0 else '≤'} {said}"


def reason(name: str, why: str, told: str, goal: str, low: str, high: str) -> str:
    """One number that is worth talking about."""
    usual = f"its usual range is {low} to {high}"
    said = {
        IN_A_ROW: f"off its goal ({goal}) two weeks in a row",
        SHIFTED: "eight weeks or more in a row worse than average",
    }
    return f"{LABELS[name]} ({told}; {said.get(why, usual)})"


def answer(
    talk: Sequence[str], single: Sequence[str], odd: Sequence[str], on_track: int, few: int, without_goal: int,
    *, has_goals: bool,
) -> list[str]:  # fmt: skip
    """What to talk about first; what is a single miss; what is unusual; the rest."""
    first = f"**{counted(len(talk), 'number is', 'numbers are')} worth talking about:** {listed(talk)}." if talk else ""
    told = on_track + without_goal + len(single) + len(odd)
    nothing = "Nothing is off track in a way that is worth a conversation." if told >= few else TOO_FEW_TO_SAY
    nothing = nothing if has_goals or told < few else NO_GOALS
    none = "" if talk else f"**{nothing}**"
    missed = f"Off its goal this week alone, which is often luck: {listed(single)}." if single else ""
    strange = f"Unusual, neither good nor bad: {listed(odd)}." if odd else ""
    rest = [
        f"{count(on_track)} {'meets its' if on_track == 1 else 'meet their'} goal" if on_track else "",
        f"{count(without_goal)} without a goal {'is' if without_goal == 1 else 'are'} as usual" if without_goal else "",
        f"{count(few)} {'has' if few == 1 else 'have'} too few tickets this week" if few else "",
    ]
    said = "; ".join(filter(None, rest))
    others = "Of the others, " if talk or single or odd else ""
    return [line for line in (first, none, missed, strange, f"{others}{said}." if said else "") if line]


def listed(parts: Sequence[str]) -> str:
    """a, b and c."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def decision(kind: Kind, names: Sequence[str]) -> str:
    """Such as "Premium sold to Alder Dental"; in Markdown."""
    said = listed([plain(name) for name in names[:3]]) + (
        f" and {count(len(names) - 3)} more" if len(names) > 3 else ""
    )
    if kind == Kind.HIRE:
        return f"{counted(len(names), 'new technician')}: {said}"
    return {Kind.TARGETS: f"New targets (version {said})", Kind.PREMIUM: f"Premium sold to {said}"}.get(
        kind, f"Plan done: {said}"
    )


def change_text(change: float, low: float, high: float, *, hours: bool) -> str:
    """A change with its interval, in points or in percent."""
    told, down, up = (signed(100 * part, 0 if hours else 1) for part in (change, low, high))
    unit = "%" if hours else " points"
    return f"{told}{unit} ({down} to {up})"


def crowd(others: int) -> str:
    """That other decisions fall into the same weeks."""
    return f"{counted(others, 'other decision falls', 'other decisions fall')} into the same weeks." if others else ""
