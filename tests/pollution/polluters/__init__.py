"""Polluted exports by seed: a table, one to three pollutions, the bytes, and what a reader must make of them."""

from dataclasses import dataclass
from random import Random

from tests.pollution.draft import drafted
from tests.pollution.polluters import cells, rows, signs
from tests.pollution.polluters.registry import REGISTRY, Pollution
from tests.pollution.tables import Ticket, table

__all__ = ["REGISTRY", "Case", "Pollution", "cells", "polluted", "rows", "signs"]


@dataclass(frozen=True)
class Case:
    """One polluted file, and its truth."""

    seed: int
    shape: str
    pollutions: tuple[str, ...]
    content: bytes
    tickets: tuple[Ticket, ...]
    day_first: bool | None
    titles: dict[str, str]


def polluted(seed: int) -> Case:
    """The file of a seed: as seeds count up, every pollution has its turn."""
    dice = Random(seed)
    draft = drafted(table(dice))
    chosen = sorted(_chosen(seed, dice), key=lambda pollution: pollution.stage)
    for pollution in chosen:
        pollution.apply(draft, dice, pollution.parameter)
    titles = dict(zip(draft.fields, draft.header.cells, strict=False))
    content = draft.content()
    tickets = tuple(line.ticket for line in draft.tickets() if line.ticket)
    return Case(seed, draft.shape.name, tuple(one.name for one in chosen), content, tickets, draft.day_first, titles)


def _chosen(seed: int, dice: Random) -> list[Pollution]:
    chosen = [REGISTRY[seed % len(REGISTRY)]]
    for _ in range(dice.choice((0, 0, 1, 1, 2))):
        families = {pollution.family for pollution in chosen}
        chosen.append(dice.choice([other for other in REGISTRY if other.family not in families]))
    # Of a file that is cut off no reader can see that dates further down were in another order: the first one stands.
    unfair = [one for one in chosen if one.family == "cut" or one.apply is cells.dates_in_two_orders]
    return [one for one in chosen if one not in unfair[1:]]
