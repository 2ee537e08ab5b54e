"""The one module here that reads a history: measured clocks -> fits -> results stored beside the generation."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from models.catalogue.results import Proposals, store, stored
from models.promise.baseline import SEGMENT, BaselinePromise
from models.promise.ladder import rungs
from pipelines.catalogue.labels import add_labels
from pipelines.catalogue.placing import told_subjects, untold_subjects
from pipelines.errors import NoHistory
from pipelines.history.generations import current_generation, open_history
from pipelines.measure.clock.calendars import business_day_seconds
from pipelines.measure.results import clocks_for_promise, facts
from pipelines.settings import Settings, read_settings
from pipelines.vocabulary import Clock

FILE = "promises-baseline.json"
LEARNT_FROM = 100_000


@dataclass(frozen=True)
class Promises:
    """Proposed times per clock and segment, what share they are made for, and whether the data has moved on since."""

    frame: pd.DataFrame
    kept_rate: float
    as_of: datetime
    window_days: dict[str, int | None]
    stale: bool


def refresh(home: Path) -> Promises:
    """Fit on the current generation and store the results beside it; raises NoHistory where there is none."""
    settings, folder = read_settings(home), current_generation(home)
    with open_history(home) as history:
        found = facts(history)
        if folder is None or found is None:
            raise NoHistory("There is no ticket in the history yet: load a ticket export first.")
        clocks = clocks_for_promise(history)
    frames: list[pd.DataFrame] = []
    windows: dict[str, int | None] = {}
    for clock in Clock:
        own = clocks[clocks["clock"] == clock]
        if len(own):
            frame, windows[str(clock)] = _fitted(own, settings)
            frames.append(frame.assign(clock=str(clock)))
    rows = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=["clock", *SEGMENT])
    promises = Promises(rows, settings.kept_rate, found.as_of, windows, stale=False)
    _store(folder / FILE, promises)
    return promises


def _fitted(clocks: pd.DataFrame, settings: Settings) -> tuple[pd.DataFrame, int | None]:
    """The promise of every segment that the history holds, and the window of days it was learnt from."""
    day = business_day_seconds(settings.calendars[settings.default_calendar].windows) or 8 * 3600
    segments = clocks.groupby(SEGMENT, dropna=False, sort=True).agg(still_open=("still_open", "sum")).reset_index()
    model = BaselinePromise(settings.kept_rate).fit(clocks)
    promised = model.promise(segments, rungs(day))
    promised["still_open"] = segments["still_open"].to_numpy(int)
    return promised, model.window_days


def read_promises(home: Path) -> Promises | None:
    """The stored results of the current generation, else of an older one, marked stale; None where there are none."""
    current, wanted = current_generation(home), read_settings(home).kept_rate
    if current is None:
        return None
    for folder in sorted((home / "generations").glob("[0-9]*"), reverse=True):
        if folder.name <= current.name and (folder / FILE).exists():
            stored = json.loads((folder / FILE).read_text(encoding="utf-8"))
            return _from_json(stored, stale=folder != current or stored["kept_rate"] != wanted)
    return None


def _store(file: Path, promises: Promises) -> None:
    rows = json.loads(promises.frame.to_json(orient="records"))
    written: dict[str, Any] = {
        "kept_rate": promises.kept_rate,
        "as_of": promises.as_of.isoformat(),
        "window_days": promises.window_days,
        "columns": list(promises.frame.columns),
        "rows": rows,
    }
    draft = file.with_suffix(".next")
    draft.write_text(json.dumps(written), encoding="utf-8")
    draft.replace(file)


def _from_json(stored: dict[str, Any], *, stale: bool) -> Promises:
    frame = pd.DataFrame(stored["rows"], columns=stored["columns"])
    as_of = datetime.fromisoformat(stored["as_of"])
    return Promises(frame, stored["kept_rate"], as_of, stored["window_days"], stale)


def refresh_proposals(home: Path) -> Proposals:
    """Learn from the labelled tickets, propose issue types for the others, and store them beside the generation."""
    from models.catalogue.classifier import CatalogueClassifier  # noqa: PLC0415 - pages read results and never fit

    folder = current_generation(home)
    with open_history(home) as history:
        labelled, others = told_subjects(history).head(LEARNT_FROM), untold_subjects(history)
    model = CatalogueClassifier().fit(labelled["subject"].tolist(), labelled["issue_type"].tolist())
    guessed = model.propose(others["subject"].tolist())
    tickets = others[["source", "ticket_id"]].join(guessed).dropna(subset=["issue_type"])
    proposals = Proposals(model.evidence, tickets.reset_index(drop=True), len(others))
    if folder is not None:
        store(folder, proposals)
    return proposals


def read_proposals(home: Path) -> Proposals | None:
    """The newest stored proposals, marked stale where the data has moved on since; None where there are none."""
    current = current_generation(home)
    folders = sorted((home / "generations").glob("[0-9]*"), reverse=True) if current else []
    found = (stored(folder, stale=folder != current) for folder in folders if current and folder.name <= current.name)
    return next((proposals for proposals in found if proposals), None)


def accept_proposals(home: Path, lines: Sequence[str] | None = None) -> int:
    """Keep stored proposals as the owner's own, of these lines or all; tickets placed meanwhile are left."""
    proposals = read_proposals(home)
    if proposals is None:
        raise NoHistory("Nothing is proposed yet: run python -m models catalogue first.")
    with open_history(home) as history:
        open_ones = untold_subjects(history)
    wanted = proposals.tickets.merge(open_ones[["source", "ticket_id"]], on=["source", "ticket_id"])
    if lines is not None:
        wanted = wanted[wanted["issue_type"].isin(list(lines))]
    keys = zip(wanted["source"], wanted["ticket_id"], strict=True)
    if len(wanted):
        add_labels(home, dict(zip(keys, wanted["issue_type"], strict=True)))
    return len(wanted)
