"""Bytes to letters: proven where they prove it, guessed by the words they make, asked where neither will do."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.intake.decode import Encoding, detected, open_text

GERMAN = "ticket_id,subject\n1,Drucker in München läuft über\n2,Störung beim Verkäufer\n3,Größe prüfen: Straße gesperrt\n"
FRENCH = "ticket_id,objet\n1,Problème d'accès à la boîte\n2,Écran cassé côté façade\n3,Réseau très lent à l'étage\n"
SPANISH = "ticket_id,asunto\n1,Contraseña olvidada\n2,¿Cómo configuro el teléfono?\n3,Sesión caducó en Málaga\n"
PORTUGUESE = "ticket_id,assunto\n1,Configurações do usuário\n2,Impressão não funciona\n3,Conexão com a rede caiu às três\n"
NORDIC = "ticket_id,emne\n1,Skærmen går i sort på kontoret\n2,Får ikke åbnet vedhæftede filer\n3,Nøglekort virker ikke\n"
TEXTS = {"German": GERMAN, "French": FRENCH, "Spanish": SPANISH, "Portuguese": PORTUGUESE, "Nordic": NORDIC}
OLDER = ("cp1252", "cp850", "mac_roman")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "f.csv"


def read(file: Path, content: bytes, asked: str | None = None) -> tuple[str, Encoding]:
    file.write_bytes(content)
    encoding = detected("f.csv", file, asked)
    with open_text(file, encoding) as text:
        return text.read(), encoding


@pytest.mark.parametrize("encoding", OLDER)
@pytest.mark.parametrize("language", TEXTS)
def test_the_words_tell_which_older_encoding_it_is(file: Path, language: str, encoding: str) -> None:
    text, found = read(file, TEXTS[language].encode(encoding))

    assert text == TEXTS[language]
    assert (found.name, found.guessed, found.note.startswith("encoding guessed")) == (encoding, True, True)


@pytest.mark.parametrize("word", ["Müller", "Größe", "café", "Señor", "São Paulo", "Malmö", "Genève", "prêt", "João"])
@pytest.mark.parametrize("encoding", OLDER)
def test_one_word_in_a_file_is_enough_or_the_other_reading_is_named(file: Path, word: str, encoding: str) -> None:
    text, found = read(file, f"id,client\n1,{word}\n".encode(encoding))

    named = {"cp1252": "Windows", "cp850": "DOS", "mac_roman": "Mac Roman"}[encoding]
    assert text == f"id,client\n1,{word}\n" or named in found.note


def test_quotes_and_dashes_of_windows_are_seen(file: Path) -> None:
    content = "id,subject\n1,“Can\u2019t print” – again\n2,Invoice €40 don\u2019t match…\n".encode("cp1252")

    assert read(file, content)[0] == content.decode("cp1252")


def test_a_second_reading_that_makes_words_as_well_is_named(file: Path) -> None:
    _, found = read(file, "id,client\n1,Straße\n".encode("cp850"))

    assert found.guessed
    assert "DOS" in found.note
    assert "--encoding" in found.note


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_proves_the_encoding_and_is_no_letter(file: Path, mark: bytes, encoding: str) -> None:
    text, found = read(file, mark + GERMAN.encode(encoding))

    assert text == GERMAN
    assert (found.guessed, found.note) == (False, "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_a_guess(file: Path, encoding: str) -> None:
    text, found = read(file, GERMAN.encode(encoding))

    assert text == GERMAN
    assert found.guessed


@pytest.mark.parametrize("text", ["a,b\r\n1,2\n", GERMAN, "naïve 東京 Ελλάδα\n"])
def test_utf_8_is_proven_and_line_ends_stay(file: Path, text: str) -> None:
    assert read(file, text.encode()) == (text, Encoding("utf-8"))


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_whatever_is_written_in_utf_8_is_read_so(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("utf8") / "f.csv"

    assert read(file, codecs.BOM_UTF8 + text.encode())[0] == text


def test_utf_8_with_damaged_letters_is_a_guess_that_counts_them(file: Path) -> None:
    text, found = read(file, GERMAN.encode() + b"4,M\xfcller\n5,Stra\xdfe\n")

    assert text.startswith(GERMAN)
    assert text.count("�") == 2
    assert "2 places are damaged" in found.note


def test_a_letter_cut_in_half_at_the_end_is_damage(file: Path) -> None:
    text, found = read(file, GERMAN.encode() + "é".encode()[:1])

    assert text == GERMAN + "�"
    assert "1 places are damaged" in found.note


def test_a_letter_on_the_border_of_two_pieces_is_whole(file: Path) -> None:
    text = "a" * ((1 << 20) - 1) + "é\n"

    assert read(file, text.encode())[0] == text


def test_the_owners_answer_wins(file: Path) -> None:
    text, found = read(file, "Größe".encode("cp850"), asked="cp850")

    assert text == "Größe"
    assert (found.name, found.guessed, found.note) == ("cp850", False, "encoding as asked: cp850")


@pytest.mark.parametrize(
    ("content", "asked", "sentence"),
    [
        (b"Gr\xf6\xdfe", "utf-8", "cannot be read as text"),
        (b"a,b", "klingon", "No encoding of that name"),
        (b"a,b", "base64", "No encoding of that name"),
        (b"a,b", "idna", "No encoding of that name"),
        (b"a,b\n1,\0\n", None, "zero bytes|not a text file"),
        (b"a,b\n" * 40_000 + b"1,\0\n", None, "zero bytes"),
        (codecs.BOM_UTF16_LE + b"a\0b", None, "cannot be read as text"),
        (bytes(range(256)) * 20, None, "not a text file"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(file: Path, content: bytes, asked: str | None, sentence: str) -> None:
    with pytest.raises(FileRefused, match=sentence):
        read(file, content, asked)


@pytest.mark.parametrize("encoding", ["cp1251", "iso8859-7", "shift_jis", "gb2312"])
def test_an_encoding_of_other_scripts_is_asked(file: Path, encoding: str) -> None:
    words = {"cp1251": "Принтер не печатает в офисе", "iso8859-7": "Εκτυπωτής δεν τυπώνει καθόλου στο γραφείο"}
    content = "\n".join(f"{n},{words.get(encoding, '印刷 出来 問題 東京 大阪')}" for n in range(5))

    with pytest.raises(NeedsAnswer, match="--encoding") as asked:
        read(file, content.encode(encoding, errors="ignore"))

    assert asked.value.question == "encoding"
