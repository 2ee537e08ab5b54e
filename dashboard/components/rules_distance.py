"""Where the offices are, and how distance counts."""

from typing import Any

import streamlit as st
from streamlit import column_config as column

from dashboard.components import rule_fields as fields
from dashboard.components.rule_part import part, save, save_button
from dashboard.digest import rule_grids as grids
from dashboard.digest import rules as digest
from dashboard.loaders import Rules
from pipelines.places import Trip, Unit

BANDS_HELP = "A site is in the first band that it is near enough for. The last band has no end."
OFFICES_HELP = "Needed only where your client list gives coordinates and no kilometres. A map shows both numbers."
UNITS = {"km": "Kilometres", "miles": "Miles"}
TRIPS = {"one way": "One way", "both ways": "There and back"}


def show(rules: Rules) -> None:
    """Bands and offices, each saved on its own, and how kilometres come about."""
    left, right = st.columns(2)
    with left:
        _table(rules, "Distance bands", "distance.bands", BANDS_HELP)
    with right:
        _table(rules, "Offices", "offices", OFFICES_HELP)
    _road(rules)


def _table(rules: Rules, title: str, name: str, explained: str) -> None:
    if name == "offices":
        table, read, config = grids.offices(rules.settings), grids.from_offices, _places()
    else:
        table, read, config = grids.bands(rules.settings), grids.from_bands, _bands()
    with part(rules, title, name, name, explained=explained), st.form(f"rules-{name}-form", border=False):
        edited = fields.grid(name, table, config)
        if save_button(name, measures=True):
            save(name, digest.changed({name: read(table)}, {name: read(edited)}))


def _bands() -> dict[str, Any]:
    return {
        "Band": column.TextColumn(width=220, max_chars=60),
        "Below (km)": column.NumberColumn(width=130, min_value=0, format="%g", help="Empty for the last one alone."),
    }


def _places() -> dict[str, Any]:
    return {
        "Office": column.TextColumn(width=180, max_chars=100),
        "Latitude": column.NumberColumn(width=110, min_value=-90, max_value=90, format="%g"),
        "Longitude": column.NumberColumn(width=110, min_value=-180, max_value=180, format="%g"),
    }


def _road(rules: Rules) -> None:
    own = rules.settings.road
    before = {
        "distance.road_factor": own.factor,
        "distance.drive_km_per_hour": own.km_per_hour,
        "distance.mileage_unit": str(own.mileage_unit),
        "distance.trip": str(own.trip),
    }
    with (
        part(rules, "How kilometres come about", "road", *before),
        st.form("rules-road-form", border=False),
        st.container(),
    ):
        one, two, three, four = st.columns(4)
        with one:
            factor = fields.number(
                rules,
                "distance.road_factor",
                own.factor,
                1,
                5,
                0.1,
                explained="A road is longer than the straight line between two coordinates by this much.",
            )
        with two:
            speed = fields.number(rules, "distance.drive_km_per_hour", own.km_per_hour, 1, 200, 5, unit="km/h")
        with three:
            unit = fields.choice(
                rules, "distance.mileage_unit", str(own.mileage_unit), [str(one) for one in Unit], UNITS
            )
        with four:
            trip = fields.choice(rules, "distance.trip", str(own.trip), [str(one) for one in Trip], TRIPS)
        if save_button("road", measures=True):
            given = dict(zip(before, (factor, speed, unit, trip), strict=True))
            save("road", digest.changed(before, given))
