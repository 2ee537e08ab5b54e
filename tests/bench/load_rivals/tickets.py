"""A made-up export of twenty columns with dates as a British tool writes them."""

from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

DATES = ("opened_at", "resolved_at")
FORMAT = "%d/%m/%Y %H:%M:%S"
TYPES = ("Password reset", "Printer", "VPN", "Email", "Laptop", "Server", "Wi-Fi", "Phone")


def write_csv(file: Path, rows: int, *, changed: bool = False) -> Path:
    """Write tickets 1 to `rows`; `changed` ones were resolved a day later than the same tickets without it."""
    random = np.random.default_rng(7)
    opened = np.datetime64("2024-01-01T08:00:00") + np.sort(random.integers(0, 86_400 * 700, rows)).astype("timedelta64[s]")
    took = random.integers(600, 900_000, rows) + 86_400 * changed
    number = np.arange(1, rows + 1)

    def picked(*words: str) -> NDArray[np.str_]:
        return np.array(words)[random.integers(0, len(words), rows)]

    def named(word: str, most: int) -> NDArray[np.str_]:
        return np.char.add(f"{word} ", random.integers(1, most, rows).astype(str))

    pd.DataFrame({
        "ticket_id": np.char.add("T", number.astype(str)),
        "subject": np.char.add("It does not work, since ", named("floor", 5_000)),
        "status": np.full(rows, "Closed"),
        "priority": picked("Low", "Medium", "High", "Urgent"),
        "channel": picked("Email", "Portal", "Phone"),
        "issue_type": picked(*TYPES),
        "sub_type": picked("New", "Change", "Fault"),
        "technician": named("Agent", 40),
        "support_level": picked("1", "2", "3"),
        "opened_at": _written(opened),
        "resolved_at": _written(opened + took.astype("timedelta64[s]")),
        "client": named("Client", 300),
        "site": picked("Head office", "Branch", "Depot"),
        "tier": picked("Silver", "Gold", "Platinum"),
        "work_mode": picked("Remote", "On-site"),
        "distance_km": random.integers(1, 90, rows),
        "hands_on_minutes": random.integers(5, 400, rows),
        "impact": picked("Low", "High"),
        "urgency": picked("Low", "High"),
        "reopen_count": random.integers(0, 3, rows),
    }).to_csv(file, index=False)  # fmt: skip
    return file


def _written(moments: NDArray[np.datetime64]) -> "pd.Series[str]":
    written: pd.Series[str] = pd.Series(moments).dt.strftime(FORMAT)
    return written
