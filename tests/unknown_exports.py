"""Exports that no preset knows, drawn for the mapping screen."""

from datetime import datetime, timedelta

HOSTILE = '![x](http://127.0.0.2/evil.png) "quoted" <b>, \'single\' = [a] ü'
GERMAN_HEADER = ("Vorgang Nr.", "Firma", "Kategorie", "Zustand", "Gemeldet am", "Gelöst am", "Bearbeiter", "Aufwand (Std)", HOSTILE)
STATES = ("Neu", "In Bearbeitung", "Wartet auf Kunde", "Gelöst", "Seltsam")
FIRST = datetime(2026, 3, 2, 9, 0)


def german(tickets: int = 60, form: str = "%d.%m.%Y %H:%M") -> str:
    """A help desk in German: each ticket takes two hours, every fifth status is one that nobody knows."""
    lines = [";".join(_quoted(title) for title in GERMAN_HEADER)]
    for number in range(tickets):
        opened = FIRST + timedelta(days=number % 26, minutes=number)
        status = STATES[number % len(STATES)]
        resolved = f"{opened + timedelta(hours=2):{form}}" if status == "Gelöst" else ""
        cells = (f"V-{number:03d}", f"Firma {number % 4}", "Drucker", status, f"{opened:{form}}", resolved, "Anna", "1,5", "x")
        lines.append(";".join(cells))
    return "\n".join(lines) + "\n"


def _quoted(title: str) -> str:
    return '"' + title.replace('"', '""') + '"'
