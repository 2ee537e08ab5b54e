"""The few errors; each message is one sentence for the owner that says what to do next."""

from collections.abc import Sequence


class TurnaroundError(Exception):
    """Something the owner can mend; its text is safe to show: no path, no SQL, no cell."""


class NeedsAnswer(TurnaroundError):
    """A file leaves something open that only the owner can decide; nothing was loaded.

    `question` is what is asked, in one word for pages; `choices` are the answers that fit, the best one first.
    """

    def __init__(self, sentence: str, question: str = "", choices: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.question = question
        self.choices = tuple(choices)


class FileRefused(TurnaroundError):
    """A file that cannot be loaded as it is; the history stays as it was."""


class NoHistory(TurnaroundError):
    """There is no history yet in this home."""


class HistoryBusy(TurnaroundError):
    """Another load is being published at this moment."""


class HistoryUnreadable(TurnaroundError):
    """The database of the current generation cannot be opened."""


class HistoryOlder(TurnaroundError):
    """The history was written by an older Turnaround, and has to be brought up to date before it is read."""


class HistoryNewer(TurnaroundError):
    """The history was written by a newer Turnaround: nothing here may read or change it."""


class SettingsInvalid(TurnaroundError):
    """The owner's settings cannot be read as they are written."""
