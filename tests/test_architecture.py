"""Direction of imports: dashboard -> models -> pipelines -> data files, and each stage's inner doors."""

import ast
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

STAGES = ("pipelines", "models", "dashboard")
OURS = (*STAGES, "tests")
KNOWN_TO_ALL = ("pipelines.vocabulary", "pipelines.errors", "pipelines.settings", "pipelines.prices", "pipelines.company")
PAGES_SEE = [f"dashboard.{name}" for name in ("loaders", "actions", "charts", "components", "documents", "wording")]
SHOWS = ("streamlit", *(f"dashboard.{name}" for name in ("loaders", "actions", "components", "views", "app")))


class Door(NamedTuple):
    """Modules in `who`, those in `but` aside, see of `these` nothing but `only`; a name stands for all below it."""

    who: tuple[str, ...]
    these: tuple[str, ...]
    only: tuple[str, ...] = ()
    but: tuple[str, ...] = ()


DOORS = (
    Door(("pipelines",), OURS, only=("pipelines",)),
    Door(("models",), OURS, only=("models", "pipelines")),
    Door(("dashboard",), OURS, only=STAGES),
    Door(("models",), ("pipelines.history",), but=("models.refresh", "*.__main__")),
    *(
        Door((part,), OURS, only=(part, "models.shares", "models.uptake", *KNOWN_TO_ALL), but=("*.__main__",))
        for part in ("models.promise", "models.desk", "models.pricing", "models.catalogue")
    ),
    Door(STAGES, ("pipelines.sample",), but=("pipelines.sample", "pipelines.shell")),
    Door(STAGES, ("duckdb",), but=("pipelines.connection",)),
    Door(("pipelines", "models", "dashboard.charts", "dashboard.documents"), SHOWS),
    Door(("dashboard.views",), ("*",), only=("streamlit", *PAGES_SEE)),
    # They run before anything is installed.
    Door(("dashboard.__main__", "dashboard.bootstrap"), ("*",), only=("dashboard", *sys.stdlib_module_names)),
)


def violations(root: Path) -> list[str]:
    """Every import under `root` that no door allows."""
    modules = {_module(file.relative_to(root)): file for stage in STAGES for file in (root / stage).rglob("*.py")}
    return [
        f"{who} imports {name}"
        for who, file in modules.items()
        for name in sorted(set(_imports(file, file.relative_to(root).parent.parts)))
        if any(_goes_against(door, who, name) for door in DOORS)
    ]


def _goes_against(door: Door, who: str, name: str) -> bool:
    applies = _below(who, door.who) and not _below(who, door.but)
    return applies and _below(name, door.these) and not _below(name, door.only)


def _below(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) or fnmatchcase(name, f"{pattern}.*") for pattern in patterns)


def _module(file: Path) -> str:
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def _imports(file: Path, package: tuple[str, ...]) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else ()
            yield from (".".join([*base, *filter(None, [node.module]), alias.name]) for alias in node.names)


def test_every_import_follows_the_direction_of_the_house() -> None:
    assert violations(ROOT) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("pipelines/measure/clock/reading.py", "from models import promise"),
        ("pipelines/measure/clock/reading.py", "import duckdb"),
        ("pipelines/intake/reader.py", "import streamlit as st"),
        ("pipelines/history/load.py", "from pipelines.sample import dice"),
        ("pipelines/sample/dice.py", "import models.desk"),
        ("models/promise/fit.py", "from pipelines.connection import Connection"),
        ("models/promise/fit.py", "from models.desk import demand"),
        ("models/desk/demand.py", "from .. import pricing"),
        ("models/rounding.py", "from pipelines import history"),
        ("models/refresh.py", "from dashboard import loaders"),
        ("dashboard/loaders.py", "from duckdb import connect"),
        ("dashboard/charts/heat.py", "def figure():\n    import streamlit"),
        ("dashboard/documents/letter.py", "from dashboard.loaders import turnaround"),
        ("dashboard/views/targets.py", "import pandas as pd"),
        ("dashboard/views/targets.py", "from pipelines.settings import Settings"),
        ("dashboard/bootstrap.py", "import typer"),
        ("dashboard/wording.py", "from tests import conftest"),
    ],
)
def test_a_planted_wrong_import_is_found(tmp_path: Path, file: str, line: str) -> None:
    planted = tmp_path / file
    planted.parent.mkdir(parents=True)
    planted.write_text(line, encoding="utf-8")

    assert len(violations(tmp_path)) == 1


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("models/refresh.py", "from pipelines import history"),
        ("models/promise/fit.py", "from pipelines.vocabulary import Clock\nfrom . import core\nimport numpy"),
        ("models/desk/__main__.py", "from pipelines.history import reader"),
        ("pipelines/shell/making.py", "from pipelines import sample"),
        ("pipelines/connection.py", "import duckdb"),
        ("dashboard/loaders.py", "import streamlit\nfrom pipelines import history\nfrom models import refresh"),
        ("dashboard/views/targets.py", "import streamlit as st\nfrom dashboard import charts, loaders"),
    ],
)
def test_the_doors_of_the_house_are_open(tmp_path: Path, file: str, line: str) -> None:
    planted = tmp_path / file
    planted.parent.mkdir(parents=True)
    planted.write_text(line, encoding="utf-8")

    assert violations(tmp_path) == []


def test_no_file_in_dashboard_hides_a_package() -> None:
    """`streamlit run` puts dashboard/ itself on the path."""
    hiding = {f"{name}.py" for name in ("data", *STAGES, "tests")}

    assert [file.name for file in (ROOT / "dashboard").glob("*.py") if file.name in hiding] == []
