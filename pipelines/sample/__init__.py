"""The exports of a made-up firm whose truth is known."""

from pathlib import Path

from pipelines.sample.damage import Damage, damaged
from pipelines.sample.dice import Dice
from pipelines.sample.files import write_csv, write_packed
from pipelines.sample.other_rows import CLIENT_COLUMNS, STATUS_COLUMNS, client_rows, status_rows
from pipelines.sample.recipe import default_seed
from pipelines.sample.target_rows import TARGET_COLUMNS, target_rows
from pipelines.sample.ticket_rows import TICKET_COLUMNS, ticket_rows
from pipelines.sample.truth import DAMAGE_COLUMNS, TRUTH_COLUMNS, capacity, truth_rows, write_json
from pipelines.sample.world import World, make_world

SEED = default_seed()


def write_sample(folder: Path, seed: int = SEED) -> None:
    """Make the firm again and write what its ticket tool would export."""
    write_exports(make_world(seed), folder)


def write_truth(folder: Path, seed: int = SEED) -> None:
    """Make the firm again and write what no export tells."""
    write_secrets(make_world(seed), folder)


def write_exports(world: World, folder: Path) -> None:
    """Tickets, status history, clients and targets of a firm."""
    folder.mkdir(parents=True, exist_ok=True)
    rows, _ = _tickets(world)
    write_packed(folder / "tickets.csv.gz", TICKET_COLUMNS, rows)
    write_packed(folder / "status_history.csv.gz", STATUS_COLUMNS, status_rows(world))
    write_csv(folder / "clients.csv", CLIENT_COLUMNS, client_rows(world.recipe, world.seed))
    write_csv(folder / "targets.csv", TARGET_COLUMNS, target_rows(world.recipe))


def write_secrets(world: World, folder: Path) -> None:
    """True instants and effort, the list of damaged rows, and who was at work."""
    folder.mkdir(parents=True, exist_ok=True)
    _, list_of_damage = _tickets(world)
    write_csv(folder / "truth.csv", TRUTH_COLUMNS, truth_rows(world))
    write_csv(folder / "damaged.csv", DAMAGE_COLUMNS, [_damage_row(one) for one in list_of_damage])
    write_json(folder / "capacity.json", capacity(world))


def _tickets(world: World) -> tuple[list[list[str]], list[Damage]]:
    return damaged(ticket_rows(world), Dice(world.seed, "damage"))


def _damage_row(one: Damage) -> list[str]:
    return [str(one.line), one.ticket, one.what, one.field, one.was]
