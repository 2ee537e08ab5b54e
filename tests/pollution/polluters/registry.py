"""What can happen to an export: each pollution by name, with the stage at which it happens."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from random import Random
from typing import Any

from tests.pollution.draft import Draft

Apply = Callable[[Draft, Random, Any], None]


class Stage(IntEnum):
    """In which order pollutions of one file happen: values, then rows, then signs, then bytes."""

    CELLS = 1
    ROWS = 2
    SIGNS = 3
    LETTERS = 4
    BYTES = 5


@dataclass(frozen=True)
class Pollution:
    """One way to spoil a file; of one family a file has one at most."""

    name: str
    family: str
    stage: Stage
    apply: Apply
    parameter: object


REGISTRY: list[Pollution] = []


def pollution(family: str, stage: Stage, *parameters: object) -> Callable[[Apply], Apply]:
    """Register a function once for each parameter."""

    def register(apply: Apply) -> Apply:
        name = apply.__name__.replace("_", " ")
        for parameter in parameters or (None,):
            said = "" if parameter is None else f" {parameter!r}" if isinstance(parameter, str) else f" {parameter}"
            REGISTRY.append(Pollution(f"{name}{said}", family, stage, apply, parameter))
        return apply

    return register
