"""The catalogue laid over a history: where each category leads, and which tickets have none."""

from pathlib import Path

import pandas as pd

from pipelines.catalogue.labels import read_labels
from pipelines.catalogue.words import read_catalogue
from pipelines.connection import Connection

SQL = Path(__file__).parent


def place_categories(connection: Connection, home: Path) -> None:
    """Write what each category of today's tickets leads to, and the labels that the owner accepted."""
    connection.run(SQL / "tables.sql")
    catalogue = read_catalogue(home)
    rows = []
    for issue_type, sub_type in connection.rows(SQL / "distinct_category.sql"):
        placed = catalogue.place(issue_type, sub_type)
        rows.append((issue_type, sub_type, placed.category, placed.line, placed.kind, placed.own_name))
    connection.append("category", ("issue_type", "sub_type", "category", "line", "kind", "own_name"), rows)
    labels = [(*key, line, catalogue.kinds.get(line, "other")) for key, line in read_labels(home).items()]
    connection.append("ticket_label", ("source", "ticket_id", "issue_type", "issue_kind"), labels)


def categories(history: Connection) -> pd.DataFrame:
    """One row a category of the exports, those on no line first; together they are all tickets."""
    return history.frame(SQL / "category_table.sql")


def told_subjects(history: Connection) -> pd.DataFrame:
    """Tickets with a subject and a category that says something, the newest first, and where it leads."""
    return history.frame(SQL / "told_subject.sql", untold=False)


def untold_subjects(history: Connection) -> pd.DataFrame:
    """Tickets with a subject that neither their category nor the owner has placed, the newest first."""
    return history.frame(SQL / "told_subject.sql", untold=True)
