"""What was loaded is taken back, erased, copied and restored."""

import tempfile
from pathlib import Path

from dashboard.actions.child import Reply, ask
from dashboard.actions.loading import Upload, fit

SECONDS = 300
# They measure a whole history anew, perhaps more than once.
SECONDS_TO_MEASURE = 1800
MOST_BYTES = 200 * 1024 * 1024
TOO_LONG = "This took longer than {minutes} minutes, so it was stopped. Do it from a shell: python -m pipelines {verb}"
TOO_BIG = "The backup is larger than 200 MB; write it from a shell: python -m pipelines backup --to FILE.zip"
FAILED = "This could not be done, and nothing changed. Do it from a shell to learn more: python -m pipelines {verb}"


def undo(load: int) -> Reply:
    """Take a load back."""
    return _asked("undo", str(load))


def erase(client: str, *, yes: bool) -> Reply:
    """What erasing a client would take out; with `yes` it is done."""
    return _asked("erase", *(["--yes"] if yes else []), named=client)


def back_up() -> tuple[Reply, bytes]:
    """A backup of the whole home, and its bytes; none where it was refused."""
    with tempfile.TemporaryDirectory(prefix="turnaround-backup-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, "backup.zip")
        reply = _asked("backup", "--to", str(file))
        if reply.refusal:
            return reply, b""
        if file.stat().st_size > MOST_BYTES:
            too_big = (
                "The backup is larger than 200 MB; write it from a shell: python -m pipelines backup --to FILE.zip"
            )
            return Reply(refusal=too_big), b""
        return reply, file.read_bytes()


def restore(upload: Upload) -> Reply:
    """Put an uploaded backup in the place of the home."""
    with tempfile.TemporaryDirectory(prefix="turnaround-restore-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, "backup.zip")
        file.write_bytes(upload.getvalue())
        return _asked("restore", str(file), "--yes", "--same-access", seconds=SECONDS_TO_MEASURE)


def upgrade() -> Reply:
    """Bring the history of an older Turnaround up to date, and work out anew what can be promised."""
    reply = _asked("upgrade", seconds=SECONDS_TO_MEASURE)
    if not reply.refusal:
        fit()
    return reply


def _asked(verb: str, *words: str, named: str = "", seconds: int = SECONDS) -> Reply:
    too_long, failed = TOO_LONG.format(minutes=seconds // 60, verb=verb), FAILED.format(verb=verb)
    behind = (named,) if named else ()
    return ask(("pipelines", verb, *words), seconds, too_long=too_long, failed=failed, named=behind)
