"""Which ticket tool's export a header belongs to."""

from collections.abc import Mapping

from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.intake import fields
from pipelines.intake.preset import Preset

LOOKS_LIKE = 3


def recognised(name: str, header: tuple[str, ...], presets: Mapping[str, Preset], asked_for: str | None) -> Preset:
    """The preset that finds most columns and all that its kind needs; raises with a sentence where none does."""
    if asked_for is not None:
        return _asked_for(name, header, presets, asked_for)
    fitting = {p.name: len(p.found_in(header)) for p in presets.values() if not _lacking(p, header)}
    if not fitting:
        raise NeedsAnswer(_why_unknown(name, header, presets), question="mapping")
    best = max(fitting.values())
    winners = [preset for preset, found in fitting.items() if found == best]
    if len(winners) > 1:
        raise NeedsAnswer(
            f"{name} fits {' and '.join(winners)} alike; say which one with --source NAME.", "source", winners
        )
    return _clear(name, header, presets[winners[0]])


def is_known(header: tuple[str, ...], presets: Mapping[str, Preset]) -> bool:
    """Whether some preset finds all that its kind needs."""
    return any(not _lacking(preset, header) for preset in presets.values())


def _clear(name: str, header: tuple[str, ...], preset: Preset) -> Preset:
    """The preset itself, where each column that it reads stands in the header once."""
    plain = [title.strip().lower() for title in header]
    for place in preset.found_in(header).values():
        if plain.count(plain[place]) > 1:
            raise FileRefused(f"{name} has more than one column {header[place]}; keep the right one and load it again.")
    return preset


def _asked_for(name: str, header: tuple[str, ...], presets: Mapping[str, Preset], asked_for: str) -> Preset:
    if asked_for not in presets:
        raise FileRefused(f"There is no source named {asked_for!r}; there are {', '.join(sorted(presets))}.")
    lacking = _lacking(presets[asked_for], header)
    if lacking:
        raise FileRefused(_why_lacking(name, presets[asked_for], lacking[0]))
    return _clear(name, header, presets[asked_for])


def _lacking(preset: Preset, header: tuple[str, ...]) -> list[str]:
    found = preset.found_in(header)
    return [field for field in fields.REQUIRED[preset.kind] if field not in found]


def _why_unknown(name: str, header: tuple[str, ...], presets: Mapping[str, Preset]) -> str:
    nearest = max(presets.values(), key=lambda preset: len(preset.found_in(header)))
    found = len(nearest.found_in(header))
    if found >= LOOKS_LIKE and found * 2 >= len(header):
        return _why_lacking(name, nearest, _lacking(nearest, header)[0])
    return (
        f"{name} is not an export that is known here. Rename its columns as in the template"
        f" (ticket_id, opened_at, client, issue_type, status, first_response_at, resolved_at) and load it again."
    )


def _why_lacking(name: str, preset: Preset, field: str) -> str:
    headers = " or ".join(preset.columns.get(field, (field,)))
    return f"{name} looks like {preset.title}, but has no column {headers}; add it to the export and load it again."
