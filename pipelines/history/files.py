"""Files that are written whole or not at all."""

import os
from pathlib import Path

from pipelines.errors import TurnaroundError


def written_whole(path: Path, content: bytes, *, mode: int = 0o666) -> None:
    """Write a file beside its place and move it there; raises with a sentence where the disk refuses."""
    draft = path.with_name(f"{path.name}.part")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), mode)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise TurnaroundError(
            f"{path.name} could not be written ({error.strerror}); name another folder, or make room."
        ) from None
