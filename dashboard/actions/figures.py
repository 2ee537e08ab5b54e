"""The owner's own prices and staffing, kept in settings."""

from collections.abc import Mapping

from dashboard.actions.child import Reply, ask

SECONDS = 120
TOO_LONG = "This took longer than two minutes, so it was stopped. Something else may be writing; try again."
FAILED = "This could not be saved, and nothing changed. Write it into settings.toml of your home."


def save_figures(changes: Mapping[str, float | str]) -> Reply:
    """Write figures by name, such as prices.technician_month; all or none."""
    said = [f"{name}={value}" for name, value in changes.items()]
    return ask(("pipelines", "settings", "--same-access"), SECONDS, too_long=TOO_LONG, failed=FAILED, named=said)
