"""python -m models desk: who is needed to keep the promises."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import typer
from numpy.typing import NDArray

from models.desk.closed_forms import rule_of_thumb
from models.desk.decisions import Need
from models.refresh.desks import LearntDesk, learn_desk
from models.refresh.hiring import Hiring, blocked, enough
from models.refresh.target_check import promising
from models.shell.asking import Buying, Now, Range, Uptakes, Version, WhatIf, as_json_text, trust, wish
from models.uptake import Who
from pipelines.settings import home_folder, read_settings
from pipelines.shell import AsJson, Home, Spoken
from pipelines.vocabulary import Clock

NAMES = {str(Clock.FIRST_RESPONSE): "first response", str(Clock.RESOLUTION): "resolution"}


def desk(
    *, technicians: Range = "", uptake: Uptakes = "0,10,20,30,50,80,100", who: Buying = Who.RANDOM, now: Now = None,
    what_if: WhatIf = None, version: Version = None, home: Home = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """How many technicians keep every promise, by uptake of Premium, and whether the desk can be trusted."""
    with Spoken():
        place, tried = home_folder(home), wish(technicians, uptake, who, what_if)
        learnt = learn_desk(place, technicians=now)
        if version is not None:
            learnt = promising(place, learnt, version=version)
        found = tried.on(learnt, read_settings(place).prices)
        if as_json:
            typer.echo(as_json_text(learnt, {} if found is None else _told(found)))
        else:
            typer.echo("\n".join([*trust(learnt), *([] if found is None else _lines(learnt, found))]))


def _told(found: Hiring) -> dict[str, Any]:
    needs = {"nine_good_months_in_ten": found.good, "no_worse_than_today": found.as_today}
    return {
        "grid": found.chances.to_dict("records"), "today": found.today.to_dict("records"),
        "waits": found.waits.to_dict("records"),
        "need": {name: [_need_row(one, share) for share in one.uptakes] for name, one in needs.items()},
    }  # fmt: skip


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
