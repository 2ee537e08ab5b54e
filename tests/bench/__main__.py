"""The one form of every benchmark: rows of name, figure, unit, goal, met."""

import argparse
import importlib
import json
import pkgutil
from collections.abc import Iterable

import tests.bench
from tests.bench.means.figure import Figure

WORDS = {None: "", True: "yes", False: "NO"}


def names() -> list[str]:
    """The benchmarks there are."""
    modules = pkgutil.iter_modules(tests.bench.__path__)
    return [module.name for module in modules if not module.ispkg and not module.name.startswith("_")]


def main() -> None:
    """Run one benchmark and print its table, or its rows as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("name", choices=names())
    parser.add_argument("--json", action="store_true", help="one JSON list instead of a table")
    parser.add_argument("--big", action="store_true", help="ten times the rows")
    asked = parser.parse_args()
    figures = list(importlib.import_module(f"tests.bench.{asked.name}").measure(big=asked.big))
    print(json.dumps([figure.row() for figure in figures], indent=1) if asked.json else table(figures))


def table(figures: Iterable[Figure]) -> str:
    """The rows as aligned text."""
    rows = [("name", "figure", "unit", "goal", "met"), *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def _cells(figure: Figure) -> tuple[str, str, str, str, str]:
    return figure.name, f"{figure.figure:,.4g}", figure.unit, figure.wanted, WORDS[figure.met]


if __name__ == "__main__":
    main()
