"""What a ticket came in as, where a log tells of later changes."""

import pytest

from pipelines.history.generations import open_history
from pipelines.intake.answers import Answers
from pipelines.measure.known import clocks_for_promise
from tests.loading import World

LOG = """number,incident_state,opened_at,sys_updated_at,resolved_at,category,subcategory,priority,reassignment_count,sys_mod_count,made_sla
INC1,New,2/3/2026 09:00,2/3/2026 09:00,?,Email,Outlook,3 - Moderate,0,0,true
INC1,Resolved,2/3/2026 09:00,2/3/2026 12:00,2/3/2026 12:00,Network,Firewall,2 - High,1,1,true
INC2,New,3/3/2026 09:00,3/3/2026 09:00,?,?,?,3 - Moderate,0,0,true
INC2,Resolved,3/3/2026 09:00,3/3/2026 12:00,3/3/2026 12:00,Network,Firewall,3 - Moderate,1,1,true
"""


def test_a_promise_rests_on_the_category_that_a_ticket_came_in_with(world: World) -> None:
    world.load({"log.csv": LOG}, Answers(timezone="UTC", source="servicenow_updates", day_first=True))

    with open_history(world.home) as history:
        table = clocks_for_promise(history)
    resolution = table[table["clock"] == "resolution"].set_index("ticket_id")
    assert (resolution["issue_type"]["INC1"], resolution["sub_type"]["INC1"]) == ("Email", "Outlook")
    # The first category that the log tells is the one that it was placed by; nothing was told at its opening.
    assert resolution["sub_type"]["INC2"] == "Firewall"


@pytest.mark.torture
def test_ages_count_to_the_end_of_the_history_whichever_export_told_of_a_ticket(world: World) -> None:
    head = "ticket_id,opened_at,issue_type,status,resolved_at\n"
    world.load({"january.csv": head + "T-1,2026-01-05 09:00,Email,resolved,2026-01-06 09:00"})
    world.load({"march.csv": head + "T-2,2026-03-05 09:00,Email,resolved,2026-03-06 09:00"})

    with open_history(world.home) as history:
        table = clocks_for_promise(history).set_index("ticket_id")
    days = table["age_seconds"] / 86400
    assert (days["T-1"], days["T-2"]) == (60, 1)


def test_a_visit_that_only_its_travel_tells_of_was_not_known_at_the_opening(world: World) -> None:
    head = "ticket_id,opened_at,issue_type,status,resolved_at,travel_minutes,work_mode\n"
    rows = ["T-1,2026-01-05 09:00,Email,resolved,2026-01-06 09:00,40,", "T-2,2026-01-05 09:00,Email,resolved,2026-01-06 09:00,,on-site"]
    world.load({"visits.csv": head + "\n".join(rows)})

    with open_history(world.home) as history:
        table = clocks_for_promise(history).set_index("ticket_id")
    assert table["work_mode"].fillna("").to_dict() == {"T-1": "", "T-2": "on_site"}
