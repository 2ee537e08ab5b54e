"""Categories of ticket tools lead to lines: by the whole text first, then by the longest word that stands in it."""

import tomllib
from collections import Counter
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.catalogue import Catalogue, Placed, read_catalogue
from pipelines.catalogue.words import KINDS, plain
from pipelines.errors import SettingsInvalid
from pipelines.settings import SHIPPED

WRITTEN = tomllib.loads((SHIPPED / "catalogue.toml").read_text("utf-8"))
SHIPPED_ONLY = read_catalogue(Path("nowhere"))


def with_own(folder: Path, text: str) -> Catalogue:
    (folder / "catalogue.toml").write_text(dedent(text), encoding="utf-8")
    return read_catalogue(folder)


def test_at_least_forty_kinds_of_work_are_known() -> None:
    assert sum(len(WRITTEN[kind]) for kind in KINDS) >= 40
    assert min(len(WRITTEN[kind]) for kind in KINDS) >= 4


def test_no_word_stands_on_two_lines_or_says_nothing_beside() -> None:
    lines = [(name, {plain(word) for word in (name, *words)}) for kind in KINDS for name, words in WRITTEN[kind].items()]
    counted = Counter(word for _, words in [*lines, ("", {plain(word) for word in WRITTEN["says_nothing"]})] for word in words)

    assert [word for word, times in counted.items() if times > 1] == []
    assert "" not in counted


def test_a_word_that_leads_only_alone_is_a_word_of_a_line() -> None:
    assert [word for word in WRITTEN["only_alone"] if plain(word) not in SHIPPED_ONLY.words] == []


@pytest.mark.parametrize(
    ("category", "line", "kind"),
    [
        ("OUTLOOK", "Email", "software"),
        ("E-Mail", "Email", "software"),
        ("e mail", "Email", "software"),
        ("WiFi", "Wi-Fi and network", "hardware"),
        ("Wi Fi & Network", "Wi-Fi and network", "hardware"),
        ("Printers", "Printer fault", "hardware"),
        ("Batteries", "Battery and charger", "hardware"),
        ("Écran", "Docking and screens", "hardware"),
        ("ECRAN", "Docking and screens", "hardware"),
        ("Passwort", "Password reset", "software"),
        ("Stromausfall", "UPS and power", "hardware"),
        ("HP Drucker 2. OG", "Printer fault", "hardware"),
        ("Problem with VPN client", "VPN and remote access", "software"),
        ("Hardware: Laptop", "Laptop or desktop fault", "hardware"),
        ("Network printer", "Printer fault", "hardware"),
        ("Printer driver", "Printing software", "software"),
        ("network drive mapping", "File access", "software"),
        ("Quote_Request", "Quote or billing", "other"),
    ],
)
def test_a_category_leads_to_a_line(category: str, line: str, kind: str) -> None:
    assert SHIPPED_ONLY.place(category) == Placed(category, line, kind)


@pytest.mark.parametrize("category", ["Aquarium", "Vpnify", "Printerless", "Power tools", "Access to the roof", "Email or phone", "7"])
def test_a_category_on_no_line_keeps_its_own_name(category: str) -> None:
    assert SHIPPED_ONLY.place(category) == Placed(category, own_name=category)


@pytest.mark.parametrize("category", ["Other", "general", "N/A", "Service  Request", "Sonstiges", "Störung", "-", "?", None])
def test_a_category_that_says_nothing_has_no_line_and_no_name(category: str | None) -> None:
    assert SHIPPED_ONLY.place(category) == Placed(category)


@pytest.mark.parametrize(
    ("category", "sub_type", "placed"),
    [
        ("Email", "Printer", Placed("Email", "Email", "software")),
        ("Hardware", "Printer", Placed("Hardware / Printer", "Printer fault", "hardware")),
        ("Windows", "Server", Placed("Windows / Server", "Server or storage", "hardware")),
        ("Aquarium", "Printer", Placed("Aquarium / Printer", "Printer fault", "hardware")),
        ("Aquarium", "Other", Placed("Aquarium", own_name="Aquarium")),
        ("Aquarium", "Pump", Placed("Aquarium", own_name="Aquarium")),
        ("Other", "Aquarium", Placed("Other / Aquarium", own_name="Aquarium")),
        ("Other", "General", Placed("Other")),
        (None, "VPN", Placed("VPN", "VPN and remote access", "software")),
        (None, "Aquarium", Placed("Aquarium", own_name="Aquarium")),
    ],
)
def test_the_sub_type_speaks_where_the_category_leads_nowhere(category: str | None, sub_type: str, placed: Placed) -> None:
    assert SHIPPED_ONLY.place(category, sub_type) == placed


def test_two_words_of_equal_length_lead_nowhere(tmp_path: Path) -> None:
    catalogue = with_own(tmp_path, """
        [hardware]
        "Fish tank" = ["carp"]
        "Bird cage" = ["kiwi"]
    """)

    assert catalogue.place("Carp and kiwi").line is None
    assert catalogue.place("Carp and kiwi bird cage").line == "Bird cage"


def test_the_owners_words_win(tmp_path: Path) -> None:
    catalogue = with_own(tmp_path, """
        says_nothing = ["Phones"]
        [hardware]
        "Aquarium" = ["fish", "outlook", "other"]
        "printer FAULT" = ["Zebra"]
    """)

    assert catalogue.place("Outlook") == Placed("Outlook", "Aquarium", "hardware")
    assert catalogue.place("Other") == Placed("Other", "Aquarium", "hardware")
    assert catalogue.place("Other matter") == Placed("Other matter", own_name="Other matter")
    assert catalogue.place("phones") == Placed("phones")
    assert catalogue.place("zebra").line == "Printer fault"
    assert catalogue.place("Email").line == "Email"


def test_a_pair_that_the_owner_names_wins_over_its_category(tmp_path: Path) -> None:
    catalogue = with_own(tmp_path, '[software]\n"Phishing test" = ["Email / Drill"]')

    assert catalogue.place("Email", "Drill").line == "Phishing test"
    assert catalogue.place("Email", "Full mailbox").line == "Email"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[software\n", "cannot be read"),
        ("software = 3", r"must be \[software\]"),
        ("[plumbing]\n", r"must be \[software\]"),
        ('[software]\n"Email" = "mail"', "Email must be a list"),
        ('says_nothing = "x"', "says_nothing must be a list"),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(SettingsInvalid, match=sentence):
        with_own(tmp_path, text)


@settings(deadline=None)
@given(st.text(max_size=300), st.one_of(st.none(), st.text(max_size=300)))
def test_any_text_has_one_place(category: str, sub_type: str | None) -> None:
    placed = SHIPPED_ONLY.place(category, sub_type)

    assert placed == SHIPPED_ONLY.place(category, sub_type)
    assert (placed.line is None) == (placed.kind is None)
    assert not (placed.line and placed.own_name)
