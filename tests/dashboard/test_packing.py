"""Names of files and folders: no two are the same, and every system takes them."""

from unicodedata import normalize

import pytest

from dashboard.documents import apart, file_name
from dashboard.loaders import folder


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Smith-Ltd", "Smith-Ltd", "Smith-Ltd-2"], ["Smith-Ltd", "Smith-Ltd-3", "Smith-Ltd-2"]),
        (["Smith-Ltd-2", "Smith-Ltd", "smith-ltd"], ["Smith-Ltd-2", "Smith-Ltd", "smith-ltd-3"]),
        (["A", "a", "A-2", "a-2", "A-3"], ["A", "a-4", "A-2", "a-2-2", "A-3"]),
        (["Straße", "STRASSE"], ["Straße", "STRASSE-2"]),
        (["Caf\u00e9", normalize("NFD", "Caf\u00e9")], ["Caf\u00e9", normalize("NFD", "Caf\u00e9") + "-2"]),
        ([""], [""]),
    ],
)
def test_no_two_names_are_the_same(names: list[str], told: list[str]) -> None:
    assert apart(names) == told
    assert len({normalize("NFKC", name).casefold() for name in told}) == len(names)


@pytest.mark.parametrize(
    ("name", "told"),
    [("CON", "CON-1"), ("nul", "nul-1"), ("Com1.x", "Com1-1.x"), ("LPT¹", "LPT¹-1"), ("Console", "Console"), ("A" * 59 + ". B", "A" * 59)],
)
def test_a_name_that_windows_keeps_for_itself_gets_a_number(name: str, told: str) -> None:
    assert file_name(name) == told


def test_documents_of_clients_alike_stand_in_folders_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "document", lambda kind, version, client: f"{kind} {version} {client}".encode())
    clients = ["Smith & Ltd", "Smith / Ltd", "Smith-Ltd-2", "CON", "CON-1"]
    found = list(folder.named_documents(["schedule", "report"], "2026-06-01", clients))

    assert len({name.casefold() for name, _ in found}) == 10
    assert {name.partition("/")[0] for name, _ in found} == {"Smith-Ltd", "Smith-Ltd-3", "Smith-Ltd-2", "CON-1", "CON-1-2"}
