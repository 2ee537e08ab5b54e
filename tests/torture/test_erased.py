"""An erased client is gone: no byte of any file of the home names it, packed or not, but for files that the owner was told of."""

import gzip
import io
import json
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from xlsxwriter import Workbook

from pipelines import keeping
from pipelines.catalogue.labels import add_labels
from pipelines.history.generations import current_generation
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from pipelines.targets import register
from tests.dashboard.worlds import CLIENTS, TARGETS, home_with, tickets
from tests.torture.measured import Tell
from tests.torture.watched import watched

pytestmark = pytest.mark.torture
NAME = "Quorvex Ümber"
SPELLINGS = (NAME, NAME.upper(), NAME.lower(), "Quorvex", "quorvex", "QUORVEX")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "cp850")
EXPORT = tickets().replace("Bexley Motors", NAME).replace("=1+1", f"a mail about {NAME}")
FILES = {
    "clients.csv": CLIENTS.replace("Bexley Motors", NAME), "targets.csv": TARGETS + "2026-01-01,resolution,Silver,,,,,,7,business_hours\n",
    "quorvex ümber.csv": EXPORT, "faulty.csv": f"ticket_id,opened_at,client\nX-1,never,{NAME}\nX-2,2026-05-04 09:00,Alder Dental\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds the name wherever one of our commands or an owner puts it."""
    folder = tmp_path_factory.mktemp("erased")
    home = home_with(folder, promises=False, **{name.removesuffix(".csv"): text for name, text in FILES.items() if name != "faulty.csv"})
    load_files(home, [written(folder / "faulty.csv", FILES["faulty.csv"].encode())], Answers(allow_quarantine=True))
    for words in (["models", "fit"], ["models", "desk"], ["dashboard.reporting"]):
        assert watched(words, home, seconds=600).code == 0, words
    written(home / register.FILE, f"{','.join(register.Agreement._fields)}\n{NAME},2026-01-01,,,\n".encode())
    add_labels(home, {("generic", "T-0001"): "Email"})
    inbox = home / "inbox"
    for name, content in exports(EXPORT).items():
        written(inbox / name, content)
        written(inbox / "loaded" / name, content)
    written(inbox / "parked.json", json.dumps([{"name": "a.csv", "sentence": f"{NAME} asks"}]).encode())
    written(home / "settings.toml", f'[company]\nname = "Ours"\n# fees of {NAME}\n'.encode())
    written(home / "documents" / "letter.docx", letter())
    written(home / "weekly.log", f"loaded {NAME}".encode("cp1252"))
    return home


def written(file: Path, content: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def exports(text: str) -> dict[str, bytes]:
    """An export in every form that it may lie about in."""
    sheet, packed = io.BytesIO(), io.BytesIO()
    with Workbook(sheet) as book:
        page = book.add_worksheet()
        for number, line in enumerate(text.splitlines()[:50]):
            page.write_row(number, 0, line.split(","))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("week.csv", text.encode("utf-16"))
        archive.writestr("deeper.zip", zipped({"week.csv.gz": gzip.compress(text.encode("utf-8"))}))
    return {
        "a.csv": text.encode("utf-8-sig"), "b.csv": text.encode("utf-16"), "c.csv": text.encode("cp1252"),
        "d.csv.gz": gzip.compress(text.encode()), "e.zip": packed.getvalue(), "f.xlsx": sheet.getvalue(),
        "g.zip": zipped({"deeper.csv.gz": gzip.compress(text.encode("cp1252"))}),
    }  # fmt: skip


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def letter() -> bytes:
    document, out = Document(), io.BytesIO()
    document.add_paragraph(f"To {NAME}")
    document.save(out)
    return out.getvalue()


def layers(content: bytes) -> Iterator[bytes]:
    """A content, and whatever is packed in it, as deep as it goes."""
    yield content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from layers(archive.read(name))
    elif content[:2] == b"\x1f\x8b":
        yield from layers(gzip.decompress(content))


def names_it(file: Path) -> bool:
    """Whether the bytes of a file, or its own name, hold the client's in any spelling and encoding."""
    needles = [spelling.encode(encoding) for spelling in SPELLINGS for encoding in ENCODINGS]
    needles += [spelling.encode("ascii", "backslashreplace") for spelling in SPELLINGS]
    try:
        found = any(needle in layer for layer in layers(file.read_bytes()) for needle in needles)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile):
        found = True
    return found or any(spelling in file.name for spelling in SPELLINGS)


def naming(home: Path) -> set[str]:
    return {file.relative_to(home).as_posix() for file in home.rglob("*") if file.is_file() and names_it(file)}


def test_no_byte_names_an_erased_client_but_in_files_that_the_owner_is_told_of(furnished: Path, tmp_path: Path, tell: Tell) -> None:
    home = Path(shutil.copytree(furnished, tmp_path / "home"))
    before = naming(home)
    number = len([file for file in home.rglob("*") if file.is_file()])
    tops = {name.split("/")[0] for name in before}
    assert tops >= {"generations", "inbox", "reports", "settings.toml", "documents", "weekly.log"}

    told = keeping.erase(home, NAME, yes=True)

    left = naming(home)
    assert left <= set(told.files), left - set(told.files)
    assert not [name for name in left if name.startswith(("generations/", "inbox/"))]
    for name in told.files:
        (home / name).unlink()
    assert naming(home) == set()
    tell("files that named an erased client", f"{len(before)} of {number}; gone at once {len(before - left)}, told to the owner {len(left)}, missed 0")

    load_files(home, [written(tmp_path / "again" / name, text.encode()) for name, text in FILES.items()], Answers(allow_quarantine=True))
    assert naming(home) == set()
    watched(["models", "fit"], home, seconds=600)
    assert naming(home) == set()


def test_a_plain_copy_of_a_home_opens_and_points_to_any_generation_that_it_holds(furnished: Path, tmp_path: Path, tell: Tell) -> None:
    """A backup is the whole home: also one that was copied by hand."""
    copy = Path(shutil.copytree(furnished, tmp_path / "copy"))
    generations = sorted(folder.name for folder in (copy / "generations").glob("[0-9]*"))
    tickets_then = {}
    for name in generations:
        (copy / "CURRENT").write_text(name, encoding="ascii")
        tickets_then[name] = len(keeping.loads(copy))
        assert keeping.back_up(copy, tmp_path / f"{name}.zip").tickets > 0
    assert sorted(tickets_then.values()) == list(tickets_then.values())

    for name in generations:
        restored = keeping.restore(tmp_path / f"home of {name}", tmp_path / f"{name}.zip", yes=False)
        current = current_generation(tmp_path / f"home of {name}")
        assert current is not None
        assert (current / "history.duckdb").read_bytes() == (copy / "generations" / name / "history.duckdb").read_bytes()
        assert restored.tickets > 0
    last = load_files(copy, [written(tmp_path / "more.csv", b"ticket_id,opened_at\nN-1,2026-06-20 09:00\n")], Answers())
    assert last.tickets > 1
    tell("generations of a copied home that were pointed to, backed up and restored", len(generations))
