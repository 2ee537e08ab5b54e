"""The gates: what is said about records and cells that cannot be so, and when a file is too damaged to take."""

import re
from collections.abc import Sequence
from typing import Any

from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.intake import fields
from pipelines.intake.look import Broken
from pipelines.intake.plan import Plan
from pipelines.intake.totals import says_total

MOST_QUARANTINED = 0.05
HARMLESS = "a placeholder, not a date"
MOST_STATUSES_NAMED, LONGEST_STATUS = 6, 40
# What was left out because the owner does not keep it is no fault of the file.
OLDER = "older than you keep"


def without_totals(plan: Plan) -> tuple[Sequence[Broken], int]:
    """The broken records that are no row of totals, and how many rows of totals there are."""
    broken = plan.look.broken
    last = broken[-1] if broken and broken[-1].record_number == plan.look.records else None
    if last is not None and says_total(last.raw):
        return broken[:-1], 1
    return broken, int(plan.totals_row is not None)


def no_row(name: str, broken: Sequence[Broken]) -> str:
    """The sentence for a file without a single row."""
    why = f" ({broken[0].reason})" if broken else ""
    return f"{name} holds no row that can be read{why}; check the filter of the export."


def refuse_the_unreadable(
    plan: Plan, counts: Sequence[tuple[str | None, str | None, int]], problems: Sequence[tuple[Any, ...]]
) -> None:
    """Refuse a file of which more than one record in twenty cannot be so, unless the owner said otherwise."""
    name, records = plan.look.name, plan.look.records
    gone = {
        outcome: sum(n for what, why, n in counts if what == outcome and why != OLDER)
        for outcome in ("quarantined", "excluded")
    }
    if len(plan.look.broken) * 2 > records:
        raise FileRefused(
            f"{name}: {len(plan.look.broken):,} of {records:,} rows do not have the header's columns (most often:"
            f" {problems[0][3]}), so none of them can be trusted; export it again, best with every cell in quotes."
        )
    _refuse_a_second_table(plan, problems)
    if gone["quarantined"] == records:
        raise FileRefused(
            f"{name} holds no row that can be read ({problems[0][3]}); check the filter and the columns of the export."
        )
    if gone["quarantined"] + gone["excluded"] == records:
        raise FileRefused(f"{name} tells of nothing before the moment named by --as-of; name a later one.")
    told = [row for row in problems if row[3] != HARMLESS and row[2] not in fields.HEARSAY]
    impossible = {row[0] for row in told}
    if len(impossible) > MOST_QUARANTINED * records and not plan.allow_quarantine:
        reasons = [f"{row[3]} in {row[2]}" if row[2] else row[3] for row in told]
        raise NeedsAnswer(
            f"{name}: {len(impossible):,} of {records:,} rows cannot be as they are written (most often:"
            f" {max(set(reasons), key=reasons.count)}). Mend the export, or load it all the same with"
            " --allow-quarantine.",
            question="quarantine",
        )


def _refuse_a_second_table(plan: Plan, problems: Sequence[tuple[Any, ...]]) -> None:
    """A row of column names in another order, or of another table: what follows it belongs to other columns."""
    titles = {title.strip().lower() for title in plan.look.header if title.strip()}
    for problem in problems:
        cells = {cell.strip(' "').lower() for cell in re.split(r"[,;\t|]", problem[5] or "")}
        if len(cells & titles) * 2 > len(titles) > 1:
            raise FileRefused(
                f"{plan.look.name} holds a second row of column names on line {problem[1]:,}: two exports were put into"
                " one file. Load them one by one."
            )


def unknown_statuses(statuses: Sequence[tuple[str, int]]) -> list[str]:
    """What should be said about statuses that no preset knows, with the rows that hold them."""
    if not statuses:
        return []
    named = ", ".join(f"{_cut(text)} ({number:,})" for text, number in statuses[:MOST_STATUSES_NAMED])
    more = ", ..." if len(statuses) > MOST_STATUSES_NAMED else ""
    return [f"statuses that are not known count as open until a resolution is told: {named}{more}"]


def _cut(text: str) -> str:
    """The beginning of a text that is too long for a sentence, to a whole word where there is one."""
    plain = " ".join(text.split())
    if len(plain) <= LONGEST_STATUS:
        return plain
    whole = plain[: LONGEST_STATUS + 1].rpartition(" ")[0] or plain[:LONGEST_STATUS]
    return f"{whole} ..."
