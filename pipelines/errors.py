"""The few errors; each message is one sentence for the owner that says what to do next."""


class TurnaroundError(Exception):
    """Something the owner can mend; its text is safe to show: no path, no SQL, no cell."""


class NeedsAnswer(TurnaroundError):
    """A file leaves something open that only the owner can decide; nothing was loaded."""


class FileRefused(TurnaroundError):
    """A file that cannot be loaded as it is; the history stays as it was."""


class NoHistory(TurnaroundError):
    """There is no history yet in this home."""


class HistoryBusy(TurnaroundError):
    """Another load is being published at this moment."""


class HistoryUnreadable(TurnaroundError):
    """The database of the current generation cannot be opened."""


class SettingsInvalid(TurnaroundError):
    """The owner's settings cannot be read as they are written."""
