"""Writes: each in a child process with a time limit, then the caches are cleared."""

from dashboard.actions.catalogue import accept, forget_accepted, propose, save_catalogue
from dashboard.actions.loading import Answers, Loaded, fit, load, load_sample, safe_name

__all__ = [
    "Answers",
    "Loaded",
    "accept",
    "fit",
    "forget_accepted",
    "load",
    "load_sample",
    "propose",
    "safe_name",
    "save_catalogue",
]
