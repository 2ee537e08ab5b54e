"""How many technicians each uptake needs, what the next one changes, and the field's rule of thumb."""

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.digest.staffing_answer import caused
from dashboard.digest.staffing_choice import Cell, chosen, named, never, next_hire
from dashboard.wording import staffing as words
from dashboard.wording import staffing_parts as parts
from models.desk.closed_forms import rule_of_thumb
from models.desk.demand import WEEK
from models.desk.desk import Desk
from models.refresh.hiring import Hiring, enough


def stairs(found: Hiring) -> pd.DataFrame:
    """One row an uptake: need, low, high (infinite: more than tried; missing: nobody to compare with)."""
    needed = found.as_today
    shares = sorted(float(share) for share in needed.uptakes)
    rows = [enough(needed, share) for share in shares]
    return pd.DataFrame(rows, columns=["need", "low", "high"]).assign(uptake=shares)


def table(found: Hiring, today: int) -> pd.DataFrame:
    """One row an uptake, in words: needed to serve the others as today, caused by Premium, for every promise."""
    good = found.good_possible if found.hopeless else found.good
    which = "For every possible promise" if found.hopeless else "For every promise"
    shares = [float(share) for share in sorted(found.as_today.uptakes)]
    owed = [enough(good, 0.0)[0] - today] * len(shares)
    whole = pd.DataFrame(
        {
            "Clients on Premium": [wording.percent(share) for share in shares],
            "To serve others as today": [
                words.NOBODY if np.isnan(own[0]) else words.needed(*own, found.as_today.most)
                for own in (enough(found.as_today, share) for share in shares)
            ],
            "Caused by Premium": [words.added(*caused(found.as_today, share)) for share in shares],
            which: [words.needed(*enough(good, share), good.most) for share in shares],
            "Owed already": [words.people(max(own, 0.0), good.most - today) for own in owed],
        }
    )
    return whole if named(found) else whole[[which, "Owed already"]]


def told_apart(table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """The table without the columns that say the same in every row, and what these say in a sentence."""
    same = [str(name) for name in table.columns if len(table) > 1 and len(set(table[name])) == 1]
    return table.drop(columns=same), parts.in_every_row({name: str(table[name].iloc[0]) for name in same})


def rule(desk: Desk) -> str:
    """The field's rule of thumb; nothing where hands-on time is not told."""
    demand = desk.demand
    if not np.isfinite(demand.effort).any():
        return ""
    weekly = len(demand) / max(float(demand.opened[-1] - demand.opened[0]) / WEEK, 1)
    hours = float(np.nanmean(demand.effort))
    return parts.rule(rule_of_thumb(hours, weekly), hours, weekly)


def one_more(found: Hiring, *, marked: bool = True) -> pd.DataFrame | None:
    """One row a clock: before, after, change and where nine in ten futures lie; None where it was not tried.

    marked: grey where the change may be luck.
    """
    cell = chosen(found)
    changed = next_hire(found)
    if changed is None:
        return None
    counts = (cell.technicians, cell.technicians + 1)
    lost = [never(found, Cell(count, cell.uptake)) for count in counts]
    told = (changed.assign(change=np.nan) if any(lost) else changed).to_dict("records")
    sure = [not marked or bool(row["low"] > 0 or row["high"] < 0) for row in told]
    shares = {
        f"With {count}": [parts.CATCHES_UP if never_so else wording.percent(row[name], digits=1) for row in told]
        for count, never_so, name in zip(counts, lost, ("before", "after"), strict=True)
    }
    changes = [wording.points(row["change"]) for row in told]
    spans = [parts.change(row["change"], row["low"], row["high"]) for row in told]
    return pd.DataFrame(
        {
            "Promise": [wording.clock_name(str(row["clock"])) for row in told],
            **shares,
            "Change": [parts.uncertain(text, certain=own) for text, own in zip(changes, sure, strict=True)],
            "Between": [parts.uncertain(text, certain=own) for text, own in zip(spans, sure, strict=True)],
        }
    )
