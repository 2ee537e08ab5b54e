"""The times that the owner has in the contracts today, guessed one evening and tightened once."""

from collections.abc import Iterator, Mapping
from typing import Any

from pipelines.sample.recipe import Recipe

TARGET_COLUMNS = (
    "valid_from", "clock", "tier", "issue_type", "work_mode", "distance_band", "priority", "premium", "amount", "unit",
)  # fmt: skip
FIXED = ("issue_type", "work_mode", "distance_band", "premium")
PRIORITIES = ("P1", "P2", "P3", "P4")


def target_rows(recipe: Recipe) -> list[list[str]]:
    """Every version whole, so that nobody has to guess what an older one still says."""
    blocks = [(version["valid_from"].isoformat(), block) for version in recipe.targets for block in version["lines"]]
    return [_row({"valid_from": since} | line) for since, block in blocks for line in _lines(block)]


def _row(line: Mapping[str, str]) -> list[str]:
    return [line.get(column, "") for column in TARGET_COLUMNS]


def _lines(block: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    fixed = {name: str(block[name]) for name in FIXED if name in block}
    for tier, amounts in block["amounts"].items():
        for priority, amount in zip(block.get("priorities", PRIORITIES), amounts, strict=True):
            own = {"tier": tier, "priority": priority, "amount": f"{amount:g}"}
            yield {"clock": block["clock"], "unit": block["unit"], **fixed, **own}
