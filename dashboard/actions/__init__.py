"""Writes: each in a child process with a time limit, then the caches are cleared."""

from dashboard.actions.loading import Answers, Loaded, fit, load, load_inbox, load_parked, load_sample, safe_name

__all__ = ["Answers", "Loaded", "fit", "load", "load_inbox", "load_parked", "load_sample", "safe_name"]
