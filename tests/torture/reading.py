"""`python -m tests.torture.reading HOME STOP`: reads the current history again and again until STOP is there, and tells.

What it tells is one line of JSON: how often it read, and what failed, was torn or went backward. What one opening of a
history says is asked in several statements, which must agree.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from pipelines.history.generations import current_generation, open_history
from tests.torture.wholeness import A_WEEK, DISAGREEMENTS

NUMBERS = Path(__file__).with_name("numbers.sql")


def read(home: Path) -> tuple[int, bool]:
    """The number of tickets of the current history, and whether all of it agrees."""
    with open_history(home) as history:
        tickets, outcomes, clocked, loads = history.rows(NUMBERS)[0]
        whole = tickets == outcomes == clocked == loads * A_WEEK and not history.rows(DISAGREEMENTS)
    return int(tickets), whole


def main(home: Path, stop: Path) -> None:
    """Read until it is time to stop."""
    seen: Counter[str] = Counter()
    most, newest, why = 0, "", ""
    while not stop.exists():
        try:
            tickets, whole = read(home)
            current = current_generation(home)
        except Exception as error:  # noqa: BLE001 - whatever it is, a reader would have failed
            seen["failed"] += 1
            why = repr(error)[:200]
            continue
        name = current.name if current else ""
        seen["reads"] += 1
        seen["torn"] += not whole
        seen["backward"] += tickets < most or name < newest
        seen["steps"] += tickets > most > 0
        most, newest = max(tickets, most), max(name, newest)
    print(json.dumps({**seen, "why": why}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
