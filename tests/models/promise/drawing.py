"""Drawn clocks in the shape of clocks_for_promise: times with known shares, everything else plain unless told."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from models.promise.exposure import DAY, Clocks
from models.promise.known import Floats

HOUR = 3600.0
AS_OF = pd.Timestamp("2026-06-01")
PLAIN: Mapping[str, Any] = {
    "source": "drawn", "clock": "resolution", "as_of": AS_OF, "open_share": 0.3, "issue_kind": "software",
    "issue_type": "Email", "tier": None, "tier_position": None, "premium": None, "work_mode": None,
    "distance_band": None, "distance_position": None, "priority": None, "sub_type": None, "client": None,
    "site": None, "channel": None, "client_load": None, "earlier_technicians": None, "earlier_minutes": None,
    "target_seconds": None, "state": "no_target",
}


def exponential(rng: np.random.Generator, n: int, hours: float = 4.0) -> Floats:
    """Times that are done by t with the share 1 - exp(-t / hours)."""
    return rng.exponential(hours * HOUR, n)


def clocks(seconds: Floats, stopped: Any = True, age_days: Any = 40.0, open_share: float = 0.3) -> Clocks:
    n = len(seconds)
    age = np.broadcast_to(np.asarray(age_days, float) * DAY, n).copy()
    return Clocks(seconds.astype(float), np.broadcast_to(np.asarray(stopped, bool), n).copy(), age, np.full(n, open_share))


def history(seconds: Floats, age_days: Any, stopped: Any = True, **columns: Any) -> pd.DataFrame:
    """One row a ticket, opened `age_days` before AS_OF; its clock takes as many calendar seconds as business seconds."""
    own = clocks(seconds, stopped, age_days)
    started = AS_OF - pd.to_timedelta(own.age, unit="s")
    stopped_at = pd.Series(started + pd.to_timedelta(own.seconds, unit="s")).where(own.stopped)
    told = {
        "ticket_id": [f"T-{number}" for number in range(len(own))], "started_at": started, "stopped_at": stopped_at,
        "still_open": ~own.stopped, "business_seconds": own.seconds, "age_seconds": own.age,
    }
    return pd.DataFrame({**told, **PLAIN, **columns})
