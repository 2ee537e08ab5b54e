"""python -m models desk, price: who is needed to keep the promises, and whether Premium pays for them."""

import json
import re
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple

import numpy as np
import typer
from numpy.typing import NDArray

from models.desk.backtest import NOT_COVERED, DeskBackTest
from models.desk.closed_forms import rule_of_thumb
from models.desk.decisions import Need
from models.refresh.desks import LearntDesk, learn_desk
from models.refresh.hiring import Hiring, Money, blocked, enough, hiring, money
from models.refresh.scenario import Scenario
from models.refresh.scenario_words import read_words
from models.refresh.tables import plain
from models.uptake import Who
from pipelines.errors import TurnaroundError
from pipelines.prices import Prices
from pipelines.settings import MOST_TECHNICIANS, home_folder, read_settings
from pipelines.shell import AsJson, Home, Spoken
from pipelines.vocabulary import Clock

Range = Annotated[
    str, typer.Option("--technicians", help="How many to try, such as 6-12; else two fewer to five more.")
]
Uptakes = Annotated[str, typer.Option("--uptake", help="Percent of clients with Premium, such as 0,10,30.")]
Buying = Annotated[Who, typer.Option("--who", help="Which clients buy first.")]
Now = Annotated[int | None, typer.Option("--now", help="Technicians there are today; else settings, else the history.")]
Version = Annotated[str | None, typer.Option("--version", help="The version of targets to keep, by its first day.")]
WhatIf = Annotated[
    list[str] | None, typer.Option("--if", help="What else is other, such as growth=10 or away=1; often.")
]
MOST_APART = 40
NAMES = {str(Clock.FIRST_RESPONSE): "first response", str(Clock.RESOLUTION): "resolution"}


def desk(
    *, technicians: Range = "", uptake: Uptakes = "0,10,20,30,50,80,100", who: Buying = Who.RANDOM, now: Now = None,
    what_if: WhatIf = None, version: Version = None, home: Home = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """How many technicians keep every promise, by uptake of Premium, and whether the desk can be trusted."""
    with Spoken():
        place, tried = home_folder(home), _wish(technicians, uptake, who, what_if)
        learnt = learn_desk(place, technicians=now, version=version)
        found = tried.on(learnt, read_settings(place).prices)
        if as_json:
            typer.echo(_json(learnt, {} if found is None else _told(found)))
        else:
            typer.echo("\n".join([*_trust(learnt), *([] if found is None else _lines(learnt, found))]))


def price(
    *, surcharge: Annotated[float | None, typer.Option(help="Of your prices.premium.kind; else that amount.")] = None,
    technicians: Range = "", uptake: Uptakes = "0,10,20,30,50,80,100", who: Buying = Who.RANDOM, now: Now = None,
    what_if: WhatIf = None,
    home: Home = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """What Premium brings and costs by uptake, with hires so that no standard client is served worse than today."""
    with Spoken():
        place, tried = home_folder(home), _wish(technicians, uptake, who, what_if)
        prices = read_settings(place).prices
        amount = prices.premium.amount if surcharge is None else surcharge
        if not 0 <= amount < np.inf:
            raise TurnaroundError("A surcharge cannot be below 0; write the amount as a number such as 15.")
        learnt = learn_desk(place, technicians=now)
        if not any(learnt.desk.demand.clients):
            raise TurnaroundError("No ticket names its client, so nobody can buy Premium: export that column, too.")
        found = tried.on(learnt, prices)
        answer = None if found is None else money(learnt, found, prices, amount)
        asked = {"surcharge": amount, "kind": prices.premium.kind}
        if as_json:
            typer.echo(_json(learnt, asked | ({} if answer is None else _amounts(answer))))
        else:
            typer.echo("\n".join([*_trust(learnt), *([] if answer is None else _paid(answer, asked))]))


class Tried(NamedTuple):
    """What is to be tried: technicians (None: around today's), shares of clients with Premium, and all else."""

    technicians: range | None
    uptakes: list[float]
    scenario: Scenario

    def on(self, learnt: LearntDesk, prices: Prices) -> Hiring | None:
        """The answers; None where the desk did not foretell its own past."""
        now = learnt.desk.technicians
        counts = self.technicians or range(max(now - 2, 1), now + 6)
        return hiring(learnt, counts, self.uptakes, prices, self.scenario) if learnt.usable else None


def _wish(technicians: str, uptake: str, who: Who, what_if: list[str] | None) -> Tried:
    return Tried(_counts(technicians), _shares(uptake), read_words(what_if or [], Scenario(who=who)))


def _counts(text: str) -> range | None:
    if not text:
        return None
    match = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", text.strip())
    first, last = (int(part) for part in (match.group(1), match.group(2) or match.group(1))) if match else (0, 0)
    if not 1 <= first <= last <= MOST_TECHNICIANS or last - first > MOST_APART:
        raise TurnaroundError(
            f"{text!r} is not a range of technicians such as 6-12,"
            f" from 1 to {MOST_TECHNICIANS} and {MOST_APART} at most apart."
        )
    return range(first, last + 1)


def _shares(text: str) -> list[float]:
    try:
        shares = [float(part) / 100 for part in text.split(",")]
    except ValueError:
        shares = [-1.0]
    if not all(0 <= share <= 1 for share in shares):
        raise TurnaroundError(f"{text!r} are not shares of clients in percent, such as 0,10,30.")
    return shares


def _about(learnt: LearntDesk) -> dict[str, Any]:
    """The assumptions that every figure rests on."""
    own, tested = learnt.desk, learnt.tested
    assumed = {
        "technicians_today": own.technicians, "lunch_hours": own.staff.lunch_hours, "on_call": own.staff.on_call,
        "goals": dict(own.goals), "weeks": len(own.weeks), "tickets": len(own.demand),
        "effort_told": learnt.effort_told, "left_out": dict(learnt.left_out.reasons),
        "busy_share": [one.busy_share for one in own.fit.handlings],
        "capacity_an_hour": list(own.fit.capacity),
    }  # fmt: skip
    if tested is None:
        return {"assumptions": assumed, "back_test": {"why_not": learnt.why_untested}}
    told = {"weeks": len(tested.weeks), "covered": tested.covered, "band_width": tested.width}
    return {"assumptions": assumed, "back_test": told | {"why_not": tested.why_not}}


def _told(found: Hiring) -> dict[str, Any]:
    needs = {"nine_good_months_in_ten": found.good, "no_worse_than_today": found.as_today}
    return {
        "grid": found.chances.to_dict("records"), "today": found.today.to_dict("records"),
        "waits": found.waits.to_dict("records"),
        "need": {name: [_need_row(one, share) for share in one.uptakes] for name, one in needs.items()},
    }  # fmt: skip


def _amounts(answer: Money) -> dict[str, Any]:
    return {"margins": answer.margins.to_dict("records"), "break_even": answer.break_even.to_dict("records")}


def _json(learnt: LearntDesk, answer: dict[str, Any]) -> str:
    """The answer with the assumptions that it rests on."""
    return json.dumps(plain(_about(learnt) | answer), indent=1)


def _paid(answer: Money, asked: dict[str, Any]) -> Iterator[str]:
    yield f"Premium at {asked['surcharge']:g} ({asked['kind']}), no standard client served worse than today:"
    yield answer.margins.drop(columns=["ticket_share", "client_share", "amount"]).to_string(index=False)
    yield "Surcharge that loses nothing:"
    yield answer.break_even[["uptake", "amount", "amount_low", "amount_high", "why_none"]].to_string(index=False)


def _need_row(needed: Need, uptake: float) -> dict[str, float]:
    count, low, high = enough(needed, uptake)
    return {"uptake": float(uptake), "technicians": count, "low": low, "high": high}


def _lines(learnt: LearntDesk, found: Hiring) -> Iterator[str]:
    now, demand = learnt.desk.technicians, learnt.desk.demand
    weekly = len(demand) / max(float(demand.opened[-1] - demand.opened[0]) / 168, 1)
    cells = found.chances[["chance", "low", "high"]].to_numpy(float)
    shown = found.chances.assign(shown=list(map(_chance, cells, found.chances["never"])))
    yield "Chance that a month keeps every promise (90 % interval), technicians across, uptake down:"
    yield shown.pivot_table(index="uptake", columns="technicians", values="shown", aggfunc="first").to_string()
    for _, row in blocked(found, dict(learnt.desk.goals)).head(3).iterrows():
        plan = f"{row['tier'] or 'all'}{' Premium' if row['premium'] else ''}"
        yield (
            f"With {now} technicians {plan}'s {NAMES[row['clock']]} is kept for {row['kept']:.0%} of"
            f" {row['promised']:,.0f} tickets in three months ({row['low']:.0%} to {row['high']:.0%})."
        )
    for share in found.as_today.uptakes:
        needed = _needed(enough(found.as_today, share), found.as_today.most)
        own = " (yours)" if share == found.uptake else ""
        yield f"Uptake {share:.0%}{own}: {needed}{_premium(found, now, share)}."
    if learnt.effort_told > 0:
        hours = float(np.nanmean(demand.effort))
        rule = rule_of_thumb(hours, weekly)
        yield f"The field's rule of thumb says {rule:.1f} technicians: it knows no promises, peaks or leave."


def _premium(found: Hiring, now: int, uptake: float) -> str:
    waits = found.waits
    own = waits[(waits["technicians"] == now) & (waits["uptake"] == uptake) & (waits["who"] == "premium")]
    if own.empty or not np.isfinite(own["in_time"].iloc[0]):
        return ""
    told = own.iloc[0]
    return (
        f"; with {now}, Premium's first response is kept for {told['in_time']:.0%}, after {told['hours']:.1f} h on"
        f" average ({told['low']:.1f} to {told['high']:.1f})"
    )


def _trust(learnt: LearntDesk) -> Iterator[str]:
    fit, tested, own = learnt.desk.fit, learnt.tested, learnt.desk
    told = f"hands-on time is told for {fit.effort_told:.0%}"
    yield f"{fit.technicians} technicians today, {len(own.demand):,} tickets in {len(own.weeks)} whole weeks; {told}."
    yield f"Not usable for decisions: {learnt.why_untested}." if tested is None else _tried(tested)


def _tried(tested: DeskBackTest) -> str:
    covered = f"{tested.covered:.0%} of {len(tested.weeks)} later weeks lay inside their 90 % band"
    told = f"{covered}, {tested.width * 100:.0f} points wide"
    if not tested.why_not:
        return f"Tried on its own past: {told}."
    why = "too few weeks came out as foretold" if tested.why_not == NOT_COVERED else "its bands are too wide"
    return f"Not usable for decisions: {why} ({told}). Hands-on minutes and who worked when would mend it."


def _chance(chance: NDArray[np.float64], never: bool) -> str:  # noqa: FBT001 - a column
    return "never catches up" if never else "{:.0%} ({:.0%}-{:.0%})".format(*chance)


def _needed(need_of: tuple[float, float, float], most: int) -> str:
    count, low, high = need_of
    if np.isnan(count):
        return "no client without Premium is left to compare with today"
    if not np.isfinite(count):
        return f"more than {most} technicians are needed to serve clients without Premium as well as today"
    highest = f"{high:.0f}" if np.isfinite(high) else f"over {most}"
    return f"{count:.0f} technicians ({low:.0f} to {highest}) serve clients without Premium as well as today"
