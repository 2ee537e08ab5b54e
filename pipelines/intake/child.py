"""The child process that opens a stranger's file: limits first, then a look at every table in it.

Run by reading.py with a request on standard input. Nothing but the standard library, numpy for texts and the workbook
reader for workbooks is imported here, so that the limits hold for the file alone.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.intake.first_look import Wanted, looks
from pipelines.intake.limits import Limits
from pipelines.intake.look import written
from pipelines.intake.preset import all_presets
from pipelines.intake.recognise import is_known


def main() -> int:
    """Look at the file of the request; the answer is looks.json, or refused.json with a sentence."""
    request = json.loads(sys.stdin.read())
    path, folder = Path(request["path"]), Path(request["folder"])
    limits = Limits(**request["limits"])
    _keep_within(limits)
    presets = all_presets(Path(request["home"]))
    wanted = Wanted(
        known=lambda header: is_known(header, presets),
        loaded=frozenset(request["known"]),
        encoding=request["encoding"],
        careful=request["careful"],
        limits=limits,
    )
    try:
        written(list(looks(path, folder, wanted)), folder / "looks.json")
    except NeedsAnswer as asks:
        _refuse(folder, {"sentence": str(asks), "question": asks.question, "choices": asks.choices})
    except FileRefused as refusal:
        _refuse(folder, {"sentence": str(refusal)})
    except (MemoryError, RecursionError):
        _refuse(folder, {"sentence": f"{path.name} needs more memory than a file may; export a shorter period."})
    return 0


def _refuse(folder: Path, answer: dict[str, Any]) -> None:
    (folder / "refused.json").write_text(json.dumps(answer), encoding="utf-8")


def _keep_within(limits: Limits) -> None:
    """Ask the system to hold this process to its limits, where it can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX alone has it

    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
