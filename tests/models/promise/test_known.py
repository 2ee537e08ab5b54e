"""What a model may read: declared columns, known when a ticket is opened, in the order that settings give."""

import numpy as np
import pandas as pd
import pytest

from models.promise.exposure import Clocks
from models.promise.hazard import LadderHazard
from models.promise.known import AT_OPENING, FASTER, MOST_CATEGORIES, Encoding, NotKnownAtOpening
from models.promise.risk import ATTRIBUTES
from pipelines.measure.known import clocks_for_promise
from tests.loading import World

# What clocks_for_promise tells besides: who, when, and how it ended. No model may read any of it.
LATER = (
    "source", "ticket_id", "clock", "started_at", "stopped_at", "still_open", "as_of", "business_seconds", "age_seconds",
    "open_share", "target_seconds", "state",
)


@pytest.mark.parametrize("name", [*LATER, "resolved_at", "closed_at", "reassignments", "made_sla", "calendar_seconds"])
def test_a_column_derived_from_the_end_is_refused(name: str) -> None:
    frame = pd.DataFrame({"issue_type": ["Email", "Printer"], name: [1.0, 2.0]})
    ended = Clocks(np.array([60.0, 90.0]), np.ones(2, bool), np.full(2, 86400.0), np.ones(2))

    with pytest.raises(NotKnownAtOpening, match=name):
        LadderHazard().fit(frame, ended)


def test_a_column_that_comes_with_the_question_alone_is_refused_too() -> None:
    encoding = Encoding().fit(pd.DataFrame({"issue_type": ["Email", "Printer"]}))

    with pytest.raises(NotKnownAtOpening, match="closed_at"):
        encoding.matrix(pd.DataFrame({"issue_type": ["Email"], "closed_at": [1]}))


def test_every_column_of_the_clocks_is_declared_as_known_at_opening_or_as_later(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at,status,resolved_at\nT-1,2026-03-02 09:00,resolved,2026-03-02 10:00\n"})
    with world.history() as history:
        columns = set(clocks_for_promise(history).columns)

    assert columns == set(LATER) | AT_OPENING
    assert set(LATER) & AT_OPENING == set()
    assert set(ATTRIBUTES) <= AT_OPENING


def test_tiers_keep_their_order_beside_one_that_has_no_position() -> None:
    frame = pd.DataFrame({"tier": ["Gold", "Silver", None], "tier_position": [1, 0, None]})
    part = pd.DataFrame({"tier": ["Gold", "Silver", "Odd"], "tier_position": [1, 0, None]})

    placed, loose = Encoding().fit(frame), Encoding().fit(part)
    assert (placed.signs, placed.coded) == ([FASTER], [False])
    assert (loose.signs, loose.coded) == ([FASTER], [False])
    np.testing.assert_array_equal(loose.matrix(part), [[1], [0], [np.nan]])


def test_a_category_never_seen_is_missing_and_a_column_that_never_varies_is_left_out() -> None:
    encoding = Encoding().fit(pd.DataFrame({"issue_type": ["Email", "Email", "Printer"], "priority": "P1"}))
    matrix = encoding.matrix(pd.DataFrame({"issue_type": ["Printer", "Unheard of", "Email"], "priority": "P2"}))

    np.testing.assert_array_equal(matrix, [[1], [np.nan], [0]])


def test_categories_beyond_the_limit_share_what_missing_has() -> None:
    sites = [f"S-{number:03d}" for number in range(MOST_CATEGORIES + 5)]
    frame = pd.DataFrame({"site": sites + sites[:MOST_CATEGORIES]})

    assert np.isnan(Encoding().fit(frame).matrix(frame)).sum() == 5


def test_a_visit_of_unknown_distance_counts_as_the_nearest_one_and_is_told_apart_from_it() -> None:
    frame = pd.DataFrame({
        "work_mode": ["remote", "on_site", "on_site", "on_site", None], "distance_position": [None, 0, 2, None, None],
    })

    np.testing.assert_array_equal(
        Encoding().fit(frame).matrix(frame), [[0, 0], [1, 0], [3, 0], [1, 1], [np.nan, 0]]
    )
