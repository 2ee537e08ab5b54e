"""python -m pipelines: each command prints for people, or with --json for programs."""

from pipelines.shell import (
    agreements,
    catalogue,
    checking,
    copying,
    forgetting,
    keeping,
    loading,
    making,
    mapping,
    places,
    settings,
    showing,
    targets,
    upgrading,
)
from pipelines.shell.words import AsJson, Home, Spoken, app, in_hours, plain_shell, say

__all__ = [
    "AsJson",
    "Home",
    "Spoken",
    "agreements",
    "app",
    "catalogue",
    "checking",
    "copying",
    "forgetting",
    "in_hours",
    "keeping",
    "loading",
    "making",
    "mapping",
    "places",
    "plain_shell",
    "say",
    "settings",
    "showing",
    "targets",
    "upgrading",
]
