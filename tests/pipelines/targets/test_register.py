"""The register of agreements is read strictly: what cannot be is one sentence that names the line."""

from datetime import date
from pathlib import Path

import pytest

from pipelines.errors import SettingsInvalid
from pipelines.targets.register import FILE, Agreement, read_register, rewritten

HEAD = "client,version,sent_on,signed_on,in_force_from\n"
ALDER = "Alder,2026-01-01,2026-01-05,2026-01-10,2026-02-01\n"


def written(home: Path, text: str) -> Path:
    (home / FILE).write_text(text, encoding="utf-8-sig")
    return home


def test_a_register_is_read_line_by_line_and_empty_lines_are_passed_over(tmp_path: Path) -> None:
    home = written(tmp_path, f'{HEAD}{ALDER},,,,\n\n" Birch, Sons ",2026-01-01,,,\n')

    assert read_register(home) == [
        Agreement("Alder", date(2026, 1, 1), date(2026, 1, 5), date(2026, 1, 10), date(2026, 2, 1)),
        Agreement("Birch, Sons", date(2026, 1, 1)),
    ]


def test_no_register_is_an_empty_one(tmp_path: Path) -> None:
    assert read_register(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is no table of client, version, sent_on, signed_on, in_force_from"),
        ("client;version;sent_on;signed_on;in_force_from\n", "with commas"),
        (HEAD + '"Alder', "is no table"),
        (HEAD + "Alder,2026-01-01,,\n", "line 2: it has 4 cells instead of 5"),
        (HEAD + "Alder,2026-01-01,,,,\n", "line 2: it has 6 cells"),
        (HEAD + ",2026-01-01,,,\n", "line 2: it needs a client and a version"),
        (HEAD + "\nAlder,,,,\n", "line 3: it needs a client and a version"),
        (HEAD + "Alder,01/02/2026,,,\n", "'01/02/2026' is not a day; write it as 2026-03-31"),
        (HEAD + "Alder,2026-01-01,2026-02-30,,\n", "'2026-02-30' is not a day"),
        (HEAD + "Alder,2026-01-01,,,2026-02-01\n", "was not signed; say when"),
        (HEAD + "Alder,2026-01-01,2026-02-01,2026-01-31,\n", "signed on 2026-01-31, before it was sent"),
        (HEAD + "Alder,2026-01-01,,2026-02-01,2026-01-31\n", "in force from 2026-01-31, before it was signed"),
        (HEAD + ALDER + "alder ,2026-01-01,,,\n", "line 3: line 2 is for the same client and version"),
        (HEAD + ALDER + "ALDER,2026-02-01,,2026-01-10,\n", "line 3: line 2 is in force for the same client from the same day"),
    ],
)
def test_what_cannot_be_is_a_sentence_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(SettingsInvalid, match=sentence):
        read_register(written(tmp_path, text))


def test_a_register_comes_back_as_it_was_where_what_is_done_with_it_fails(tmp_path: Path) -> None:
    home = written(tmp_path, HEAD + ALDER)
    before = (home / FILE).read_bytes()

    with pytest.raises(SettingsInvalid, match="Birch"), rewritten(home, [Agreement("Birch", date(2026, 1, 1))]):
        fail_with(read_register(home))

    assert (home / FILE).read_bytes() == before


def fail_with(agreements: list[Agreement]) -> None:
    raise SettingsInvalid(str(agreements))


def test_a_register_without_a_line_is_no_file(tmp_path: Path) -> None:
    with rewritten(written(tmp_path, HEAD + ALDER), []):
        pass

    assert not (tmp_path / FILE).exists()
