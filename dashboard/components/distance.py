"""Does distance matter?"""

import streamlit as st

from dashboard import loaders, wording
from dashboard.components import columns, download
from dashboard.components.card import card
from dashboard.digest import spread
from pipelines.measure.results import Facts, Slice
from pipelines.vocabulary import Clock

HELP = "Business hours by where the work was done. The distance is from the nearest office to the client's site."


def show(facts: Facts, clock: Clock, part: Slice) -> None:
    """Remote work beside each distance band; nothing where the history tells neither."""
    if not (facts.has_work_mode or facts.has_distance):
        return
    with card("Does distance matter?", HELP, key="distance") as beside:
        segments = loaders.turnaround(clock, part, by_issue=False, by_tier=False)
        bands = [band.name for band in loaders.settings().distance_bands]
        table = spread.places(spread.near_first(segments, bands), has_targets=facts.has_targets)
        with beside:
            download.show(table, "distance", "distance-csv")
        st.dataframe(
            table,
            hide_index=True,
            column_config=columns.spreads(),
            placeholder=wording.TOO_FEW,
            alt="Turnaround by distance",
        )
