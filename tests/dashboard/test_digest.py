import pandas as pd

from dashboard.digest import loads, segments, spread, tickets
from models.promise.scores import RiskRecord
from models.shares import wilson

NINE_HOURS = 9 * 3600
ROW = {
    "issue_kind": "software", "issue_type": "Email", "tier": "Gold", "work_mode": "remote", "distance_band": None, "n": 100,
    "still_open": 0, "end_unknown": 0, "met": 80, "breached": 20, "open_and_over": 0, "open_inside": 0, "no_target": 0,
    "naive_p90_seconds": 36000, "shortest_target_seconds": 14400, "longest_target_seconds": 14400, "p50_seconds": 3600,
    "p80_seconds": 14400, "p90_seconds": 36000, "p95_seconds": 72000,
}  # fmt: skip


def rows(*changes: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame([ROW | change for change in changes])


def test_a_cell_is_coloured_only_where_it_can_be_told_from_the_goal() -> None:
    heat = spread.heat(
        rows({}, {"issue_type": "VPN", "met": 90, "breached": 10}, {"issue_type": "Phones", "met": 10, "breached": 9}),
        ["Gold"], 0.1, wilson,
    )  # fmt: skip

    cells = heat.cells.set_index("issue_type")
    assert cells["strength"].gt(0).to_dict() == {"Email": True, "VPN": False, "Phones": True}
    assert cells["text"].to_dict() == {"Email": "20%", "VPN": "10%", "Phones": "19 tickets"}
    assert cells["told"].to_dict() == {"Email": True, "VPN": True, "Phones": False}
    assert heat.issues == ["Phones", "Email", "VPN"]


def test_a_single_target_marks_the_curve_there_and_many_mark_where_nine_in_ten_are_done() -> None:
    marks = spread.marks(rows({}, {"tier": "Silver", "longest_target_seconds": 72000}, {"tier": "Platinum", "n": 5}), 0.9)

    assert marks == {"Gold": (14400.0, 0.8), "Silver": (36000.0, 0.9)}


def test_without_targets_the_grid_tells_nine_in_ten_or_too_few() -> None:
    grid = spread.pace_grid(rows({}, {"tier": "Silver", "n": 7}, {"tier": None, "n": 40, "p90_seconds": None}), ["Silver", "Gold"], NINE_HOURS)

    assert grid.iloc[0].to_dict() == {
        "Issue": "Email", "Tickets": 147, "Silver": "too few (7)", "Gold": "1 business day 1 h", "9 in 10 within": "not reached yet",
    }  # fmt: skip


def test_a_small_segment_shows_its_number_and_nothing_else() -> None:
    table = segments.table(rows({}, {"tier": "Silver", "n": 9, "met": 5, "breached": 4}), has_targets=True)

    small = table.iloc[1]
    assert small["Tickets"] == 9
    assert small[["Typical (h)", "9 in 10 (h)", "Late"]].isna().all()


def test_columns_that_a_history_leaves_empty_are_folded_away() -> None:
    table = segments.table(rows({"tier": None, "work_mode": None}), has_targets=False)

    assert not {"Tier", "Where", "Late"} & set(table)


def test_places_run_from_near_to_far() -> None:
    far = rows(
        {"work_mode": "on_site", "distance_band": "far"}, {"work_mode": "on_site", "distance_band": "near"}, {}, {"work_mode": None},
    )  # fmt: skip

    table = spread.places(spread.near_first(far, ["near", "far"]), has_targets=True)

    assert table["Where"].tolist() == ["Remote", "On-site, near", "On-site, far", "Not told"]
    assert table["Late"].tolist() == [20.0] * 4


def test_a_ticket_shows_what_is_known_of_it() -> None:
    ticket = pd.Series(
        {
            "subject": "Printer", "client": None, "technician": "Priya", "priority": None, "work_mode": "remote",
            "distance_band": None, "started_at": pd.Timestamp(2026, 8, 3, 9), "stopped_at": pd.NaT, "still_open": True,
            "business_seconds": 7200, "target_seconds": 3600, "paused_seconds": 0,
        }
    )  # fmt: skip

    told = tickets.facts_table(ticket).set_index("fact")["value"].to_dict()

    assert told == {
        "Subject": "Printer", "Technician": "Priya", "Place": "Remote", "Opened": "Mon 3 Aug 2026, 09:00", "Resolved": "Still open",
        "Took": "2 h", "Target": "1 h", "Over by": "1 h",
    }  # fmt: skip


def test_outcomes_are_told_in_words_and_sum() -> None:
    table = loads.outcome_table({"new": 5, "quarantined": 2, "duplicate": 0})

    assert table["Records"].sum() == 7
    assert table["That is"].tolist() == ["new to the history", "could not be read: each stands under rejected rows"]


def test_lists_have_no_date_of_their_own() -> None:
    loaded = pd.DataFrame(
        {
            "load_id": [2, 1], "undone_at": pd.NaT, "loaded_at": pd.Timestamp(2026, 8, 3), "file_name": ["a.csv", "b.csv"], "source": "x", "records": 1,
            "as_of": [pd.Timestamp(2026, 8, 2), pd.Timestamp(1970, 1, 1)], "timezone": "Europe/London", "is_sample": False,
        }
    )  # fmt: skip

    table = loads.load_table(loaded)
    assert table["Data until"].isna().tolist() == [False, True]
    assert not {"Sample", "Undone"} & set(table)
    assert "Sample" in loads.load_table(loaded.assign(is_sample=[True, False]))
    assert "Undone" in loads.load_table(loaded.assign(undone_at=pd.Timestamp(2026, 8, 4)))


def test_the_rows_behind_a_check_stand_under_words() -> None:
    rows = pd.DataFrame([("x", "T-1", None)], columns=["source", "ticket_id", "told_end"])

    assert list(loads.behind_table(rows)) == ["Source", "Ticket number", "Told end"]


def test_a_rejected_row_is_told_in_the_words_of_the_page() -> None:
    faults = pd.DataFrame(
        [("a.csv", 2, None, "opened_at: missing or not readable", None, "x"), ("a.csv", 3, "hands_on_minutes", "before opened_at", "9", "y")],
        columns=["file_name", "line_number", "field", "reason", "value", "raw"],
    )  # fmt: skip

    table = loads.problem_table(faults)
    assert table["Field"].tolist()[1] == "Time worked"
    assert table["Why"].tolist() == ["Opened: missing or not readable", "before Opened"]


def test_checks_that_have_to_be_looked_at_stand_first_and_silent_ones_last() -> None:
    found = pd.DataFrame(
        [("a", "A", 0, "Look at it", "Do a."), ("b", "B", 900, "Good to know", "Do b."), ("c", "C", 1, "Look at it", "Do c."), ("d", "D", 7, "Look at it", "Do d.")],
        columns=["check", "title", "rows", "severity", "advice"],
    )

    table = loads.check_table(found)

    assert table[["name", "Found", "Result", "What to do"]].values.tolist() == [
        ["d", 7, "Look at it", "Do d."], ["c", 1, "Look at it", "Do c."], ["b", 900, "Good to know", "Do b."], ["a", 0, "Nothing found", ""],
    ]


def test_only_what_has_to_be_looked_at_makes_a_remark() -> None:
    checks = pd.DataFrame({"rows": [3, 0, 5], "severity": ["Good to know", "Look at it", "Look at it"]})
    outcomes = pd.DataFrame({"outcome": ["new"], "records": [9], "undone_at": [None]})
    facts = pd.Series({"tickets": 9})

    assert "1 check found something" in loads.trust(facts, pd.Timestamp(2026, 3, 2).date(), outcomes, outcomes, checks)


def test_our_numbers_stand_beside_the_tools() -> None:
    told = pd.DataFrame(
        [("connectwise", "resolution", "minutes", "business", 200, 191, -200.0), ("servicenow", "resolution", "met or late", None, 3, 3, None)],
        columns=["source", "clock", "compared", "vendor_counts", "n", "agreeing", "median_difference_seconds"],
    )

    assert loads.reconciliation_table(told).values.tolist() == [
        ["connectwise", "Resolution", "business minutes", 200, "95.5%", "3 min shorter"],
        ["servicenow", "Resolution", "met or late", 3, "100.0%", "–"],
    ]


def test_rejected_rows_are_counted_by_load_newest_first() -> None:
    problems = pd.DataFrame(
        [(1, "a.csv", 2, "x"), (1, "a.csv", 2, "x"), (1, "a.csv", 3, None), (4, "b.csv", 9, "y"), (4, "b.csv", 7, "z")],
        columns=["load_id", "file_name", "record_number", "raw"],
    )

    assert loads.loads_with_rows(problems) == {4: "b.csv, 2 rows", 1: "a.csv, 1 row"}
    assert loads.loads_with_rows(problems.head(0)) == {}


DUE = {
    "source": "psa", "ticket_id": "1", "client": "Acme", "tier": "Gold", "issue_type": "Email", "technician": "Kim",
    "started_at": pd.Timestamp("2026-03-02 09:00"), "left_seconds": 3600, "business_seconds": 10800, "target_seconds": 14400,
    "waiting": False, "risk": 0.62, "driver": "time used up",
}  # fmt: skip


def test_open_tickets_say_how_likely_they_are_late_and_why() -> None:
    due = pd.DataFrame([DUE, DUE | {"ticket_id": "2", "risk": 0.4}])

    table = tickets.due_table(due)
    assert table["Late"].tolist() == [62.0, 40.0]
    assert table["Mostly because"].tolist() == ["time nearly gone"] * 2
    record = RiskRecord(tickets=519, late=76, auc=0.83, brier=0.1, error=0.034, bands=pd.DataFrame())
    assert tickets.risk_sentence(due, record) == (
        "About 1 of them will be late if nothing changes. In the back-test such numbers were off by 3.4% on average"
        " (519 open tickets, 76 of them late)."
    )


def test_probabilities_that_nobody_tested_or_worked_out_say_so() -> None:
    due = pd.DataFrame([DUE])

    assert "not tested yet" in tickets.risk_sentence(due, None)
    unknown = due.assign(risk=None, driver=None)
    assert "was not worked out yet" in tickets.risk_sentence(unknown, None)
    assert not {"Late", "Mostly because"} & set(tickets.due_table(unknown))
