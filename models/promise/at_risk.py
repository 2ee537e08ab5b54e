"""Open tickets inside their target, by how likely they are to miss it; and how such probabilities fared before."""

from collections.abc import Mapping
from datetime import datetime

import numpy as np
import pandas as pd

from models.promise.risk import OpenRisk
from models.promise.scores import RiskRecord, risk_record
from models.promise.segment import ENOUGH_ENDS, SEGMENT
from models.promise.snapshot import KEY, as_known

AT_RISK = [*KEY, "business_seconds", "target_seconds", "proposed", "risk", "driver", "waiting"]


def at_risk(
    known: pd.DataFrame, table: pd.DataFrame, looks: pd.DataFrame, now: datetime, *, by_priority: bool
) -> pd.DataFrame:
    """The open tickets inside their target at `now`, riskiest first; `proposed`: the target is the proposed one.

    Nothing where too few clocks have stopped to learn from.
    """
    if (~known["still_open"].to_numpy(bool)).sum() < ENOUGH_ENDS:
        return pd.DataFrame(columns=AT_RISK)
    aimed = with_targets(known, table, by_priority=by_priority)
    model = OpenRisk().fit(aimed, looks[looks["known_at"] < now])
    risks = model.breach_risk(aimed, looks[looks["known_at"] == now])
    told = risks.merge(aimed[[*KEY, "proposed"]], on=KEY)
    return told[AT_RISK].sort_values(["risk", *KEY], ascending=[False, True, True]).reset_index(drop=True)


def with_targets(known: pd.DataFrame, table: pd.DataFrame, *, by_priority: bool) -> pd.DataFrame:
    """The clocks with the proposed target of their segment where they have none of their own; `proposed` says so."""
    keys = [name for name in SEGMENT if name != "priority" or by_priority]
    told = table[[*keys, "proposed_seconds"]].astype(object).fillna("")
    own = known[keys].astype(object).fillna("")
    steps = own.merge(told, on=keys, how="left")["proposed_seconds"].replace("", None).astype(float).to_numpy()
    lacking = known["target_seconds"].isna().to_numpy()
    targets = known["target_seconds"].astype("Float64").to_numpy(dtype=float, na_value=float("nan")).copy()
    targets[lacking] = steps[lacking]
    return known.assign(target_seconds=targets, proposed=lacking)


def risk_backtest(
    frame: pd.DataFrame, looks: pd.DataFrame, made: Mapping[datetime, pd.DataFrame], *, by_priority: bool
) -> RiskRecord | None:
    """Probabilities made at each moment with what was known then, judged by what came; None where nothing can be.

    frame: clocks_for_promise of one clock; looks: known_then of the moments and of the weeks before them; made: what
    was promised at each (backtest.py). Tickets still open inside their target have come to nothing yet: left out.
    """
    said, came = [np.empty(0)], [np.empty(0, bool)]
    ends = frame[[*KEY, "stopped_at"]].assign(last=frame["business_seconds"].to_numpy(float))
    for moment, table in made.items():
        known, before = as_known(frame, looks, moment), looks[looks["known_at"] <= moment]
        told = at_risk(known, table, before, moment, by_priority=by_priority).merge(ends, on=KEY)
        late = (told["last"] > told["target_seconds"]).to_numpy(bool)
        settled = late | told["stopped_at"].notna().to_numpy()
        said.append(told["risk"].to_numpy(float)[settled])
        came.append(late[settled])
    return risk_record(np.concatenate(said), np.concatenate(came))
