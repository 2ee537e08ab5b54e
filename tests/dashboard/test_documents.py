import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from dashboard import documents, wording
from dashboard.documents import hiring, report, schedule_rows, schedule_table, week_chart
from dashboard.documents.matter import Client, Sender
from dashboard.documents.packing import apart, file_name
from pipelines.company import Company
from tests.dashboard.paper import (
    ALDER,
    GOLDEN,
    LINES,
    OWN,
    SENDER,
    a_case,
    a_matter,
    a_review,
    built,
    drawn,
    opened,
    text_of,
)

HOSTILE = (
    "<b>&amp;</b> {{client}} ]]>", "x" * 200, 'חברת שלום בע"מ \u202e gpj.exe', "🦊 Fox & Söhne 👩‍💻", "=1+1\r\nNext\x00\x0b",
)  # fmt: skip


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return built()


def test_every_document_says_what_its_golden_file_says(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        assert text_of(content) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines(), name


def test_the_same_document_is_the_same_bytes(files: dict[str, bytes]) -> None:
    assert built() == files


def changed_rows(place: int, *, alder: bool = False) -> tuple[list[str], list[str]]:
    """The lines of the schedule that go, and that come, when one target of the version becomes 77."""
    lines = drawn(LINES)
    lines.loc[place, "amount"] = 77.0
    client = ALDER if alder else None
    build = documents.KINDS["schedule"].build
    before, after = (text_of(build(one)) for one in (a_matter(client=client), a_matter(lines, client=client)))
    return [row for row in before if row not in after], [row for row in after if row not in before]


@pytest.mark.parametrize("place", [0, 1, 7, 8, 9, 10, 11, 12])
def test_changing_one_target_changes_exactly_its_cell(place: int) -> None:
    gone, new = changed_rows(place)

    assert len(gone) == len(new) == 1
    cells = zip(gone[0].split("|"), new[0].split("|"), strict=True)
    assert [is_.strip().split()[0] for was, is_ in cells if was != is_] == ["77"]


def test_a_target_that_names_no_plan_changes_in_every_column() -> None:
    assert changed_rows(13)[1] == ["| All other issue types | Anywhere else | 77 days | 77 days | 77 days |"]


def test_an_issue_type_whose_time_changes_gets_a_row_of_its_own() -> None:
    gone, new = changed_rows(3)

    assert gone == ["| Email, Password reset | Anywhere | 9 h | 5 h | – |"]
    assert new == ["| Email | Anywhere | 77 h | 5 h | – |", "| Password reset | Anywhere | 9 h | 5 h | – |"]


def test_a_clients_own_target_changes_in_its_own_documents_alone() -> None:
    assert changed_rows(14) == ([], [])
    assert changed_rows(14, alder=True) == (["| Wi-Fi | 1 h |"], ["| Wi-Fi | 77 h |"])


def test_every_figure_of_the_schedule_is_that_of_a_line() -> None:
    matter = a_matter()
    written = {wording.target(amount, unit) for amount, unit in zip(matter.lines["amount"], matter.lines["unit"], strict=True)}
    table = schedule_table.frame(matter)
    plans = [name for name in table.columns if name not in schedule_table.FIRST]
    shown = {cell for name in plans for cell in table[name].dropna()} - {wording.DASH}

    assert shown == written - {"1 h"}  # one client's own


def test_lines_of_one_client_are_shown_to_nobody_else() -> None:
    other = Client("Bexley Motors", "Silver")

    assert "1 h" not in schedule_table.frame(a_matter(client=other)).to_string()
    assert "1 h" in schedule_table.frame(a_matter(client=ALDER)).to_string()


def test_a_client_sees_its_plan_and_its_distances_alone() -> None:
    table = schedule_table.frame(a_matter(client=ALDER))

    assert "Silver" not in table.columns
    assert "On-site, 30-60 km" not in set(table["Place"])
    assert "On-site, under 10 km" in set(table["Place"])


def test_issue_types_with_the_same_times_share_a_row_and_kinds_stand_apart() -> None:
    table = schedule_table.frame(a_matter())

    assert table.loc[table["Issue type"] == "Email, Password reset", "For"].tolist() == ["Software"]
    assert set(table.loc[table["Issue type"] == "Printer fault", "For"]) == {"Hardware"}


def test_a_line_that_names_no_plan_holds_for_each_plan_without_one_of_its_own() -> None:
    table = schedule_table.frame(a_matter("resolution | | | | | | | | 8 | business_hours\nresolution | | Gold | | | | | | 4 | business_hours"))

    assert table[["Gold", "Any other plan"]].values.tolist() == [["4 h", "8 h"]]


@pytest.mark.parametrize("which", ["schedule", "supplement", "letter"])
def test_a_version_of_one_line_makes_every_document_but_the_clause(which: str) -> None:
    told = text_of(documents.KINDS[which].build(a_matter("resolution | | | | | | | | 8 | business_hours", tiers=())))

    assert told
    if which in ("schedule", "supplement"):
        assert "| All issue types | 8 h |" in told
        assert any(line.startswith("This version sets no time for the first reply.") for line in told)


def test_three_hundred_lines_are_all_there() -> None:
    lines = "\n".join(f"resolution | | Gold | Type {n:03d} | | | | | {n + 1} | business_hours" for n in range(300))
    matter = a_matter(lines, kinds={})

    assert schedule_table.count(matter) == 300
    told = "\n".join(text_of(documents.KINDS["schedule"].build(matter)))
    assert all(f"| Type {n:03d} | {n + 1:,} h |" in told for n in range(300))


def test_three_hundred_lines_with_three_times_become_three_rows() -> None:
    lines = "\n".join(f"resolution | | Gold | Type {n:03d} | | | | | {n % 3 + 1} | business_hours" for n in range(300))

    assert schedule_table.count(a_matter(lines, kinds={})) == 3


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("which", list(documents.KINDS))
def test_hostile_names_are_text_and_nothing_else(name: str, which: str) -> None:
    lines = drawn(LINES).assign(tier=name, issue_type=name, distance_band=name, priority=name)
    lines["client"] = None
    company = Sender(Company(name, (name,), name, name, name), SENDER.as_of, None, "GBP")
    content = documents.KINDS[which].build(
        a_matter(lines, sender=company, client=Client(name, name, (name,)), tiers=(name,), bands=(name,), issue_types=(name,), own=OWN)
    )

    assert wording.shown(name) in "\n".join(text_of(content))
    with zipfile.ZipFile(BytesIO(content)) as parts:
        assert all(ET.fromstring(parts.read(one)) is not None for one in parts.namelist() if one.endswith(".xml"))  # noqa: S314


def test_no_document_has_an_empty_table_or_a_place_that_was_never_filled(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        document, told = opened(content), "\n".join(text_of(content))
        assert all(len(table.rows) > 1 or (name and len(table.columns) == 1) for table in document.tables), name
        assert not re.search(r"\{\w*\}|\[\w+\]\s*$|TODO|XXX|\bNone\b(?! is open)|\bnan\b|NaT|<NA>", told), name


def test_what_is_signed_is_marked_as_a_draft_on_each_page_and_in_words(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        marked = [line for line in text_of(content) if "Draft for your lawyer to check" in line]
        assert len(marked) == (2 if name.split("-")[0] in ("schedule", "supplement", "premium") else 0), name


def test_heads_repeat_rows_stay_whole_and_widths_add_up(files: dict[str, bytes]) -> None:
    document = opened(files["schedule-all"])
    width = document.sections[0].page_width - document.sections[0].left_margin - document.sections[0].right_margin  # type: ignore[operator]
    for table in document.tables[1:]:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert all("w:cantSplit" in row._tr.xml for row in table.rows)
        assert abs(sum(column.width or 0 for column in table.columns) - width) < 2000


def test_a_document_says_who_wrote_it_when_and_in_which_language(files: dict[str, bytes]) -> None:
    own = opened(files["schedule-all"]).core_properties

    assert (own.title, own.author, own.language) == ("Response schedule", "Larch IT", "en-GB")
    assert own.created is not None
    assert own.created.date() == SENDER.as_of


def test_firms_that_are_paid_in_dollars_print_on_letter() -> None:
    sender = Sender(SENDER.company, SENDER.as_of, None, "USD")
    page = opened(documents.KINDS["letter"].build(a_matter(sender=sender))).sections[0]

    assert page.page_width is not None
    assert round(page.page_width.inches, 2) == 8.5


def test_the_letter_gives_own_figures_from_thirty_tickets_on() -> None:
    told = text_of(documents.KINDS["letter"].build(a_matter(client=ALDER, own=OWN)))

    assert "| First reply | 214 | 25 min of business time | 92% (196 of 214) |" in told
    assert not any(line.startswith("| Resolution") for line in told)


def test_the_letter_keeps_silent_where_the_promise_would_not_have_been_kept() -> None:
    short = (replace(OWN[0], kept=180),)
    told = "\n".join(text_of(documents.KINDS["letter"].build(a_matter(client=ALDER, own=short))))

    assert "180 of 214" not in told
    assert "Your own tickets" not in told


def test_the_letter_has_the_day_on_which_it_is_written() -> None:
    sender = replace(SENDER, written_on=date(2026, 6, 3))

    assert "3 June 2026" in text_of(documents.KINDS["letter"].build(a_matter(sender=sender)))


def test_the_letter_knows_when_times_were_agreed_before() -> None:
    told = "\n".join(text_of(documents.KINDS["letter"].build(a_matter(since=date(2026, 3, 1)))))

    assert "Since 1 March 2026 our agreement names times for that; from 1 June 2026 on these change." in told
    assert "did our best" not in told


def test_an_agreement_replaces_only_what_its_schedule_sets() -> None:
    told = "\n".join(text_of(documents.KINDS["supplement"].build(a_matter("resolution | | | | | | | | 8 | business_hours"))))

    assert "It replaces what our agreement said on resolution times before; what we agreed on first replies stays." in told


def test_premium_names_its_price_in_the_owners_currency_and_what_it_does_not_promise() -> None:
    told = "\n".join(text_of(documents.KINDS["premium"].build(a_matter())))

    assert "Premium Response costs 15% of the fee each month" in told
    assert "| All issue types | 15 min |" in told
    assert "does not promise" in told


def test_under_thirty_tickets_a_report_gives_no_share() -> None:
    told = "\n".join(text_of(report.build(a_review(12, 9))))

    assert "| Resolution | 12 | 9 | 3 | too few | too few | too few |" in told
    assert "75" not in told.replace("75 ", "")


def test_a_report_is_told_to_those_who_cannot_see_its_chart() -> None:
    content = report.build(a_review())

    assert 'descr="Bar chart of 13 weeks, a bar a week: 104 in time and 13 late in all."' in opened(content).element.xml


def test_a_desk_that_is_not_usable_gives_no_figure() -> None:
    case = hiring.HiringCase(SENDER, why="Of 13 weeks, 9 were foretold wrongly.", cards=a_case().cards)
    told = "\n".join(text_of(hiring.build(case)))

    assert "No figure on hiring can be given today. Of 13 weeks, 9 were foretold wrongly." in told
    assert "Needed" not in told


@pytest.mark.parametrize("logo", [b"", b"junk", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00\x10JFIF"])
def test_a_logo_that_is_no_picture_gives_way_to_the_name(logo: bytes) -> None:
    sender = Sender(SENDER.company, SENDER.as_of, logo, "GBP")

    assert "Larch IT" in text_of(documents.KINDS["letter"].build(a_matter(sender=sender)))


def test_a_logo_stands_at_the_head_with_its_name_for_those_who_cannot_see_it() -> None:
    picture = week_chart.png(a_review().weeks, has_targets=True)
    document = opened(documents.KINDS["letter"].build(a_matter(sender=Sender(SENDER.company, SENDER.as_of, picture, "GBP"))))

    assert 'descr="Logo of Larch IT"' in document.element.xml
    assert document.paragraphs[1].text.startswith("Larch IT  ·  1 High Street")


def test_names_of_files_are_plain_and_apart() -> None:
    assert file_name("schedule", "../../etc/passwd\x00") == "schedule-etc-passwd"
    assert file_name("🦊") == "document"
    assert apart(["Alder", "alder", "Bexley"]) == ["Alder", "alder-2", "Bexley"]


def test_rows_keep_premium_apart_and_plans_in_the_owners_order() -> None:
    rows = schedule_rows.rows_of(a_matter())

    assert schedule_rows.plans_of(a_matter(), rows) == ["Silver", "Gold", None]
    assert [row.premium for row in rows if row.clock == "first_response"] == [None, True]


def test_a_frame_has_no_empty_cell() -> None:
    table = schedule_table.frame(a_matter())
    mixed = [name for name in table.columns if name in schedule_table.FIRST]

    assert not table[mixed].isna().any().any()
    assert isinstance(table, pd.DataFrame)
