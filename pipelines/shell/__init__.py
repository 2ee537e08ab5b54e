"""python -m pipelines: each command prints for people, or with --json for programs."""

from pipelines.shell import copying, forgetting, keeping, loading, making, showing
from pipelines.shell.words import AsJson, Home, Spoken, app, in_hours, plain_shell, say

__all__ = [
    "AsJson",
    "Home",
    "Spoken",
    "app",
    "copying",
    "forgetting",
    "in_hours",
    "keeping",
    "loading",
    "making",
    "plain_shell",
    "say",
    "showing",
]
