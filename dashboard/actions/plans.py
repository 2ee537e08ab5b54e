"""Plans kept, done and forgotten."""

from datetime import date

from dashboard.actions.child import Reply, ask
from models.refresh.scenario import Scenario
from models.refresh.scenario_words import as_words
from pipelines.prices import Surcharge

SECONDS = 120
TOO_LONG = "This took longer than two minutes, so it was stopped. Do it from a shell: python -m models plan {}"
FAILED = "This could not be done, and nothing changed. Do it from a shell to learn more: python -m models plan {}"


def save_plan(name: str, scenario: Scenario, surcharge: Surcharge) -> Reply:
    """Keep a what-if by name, with what it would change of today."""
    said = [word for text in as_words(scenario) for word in ("--if", text)]
    return _asked("save", *said, f"--surcharge={surcharge.amount}", named=(name,))


def plan_done(name: str, day: date) -> Reply:
    """Note since when a plan is what the firm does."""
    return _asked("done", named=(name, str(day)))


def forget_plan(name: str) -> Reply:
    """Take a plan out."""
    return _asked("forget", named=(name,))


def _asked(verb: str, *words: str, named: tuple[str, ...]) -> Reply:
    too_long, failed = TOO_LONG.format(verb), FAILED.format(verb)
    return ask(("models", "plan", verb, *words), SECONDS, too_long=too_long, failed=failed, named=named)
