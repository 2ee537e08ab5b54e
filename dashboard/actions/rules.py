"""The owner's settings are written, taken along, put back; the sample is taken out."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dashboard import loaders
from dashboard.actions.child import Reply, ask
from dashboard.actions.loading import Upload, fit

SECONDS = 300
TOO_LONG = "This took longer than five minutes, so it was stopped. Do it from a shell: python -m pipelines settings"
FAILED = "This could not be saved, and nothing changed. Do it from a shell to learn more: python -m pipelines settings"


def save_settings(changes: Mapping[str, Any], back: Sequence[str] = ()) -> Reply:
    """Write settings by name and take others back to their defaults, all or none; `said` tells what was measured."""
    named = [f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in changes.items()]
    return _measured("settings", "--same-access", *(f"--back={name}" for name in back), named=named)


def check_settings(content: bytes) -> Reply:
    """What a whole file of settings would change; nothing is written."""
    return _with_file("settings.toml", content, "settings", "--check", "--same-access", "--import")


def import_settings(content: bytes) -> Reply:
    """Put a whole file of settings in the place of the own ones."""
    return _with_file("settings.toml", content, "settings", "--same-access", "--import")


def keep_logo(upload: Upload) -> Reply:
    """Keep an uploaded picture as the logo."""
    return _with_file("logo", upload.getvalue(), "logo")


def forget_logo() -> Reply:
    """Take the logo away."""
    return _measured("logo", "--none")


def measure() -> Reply:
    """Measure the history by the settings in force."""
    return _measured("measure")


def forget_sample() -> Reply:
    """Take the made-up firm out; what the owner has set stays."""
    return _measured("forget-sample")


def _with_file(name: str, content: bytes, *words: str) -> Reply:
    with tempfile.TemporaryDirectory(prefix="turnaround-settings-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, name)
        file.write_bytes(content)
        return _measured(*words, str(file))


def _measured(*words: str, named: Sequence[str] = ()) -> Reply:
    """Ask; where the history was measured anew, what can be promised is worked out anew as well."""
    before = loaders.stamp()
    reply = ask(("pipelines", *words), SECONDS, too_long=TOO_LONG, failed=FAILED, named=named)
    if loaders.stamp() != before and loaders.facts() is not None:
        fit()
    return reply
