"""One answer a question and generation, read in a connection of its own."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from pipelines.history.generations import current_generation, open_history
from pipelines.settings import home_folder, read_settings

Question = Callable[..., Any]


def stamp() -> str:
    """Changes with the data: part of the key of whatever keeps a choice of rows; empty where nothing was loaded."""
    folder = current_generation(home_folder())
    return f"{folder.name}-{_changed(folder)}" if folder else ""


def ask(question: Question, *arguments: Any, **options: Any) -> Any:
    """The answer of the current generation; a DuckDB connection belongs to one thread, so each read opens one."""
    return _answered(
        str(home_folder()), stamp(), f"{question.__module__}.{question.__name__}", question, arguments, options
    )


def worked_out(work: Question, *arguments: Any, **options: Any) -> Any:
    """What follows from the generation, what was learnt of it and the settings alone, worked out once for all."""
    name = f"{work.__module__}.{work.__qualname__}"
    return _worked_out(str(home_folder()), stamp(), repr(read_settings(home_folder())), name, work, arguments, options)


def forget() -> None:
    """Drop what is cached, after a write."""
    st.cache_data.clear()


def local(instant: datetime) -> datetime:
    """An instant of the history (UTC) in the company's time zone."""
    zone = ZoneInfo(read_settings(home_folder()).timezone)
    return instant.replace(tzinfo=ZoneInfo("UTC")).astimezone(zone).replace(tzinfo=None)


def in_local_time(frame: pd.DataFrame) -> pd.DataFrame:
    """Every column of instants in the company's time zone."""
    zone = read_settings(home_folder()).timezone
    instants = [
        name for name in frame.columns if str(name).endswith(("_at", "as_of")) and frame[name].dtype.kind == "M"
    ]
    return frame.assign(
        **{name: frame[name].dt.tz_localize("UTC").dt.tz_convert(zone).dt.tz_localize(None) for name in instants}
    )


@st.cache_data(max_entries=400, max_size="300MB", ttl="12h", show_spinner=False)
def _answered(
    home: str, stamped: str, name: str, _question: Question, arguments: tuple[Any, ...], options: dict[str, Any]
) -> Any:
    del stamped, name  # part of the key: another generation or question, another answer
    with open_history(Path(home)) as history:
        return _question(history, *arguments, **options)


@st.cache_data(max_entries=200, max_size="60MB", ttl="12h", show_spinner=False)
def _worked_out(
    home: str,
    stamped: str,
    settled: str,
    name: str,
    _work: Question,
    told: tuple[Any, ...],
    more: dict[str, Any],
) -> Any:
    del home, stamped, settled, name  # part of the key: other data or settings, another answer
    return _work(*told, **more)


def _changed(folder: Path) -> int:
    """The newest write into a generation; what is learnt of a desk has a name of its own and changes nothing."""
    try:
        files = [file for file in folder.iterdir() if not file.name.startswith("desk-")]
        return max((file.stat().st_mtime_ns for file in files), default=0)
    except FileNotFoundError:
        return 0
