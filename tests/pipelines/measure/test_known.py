"""What a drawn history looked like on earlier days, by hand: pauses, a reopening, and nothing of what came later."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipelines.history.generations import DATABASE, current_generation
from pipelines.measure.known import clocks_for_promise, known_then
from pipelines.vocabulary import Clock
from tests.loading import World

HOUR = 3600
HEAD = "ticket_id,opened_at,status,resolved_at,issue_type,client\n"
# Open from 08:30 to 17:30. The second of March is a Monday; T-1 waits over night, is resolved and reopened.
TICKETS = """
T-1,2026-03-02 09:00,resolved,2026-03-05 11:00,Email,Alder
T-2,2026-03-02 09:00,resolved,2026-03-04 12:00,Email,Alder
T-3,2026-03-03 09:00,resolved,2026-03-03 10:00,Email,Birch
T-4,2026-03-02 16:30,open,,Email,Alder
""".strip()
STATUSES = """
T-1,waiting,2026-03-02 10:00
T-1,open,2026-03-03 10:00
T-1,resolved,2026-03-03 12:00
T-1,open,2026-03-04 09:00
T-1,resolved,2026-03-05 11:00
""".strip()
MONDAY, TUESDAY, RESOLVED, REOPENED, THURSDAY = (
    datetime(2026, 3, day, hour) for day, hour in ((2, 12), (3, 11), (3, 15), (4, 10), (5, 12))
)
COLUMNS = ["ticket_id", "still_open", "business_seconds", "waiting", "steps", "quiet_seconds", "open_seconds"]


def loaded(world: World, tickets: str = TICKETS, statuses: str = STATUSES) -> World:
    world.load({"f.csv": HEAD + tickets, "h.csv": "ticket_id,status,changed_at\n" + statuses})
    return world


def looks(world: World, *moments: datetime, pausing: tuple[Clock, ...] = (Clock.RESOLUTION,)) -> pd.DataFrame:
    folder = current_generation(world.home)
    assert folder is not None
    told = known_then(folder / DATABASE, moments, pausing)
    return told[told["clock"] == "resolution"]


@pytest.mark.torture
@pytest.mark.parametrize(
    ("moment", "told"),
    [
        # An hour until it waited; two hours of quiet, three since it came.
        (MONDAY, [("T-1", True, 1 * HOUR, True, 1, 2 * HOUR, 3 * HOUR), ("T-2", True, 3 * HOUR, False, 0, 3 * HOUR, 3 * HOUR)]),
        # The night and the wait stand still: an hour before, an hour after. T-2: 8.5 hours and 2.5; T-4: one hour and 2.5.
        (TUESDAY, [
            ("T-1", True, 2 * HOUR, False, 2, 1 * HOUR, 26 * HOUR), ("T-2", True, 11 * HOUR, False, 0, 26 * HOUR, 26 * HOUR),
            ("T-4", True, 3.5 * HOUR, False, 0, 18.5 * HOUR, 18.5 * HOUR),
        ]),
        # Resolved at noon, as far as anybody knew: three hours.
        (RESOLVED, [
            ("T-1", False, 3 * HOUR, False, 3, 3 * HOUR, 30 * HOUR), ("T-2", True, 15 * HOUR, False, 0, 30 * HOUR, 30 * HOUR),
            ("T-4", True, 7.5 * HOUR, False, 0, 22.5 * HOUR, 22.5 * HOUR),
        ]),
        # Open again for an hour; the time as resolved does not count.
        (REOPENED, [
            ("T-1", True, 4 * HOUR, False, 4, 1 * HOUR, 49 * HOUR), ("T-2", True, 19 * HOUR, False, 0, 49 * HOUR, 49 * HOUR),
            ("T-4", True, 11.5 * HOUR, False, 0, 41.5 * HOUR, 41.5 * HOUR),
        ]),
    ],
    ids=["waiting", "resumed", "resolved for now", "reopened"],
)
def test_a_history_on_a_day_is_what_the_desk_saw_that_day(world: World, moment: datetime, told: list[tuple[Any, ...]]) -> None:
    assert [tuple(row) for row in looks(loaded(world), moment)[COLUMNS].values.tolist()] == told


@pytest.mark.torture
def test_a_clock_that_has_come_to_todays_end_is_not_among_them(world: World) -> None:
    assert looks(loaded(world), datetime(2026, 3, 5, 11))["ticket_id"].tolist() == ["T-4"]
    assert "T-3" not in set(looks(world, MONDAY, RESOLVED)["ticket_id"])


@pytest.mark.torture
def test_a_clock_that_never_pauses_counts_the_wait(world: World) -> None:
    told = looks(loaded(world), TUESDAY, pausing=())

    assert told.set_index("ticket_id")["business_seconds"]["T-1"] == 11 * HOUR


@pytest.mark.torture
def test_a_clock_is_not_read_beyond_the_export_that_told_of_it(world: World) -> None:
    told = looks(loaded(world), THURSDAY, datetime(2026, 6, 1))["business_seconds"]

    assert len(set(told)) == 1
    assert len(told) == 2


def test_what_happened_later_changes_nothing_of_an_earlier_day(world: World, tmp_path: Path) -> None:
    """The same desk, had T-1 gone on otherwise after Tuesday, T-2 never ended, and many more come in."""
    more = "\n".join(f"L-{number},2026-03-04 09:{number:02d},resolved,2026-03-20 09:00,Odd,Alder" for number in range(40))
    tickets = TICKETS.replace("resolved,2026-03-05 11:00", "open,").replace("resolved,2026-03-04 12:00", "open,")
    other = loaded(World(tmp_path / "other"), f"{tickets}\n{more}", STATUSES.replace("T-1,resolved,2026-03-05 11:00", "T-1,waiting,2026-03-09 09:00"))

    before = [looks(one, MONDAY, TUESDAY, RESOLVED).to_csv(index=False) for one in (loaded(world), other)]
    assert before[0].count("\n") == 9
    assert before[0] == before[1]


def test_load_and_experience_are_of_tickets_before_alone(world: World) -> None:
    world.load({"f.csv": "ticket_id,opened_at,status,resolved_at,issue_type,client,hands_on_minutes\n" + """
A-1,2026-03-02 09:00,resolved,2026-03-02 10:00,Email,Alder,0
A-2,2026-03-02 09:30,resolved,2026-03-02 12:00,Email,Alder,0
A-3,2026-03-02 11:00,resolved,2026-03-02 12:00,Email,Alder,99
A-4,2026-03-02 13:00,resolved,2026-03-02 14:00,Email,Birch,99
A-5,2026-04-02 13:00,resolved,2026-04-02 14:00,Printer,Alder,99
""".strip()})
    with world.history() as history:
        frame = clocks_for_promise(history)
    told = frame[frame["clock"] == "resolution"].set_index("ticket_id")

    assert told["client_load"].astype(int).to_dict() == {"A-1": 0, "A-2": 1, "A-3": 2, "A-4": 0, "A-5": 0}
    # By 11:00 one ticket of no minutes had ended; by 13:00 another one, and one of 99: ln 100, in three.
    assert told["earlier_minutes"].fillna(-1).to_dict() == pytest.approx({"A-1": -1, "A-2": -1, "A-3": 0, "A-4": 4.60517 / 3, "A-5": -1})
