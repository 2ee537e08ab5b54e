"""What the statuses of an unknown tool may mean: in the words of every source that ships, and in a table of words."""

from collections.abc import Iterable, Mapping

from pipelines.intake.preset import Preset, plain_status
from pipelines.mapping.words import synonyms
from pipelines.vocabulary import TicketState


def proposed_states(statuses: Iterable[str], presets: Mapping[str, Preset]) -> dict[str, TicketState | None]:
    """A state for each status that some word knows; None leaves it for the owner to say."""
    table = {TicketState(state): words for state, words in synonyms().statuses.items()}
    return {status: _state(status, presets, table) for status in statuses}


def _state(
    status: str, presets: Mapping[str, Preset], table: Mapping[TicketState, tuple[str, ...]]
) -> TicketState | None:
    if plain_status(status).isdigit():
        return None  # a number means something else in each tool
    known = _best(status, table)
    if known is not None:
        return known
    said = {preset.state_of(status) for preset in presets.values()} - {None}
    return said.pop() if len(said) == 1 else None


def _best(status: str, table: Mapping[TicketState, tuple[str, ...]]) -> TicketState | None:
    """The state of the longest word that fits."""
    plain = plain_status(status)
    fitting = [
        (len(word), state)
        for state, words in table.items()
        for word in words
        if plain == word or (word.endswith("*") and plain.startswith(word[:-1]))
    ]
    return max(fitting)[1] if fitting else None
