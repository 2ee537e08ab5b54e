"""python -m pipelines targets and agreements: JSON for programs, sentences for people, exit code 2 for what cannot be."""

import json
from pathlib import Path

import pytest

from pipelines.targets.register import FILE
from tests.loading import World
from tests.pipelines.test_shell import run

TARGETS = "valid_from,clock,tier,amount,unit\n2026-01-01,resolution,,4,business_hours\n2026-01-01,resolution,Gold,2,business_hours"
TICKETS = """
    ticket_id,opened_at,client,tier,status,resolved_at
    T-1,2026-03-02 09:00,Alder,Gold,resolved,2026-03-02 10:00
    T-2,2026-03-10 09:00,Alder,Silver,resolved,2026-03-10 12:00
    T-3,2026-03-10 09:00,Birch,Silver,resolved,2026-03-10 16:00
"""
TIGHT = "clock,amount,unit\nresolution,150,business_minutes"


@pytest.fixture
def desk(world: World) -> World:
    world.load({"t.csv": TARGETS, "f.csv": TICKETS})
    return world


def told(desk: World, *words: str | Path) -> list[dict[str, object]]:
    code, out, err = run(*words, "--home", desk.home, "--json")
    assert (code, err) == (0, "")
    rows: list[dict[str, object]] = json.loads(out)
    return rows


@pytest.mark.torture
def test_a_version_is_saved_listed_shown_and_compared(desk: World) -> None:
    file = desk.write("tight.csv", TIGHT)
    code, out, _ = run("targets", "save", file, "--from", "2026-03-09", "--note", "spring", "--home", desk.home)
    assert (code, out) == (0, "The version of 2026-03-09 is saved: 1 lines; it judges 2 tickets.\n")

    listed = told(desk, "targets")
    assert [(row["version"], row["valid_from"], row["lines"], row["note"]) for row in listed] == [
        ("2026-01-01", "2026-01-01", 2, None), ("2026-03-09", "2026-03-09", 1, "spring"),
    ]
    assert [(row["tier"], row["amount"]) for row in told(desk, "targets", "show", "2026-01-01")] == [(None, 4.0), ("Gold", 2.0)]
    changes = told(desk, "targets", "compare", "2026-01-01", "2026-03-09")
    assert [(row["change"], row["old_seconds"], row["new_seconds"]) for row in changes] == [("tighter", 14400, 9000), ("only_old", 7200, None)]
    assert "spring" in run("targets", "--home", desk.home)[1]


@pytest.mark.torture
def test_premium_is_shown_as_yes_no_or_either(desk: World) -> None:
    file = desk.write("premium.csv", "clock,premium,amount,unit\n" + "\n".join(f"resolution,{p},1,business_hours" for p in ("", "yes", "no")))
    run("targets", "save", file, "--from", "2026-03-09", "--home", desk.home)

    lines = run("targets", "show", "2026-03-09", "--home", desk.home)[1].splitlines()
    assert [line.split()[2] for line in lines] == ["premium", "-", "no", "yes"]


@pytest.mark.torture
def test_a_saved_day_asks_before_it_is_replaced(desk: World) -> None:
    file = desk.write("tight.csv", TIGHT)
    code, out, err = run("targets", "save", file, "--from", "2026-01-01", "--home", desk.home, "--json")
    assert (code, json.loads(out)["question"]) == (2, "replace")
    assert "--replace" in err

    code, out, _ = run("targets", "save", file, "--from", "2026-01-01", "--replace", "--home", desk.home, "--json")
    assert (code, json.loads(out)) == (0, {"version": "2026-01-01", "lines": 1, "tickets": 3})


def test_had_gold_been_in_force(desk: World) -> None:
    (row,) = told(desk, "targets", "rescore", "--as-tier", "gold")
    assert (row["n"], row["breached"], row["breached_then"], round(float(str(row["share"])), 3)) == (3, 2, 1, 0.667)

    clients = told(desk, "targets", "rescore", "2026-01-01", "--from", "2026-03-10", "--to", "2026-03-10", "--by", "client")
    assert [(row["client"], row["n"], row["breached"]) for row in clients] == [("Alder", 1, 0), ("Birch", 1, 1)]
    draft = told(desk, "targets", "rescore", "--lines", desk.write("tight.csv", TIGHT))
    assert [row["breached"] for row in draft] == [2]
    code, out, _ = run("targets", "rescore", "--as-tier", "gold", "--home", desk.home)
    assert (code, "66.7" in out, "% then" in out) == (0, True, True)


@pytest.mark.torture
def test_agreements_are_set_listed_and_forgotten(desk: World) -> None:
    assert run("agreements", "--home", desk.home)[:2] == (0, "No client is in the register of agreements.\n")

    code, out, _ = run("agreements", "set", "alder", "2026-01-01", "--sent", "2026-03-01", "--signed", "2026-03-05", "--home", desk.home)
    assert (code, out) == (0, "Alder has the version of 2026-01-01, sent on 2026-03-01, signed on 2026-03-05.\n")
    assert [(row["client"], row["in_force_from"], row["standing"]) for row in told(desk, "agreements")] == [("Alder", "2026-03-05", "in_force")]
    assert dict(desk.rows("ticket_clock", "ticket_id", "state"))["T-1"] == "no_target"

    (desk.home / FILE).write_text("client,version,sent_on,signed_on,in_force_from\n", encoding="utf-8")
    assert "python -m pipelines measure" in run("agreements", "--home", desk.home)[2]
    run("agreements", "set", "Alder", "2026-01-01", "--sent", "2026-03-01", "--home", desk.home)
    code, out, _ = run("agreements", "forget", "Alder", "2026-01-01", "--home", desk.home, "--json")
    assert (code, json.loads(out)["sent_on"]) == (0, "2026-03-01")
    assert dict(desk.rows("ticket_clock", "ticket_id", "state"))["T-1"] == "met"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["targets", "show", "2020-01-01"], "there are 2026-01-01"),
        (["targets", "compare", "2026-01-01", "spring"], "no version of targets that starts on spring"),
        (["targets", "save", "nowhere.csv", "--from", "2026-05-01"], "is not a table in a CSV file"),
        (["targets", "save", "nowhere.csv", "--from", "soon"], "'soon' is not a day"),
        (["targets", "rescore", "--as-tier", "Glod"], "No plan is called 'Glod'"),
        (["targets", "rescore", "--from", "yesterday"], "'yesterday' is not a day"),
        (["agreements", "set", "Nobody", "2026-01-01"], "names 'Nobody'"),
        (["agreements", "set", "Alder", "2026-01-01", "--from", "2026-02-01"], "was not signed"),
        (["agreements", "forget", "Alder", "2026-01-01"], "no line for 'Alder'"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_exit_code_2(desk: World, words: list[str], sentence: str) -> None:
    code, out, err = run(*words, "--home", desk.home)

    assert (code, out) == (2, "")
    assert sentence in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.torture
def test_without_a_history_or_a_version_it_says_so(world: World) -> None:
    assert "no history yet" in run("targets", "--home", world.home)[2]
    assert "no history yet" in run("agreements", "--home", world.home)[2]
    world.load({"f.csv": TICKETS})

    assert run("targets", "--home", world.home)[:2] == (0, "There is no version of targets yet.\n")
