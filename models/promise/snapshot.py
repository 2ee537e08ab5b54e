"""A history as it was known on an earlier day: nothing that happened later has a part in it."""

from datetime import datetime

import numpy as np
import pandas as pd

KEY = ["source", "ticket_id"]


def as_known(frame: pd.DataFrame, then: pd.DataFrame, moment: datetime) -> pd.DataFrame:
    """The clocks opened before a moment, as they stood at it.

    frame: clocks_for_promise of one clock; then: known_then of that clock, which holds every clock that had not come to
    today's end by that moment. A clock of which nothing is known for that moment is left out.
    """
    opened = frame[frame["started_at"] < moment].copy()
    ended = (opened["stopped_at"] <= moment).to_numpy()
    looked = then[then["known_at"] == moment].set_index(KEY)[["business_seconds", "still_open", "waiting"]]
    own = looked.reindex(pd.MultiIndex.from_frame(opened[KEY]))
    seconds = own["business_seconds"].to_numpy(dtype=float, na_value=np.nan)
    opened["business_seconds"] = np.where(ended, opened["business_seconds"].to_numpy(float), seconds)
    opened["still_open"] = ~ended & (own["still_open"].to_numpy(dtype=float, na_value=1.0) > 0)
    opened["age_seconds"] = (moment - opened["started_at"]).dt.total_seconds().to_numpy()
    # What the end, the export's own moment and the judgement against a target say is later knowledge.
    hidden: pd.DataFrame = opened.drop(columns=["stopped_at", "as_of", "state"])
    told: pd.DataFrame = hidden[hidden["business_seconds"].notna()].reset_index(drop=True)
    return told
