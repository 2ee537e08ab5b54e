"""Importing twice changes nothing: order, repeats and overlaps of many kinds of file, all giving one and the same history."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.history.generations import current_generation
from tests.loading import World
from tests.pipelines.history.test_any_order import EXPORTS, TOLD, export
from tests.torture.measured import Tell, full

pytestmark = pytest.mark.torture
EXAMPLES = 300 if full() else 12
STEPS = st.lists(st.tuples(st.integers(1, 3), st.integers(0, 3), st.sampled_from(["waiting", "in progress", "resolved"])), min_size=1, max_size=4)
CLIENTS = st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from(["Gold", "Silver"])), min_size=1, max_size=2)
CLOCKS = ("ticket_id", "clock", "business_seconds", "paused_seconds", "still_open", "client", "tier", "state")


def steps(rows: list[tuple[int, int, str]]) -> str:
    return "\n".join(["ticket_id,status,changed_at", *(f"T-{ticket},{status},2026-03-02 1{hours}:30" for ticket, hours, status in rows)])


def clients(rows: list[tuple[str, str]]) -> str:
    return "\n".join(["client,tier", *(f"{client},{tier}" for client, tier in dict(rows).items())])


def history(files: dict[str, str], order: list[str]) -> tuple[list[tuple[object, ...]], ...]:
    """The tickets and clocks that loads in this order give; each file again, straight after, publishes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder) / "home")
        for name in order:
            first = world.load({name: files[name]})
            current = current_generation(world.home)
            again = world.load({name: files[name]})
            assert current_generation(world.home) == current, name
            assert (again.tickets, [file.changed for file in again.files]) == (first.tickets, [False]), name
        return tuple(sorted(world.rows(table, *columns), key=str) for table, columns in (("ticket", TOLD), ("ticket_clock", CLOCKS)))


def test_any_order_and_repetition_of_exports_and_histories_gives_the_same_history(tell: Tell) -> None:
    tried: list[int] = []

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        files = {f"{number}.csv": export(rows) for number, rows in enumerate(data.draw(EXPORTS))}
        files["steps.csv"] = steps(data.draw(STEPS))
        # What a newer list says holds, so there is one of it, anywhere in the order.
        files["clients.csv"] = clients(data.draw(CLIENTS))
        order = data.draw(st.permutations(sorted(files)))
        again = data.draw(st.lists(st.sampled_from(sorted(files)), max_size=2))
        tried.append(len(order) + len(again))
        assert history(files, [*order, *again]) == history(files, sorted(files))

    holds()
    tell("orders, repeats and overlaps that gave the same history", f"{len(tried)} of {len(tried)}, {sum(tried)} files")
