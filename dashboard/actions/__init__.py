"""Writes: each in a child process with a time limit, then the caches are cleared."""

from dashboard.actions.child import Reply
from dashboard.actions.keeping import back_up, erase, restore, undo
from dashboard.actions.loading import Answers, Loaded, fit, load, load_sample, safe_name

__all__ = [
    "Answers",
    "Loaded",
    "Reply",
    "back_up",
    "erase",
    "fit",
    "load",
    "load_sample",
    "restore",
    "safe_name",
    "undo",
]
