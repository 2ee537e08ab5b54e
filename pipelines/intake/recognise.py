"""Which ticket tool's export a header belongs to: by how much of it only that tool would write."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.intake import fields
from pipelines.intake.preset import Preset, plain_name
from pipelines.vocabulary import FileKind

# A name that several tools write counts as a part of one; so many whole ones make a tool certain.
ENOUGH = 1.5
OWN_ENOUGH = 0.25
LOOKS_LIKE = 3.0
MOSTLY = 0.5
CLOSE = 0.8
OTHERWISE_WRITTEN = 0.75
LISTS = (FileKind.CLIENTS, FileKind.TARGETS)
MOST_CHOICES = 4
MOST_NAMES = 3
BY_HAND = "mapped by hand"


@dataclass(frozen=True)
class Match:
    """How well a preset explains a header: what only its tool would write, the share of columns, and what lacks."""

    preset: Preset
    score: float
    explained: float
    lacking: tuple[str, ...]
    tells_an_end: bool

    @property
    def certain(self) -> bool:
        """Whether the header can be taken for this tool's without asking."""
        # Lists have plain names (client, tier) that many an export of tickets has too.
        enough = MOSTLY if self.preset.kind in LISTS else OWN_ENOUGH
        own = self.preset.evidence == "ours" and self.explained >= enough
        return not self.lacking and (
            own or (self.score >= ENOUGH and self.tells_an_end and self.preset.kind not in LISTS)
        )

    @property
    def looks_like_it(self) -> bool:
        """Whether most of the header is this tool's, so that a column that lacks was left out of the export."""
        own = self.preset.evidence == "ours" and self.explained == 1
        return self.explained >= MOSTLY and (own or self.score >= LOOKS_LIKE)

    def rivals(self, best: "Match") -> bool:
        """Whether it explains the header nearly as well as the best one does."""
        return self.score >= CLOSE * best.score


def matches(header: tuple[str, ...], presets: Mapping[str, Preset]) -> list[Match]:
    """Every preset with how well it explains a header, the best one first."""
    sources = Counter(
        pair[0]
        for pair in {(plain_name(n), p.source) for p in presets.values() if p.kind not in LISTS for n in p.names}
    )
    found = [_match(header, preset, sources) for preset in presets.values()]
    return sorted(found, key=lambda match: (-match.score, -match.explained, match.preset.name))


def _match(header: tuple[str, ...], preset: Preset, sources: Mapping[str, int]) -> Match:
    titles = {plain_name(title): title.strip() for title in header if title.strip()}
    known = {plain_name(name) for name in preset.names} & titles.keys()
    score = sum((1 if titles[n] in preset.names else OTHERWISE_WRITTEN) / max(sources[n], 1) for n in known)
    # Lists of people and firms have names and dates as tickets have, but neither a state nor an end.
    tells_an_end = preset.kind in LISTS or bool({"status", "resolved_at"} & preset.found_in(header).keys())
    return Match(preset, score, len(known) / max(len(titles), 1), tuple(_lacking(preset, header)), tells_an_end)


def recognised(name: str, header: tuple[str, ...], presets: Mapping[str, Preset], asked_for: str | None) -> Preset:
    """The preset whose tool wrote a header; asks where two fit alike or none does, with the nearest as choices."""
    if asked_for is not None:
        return _asked_for(name, header, presets, asked_for)
    mine = _mapped_by_hand(header, presets)
    if len(mine) == 1:
        return _clear(name, header, mine[0])
    every = matches(header, presets)
    fitting = [match for match in every if not match.lacking]
    if not fitting or not fitting[0].certain or not fitting[0].rivals(every[0]):
        raise _unknown(name, every)
    rivals = [match for match in fitting if match.rivals(fitting[0])][:MOST_CHOICES]
    if len(rivals) > 1:
        titles = " or ".join(match.preset.title for match in rivals)
        names = tuple(match.preset.name for match in rivals)
        sentence = f"{name} may come from {titles}; say which one with --source {names[0]} or another NAME."
        raise NeedsAnswer(sentence, question="source", choices=names)
    return _clear(name, header, fitting[0].preset)


def _mapped_by_hand(header: tuple[str, ...], presets: Mapping[str, Preset]) -> list[Preset]:
    """The owner's presets whose whole header stands in this one: of that export it was said once what is what."""
    titles = {plain_name(title) for title in header if title.strip()}
    own = [preset for preset in presets.values() if preset.evidence == BY_HAND and not _lacking(preset, header)]
    fitting = [preset for preset in own if {plain_name(name) for name in preset.names} <= titles]
    most = max((len(preset.names) for preset in fitting), default=0)
    return [preset for preset in fitting if len(preset.names) == most]


def is_known(header: tuple[str, ...], presets: Mapping[str, Preset]) -> bool:
    """Whether some preset finds all that its kind needs."""
    return any(not _lacking(preset, header) for preset in presets.values())


def _clear(name: str, header: tuple[str, ...], preset: Preset) -> Preset:
    """The preset itself, where each column that it reads stands in the header once."""
    plain = [plain_name(title) for title in header]
    for place in (place for places in preset.found_in(header).values() for place in places):
        if plain.count(plain[place]) > 1 and not preset.first_of_doubles:
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


def _unknown(name: str, every: list[Match]) -> FileRefused | NeedsAnswer:
    """Why a header cannot be taken for any tool's: one column of it lacks, or its columns must be named."""
    best = every[0]
    if best.lacking and best.looks_like_it:
        return FileRefused(_why_lacking(name, best.preset, best.lacking[0]))
    sentence = (
        f"{name} is not an export that is known here. Say on the Data page which of its columns is which, or rename"
        f" them as in the template (ticket_id, opened_at, client, issue_type, status, first_response_at, resolved_at)."
    )
    return NeedsAnswer(sentence, question="mapping", choices=[m.preset.name for m in every[:MOST_CHOICES] if m.score])


def _why_lacking(name: str, preset: Preset, field: str) -> str:
    headers = " or ".join(preset.columns.get(field, (field,))[:MOST_NAMES])
    return f"{name} looks like {preset.title}, but has no column {headers}; add it to the export and load it again."
