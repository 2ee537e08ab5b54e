"""Our own words as an owner reads them."""

import pandas as pd

WORK_MODES = {"remote": "Remote", "on_site": "On-site"}
CLOCKS = {"first_response": "First reply", "resolution": "Resolution"}


def work_mode_name(mode: str) -> str:
    """Such as "on_site" -> "On-site"; a mode that is not ours stays as it is."""
    return WORK_MODES.get(mode, mode)


def clock_name(clock: str) -> str:
    """Such as "first_response" -> "First reply"."""
    return CLOCKS.get(clock, clock)


def place_name(work_mode: object, distance_band: object) -> str:
    """Such as "Remote", "On-site, 10-30 km", or "Not told"."""
    mode = None if pd.isna(work_mode) else work_mode_name(str(work_mode))  # type: ignore[call-overload]
    band = None if pd.isna(distance_band) else str(distance_band)  # type: ignore[call-overload]
    if mode and band and mode != WORK_MODES["remote"]:
        return f"{mode}, {band}"
    return mode or band or "Not told"
