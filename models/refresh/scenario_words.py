"""A scenario in words such as growth=10, as a shell, a file and an export write it; and read back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, NamedTuple

from models.desk.handling import Rule
from models.refresh.scenario import Scenario
from models.uptake import Who
from pipelines.errors import TurnaroundError


class _Word(NamedTuple):
    """How a field is written: its name in the scenario, how it is read, how it is said, and an example."""

    field: str
    read: Callable[[str], Any]
    say: Callable[[Any], str]
    example: str
    several: bool = False


def _percent(text: str) -> float:
    percent = float(text.removesuffix("%"))
    if 0 < abs(percent) < 1 and not text.endswith("%"):
        raise ValueError(text)  # a share such as 0.3 is rather thirty percent than a third of one
    return percent / 100


def _said_percent(share: float) -> str:
    return f"{round(share * 100, 6):g}"


def _yes(text: str) -> bool:
    if text.lower() not in ("yes", "no"):
        raise ValueError(text)
    return text.lower() == "yes"


def _said_yes(value: bool) -> str:  # noqa: FBT001 - a value to be said
    return "yes" if value else "no"


def _rule(text: str) -> Rule:
    return Rule(text.replace("_", " "))


def _said_rule(rule: Rule) -> str:
    return str(rule).replace(" ", "_")


WORDS: Mapping[str, _Word] = {
    "technicians": _Word("technicians", int, str, "8"),
    "away": _Word("away", int, str, "1"),
    "uptake": _Word("uptake", _percent, _said_percent, "30"),
    "who": _Word("who", Who, str, "busiest"),
    "client": _Word("clients", str, str, "a client's name", several=True),
    "tier": _Word("tiers", str, str, "Gold", several=True),
    "response": _Word("response_hours", float, "{:g}".format, "0.5"),
    "resolution": _Word("resolution_hours", float, "{:g}".format, "8"),
    "rule": _Word("rule", _rule, _said_rule, "earliest_due"),
    "growth": _Word("growth", _percent, _said_percent, "10"),
    "on_call": _Word("on_call", _yes, _said_yes, "yes"),
    "cover": _Word("cover_people", int, str, "1"),
    "cover_until": _Word("cover_until", float, "{:g}".format, "20"),
    "open_tickets": _Word("from_today", _yes, _said_yes, "yes"),
}


def read_words(words: Sequence[str], scenario: Scenario | None = None) -> Scenario:
    """The scenario that words such as growth=10 say; raises TurnaroundError with a sentence for one that says none."""
    found = scenario or Scenario()
    for text in words:
        name, sign, value = (part.strip() for part in text.partition("="))
        word = WORDS.get(name)
        if word is None or not sign:
            raise TurnaroundError(f"{text!r} is no what-if; write one of {', '.join(WORDS)}, such as growth=10.")
        try:
            told = word.read(value)
        except ValueError:
            raise TurnaroundError(f"{text!r} cannot be read; write {name} such as {name}={word.example}.") from None
        before = getattr(found, word.field)
        changed: dict[str, Any] = {word.field: (*before, told) if word.several else told}
        found = replace(found, **changed)
    return found


def as_words(scenario: Scenario) -> list[str]:
    """The words of all that is not as in a scenario that says nothing."""
    usual = {one.name: one.default for one in fields(Scenario)}
    said = []
    for name, word in WORDS.items():
        value = getattr(scenario, word.field)
        if value != usual[word.field]:
            said += [f"{name}={word.say(one)}" for one in (value if word.several else (value,))]
    return said
