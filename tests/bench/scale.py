"""A million tickets with ten million status changes (ten times as many with --big), as an owner would load and see them.

The exports go through `python -m pipelines load`, whose memory is that of all its processes together. What the history
then says is held against what the generator knows and against an oracle that walks through the days. The clock and its
pauses are those of `bench clock` at this size. The queries are those that a first look at each page asks, each anew; the
page of Premium is left out, as it first learns the desk.
"""

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import process_time

from pipelines.history.generations import open_history
from tests.bench import clock
from tests.bench.means.figure import Figure
from tests.bench.means.memory import Ran, own_peak, own_peak_starts_anew, ran
from tests.bench.means.timing import in_turns
from tests.bench.pages import VIEWS, asked_of
from tests.bench.scale_history.made import SQL, Made, write_exports

LEARNING = "premium"


def measure(*, big: bool) -> Iterable[Figure]:
    """The history's figures, then those of the clock alone."""
    yield from history_figures(10_000_000 if big else 1_000_000, gigabytes=4 if big else 2)
    yield from clock.measure(big=big)


def history_figures(tickets: int, *, gigabytes: float) -> Iterable[Figure]:
    """Made, loaded, held against the truth, loaded again, asked."""
    with tempfile.TemporaryDirectory() as name:
        folder, home = Path(name), Path(name, "home")
        made = write_exports(folder / "exports", tickets)
        yield Figure("tickets", made.tickets, "tickets")
        yield Figure("status changes", made.changes, "changes")
        first = _load(home, made)
        yield Figure("loaded and measured", first.seconds, "s")
        yield Figure("memory of the load, all its processes", first.gigabytes, "GB", goal=gigabytes)
        yield from truth_figures(home, made, first)
        again = json.loads(_load(home, made).out)["files"]
        yield Figure("changed rows on the same files again", sum(_changed(file["outcomes"]) for file in again), "rows", goal=0)
        yield Figure("size of the history", (home / "generations" / "00000001" / "history.duckdb").stat().st_size / 1e9, "GB")
        yield from answer_figures(home)


def _load(home: Path, made: Made) -> Ran:
    return ran(["pipelines", "load", *map(str, made.files), "--home", str(home), "--json"])


def _changed(outcomes: dict[str, int]) -> int:
    return sum(number for outcome, number in outcomes.items() if outcome in {"new", "updated", "superseded"})


def truth_figures(home: Path, made: Made, first: Ran) -> Iterable[Figure]:
    """Records that were lost, totals that differ, and clocks of a sample that are not the oracle's."""
    files = json.loads(first.out)["files"]
    lost = sum(file["records"] - sum(file["outcomes"].values()) for file in files)
    read = sum(file["records"] for file in files[2:])
    with open_history(home) as history:
        counts = history.rows(SQL / "state_counts.sql")[0]
        rows = history.rows(SQL / "sampled_seconds.sql", ticket_ids=[one.ticket_id for one in made.sample])
    told = {(ticket, name): seconds for ticket, name, seconds in rows}
    truth = {(one.ticket_id, name): seconds for one in made.sample for name, seconds in one.truth().items()}
    wrong = sum(told.get(key) != seconds for key, seconds in truth.items())
    known = (made.tickets, made.changes, made.excluded, made.still_open)
    names = ("tickets", "status changes", "merged tickets", "open tickets")
    yield Figure("records without an outcome", lost + abs(read - made.tickets - made.changes), "records", goal=0)
    for name, ours, theirs in zip(names, counts, known, strict=True):
        yield Figure(f"{name}, other than were made", abs(ours - theirs), f"of {theirs:,}", goal=0)
    yield Figure("clocks other than the oracle's", wrong, f"of {len(truth):,}", goal=0)


def answer_figures(home: Path) -> Iterable[Figure]:
    """Every page's queries, what the process held while it showed them, and what exact quantiles cost."""
    own_peak_starts_anew()
    figures = list(asked_of(home, [view for view in VIEWS if view != LEARNING], process_time, "CPU s"))
    yield from figures
    yield Figure("queries of all these pages", sum(figure.figure for figure in figures), "CPU s")
    yield Figure("memory of the process that showed them", own_peak(), "GB")
    with open_history(home) as history:
        cpu = in_turns({
            name: lambda name=name: history.rows(SQL / f"{name}.sql")  # type: ignore[misc]
            for name in ("exact_quantile", "plain_quantile")
        })  # fmt: skip
    yield Figure("exact quantiles a client, against count and average", cpu["exact_quantile"] / cpu["plain_quantile"], "x", goal=5)
