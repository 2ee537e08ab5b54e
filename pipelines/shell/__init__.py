"""python -m pipelines: each command prints for people, or with --json for programs."""

from pipelines.shell import loading, making, mapping, showing
from pipelines.shell.words import AsJson, Home, Spoken, app, in_hours, plain_shell, say

__all__ = [
    "AsJson",
    "Home",
    "Spoken",
    "app",
    "in_hours",
    "loading",
    "making",
    "mapping",
    "plain_shell",
    "say",
    "showing",
]
