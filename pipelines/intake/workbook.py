"""The sheets of a workbook (XLSX, XLSM, XLSB, XLS, ODS) as rows of text, measured before they are read."""

import re
import zipfile
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.errors import FileRefused, TurnaroundError
from pipelines.intake.archive import Purse, opened_zip, refuse_odd_entries
from pipelines.intake.cell_text import as_text
from pipelines.intake.compound import OLE
from pipelines.intake.limits import Limits
from pipelines.intake.other_sizes import OdsSizes, xls_sizes, xlsb_shared, xlsb_size
from pipelines.intake.sheet_sizes import SheetSize, pieces, refuse_the_too_large, shared_lengths, xlsx_size

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
TARGET = re.compile(rb"""Target\s*=\s*["']([^"']*)""")
SHEETS, SHARED = "xl/worksheets/", "sharedStrings."
Pieces = Callable[[], Iterator[bytes]]


@dataclass(frozen=True)
class SheetRows:
    """The rows of a sheet, row 1 first; they can be read again from the start as often as one likes."""

    sheet: "CalamineSheet"
    name: str

    def __iter__(self) -> Iterator[list[str]]:
        with _readers_faults(self.name):
            yield from as_text(self.sheet.iter_rows())


@dataclass(frozen=True)
class Sheet:
    """A sheet that is shown and holds cells; `notes` say in words what a reader of the load report should know."""

    name: str
    rows: SheetRows
    notes: tuple[str, ...] = ()


def sheets(name: str, path: Path, limits: Limits) -> list[Sheet]:
    """The sheets of a workbook in its own order, hidden and empty ones left out.

    Raises FileRefused where it is damaged, locked, larger than the limits, or has no such sheet.
    """
    unsaved = sum(size.unsaved for size in _measured(name, path, limits))
    notes = (f"{unsaved:,} formulas have no result in the file and count as empty",) if unsaved else ()
    with _readers_faults(name):
        from python_calamine import CalamineWorkbook  # noqa: PLC0415 - a compiled reader, loaded where it is needed

        found = [Sheet(sheet.name, SheetRows(sheet, name), notes) for sheet in _shown(CalamineWorkbook.from_path(path))]
    if not found:
        raise FileRefused(f"{name} has no sheet with cells in it; hidden sheets are not read. Export it again.")
    return found


def _shown(workbook: "CalamineWorkbook") -> Iterator["CalamineSheet"]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415

    for number, about in enumerate(workbook.sheets_metadata):
        if about.visible == SheetVisibleEnum.Visible and about.typ == SheetTypeEnum.WorkSheet:
            sheet = workbook.get_sheet_by_index(number)
            if sheet.end is not None:
                yield sheet


@contextmanager
def _readers_faults(name: str) -> Iterator[None]:
    """Whatever the reader stumbles over, its panics too, becomes a sentence without a word of the file."""
    try:
        yield
    except (TurnaroundError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except MemoryError:
        raise FileRefused(f"{name} does not fit into the memory; save the sheet as CSV and load that.") from None
    except BaseException as fault:  # noqa: BLE001 - a panic of the compiled reader is no Exception
        if type(fault).__name__ == "PasswordError":
            raise FileRefused(f"{name} is locked with a password; save it again without one.") from None
        raise FileRefused(
            f"{name} is damaged: its sheets cannot be read. Open and save it again, or save the sheet as CSV."
        ) from None


def _measured(name: str, path: Path, limits: Limits) -> list[SheetSize]:
    """The sizes of all sheets; raises FileRefused where they are over the limits."""
    if path.stat().st_size > limits.file_bytes:
        Purse(name, 0, limits).spend(limits.file_bytes)
    with path.open("rb") as file:
        old = file.read(len(OLE)) == OLE
    if old:
        shared, sizes = array("Q"), xls_sizes(name, path)
    else:
        with opened_zip(name, path, limits) as packed:
            refuse_odd_entries(name, packed.infolist())
            shared, sizes = _sizes_in_zip(name, packed, Purse(name, path.stat().st_size, limits), limits)
    refuse_the_too_large(name, sizes, shared, limits)
    return sizes


def _sizes_in_zip(
    name: str, packed: zipfile.ZipFile, purse: Purse, limits: Limits
) -> tuple["array[int]", list[SheetSize]]:
    """The lengths of the texts in the common list, and the sizes of the sheets; every entry is unpacked once."""
    purse.ask(sum(entry.file_size for entry in packed.infolist()))
    targets = {"content.xml"} | _targets(packed)
    shared, sheet_parts = array("Q"), list[tuple[str, Pieces]]()
    for entry in packed.infolist():
        purse.spend(entry.file_size)
        part: Pieces = partial(_within, packed, entry, name, limits)
        last = entry.filename.rpartition("/")[2]
        if last.startswith(SHARED):
            shared.extend(xlsb_shared(name, part()) if last.endswith(".bin") else shared_lengths(part()))
        elif last in targets or entry.filename.startswith(SHEETS):
            sheet_parts.append((entry.filename, part))
    return shared, [size for file, part in sheet_parts for size in _sizes_of_part(name, file, part, shared, limits)]


def _within(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, limits: Limits) -> Iterator[bytes]:
    """The bytes of an entry, which are as many as its header says or refused."""
    purse = Purse(name, 0, limits)
    purse.left = entry.file_size
    return pieces(packed, entry, purse)


def _sizes_of_part(name: str, file: str, part: Pieces, shared: "array[int]", limits: Limits) -> list[SheetSize]:
    if file.endswith("content.xml"):
        return OdsSizes().read(name, part)
    if file.endswith(".bin"):
        return [xlsb_size(name, part(), shared)]
    return [xlsx_size(name, part, shared, limits)] if not file.endswith(".rels") else []


def _targets(packed: zipfile.ZipFile) -> set[str]:
    """The names of the parts in which sheets lie, wherever the workbook puts them."""
    found = set[str]()
    for entry in packed.infolist():
        if entry.filename.startswith("xl/_rels/workbook.") and entry.file_size < 1 << 20:
            found |= {
                target[1].decode("utf-8", errors="replace").rpartition("/")[2]
                for relation in RELATION.findall(packed.read(entry))
                if b"/worksheet" in relation and (target := TARGET.search(relation))
            }
    return found
