"""The parent's side of a first look: a child opens the file within limits, and only what it wrote down comes back."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from pipelines.errors import FileRefused, NeedsAnswer
from pipelines.intake.limits import SHELL, Limits, in_words
from pipelines.intake.look import Look
from pipelines.settings import ROOT

COMMAND = (sys.executable, "-m", "pipelines.intake.child")


def looked_at(
    path: Path,
    folder: Path,
    home: Path,
    *,
    encoding: str | None = None,
    known: Iterable[str] = (),
    careful: bool = False,
    limits: Limits = SHELL,
) -> list[Look]:
    """The tables of a file, with their copies in `folder`; those whose SHA-256 is `known` are only named.

    `careful` copies a table even where it looks rectangular. Raises FileRefused or NeedsAnswer with a sentence.
    """
    _refuse_what_is_no_file(path, limits)
    request = {
        "path": str(path.resolve()), "folder": str(folder), "home": str(home), "limits": asdict(limits),
        "encoding": encoding, "known": sorted(known), "careful": careful,
    }  # fmt: skip
    _run(path.name, json.dumps(request), limits)
    refused, looks = folder / "refused.json", folder / "looks.json"
    if refused.exists():
        said = json.loads(refused.read_text(encoding="utf-8"))
        if "question" in said:
            raise NeedsAnswer(said["sentence"], said["question"], said["choices"])
        raise FileRefused(said["sentence"])
    return [Look.from_json(look) for look in json.loads(looks.read_text(encoding="utf-8"))]


def sha256_of(path: Path, limits: Limits = SHELL) -> str:
    """The SHA-256 of a file's bytes; raises FileRefused where it cannot be read."""
    _refuse_what_is_no_file(path, limits)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_what_is_no_file(path: Path, limits: Limits) -> None:
    if path.is_dir():
        raise FileRefused(f"{path.name} is a folder; name the files in it.")
    if not path.exists():
        raise FileRefused(f"{path.name} is not there; check the name of the file.")
    if not path.is_file():
        raise FileRefused(f"{path.name} is not an ordinary file; name an export that was saved to disk.")
    if path.stat().st_size > limits.file_bytes:
        raise FileRefused(f"{path.name} is larger than {in_words(limits.file_bytes)}; export a shorter period.")
    if not os.access(path, os.R_OK):
        raise FileRefused(f"{path.name} cannot be opened; close it in other programs and check its permissions.")


def _run(name: str, request: str, limits: Limits) -> None:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            COMMAND, input=request, encoding="utf-8", errors="replace", cwd=ROOT, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=limits.seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise FileRefused(f"{name} took too long to read, so it was left; export a shorter period.") from None
    if done.returncode == 0:
        return
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL) if os.name != "nt" else False:
        raise FileRefused(f"{name} took too long to read, so it was left; export a shorter period.")
    if "TURNAROUND_TRACE" in os.environ:
        sys.stderr.write(done.stderr)
    raise FileRefused(
        f"{name} could not be read: it is damaged, or needs more than {in_words(limits.memory_bytes)} of memory."
        " Export it again, best as CSV and for a shorter period."
    )
