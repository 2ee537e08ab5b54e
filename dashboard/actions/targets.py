"""Versions of targets saved, agreements written, and the back-test run."""

import tempfile
from datetime import date
from pathlib import Path

import pandas as pd

from dashboard.actions.child import Reply, ask
from dashboard.actions.loading import fit

SECONDS = 300
BACKTEST_SECONDS = 1800
EVERY_DAYS = 28
TOO_LONG = "This took longer than five minutes, so it was stopped. Do it from a shell: python -m pipelines {}"
FAILED = "This could not be done, and nothing changed. Do it from a shell to learn more: python -m pipelines {}"
TEST_TOO_LONG = (
    "The check took longer than half an hour, so it was stopped. Run it from a shell: python -m models backtest"
)
TEST_FAILED = "The check could not be made. Run it from a shell to learn more: python -m models backtest"


def save_version(lines: pd.DataFrame, starts_on: date, note: str, *, replace: bool = False) -> Reply:
    """Save lines as the version that starts on a day, and work out promises again."""
    with tempfile.TemporaryDirectory(prefix="turnaround-targets-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, "targets.csv")
        lines.to_csv(file, index=False, encoding="utf-8")
        more = ["--replace"] if replace else []
        reply = _asked("targets", "save", str(file), f"--from={starts_on}", f"--note={note}", *more)
    if reply.said:
        fit()
    return reply


def set_agreement(client: str, version: str, *, sent: date | None, signed: date | None, in_force: date | None) -> Reply:
    """Write what a client was sent or has signed."""
    days = {"sent": sent, "signed": signed, "from": in_force}
    said = [f"--{name}={day}" for name, day in days.items() if day]
    return _fitted(_asked("agreements", "set", *said, named=(client, version)))


def forget_agreement(client: str, version: str) -> Reply:
    """Take a line out of the register."""
    return _fitted(_asked("agreements", "forget", named=(client, version)))


def back_test() -> Reply:
    """See how promises would have been kept, made anew every four weeks."""
    words = ("models", "backtest", f"--every={EVERY_DAYS}")
    return ask(words, BACKTEST_SECONDS, too_long=TEST_TOO_LONG, failed=TEST_FAILED)


def _fitted(reply: Reply) -> Reply:
    if reply.said:
        fit()
    return reply


def _asked(part: str, verb: str, *words: str, named: tuple[str, ...] = ()) -> Reply:
    shell = f"{part} {verb}"
    too_long, failed = TOO_LONG.format(shell), FAILED.format(shell)
    return ask(("pipelines", part, verb, *words), SECONDS, too_long=too_long, failed=failed, named=named)
