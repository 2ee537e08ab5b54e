"""Goals and owners of the scorecard, and the mail settings, as the owner writes them."""

import pytest

from pipelines.errors import SettingsInvalid
from pipelines.own_settings import write_settings
from pipelines.settings import read_settings
from tests.loading import World


def test_promises_aim_at_the_kept_rate_and_all_else_at_nothing(world: World) -> None:
    world.settings("[promise]\nkept_rate = 0.8\n")
    found = read_settings(world.home).scorecard

    assert {name: aim.goal for name, aim in found.items() if aim.goal is not None} == {
        "resolved_on_time": 0.8, "replied_on_time": 0.8, "premium_on_time": 0.8,
    }  # fmt: skip


def test_a_goal_of_ones_own_wins_and_an_empty_one_is_none(world: World) -> None:
    world.settings('[scorecard.resolved_on_time]\ngoal = ""\nowner = " Priya "\n[scorecard.backlog]\ngoal = 50\n')
    found = read_settings(world.home).scorecard

    assert (found["resolved_on_time"].goal, found["resolved_on_time"].owner) == (None, "Priya")
    assert found["backlog"].goal == 50


def test_goals_are_written_from_outside(world: World) -> None:
    write_settings(world.home, {"scorecard.typical_first_reply.goal": 0.5, "scorecard.typical_first_reply.owner": "Anna"})
    found = read_settings(world.home).scorecard["typical_first_reply"]

    assert (found.goal, found.owner) == (0.5, "Anna")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[scorecard.resolved]\ngoal = 1", "no number 'resolved'"),
        ("[scorecard.resolved_on_time]\ngoal = 90", "a share such as 0.9"),
        ("[scorecard.resolved_on_time]\ngoal = true", "a share such as 0.9"),
        ("[scorecard.resolved_on_time]\ngoal = nan", "a share such as 0.9"),
        ("[scorecard.backlog]\ngoal = -1", "a number such as 1"),
        ('[scorecard.typical_first_reply]\ngoal = "fast"', "business hours, such as 8"),
        ("[scorecard.tickets_opened]\ngoal = 5", "has no goal"),
        ("[scorecard.backlog]\nowner = 5", "a name on one line"),
        ('[scorecard.backlog]\nowner = "a\\nb"', "a name on one line"),
        ('[scorecard.backlog]\nwho = "a"', "write goal or owner"),
        ("[scorecard]\nbacklog = 5", "part of its own"),
        ('[email]\nhost = "a b"', "name of your mail server"),
        ("[email]\nport = 70000", "a number such as 587"),
        ('[email]\nsecurity = "ssl"', "starttls"),
        ('[email]\nsender = "a@b\\r\\nBcc: c@d"', "an address such as"),
        ('[email]\nrecipients = ["a@b.org", "c"]', "an address such as"),
        ("[email]\nrecipients = [5]", "an address such as"),
        ('[email]\npassword = "x"', "TURNAROUND_SMTP_PASSWORD"),
        ('[email]\nsmtp = "x"', "no setting 'smtp'"),
        ('[email]\nuser = "a\\nb"', "the name to log in with"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_in_plain_words(world: World, written: str, said: str) -> None:
    world.settings(written)
    with pytest.raises(SettingsInvalid, match=said):
        read_settings(world.home)


def test_mail_is_off_until_it_is_set_up_and_readers_may_stand_in_one_text(world: World) -> None:
    assert not read_settings(world.home).email.is_set_up
    world.settings('[email]\nhost = "smtp.example.com"\nsender = "a@example.com"\nrecipients = "b@example.com, c@example.com"\n')
    found = read_settings(world.home).email

    assert found.is_set_up
    assert (found.port, found.recipients) == (587, ("b@example.com", "c@example.com"))
