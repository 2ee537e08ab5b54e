"""Proposed issue types for tickets without a category: learnt, stored beside the generation, accepted."""

from collections.abc import Sequence
from pathlib import Path

from models.catalogue.results import Proposals, as_stored, from_stored
from models.refresh.tables import newest, write
from pipelines.catalogue.labels import add_labels
from pipelines.catalogue.placing import told_subjects, untold_subjects
from pipelines.errors import NoHistory
from pipelines.history.generations import current_generation, open_history

LEARNT_FROM = 100_000
STORED = "proposals-catalogue"


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
        write(folder, STORED, as_stored(proposals))
    return proposals


def read_proposals(home: Path) -> Proposals | None:
    """The newest stored proposals, marked stale where the data has moved on since; None where there are none."""
    found = newest(home, STORED)
    return from_stored(found[0], stale=not found[1]) if found else None


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
