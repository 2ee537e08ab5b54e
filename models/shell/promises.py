"""python -m models fit, targets, backtest, at-risk."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import pandas as pd
import typer

from models.promise.proposals import BEYOND, NEVER, TOO_FEW
from models.promise.segment import ENOUGH_ENDS, LEAST_ENDS
from models.refresh import BackTest, ClockBackTest, ClockPromises, Promises, beside_today, proposed, read_promises
from models.refresh.backtests import run_backtest
from models.refresh.promises import refresh
from models.refresh.tables import as_table, plain
from pipelines.errors import NoHistory, TurnaroundError
from pipelines.settings import home_folder, read_settings
from pipelines.shell import AsJson, Home, Spoken, in_hours
from pipelines.vocabulary import Clock

Stored = Annotated[bool, typer.Option("--stored", help="Print what is stored, even if the data has moved on since.")]
Promise = Annotated[float | None, typer.Option(help="The share of tickets to keep, such as 0.9; else your settings.")]
MOMENT = ["made_at", "tickets", "promised", "still_open", "kept", "target_judged", "target_breached"]
NOTHING = (
    "Nothing can be promised yet: no ticket has a known end, or business hours that ever open. Load tickets with the"
    " time of their resolution, and look at the calendars in your settings."
)
SHOWN = [
    "clock", "issue_type", "tier", "premium", "work_mode", "distance_band", "priority", "n", "typical_seconds",
    "nine_in_ten_seconds", "target_seconds", "judged", "late", "late_low", "late_high", "proposed_seconds",
    "low_seconds", "high_seconds", "kept_share", "why_none",
]  # fmt: skip


def fit(*, home: Home = None, as_json: AsJson = False) -> None:
    """Fit promises on the current history and store them beside it."""
    with Spoken():
        promises = refresh(home_folder(home))
        counted = {str(clock): _counted(own) for clock, own in promises.clocks.items()}
        typer.echo(json.dumps(counted) if as_json else _fitted(promises))


def _counted(own: ClockPromises) -> dict[str, Any]:
    curves = own.curves
    return {"segments": int(curves.rows["seen"].sum()), "ended": curves.ends, "differences": curves.differences}


def targets(*, promise: Promise = None, stored: Stored = False, home: Home = None, as_json: AsJson = False) -> None:
    """What can be promised per issue type, tier, work mode and distance."""
    with Spoken():
        place = home_folder(home)
        promises, settings = _current(home, stored=stored), read_settings(place)
        level = _level(promise)
        table = proposed(promises, settings, None if level is None else {None: level})
        if table.empty:
            raise NoHistory(NOTHING)
        table = beside_today(place, promises, table)
        if as_json:
            about = {
                "as_of": promises.as_of.isoformat() + "Z",
                "by_priority": promises.by_priority,
                "stale": promises.stale,
            }
            typer.echo(json.dumps(about | {"segments": json.loads(table.to_json(orient="records"))}, indent=2))
        else:
            typer.echo("\n".join([in_hours(table[SHOWN].replace("", None)), *_lacking(table, promises)]))


def _lacking(table: pd.DataFrame, promises: Promises) -> Iterator[str]:
    """What can't be promised, and what it would take."""
    for clock, own in promises.clocks.items():
        reasons = table.loc[table["clock"] == str(clock), "why_none"]
        if (reasons == TOO_FEW).any():
            ended = f"{own.curves.ends:,} tickets have ended"
            yield f"{_said(clock)}: {ended}; {LEAST_ENDS} are needed to promise anything."
        if beyond := int((reasons == BEYOND).sum()):
            yield f"{_said(clock)}: in {beyond:,} segments it takes longer than the longest step of a contract."
        if never := int((reasons == NEVER).sum()):
            yield (
                f"{_said(clock)}: in {never:,} of {len(reasons):,} segments too many tickets were never done while they"
                " were watched, so no time can be promised for that share of them. Close what is done, or promise less."
            )


def backtest(
    *,
    every: Annotated[int, typer.Option(help="Days from one set of promises to the next.", min=1, max=366)] = 7,
    promise: Promise = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Had promises been made all along, with what was known then: how many would have been kept?"""
    with Spoken():
        result = run_backtest(home_folder(home), every_days=every, kept_rate=_level(promise), told=_progress)
        typer.echo(json.dumps(_as_json(result), indent=2) if as_json else _in_words(result))


def at_risk(*, stored: Stored = False, home: Home = None, as_json: AsJson = False) -> None:
    """The open tickets that will miss their target, the most likely first."""
    with Spoken():
        promises = _current(home, stored=stored)
        tables = [own.at_risk.assign(clock=str(clock)) for clock, own in promises.clocks.items() if len(own.at_risk)]
        if not tables:
            raise NoHistory(_nothing_at_risk(promises))
        table = pd.concat(tables, ignore_index=True).sort_values("risk", ascending=False)
        table = table.assign(left_seconds=table["target_seconds"] - table["business_seconds"])
        typer.echo(table.to_json(orient="records", indent=2) if as_json else in_hours(table))


def _nothing_at_risk(promises: Promises) -> str:
    most = max((own.curves.ends for own in promises.clocks.values()), default=0)
    if most < ENOUGH_ENDS:
        return f"{most:,} tickets have ended; {ENOUGH_ENDS} are needed to say which open ones will be late."
    return "No ticket is open inside a target, or where one could be proposed."


def _current(home: Home, *, stored: bool) -> Promises:
    """What is stored where it is of today or that is asked for, else a new fit."""
    place = home_folder(home)
    promises = read_promises(place)
    return refresh(place) if promises is None or (promises.stale and not stored) else promises


def _level(promise: float | None) -> float | None:
    if promise is not None and not 0.5 <= promise <= 0.99:
        raise TurnaroundError("The share to keep must lie between 0.5 and 0.99, for example 0.9 for nine in ten.")
    return promise


def _progress(number: int, moments: int) -> None:
    if sys.stderr.isatty():
        typer.echo(f"promises of moment {number} of {moments} ...", err=True)


def _fitted(promises: Promises) -> str:
    told = [_learnt(clock, own) for clock, own in promises.clocks.items()]
    return "\n".join(told) or NOTHING


def _learnt(clock: Clock, own: ClockPromises) -> str:
    counted, named = _counted(own), own.curves.differences.items()
    apart = ", ".join(name.replace("_", " ") for name, shown in named if shown)
    alike = ", ".join(name.replace("_", " ") for name, shown in named if not shown)
    told = f"{_said(clock)}: {counted['segments']:,} segments from {counted['ended']:,} tickets that ended."
    told += f" History shows a difference by {apart}." if apart else ""
    return told + (f" It shows none by {alike}: there the proposals are equal." if alike else "")


def _said(clock: Clock) -> str:
    return str(clock).replace("_", " ").capitalize()


def _in_words(result: BackTest) -> str:
    head = f"Promises made every {result.every_days} days to be kept by {result.kept_rate:.0%} of tickets."
    return "\n".join([head, *(line for clock, own in result.clocks.items() for line in _tested(clock, own))])


def _tested(clock: Clock, own: ClockBackTest) -> Iterator[str]:
    total = own.total
    if not total["promised"]:
        yield f"{_said(clock)}: no promise was possible with what was known then (python -m models targets says why)."
        return
    yield (
        f"{_said(clock)}: of {total['tickets']:,} tickets {total['promised']:,} had a promise;"
        f" {total['kept']:.1%} of them kept it ({total['kept_low']:.1%} to {total['kept_high']:.1%}),"
        f" {total['still_open']:,} still open among them."
        f" At the proposed step {total['shown']:.1%} was shown and {total['realised']:.1%} came true."
    )
    mean, worst, groups = own.group_error
    if groups:
        yield f"  {groups} segments of 50 or more: off by {mean:.1%} on average, the worst kept {worst:.1%}."
    if total["target_judged"]:
        missed = total["target_breached"] / total["target_judged"]
        yield f"  Of their {total['target_judged']:,} targets in force {missed:.1%} were missed."
    if own.risk:
        yield (
            f"  Open tickets: {own.risk.tickets:,} probabilities, off by {own.risk.error:.1%} on average;"
            f" the riskier of two was the late one {own.risk.auc:.1%} of the time."
        )
    if own.alarm and own.alarm.rings:
        yield f"  Alarm: of the newest four weeks' {own.alarm.tickets:,} promises only {own.alarm.kept:.1%} were kept."
    yield in_hours(own.by_moment[MOMENT])


def _as_json(result: BackTest) -> dict[str, Any]:
    about = {"every_days": result.every_days, "kept_rate": result.kept_rate, "as_of": result.as_of.isoformat() + "Z"}
    told: dict[str, Any] = plain(about | {"clocks": {str(clock): _told(own) for clock, own in result.clocks.items()}})
    return told


def _told(own: ClockBackTest) -> dict[str, Any]:
    tables = {name: as_table(getattr(own, name)) for name in ("by_moment", "by_segment", "reliability")}
    mean, worst, groups = own.group_error
    risk = (
        {name: getattr(own.risk, name) for name in ("tickets", "late", "auc", "brier", "error")} if own.risk else None
    )
    alarm = {"rings": own.alarm.rings, "kept": own.alarm.kept, "tickets": own.alarm.tickets} if own.alarm else None
    group_error = {"mean": mean, "worst": worst, "groups": groups}
    return {"total": own.total, "group_error": group_error, "risk": risk, "alarm": alarm} | tables
