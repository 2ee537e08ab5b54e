"""Sentences of the page about targets: what can be promised, and what that changes."""

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.wording.numbers import FEWEST, count, counted, percent
from dashboard.wording.safe import plain
from dashboard.wording.times import full_day

SHARES = {0.8: "eight in ten", 0.9: "nine in ten", 0.95: "95 in a hundred"}
MISSED = {0.8: "One in five", 0.9: "One in ten", 0.95: "One in twenty"}
MOSTLY = 0.5
NOTHING_LOST = 0.05
MORE = "more"
CONSENT = "A looser target needs your client's consent."
STALE = "What can be promised was worked out before the newest load, or before your settings were changed."
NOT_YET = "**What can be promised was not worked out yet.** It takes about a minute."
NO_CLOCK = (
    "**Nothing can be promised for this clock: the history has no times for it.** An export with the moment of the"
    " first reply, or of the resolution, gives them."
)
NO_TIERS = (
    "Your history names no plans. With a client list that gives each client its plan, each plan gets proposals of its"
    " own where history shows a difference."
)
NO_TABLE = "The table of targets comes as soon as something can be promised: see above what is needed for it."
EQUAL = (
    "To sell one of them as faster, its tickets must come first and people must be there for it: a number alone won't."
)
ALIKE = {
    "premium": "Tickets with and without Premium have taken equally long, so the proposals are equal.",
    "work_mode": "On-site and remote work has taken equally long, so the proposals are equal.",
    "distance": "Near and far sites have taken equally long, so the proposals are equal.",
}
HOW_TO_WRITE = (
    "Write yours as 30 min, 4 h or 2 days of business time; an empty cell leaves its tickets as they are today."
    " Ask: a line that is looser than today, if only for some, needs your client's consent."
)
CHANGES = {
    "looser": "looser, ask",
    "mostly looser": "mostly looser, ask",
    "mostly tighter": "partly looser, ask",
}
COMPARED = {"only_old": "in the first only", "only_new": "in the second only"}
STANDINGS = {
    "not_signed": "sent, not signed",
    "signed": "signed, not in force yet",
    "in_force": "in force",
    "replaced": "replaced",
}
BEFORE_SIGNING = (
    "Tickets that a client of this register opened before its first signature have no target: nothing was promised yet."
    " Clients that are not in it are judged by each version from its start."
)
NOTHING_JUDGED = (
    "No ticket of this period is judged by a target. Choose a longer period, fewer filters, or other targets."
)


def target(amount: float, unit: str) -> str:
    """A target as it is written: "30 min", "4 h", "2 days" (of business time all)."""
    number = f"{amount:,.3f}".rstrip("0").rstrip(".")
    if unit == "business_days":
        return f"{number} day" if number == "1" else f"{number} days"
    return f"{number} {'min' if unit == 'business_minutes' else 'h'}"


def target_span(first: str, last: str) -> str:
    """From one target to another: "2 to 4 days", "8 h to 2 days"."""
    (number, unit), other = first.rsplit(" ", 1), last.rsplit(" ", 1)[-1]
    if first == last:
        return first
    if last == MORE:
        return f"{first} or more"
    return f"{number} to {last}" if unit.removesuffix("s") == other.removesuffix("s") else f"{first} to {last}"


def in_full(time: str) -> str:
    """For sentences: says that it is business time."""
    if "business" in time:
        return time
    hours = time.replace(" min", " business minutes").replace(" h", " business hours")
    return hours.replace(" day", " business day")


def share_of(rate: float) -> str:
    """0.9 -> "nine in ten"; any other as a percentage."""
    return SHARES.get(rate, f"{percent(rate, digits=0 if round(rate * 100, 6) % 1 == 0 else 1)} of tickets")


def span(since: date | None) -> str:
    """Which tickets are judged: those of a year, or, of a shorter history, all since its first day."""
    return "of the last 52 weeks" if since is None else f"since {full_day(since)}"


def late_now(late: int, judged: int, since: date | None = None) -> str:
    """How many were late with today's targets; since: the first day of a history shorter than a year."""
    if not judged:
        return "**No target is in force yet, so nothing is late and nothing is promised.**"
    return (
        f"**With today's targets {count(late)} of {counted(judged, 'ticket')} {span(since)} are late"
        f" ({percent(late / judged, digits=1)}).**"
    )


def to_come(starts_on: date, last_day: date) -> str:
    """A version is saved, and judges nothing of this history."""
    return (
        f"Your version of {full_day(starts_on)} is saved. It judges tickets opened from then on; your history ends"
        f" on {full_day(last_day)}. Load an export that reaches past it, or see on Targets > Try on the past how it"
        " would have fared."
    )


def late_then(late: int, judged: int, since: date | None = None, *, had_targets: bool) -> str:
    """What the proposals would have done to the same tickets."""
    if not judged:
        return ""
    share = percent(late / judged, digits=1)
    if not had_targets:
        tickets = counted(judged, "ticket")
        return f"Had every proposal been in force, {share} of the {tickets} {span(since)} would be late."
    return f"With every proposal it would have been {share} ({count(late)} of {count(judged)})."


def direction(looser: float, tighter: float) -> str:
    """What "use all proposed" does to promises; shares of tickets."""
    if looser + tighter == 0:
        return ""
    told = f"{percent(looser)} of these tickets would get more time than today, {percent(tighter)} less."
    if looser > max(MOSTLY, tighter):
        return f"That is mostly because the proposals loosen what you promise: {told} {CONSENT}"
    return f"{told} {CONSENT if looser else ''}".strip()


def no_difference(differences: Mapping[str, bool], tiers: Sequence[str]) -> list[str]:
    """Where history shows no difference the proposals are equal, and the page says so."""
    told = []
    if differences.get("tier") is False and len(tiers) > 1:
        named = [plain(tier) for tier in tiers]
        said = f"{', '.join(named[:-1])} and {named[-1]}"
        told.append(f"{said} tickets have taken equally long, so the proposals are equal. {EQUAL}")
    return told + [ALIKE[name] for name, shown in differences.items() if not shown and name in ALIKE]


def too_few(ends: int) -> str:
    """So few tickets that nothing can be promised."""
    have = f"{counted(ends, 'ticket')} {'has' if ends == 1 else 'have'} ended"
    return f"{have}; {FEWEST} are needed before a promise can be worked out"


def never(rate: float, *, beyond: bool = False) -> str:
    """So many never get done, or so late, that the level cannot be promised."""
    missed = MISSED.get(rate, percent(1 - rate))
    late = "takes longer than the longest step of a contract" if beyond else "never gets done in time"
    return f"{missed} {late}, so {SHARES.get(rate, percent(rate))} cannot be promised"


def cost(lines: int, segments: int, extra_late: float, hours_given: float) -> str:
    """What merging segments into a schedule loses."""
    told = f"{counted(segments, 'kind')} of ticket share {counted(lines, 'line')}, so that somebody can sign them."
    if extra_late < NOTHING_LOST and hours_given < NOTHING_LOST:
        return f"{told} Nothing is lost by it."
    return (
        f"{told} The shorter list costs {extra_late:.1f} more late tickets in a hundred, and promises that are"
        f" {hours_given:.1f} business hours longer on average, than a line for each kind."
    )


def saved(version: str, lines: int, tickets: int) -> str:
    """What was saved."""
    judged = f"It judges {counted(tickets, 'ticket')} so far." if tickets else "It judges what is opened from then on."
    return f"The version of {version} is saved: {counted(lines, 'line')}. {judged}"


def kinds(clock: str, more: int, less: int, same: int, gained: int, lost: int) -> str:
    """What a newer version means for the tickets that there were."""
    known = more + less + same
    if not known + gained + lost:
        return ""
    told = []
    if known:
        shares = [percent(part / known) for part in (more, less, same)]
        told.append(f"{shares[0]} of {counted(known, 'ticket')} get more time, {shares[1]} less, {shares[2]} the same.")
    told += [f"{counted(gained, 'ticket')} {'has' if gained == 1 else 'have'} a target for the first time."] * bool(
        gained
    )
    told += [f"{counted(lost, 'ticket')} {'has' if lost == 1 else 'have'} none any more."] * bool(lost)
    return f"**{clock}:** {' '.join(told)}"


def had_been(tier: str | None, under: str, late: tuple[int, int], late_then: tuple[int, int]) -> str:
    """What would have become of a period; each as late and judged."""
    which = f"{plain(tier)} been in force for every ticket" if tier else "these targets been in force"
    by = f" ({plain(under[:1].lower() + under[1:])})" if tier else ""
    now = f"{_late(late)} would have been late" if late[1] else "no ticket would have had a target"
    then = f"{_late(late_then)} were late" if late_then[1] else "no ticket had a target"
    return f"**Had {which}{by}, {now}.** As it was, {then}."


def _late(late: tuple[int, int]) -> str:
    return f"{percent(late[0] / late[1], digits=1)} ({count(late[0])} of {count(late[1])})"


def premium_lost(lines: int, version: str) -> str:
    """A draft that drops what Premium clients have today."""
    return (
        f"**{counted(lines, 'line')} for Premium Response of the version of {version} would go**: Premium clients would"
        " get the times of everybody else. What Premium can promise stands on the page Premium & pricing."
    )
