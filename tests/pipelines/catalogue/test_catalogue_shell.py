"""python -m pipelines catalogue and python -m models catalogue: what they print, keep and take back."""

import json
from pathlib import Path

import pytest

from models.refresh import accept_proposals, read_proposals, refresh_proposals
from pipelines.catalogue.labels import add_labels, read_labels
from pipelines.errors import NoHistory
from tests.loading import World
from tests.pipelines.test_shell import run

EXPORT = "ticket_id,opened_at,issue_type,subject\nT-1,2026-03-02 09:00,Drucker,Jam\nT-2,2026-03-02 09:01,Aquarium,Fish\nT-3,2026-03-02 09:02,,What"
TOPICS = {"Email": "outlook inbox sender attachment", "Drucker": "toner paper tray scan", "": "toner paper tray scan"}


def told() -> str:
    """Each third ticket has no category and speaks as the printers do."""
    lines = [
        f"T-{number},2026-03-{1 + number % 28:02d} 09:00,{name},{words[number % 4]} {words[number // 3 % 4]} {chr(97 + number % 26)}{chr(97 + number // 26)}"
        for number in range(600)
        for name, words in [[(name, text.split()) for name, text in TOPICS.items()][number % 3]]
    ]
    return "ticket_id,opened_at,issue_type,subject\n" + "\n".join(lines)


def test_categories_are_listed_with_their_lines(world: World) -> None:
    world.load({"f.csv": EXPORT})
    code, out, _ = run("catalogue", "--home", world.home, "--json")
    listed = json.loads(out)

    assert code == 0
    assert (listed["tickets"], listed["in_catalogue"], listed["accepted"]) == (3, 1, 0)
    assert [(row["category"], row["line"], row["examples"]) for row in listed["categories"]] == [
        ("Aquarium", None, ["Fish"]), (None, None, ["What"]), ("Drucker", "Printer fault", ["Jam"]),
    ]  # fmt: skip
    assert "1 of 3 tickets are in the catalogue" in run("catalogue", "--home", world.home)[1]


@pytest.mark.torture
def test_a_category_is_led_to_a_line_and_back(world: World) -> None:
    world.load({"f.csv": EXPORT})
    run("catalogue", "--set", "aquarium=Fish tank", "--kind", "hardware", "--set", "Drucker=Printing software", "--home", world.home)
    led = world.rows("placed_ticket", "issue_type", "issue_kind")
    run("catalogue", "--set", "Aquarium=", "--home", world.home)

    assert led[:2] == [("Printing software", "software"), ("Fish tank", "hardware")]
    assert world.rows("placed_ticket", "issue_type", "issue_kind")[1] == ("Aquarium", "other")


@pytest.mark.torture
def test_accepted_proposals_are_forgotten(world: World) -> None:
    world.load({"f.csv": EXPORT})
    add_labels(world.home, {("generic", "T-3"): "Email"})
    run("measure", "--home", world.home)
    accepted = world.rows("placed_ticket", "issue_type")
    code, out, _ = run("catalogue", "--forget", "--home", world.home, "--json")

    assert (code, json.loads(out)["accepted"]) == (0, 0)
    assert (accepted[2], world.rows("placed_ticket", "issue_type")[2]) == (("Email",), ("Not in the catalogue yet",))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--set", "Aquarium"], "CATEGORY=Line"),
        (["--set", "Aquarium=Fish tank"], "software, hardware or other"),
        (["--changes", "nowhere.json"], "JSON list"),
        ([], "no history yet"),
    ],
)
def test_what_does_not_fit_is_a_sentence_and_exit_code_2(world: World, words: list[str], sentence: str) -> None:
    code, out, err = run("catalogue", *words, "--home", world.home)

    assert (code, out) == (2, "")
    assert sentence in err


@pytest.mark.parametrize("text", ["[3]", "{", '[{"category": "a"}]', '[{"category": "a", "line": "b", "more": 1}]', '{"category": "a"}'])
def test_changes_that_are_no_list_of_choices_are_refused(world: World, text: str) -> None:
    file = world.write("changes.json", text)

    assert run("catalogue", "--changes", file, "--home", world.home)[0] == 2


@pytest.mark.torture
def test_proposals_are_printed_kept_by_line_and_measured(world: World) -> None:
    world.load({"f.csv": told()})
    proposed = json.loads(run("catalogue", "--home", world.home, "--json", models=True)[1])
    none = json.loads(run("catalogue", "--accept", "Email", "--home", world.home, "--json", models=True)[1])
    kept = json.loads(run("catalogue", "--accept", "Printer fault", "--home", world.home, "--json", models=True)[1])

    printer = next(line for line in proposed["lines"] if line["line"] == "Printer fault")
    assert (proposed["silent"], proposed["untold"], proposed["labelled"]) == ("", 200, 400)
    assert proposed["precision"] >= 0.9
    assert none == {"accepted": 0}
    assert kept == {"accepted": printer["tickets"]}
    assert printer["tickets"] > 100
    assert world.rows("placed_ticket", "issue_type").count(("Printer fault",)) == 200 + printer["tickets"]


@pytest.mark.torture
def test_what_is_accepted_is_not_learnt_from(world: World) -> None:
    world.load({"f.csv": told()})
    before = refresh_proposals(world.home).evidence
    run("catalogue", "--accept-all", "--home", world.home, models=True)

    assert refresh_proposals(world.home).evidence == before


@pytest.mark.torture
def test_proposals_of_an_older_history_are_marked_and_placed_tickets_are_left(world: World) -> None:
    world.load({"f.csv": told()})
    count = len(refresh_proposals(world.home).tickets)
    first = refresh_proposals(world.home).tickets["ticket_id"][0]
    world.load({"g.csv": f"ticket_id,opened_at,issue_type,updated_at\n{first},2026-03-29 09:00,VPN,2026-03-30 09:00"})

    stored = read_proposals(world.home)
    assert stored is not None
    assert stored.stale
    assert accept_proposals(world.home) == count - 1
    assert ("generic", first) not in read_labels(world.home)


def test_too_few_tickets_are_printed_as_a_sentence(world: World) -> None:
    world.load({"f.csv": EXPORT})

    assert run("catalogue", "--home", world.home, models=True)[:2] == (0, "Too few to propose: 2 tickets with a subject and a category, 0 lines with 20 of them in 10 wordings; it takes 200 and 2 such lines.\n")


def test_without_a_history_nothing_can_be_proposed(tmp_path: Path) -> None:
    assert read_proposals(tmp_path) is None
    with pytest.raises(NoHistory):
        accept_proposals(tmp_path)
    assert run("catalogue", "--home", tmp_path, models=True)[0] == 2
