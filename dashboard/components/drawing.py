"""Charts for all who look: one that was drawn of the same before is not drawn again."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from plotly.graph_objects import Figure

Chart = Callable[..., Figure]


def drawn(chart: Chart, *told: Any, **options: Any) -> Figure:
    """The figure of a chart; it is shared, so nobody may change it."""
    figure: Figure = _drawn(f"{chart.__module__}.{chart.__qualname__}", chart, told, options)
    return figure


@st.cache_resource(max_entries=200, ttl="12h", show_spinner=False)
def _drawn(name: str, _chart: Chart, told: tuple[Any, ...], options: dict[str, Any]) -> Figure:
    del name  # part of the key: another chart, another figure
    return _chart(*told, **options)
