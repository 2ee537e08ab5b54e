"""The sample is made again byte for byte, and the truth stays away from it."""

import zlib
from pathlib import Path
from statistics import mean

import pytest

from pipelines.sample.world import World, make_world
from tests.pipelines.sample.reading import lines

EXPORTS = ("tickets.csv.gz", "status_history.csv.gz", "clients.csv", "targets.csv")
BY_HAND = {"README.md", "recipe.toml"}
THREE_MEGABYTES = 3_000_000


@pytest.mark.torture
@pytest.mark.parametrize("name", EXPORTS)
def test_what_ships_is_what_the_recipe_makes(name: str, made: Path, shipped: Path) -> None:
    assert lines(made / name) == lines(shipped / name)


@pytest.mark.skipif("ng" in zlib.ZLIB_RUNTIME_VERSION, reason="another packer packs the same text into other bytes")
@pytest.mark.parametrize("name", EXPORTS)
def test_the_bytes_are_the_same_too(name: str, made: Path, shipped: Path) -> None:
    assert (made / name).read_bytes() == (shipped / name).read_bytes()


def test_the_folder_holds_the_exports_and_what_was_written_by_hand(shipped: Path) -> None:
    assert {path.name for path in shipped.iterdir()} == {*EXPORTS, *BY_HAND}


def test_the_truth_is_not_in_the_sample(secrets: Path, shipped: Path) -> None:
    assert not {path.name for path in secrets.iterdir()} & {path.name for path in shipped.iterdir()}


def test_the_sample_is_small(shipped: Path) -> None:
    assert sum(path.stat().st_size for path in shipped.iterdir()) <= THREE_MEGABYTES


def test_no_time_and_no_name_go_into_a_pack(shipped: Path) -> None:
    head = (shipped / "tickets.csv.gz").read_bytes()[:10]
    assert head[3] == 0
    assert head[4:8] == bytes(4)


def test_lines_end_as_on_unix(shipped: Path) -> None:
    assert b"\r" not in (shipped / "clients.csv").read_bytes()


def test_the_readme_names_every_column(shipped: Path) -> None:
    readme = (shipped / "README.md").read_text(encoding="utf-8")
    columns = {column for name in EXPORTS for column in lines(shipped / name)[0]}
    assert {column for column in columns if f"`{column}`" not in readme} == set()


def test_another_crew_meets_the_same_demand_and_more_hands_make_it_wait_less(world: World) -> None:
    more = make_world(world.seed, technicians=8)
    assert [job.plan for job in more.jobs] == [job.plan for job in world.jobs]
    assert len(more.crew) == len(world.crew) + 1
    assert waited(more) < waited(world)


def waited(world: World) -> float:
    return mean(end - start for job in world.jobs for start, end in job.ready_spans)
