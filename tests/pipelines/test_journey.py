"""What stops a load on its way is told with the next step, and the history stays as it was."""

import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from pipelines import connection
from pipelines.errors import FileRefused, TurnaroundError
from pipelines.history.generations import current_generation
from pipelines.intake.look import Look
from pipelines.intake.reading import looked_at
from pipelines.journey import measure_again
from tests.conftest import ROOT
from tests.loading import World

TICKETS = "ticket_id,opened_at,subject\n" + "".join(f"T-{n},2026-03-02 09:00,{n * 7919:0400}\n" for n in range(20_000))
FULL = """
import resource, sys
from pathlib import Path
from pipelines import journey
from pipelines.errors import TurnaroundError
from pipelines.intake.answers import Answers
found = journey.looked_at
def counted(*words, careful, **more):
    print("careful" if careful else "plain")
    looks = found(*words, careful=careful, **more)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    return looks
journey.looked_at = counted
try:
    journey.load_files(Path(sys.argv[1]), [Path(sys.argv[2])], Answers(timezone="UTC"))
except TurnaroundError as error:
    print(error)
"""


def test_a_load_that_needs_more_memory_than_it_may_is_told_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.WRITING, "memory_limit", "8MB")
    monkeypatch.setitem(connection.WRITING, "max_temp_directory_size", "0MB")

    with pytest.raises(FileRefused, match="needs more memory than a load may take"):
        world.load({"t.csv": TICKETS})
    assert current_generation(world.home) is None


def test_measuring_that_needs_more_memory_than_it_may_is_told_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.load({"t.csv": TICKETS})
    before = current_generation(world.home)
    monkeypatch.setitem(connection.WRITING, "memory_limit", "8MB")
    monkeypatch.setitem(connection.WRITING, "max_temp_directory_size", "0MB")

    with pytest.raises(TurnaroundError, match="needs more memory than it may take"):
        measure_again(world.home)
    assert current_generation(world.home) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_disk_that_is_full_is_told_so_and_the_file_is_not_read_again(world: World) -> None:
    file = world.write("t.csv", TICKETS)

    done = subprocess.run([sys.executable, "-c", FULL, world.home, file], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.stdout.splitlines() == ["plain", "The history could not be written (the disk is full or refuses); it stays as it was."], done.stderr
    assert current_generation(world.home) is None


@pytest.mark.parametrize(("more_seen", "header_again"), [(-1, ""), (1, ""), (1, "ticket_id,opened_at\n")])
def test_records_that_the_database_sees_otherwise_even_in_a_copy_refuse_the_file(
    world: World, monkeypatch: pytest.MonkeyPatch, more_seen: int, header_again: str
) -> None:
    """The first look is told to have seen another number of records than there are."""
    asked = []

    def otherwise(*words: Any, careful: bool, **more: Any) -> list[Look]:
        asked.append(careful)
        return [replace(look, rows=look.rows + more_seen) for look in looked_at(*words, careful=careful, **more)]

    monkeypatch.setattr("pipelines.journey.looked_at", otherwise)

    with pytest.raises(FileRefused, match="was read in two ways that do not agree, so nothing of it was loaded; save it as"):
        world.load({"t.csv": f"ticket_id,opened_at\nT-1,2026-03-02 09:00\n{header_again}T-2,2026-03-02 09:00"})
    assert asked == [False, True]
    assert current_generation(world.home) is None
