"""Overlapping files in any order, any number of times, give one and the same history."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.loading import UTC, World

HEAD = "ticket_id,opened_at,status,resolved_at,updated_at,client"
ROWS = st.tuples(
    st.integers(1, 3), st.integers(0, 3), st.sampled_from(["open", "waiting", "resolved", "merged"]), st.sampled_from(["A", "B"])
)
EXPORTS = st.lists(st.lists(ROWS, min_size=1, max_size=4), min_size=2, max_size=3)
TOLD = ("ticket_id", "status", "state", "client", "opened_at", "resolved_at", "resolution_end", "response_end", "excluded", "as_of")


def export(rows: list[tuple[int, int, str, str]]) -> str:
    """An export as a tool would write it: a ticket has one opening; a later state is told by when it was changed."""
    lines = []
    for ticket, hours, status, client in rows:
        changed = f"2026-03-02 1{hours}:00"
        resolved = changed if status == "resolved" else ""
        lines.append(f"T-{ticket},2026-03-02 09:0{ticket},{status},{resolved},{changed},{client}")
    return "\n".join([HEAD, *lines])


def history(files: dict[str, str], order: list[str]) -> list[tuple[object, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder) / "home")
        for name in order:
            world.load({name: files[name]}, UTC)
        return sorted(world.rows("ticket", *TOLD), key=str)


@pytest.mark.torture
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_order_and_repetition_of_overlapping_files_gives_the_same_history(data: st.DataObject) -> None:
    exports = data.draw(EXPORTS)
    files = {f"{number}.csv": export(rows) for number, rows in enumerate(exports)}
    order = data.draw(st.permutations(sorted(files)))
    again = data.draw(st.lists(st.sampled_from(sorted(files)), max_size=2))

    assert history(files, [*order, *again]) == history(files, sorted(files))
