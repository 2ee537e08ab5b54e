"""Our own words as an owner reads them."""

import pandas as pd

WORK_MODES = {"remote": "Remote", "on_site": "On-site"}
CLOCKS = {"first_response": "First reply", "resolution": "Resolution"}
ALL_TIERS = "All tickets"


def work_mode_name(mode: str) -> str:
    """"on_site" -> "On-site"."""
    return WORK_MODES.get(mode, mode)


def clock_name(clock: str) -> str:
    """"first_response" -> "First reply"."""
    return CLOCKS.get(clock, clock)


def tier_name(tier: object) -> str:
    """A tier, or "All tickets" where there is none."""
    return ALL_TIERS if tier is None or pd.isna(tier) else str(tier)  # type: ignore[call-overload]


def place_name(work_mode: object, distance_band: object) -> str:
    """"Remote", "On-site, 10-30 km", or "Not told"."""
    mode = None if pd.isna(work_mode) else work_mode_name(str(work_mode))  # type: ignore[call-overload]
    band = None if pd.isna(distance_band) else str(distance_band)  # type: ignore[call-overload]
    if mode and band and mode != WORK_MODES["remote"]:
        return f"{mode}, {band}"
    return mode or band or "Not told"
