import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest

from dashboard import documents, loaders, wording
from dashboard.__main__ import COMMANDS, options_from
from dashboard.digest import documents as digest
from dashboard.documents import schedule_rows, schedule_table
from dashboard.loaders import documents as read
from dashboard.loaders import folder
from dashboard.wording import documents as words
from models.refresh.promises import refresh
from pipelines.errors import TurnaroundError
from pipelines.history.generations import open_history
from pipelines.targets.kinds import targets_of_kinds
from tests.dashboard.conftest import Visit
from tests.dashboard.paper import ALDER, a_matter, text_of
from tests.dashboard.test_pages import words as said
from tests.dashboard.worlds import CLIENTS, EVIL_CLIENT, home_with, tickets

AtHome = Callable[[Path], None]
VERSION = "2026-01-01"
OVERLAPPING = """valid_from,clock,tier,issue_type,work_mode,distance_band,priority,premium,amount,unit
2026-01-01,resolution,,,,,,,9,business_hours
2026-01-01,resolution,Gold,,,,,,8,business_hours
2026-01-01,resolution,Silver,Email,,,,,7,business_hours
2026-01-01,resolution,Gold,Email,,,,,6,business_hours
2026-01-01,resolution,Silver,,on_site,,,,5,business_hours
2026-01-01,resolution,Gold,,on_site,,,,4,business_hours
2026-01-01,resolution,Silver,,on_site,30-60 km,,,3,business_days
2026-01-01,resolution,Silver,Email,on_site,30-60 km,,,2,business_days
2026-01-01,resolution,Gold,Email,on_site,,,yes,90,business_minutes
"""


@pytest.mark.torture
def test_it_says_first_what_to_send_and_who_has_signed(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "documents")

    assert app.title[0].value == "Documents"
    assert "The version of 1 January 2026, in force, is what you send: 2 lines, and 3 clients have not been sent anything." in said(app)
    assert "Documents name you “Your company”" in said(app)
    assert app.dataframe[0].value["Gold"].tolist() == ["1 h", "4 h"]


def test_a_version_without_faster_premium_offers_no_clause(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "documents")

    assert words.NOTHING_FASTER in [one.value for one in app.caption]


def test_one_client_has_its_own_schedule(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "documents")
    app.selectbox(key="document-client").select("Bexley Motors").run()

    assert not app.exception
    assert "Schedule for Bexley Motors" in [one.value for one in app.header]
    table = app.dataframe[0].value
    assert "Gold" not in table.columns
    assert table["Silver"].tolist() == ["1 h", "6 h"]


def test_a_name_from_a_file_is_not_read_as_markdown(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "documents")
    app.selectbox(key="document-client").select(EVIL_CLIENT).run()

    assert not app.exception
    assert "![x](" not in "\n".join(one.value for one in app.header)


@pytest.mark.parametrize("page_home", ["few_home"])
def test_a_short_history_has_documents_too(visit: Visit, request: pytest.FixtureRequest, page_home: str) -> None:
    app = visit(request.getfixturevalue(page_home), "documents")

    assert "is what you send" in said(app)


def test_without_a_saved_version_it_sends_to_the_targets(visit: Visit, bare_home: Path) -> None:
    app = visit(bare_home, "documents")

    assert "There is nothing to send yet: no targets are saved." in said(app)
    assert not app.dataframe


def test_an_empty_home_welcomes(visit: Visit, tmp_path: Path) -> None:
    assert visit(tmp_path / "none", "documents").title[0].value == "Welcome"


@pytest.mark.torture
def test_the_archive_is_built_when_asked_for(visit: Visit, full_home: Path) -> None:
    app = visit(full_home, "documents")
    app.button(key="build-all").click().run()

    assert not app.exception
    kept = app.session_state["documents-built"][2]
    with zipfile.ZipFile(BytesIO(kept)) as archive:
        assert len(archive.namelist()) == 9
        assert f"Alder-Dental/schedule-{VERSION}-Alder-Dental.docx" in archive.namelist()


def test_a_hiring_case_of_a_desk_that_cannot_be_learnt_says_why(at_home: AtHome, bare_home: Path) -> None:
    at_home(bare_home)

    assert "No figure on hiring can be given today." in "\n".join(text_of(folder.hiring_document()))


def test_what_a_real_home_signs_is_what_its_version_says(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)
    told = text_of(folder.document("supplement", VERSION, "alder  dental"))

    assert "| All issue types | 4 h |" in told
    assert any("Your plan is Gold." in line and "under 10 km" in line for line in told)
    letter = text_of(folder.document("letter", VERSION, "Alder Dental"))
    assert any(line.startswith("| Resolution | ") and line.endswith("(" + line.split("(")[-1]) for line in letter)
    report = "\n".join(text_of(folder.document("report", VERSION, "Alder Dental")))
    assert "Service review" in report
    assert "The times of 1 January 2026 hold, as for all clients; no signature is on record." in report


@pytest.mark.torture
def test_read_by_its_own_rule_the_schedule_gives_each_ticket_the_target_that_judges_it(at_home: AtHome, tmp_path: Path) -> None:
    home = home_with(tmp_path, clients=CLIENTS, targets=OVERLAPPING, tickets=tickets())
    at_home(home)
    rows = schedule_rows.rows_of(read.matter(VERSION))
    with open_history(home) as history:
        kinds = targets_of_kinds(history, version=VERSION)
    kinds = kinds[(kinds["clock"] == "resolution") & kinds["amount"].notna()]

    assert len(kinds) > 5
    for kind in kinds.to_dict("records"):
        assert read_off(rows, kind) == (kind["amount"], kind["unit"]), kind


def read_off(rows: list[schedule_rows.Row], kind: dict) -> tuple[float, str] | None:  # type: ignore[type-arg]
    """The time that the printed rule picks: the line that says more, then the one that names the first of the list."""
    fitting = []
    for row in rows:
        for tier, amount in row.times:
            cells = (
                (row.premium, kind["premium"]), (row.issue_types, kind["issue_type"]), (row.bands, kind["distance_band"]),
                (row.work_mode, kind["work_mode"]), (row.priorities, kind["priority"]), (tier, kind["tier"]),
            )  # fmt: skip
            named = [own is not None and own != () for own, _ in cells]
            fits = [
                not told or (value in own if isinstance(own, tuple) else own == value)
                for told, (own, value) in zip(named, cells, strict=True)
            ]
            if all(fits) and row.clock == kind["clock"]:
                fitting.append((sum(named), named, amount))
    return max(fitting)[2]


def test_a_register_is_counted_by_what_each_client_has_done(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)
    frame = loaders.agreements()
    own = frame.reindex(range(3)).assign(
        client=["Alder Dental", "bexley motors", "Gone"], version=VERSION, sent_on="2026-01-02",
        signed_on=pd.to_datetime(["2026-01-05", "NaT", "2026-01-05"]),
    )  # fmt: skip

    assert digest.standing(own, VERSION, read.document_clients()) == digest.Standing(1, 1, 1)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((12, 5, 23), "28 lines, 12 clients have signed it, 5 were sent it and have not signed, 23 have not been sent anything.**"),
        ((1, 0, 0), "28 lines, and 1 client has signed it.**"),
        ((0, 1, 0), "28 lines, and 1 was sent it and has not signed.**"),
        ((0, 0, 0), "28 lines.** No ticket says whose it is"),
    ],
)  # fmt: skip
def test_the_first_sentence_counts_clients(counts: tuple[int, int, int], told: str) -> None:
    assert told in words.answer(a_matter().starts_on, "in_force", 28, *counts)


def test_a_version_that_starts_later_is_named_by_its_start() -> None:
    day = a_matter().starts_on

    assert words.answer(day, "starts", 28, 0, 0, 3).startswith("**The version that starts on 1 June 2026 is what you send")
    assert words.version_label(day, "starts") == "starts 1 June 2026"
    assert words.version_label(day, "in_force") == "1 June 2026, in force"


def test_how_a_version_would_have_fared_has_its_denominators() -> None:
    clocks = {"first_response": (910, 1000), "resolution": (9, 10)}

    assert words.fared(clocks, None, [0.9]) == (
        "Had it been in force in the last 52 weeks: 91.0% of 1,000 first replies in time (goal 90%). Too few resolutions to say."
    )
    since = words.fared({"resolution": (9, 10)}, a_matter().starts_on, [0.9])
    assert since.startswith("Had it been in force since 1 Jun 2026: too few tickets")
    assert words.premium_fared({"resolution": (9, 10)}) == ""


def test_a_home_says_how_its_version_would_have_fared(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)
    own = read.fared(VERSION)

    assert {str(clock) for clock in own.clocks} == {"first_response", "resolution"}
    assert all(0 < kept <= judged for kept, judged in own.clocks.values())
    assert own.premium == {}
    assert own.since is not None


def test_what_is_missing_is_said() -> None:
    one = a_matter("resolution | | | | | | | | 8 | business_hours")
    assert digest.lacks(one, 1) == [words.ONLY_ONE.format("first reply")]
    many = digest.lacks(a_matter(client=ALDER), 120)
    assert many == [words.TOO_MANY.format("120", 40), words.UNDER_OTHERS.format("Wi\\-Fi", "resolution")]


@pytest.mark.torture
def test_the_shell_writes_a_folder_and_an_archive(full_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, all_of_them = tmp_path / "out", tmp_path / "all.zip"
    assert documents_of(full_home, "--client", "Alder Dental", "--to", str(one)) == 0
    assert sorted(file.name for file in (one / "Alder-Dental").iterdir()) == [
        "letter-2026-01-01-Alder-Dental.docx", "report-Alder-Dental.docx",
        "schedule-2026-01-01-Alder-Dental.docx", "supplement-2026-01-01-Alder-Dental.docx",
    ]  # fmt: skip
    assert "No Premium clause for Alder Dental: this version promises" in capsys.readouterr().out
    assert documents_of(full_home, "--all-clients", "--kind", "schedule,letter,premium", "--to", str(all_of_them)) == 0
    assert "6 documents are in" in capsys.readouterr().out
    with zipfile.ZipFile(all_of_them) as archive:
        assert len(archive.namelist()) == 6


@pytest.mark.parametrize(
    ("words_", "sentence"),
    [
        (["--version", "2020-02-02", "--to", "{}"], "There is no version of targets that starts on 2020-02-02; there are 2026-01-01."),
        (["--client", "Nobody", "--to", "{}"], "No client is called 'Nobody'"),
        (["--kind", "poem", "--to", "{}"], "There is no document 'poem'"),
        (["--kind", "report", "--to", "{}"], "A report is of one client"),
        (["--kind", "premium", "--to", "{}"], "nothing faster, so there is nothing to sell yet. What Premium could promise"),
        (["--to", "{}/missing/x.zip"], "cannot be written"),
        (["--to", "{}/file"], "cannot be written"),
    ],
)  # fmt: skip
def test_the_shell_refuses_in_a_sentence(
    full_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words_: list[str], sentence: str
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert documents_of(full_home, *(word.format(tmp_path) for word in words_)) == 2
    assert sentence in capsys.readouterr().err


def test_the_shell_says_where_nothing_is_saved_or_loaded(
    bare_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert documents_of(bare_home, "--to", str(tmp_path / "x")) == 2
    assert "No version of targets is saved yet" in capsys.readouterr().err
    assert documents_of(tmp_path / "none", "--to", str(tmp_path / "x")) == 2
    assert "There is no history yet" in capsys.readouterr().err


def test_an_older_archive_stays_where_a_new_one_is_refused(full_home: Path, tmp_path: Path) -> None:
    kept = tmp_path / "all.zip"
    kept.write_bytes(b"older")

    assert documents_of(full_home, "--client", "Nobody", "--to", str(kept)) == 2
    assert kept.read_bytes() == b"older"
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".documents")] == []


def test_the_loader_refuses_an_unknown_version(at_home: AtHome, full_home: Path) -> None:
    at_home(full_home)

    with pytest.raises(TurnaroundError, match="no version of targets that starts on 2020"):
        read.matter("2020-02-02")


@pytest.mark.torture
def test_documents_without_clients_are_for_everybody(at_home: AtHome, tmp_path: Path) -> None:
    home = home_with(tmp_path, targets="\n".join(OVERLAPPING.splitlines()[:2]) + "\n", tickets=tickets(bare=True))
    refresh(home)
    at_home(home)
    matter = read.matter(VERSION)

    assert read.document_clients() == []
    assert schedule_table.frame(matter)["Time"].tolist() == ["9 h"]
    assert wording.DASH not in "\n".join(text_of(documents.KINDS["schedule"].build(matter)))


def documents_of(home: Path, *arguments: str) -> int:
    options = options_from(["documents", "--home", str(home), *arguments])
    return COMMANDS[options.command](options)


@pytest.fixture(autouse=True)
def _home_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TURNAROUND_HOME", "")
