"""Drawn files through the real way in: a test's text is its input."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from textwrap import dedent
from typing import Any

import pandas as pd

from pipelines.connection import Connection
from pipelines.history.generations import open_history
from pipelines.intake.answers import Answers
from pipelines.journey import LoadReport, load_files
from tests.made_once import made_once

UTC = Answers(timezone="UTC")
LENIENT = Answers(timezone="UTC", allow_quarantine=True)


@dataclass
class World:
    """A home of its own into which drawn files are loaded."""

    home: Path

    def load(self, files: Mapping[str, str], answers: Answers = UTC) -> LoadReport:
        """Write the files and load them together."""
        return load_files(self.home, [self.write(name, text) for name, text in files.items()], answers)

    def begin(self, files: Mapping[str, str], answers: Answers = UTC) -> None:
        """An empty home as a load of these files leaves it; they are loaded once a run, and copied."""
        asked = sha256(repr((dict(files), answers)).encode()).hexdigest()[:16]
        made = made_once(f"world-{asked}", lambda draft: World(draft / "home").load(files, answers))
        shutil.copytree(made / "home", self.home)

    def write(self, name: str, text: str) -> Path:
        folder = self.home.parent / "files"
        folder.mkdir(exist_ok=True)
        file = folder / name
        file.write_text(dedent(text).strip("\n") + "\n", encoding="utf-8")
        return file

    def history(self) -> Connection:
        return open_history(self.home)

    def rows(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        """A table of the current generation, only some of its columns, as plain tuples."""
        frame = self.frame(table)[list(columns)]
        return [tuple(None if pd.isna(cell) else cell for cell in row) for row in frame.itertuples(index=False, name=None)]

    def frame(self, table: str) -> pd.DataFrame:
        with self.history() as history:
            frame: pd.DataFrame = history._duckdb.table(table).df()
        return frame

    def settings(self, text: str) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        (self.home / "settings.toml").write_text(dedent(text), encoding="utf-8")
