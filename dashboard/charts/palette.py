"""Colours for both themes: teal and orange tell good from bad also for the colour-blind; grey is what means nothing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """The colours of one theme; text takes its colour from the theme itself."""

    line: str
    high: str
    low: str
    goal: str
    quiet: str
    quiet_text: str
    band: str
    grid: str
    neutral_cell: str
    ground: str
    ink: str
    strong_ink: str
    few: tuple[str, str]
    many: tuple[str, str]
    series: tuple[str, ...]


LIGHT = Palette(
    line="#2f76bf",
    high="#d1560b",
    low="#14877a",
    goal="#b8387f",
    quiet="#9aa5b3",
    quiet_text="#6a7585",
    band="rgba(120, 132, 150, 0.16)",
    grid="#e3e6eb",
    neutral_cell="#eef0f3",
    ground="#ffffff",
    ink="#1b2333",
    strong_ink="#ffffff",
    few=("#d3ece7", "#2b8c7e"),
    many=("#fbe3cc", "#b34503"),
    series=("#8591a1", "#d98a0b", "#2f76bf", "#14877a", "#a4508b", "#6b5b4d"),
)
DARK = Palette(
    line="#4a94e0",
    high="#f08a3c",
    low="#3fb8a8",
    goal="#e06aa9",
    quiet="#8c97a6",
    quiet_text="#98a3b3",
    band="rgba(140, 152, 170, 0.18)",
    grid="#2b333e",
    neutral_cell="#2a313b",
    ground="#10151c",
    ink="#e8ecf2",
    strong_ink="#ffffff",
    few=("#1d4f49", "#208577"),
    many=("#5c3a1c", "#c4611a"),
    series=("#98a3b3", "#e8a33d", "#4a94e0", "#3fb8a8", "#d186bd", "#b7a48f"),
)
DASHES = ("dot", "dash", "solid", "dashdot", "longdash", "longdashdot")
