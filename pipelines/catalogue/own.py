"""The owner's own words, written into catalogue.toml of the home; remarks and order of the file stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import tomlkit
from filelock import FileLock
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array, Table

from pipelines.catalogue.words import FILE, KINDS, NOT_YET, checked, plain, read_catalogue
from pipelines.errors import SettingsInvalid
from pipelines.history.files import moved_into_place

LONGEST_NAME = 80
HEAD = "Your own words for the service catalogue; they win over the shipped ones in data/catalogue.toml."


@dataclass(frozen=True)
class Choice:
    """A category and the line that it shall lead to.

    `line` "" takes the owner's word back; NOT_YET says that the category tells nothing. `kind` is for a new line.
    """

    category: str
    line: str
    kind: str = ""


def choose(home: Path, choices: Sequence[Choice]) -> None:
    """Write the choices into the home's catalogue.toml, all or none; raises SettingsInvalid with a plain sentence."""
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home / "writer.lock"):
        catalogue, file = read_catalogue(home), home / FILE
        document = _parsed(file)
        for choice in choices:
            _check(choice)
            word = _on_one_line(choice.category)
            _take_away(document, word)
            line = catalogue.line_named(choice.line.strip())
            if plain(line) == plain(NOT_YET):
                _append(document, "says_nothing", word)
            elif line:
                kind = catalogue.kinds.get(line, choice.kind)
                if kind not in KINDS:
                    raise SettingsInvalid(f"{line!r} is a new line: say whether it is software, hardware or other.")
                catalogue.kinds[line] = kind
                _add(document, kind, line, word)
        _write(file, tomlkit.dumps(document))


def _check(choice: Choice) -> None:
    if not plain(choice.category):
        raise SettingsInvalid("A category needs at least one letter or digit.")
    if len(choice.line) > LONGEST_NAME or not choice.line.isprintable() or (choice.line and not plain(choice.line)):
        raise SettingsInvalid(f"A line's name is a few words on one line, at most {LONGEST_NAME} characters.")


def _on_one_line(text: str) -> str:
    return "".join(mark if mark.isprintable() else " " for mark in " ".join(text.split()))


def _parsed(file: Path) -> tomlkit.TOMLDocument:
    try:
        document = tomlkit.parse(file.read_text("utf-8")) if file.exists() else tomlkit.document()
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise SettingsInvalid(f"catalogue.toml in your home cannot be read: {error}. Mend that line.") from None
    if not file.exists():
        document.add(tomlkit.comment(HEAD))
    return document


def _take_away(document: tomlkit.TOMLDocument, category: str) -> None:
    """Take the word out of every list of the file, and a line that has none left with it."""
    for kind in KINDS:
        for name, words in list(document.get(kind, {}).items()):
            if _without(words, category) and not words:
                del document[kind][name]
    _without(document.get("says_nothing", tomlkit.array()), category)


def _without(words: Array, category: str) -> bool:
    same = [word for word in words if plain(str(word)) == plain(category)]
    for word in same:
        words.remove(word)
    return bool(same)


def _add(document: tomlkit.TOMLDocument, kind: str, line: str, word: str) -> None:
    if kind not in document:
        document.add(kind, tomlkit.table())
    _append(document[kind], line, word)


def _append(place: tomlkit.TOMLDocument | Table, name: str, word: str) -> None:
    if name in place:
        place[name].append(word)
    else:
        place.append(tomlkit.key(name), tomlkit.item([word]))


def _write(file: Path, text: str) -> None:
    checked(tomlkit.parse(text).unwrap())
    draft = file.with_suffix(".next")
    draft.write_text(text, encoding="utf-8")
    moved_into_place(draft, file)
