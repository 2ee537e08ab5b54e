"""What a ticket came in as, where a log tells of later changes."""

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
    assert resolution.loc["INC1", ["issue_type", "sub_type"]].tolist() == ["Email", "Outlook"]
    # The first category that the log tells is the one that it was placed by; nothing was told at its opening.
    assert resolution.loc["INC2", "sub_type"] == "Firewall"
