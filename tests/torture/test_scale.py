"""The benchmark of scale in its smallest form, so that it cannot rot: what is exact holds at any size."""

import pytest

from tests.bench.means.figure import Figure
from tests.bench.scale import history_figures
from tests.torture.measured import Tell

pytestmark = pytest.mark.torture
TICKETS = 2_000
EXACT = (
    "records without an outcome", "tickets, other than were made", "status changes, other than were made",
    "merged tickets, other than were made", "open tickets, other than were made", "clocks other than the oracle's",
    "changed rows on the same files again",
)  # fmt: skip


def test_a_made_history_is_measured_as_its_maker_knows_it(tell: Tell) -> None:
    figures: dict[str, Figure] = {figure.name: figure for figure in history_figures(TICKETS, gigabytes=2)}
    tell(f"figures of the bench of scale at {TICKETS:,} tickets", len(figures))
    assert {name: figures[name].figure for name in EXACT} == dict.fromkeys(EXACT, 0)
    assert figures["memory of the load, all its processes"].met
