"""`python -m dashboard documents`: the documents of a saved version, written into a folder or an archive."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

REFUSED = 2
EXAMPLE = "python -m dashboard documents --version 2026-06-01 --all-clients --to documents.zip"


def options_from(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; needs no package, so that --help answers at once."""
    parser = argparse.ArgumentParser(prog="python -m dashboard documents", description=__doc__, epilog=EXAMPLE)
    parser.add_argument("command", choices=["documents"], help=argparse.SUPPRESS)
    parser.add_argument("--home", type=Path, help="folder of your own data (default: TURNAROUND_HOME, or data/local)")
    parser.add_argument("--version", help="the day on which the version starts (default: the newest)")
    whom = parser.add_mutually_exclusive_group()
    whom.add_argument("--client", help="for this client alone")
    whom.add_argument("--all-clients", action="store_true", help="for each client, in a folder of its own")
    parser.add_argument(
        "--kind", default="", help="schedule,supplement,premium,letter,report (default: all that fit); or hiring, alone"
    )
    parser.add_argument("--to", type=Path, required=True, help="a folder, or the name of a .zip file")
    return parser.parse_args(arguments)


def documents(options: argparse.Namespace) -> int:
    """Build what is asked for and write it; a sentence and 2 where that cannot be."""
    from streamlit.logger import set_log_level  # noqa: PLC0415 - no package is there before bootstrap.enter

    from pipelines.errors import TurnaroundError  # noqa: PLC0415
    from pipelines.settings import home_folder  # noqa: PLC0415

    # Streamlit's caches say on every read that no page is open.
    set_log_level("ERROR")
    os.environ["TURNAROUND_HOME"] = str(home_folder(options.home))
    try:
        written, unsold = _written(options)
    except TurnaroundError as problem:
        print(problem, file=sys.stderr)
        return REFUSED
    except OSError as problem:
        print(
            f"{options.to} cannot be written: {problem.strerror or problem}. Name another with --to.", file=sys.stderr
        )
        return REFUSED
    print(f"{written} {'document is' if written == 1 else 'documents are'} in {options.to}.")
    if unsold:
        print(f"No Premium clause for {', '.join(unsold)}: this version promises Premium clients nothing faster there.")
    return 0


def _written(options: argparse.Namespace) -> tuple[int, list[str]]:
    """How many documents there are, and for whom there is no Premium clause to sell."""
    from dashboard.loaders import folder  # noqa: PLC0415
    from dashboard.loaders.documents import document_clients  # noqa: PLC0415

    write = _archive if options.to.suffix.lower() == ".zip" else _folder
    kinds = _kinds(options)
    if kinds == [folder.HIRING]:
        return write(options.to, ((f"{name}.docx", folder.hiring_document()) for name in kinds)), []
    version = _version(options.version)
    clients: list[str | None] = [*document_clients()] if options.all_clients else [options.client]
    # Somebody who asks for the clause of one by name is told why there is none.
    unsold: list[str | None] | None = [] if options.all_clients or folder.PREMIUM not in options.kind else None
    count = write(options.to, folder.named_documents(kinds, version, clients, unsold))
    return count, [client or "all clients" for client in unsold or ()]


def _version(named: str | None) -> str:
    from dashboard import loaders  # noqa: PLC0415
    from dashboard.loaders.documents import NO_VERSION  # noqa: PLC0415
    from pipelines.errors import TurnaroundError  # noqa: PLC0415

    known = [str(version) for version in loaders.versions()["version"]]
    if not known:
        raise TurnaroundError(NO_VERSION)
    if named is not None and named not in known:
        raise TurnaroundError(f"There is no version of targets that starts on {named}; there are {', '.join(known)}.")
    return named or known[-1]


def _kinds(options: argparse.Namespace) -> list[str]:
    """What is asked for; without a word on it, all that fit: a client report needs a client."""
    from dashboard import loaders  # noqa: PLC0415
    from dashboard.loaders.folder import ALL_KINDS, HIRING, REPORT  # noqa: PLC0415
    from pipelines.errors import NoHistory, TurnaroundError  # noqa: PLC0415

    if not loaders.stamp():
        raise NoHistory("There is no history yet: load a ticket export first.")
    for_client = options.all_clients or options.client is not None
    named = [kind.strip() for kind in options.kind.split(",") if kind.strip()]
    if named == [HIRING]:
        return named
    unknown = [kind for kind in named if kind not in ALL_KINDS]
    if unknown:
        raise TurnaroundError(
            f"There is no document {unknown[0]!r}; there are {', '.join((*ALL_KINDS, HIRING))}; hiring stands alone."
        )
    if REPORT in named and not for_client:
        raise TurnaroundError("A report is of one client: name it with --client, or say --all-clients.")
    return named or [kind for kind in ALL_KINDS if for_client or kind != REPORT]


def _archive(target: Path, built: Iterable[tuple[str, bytes]]) -> int:
    from dashboard.documents import zipped  # noqa: PLC0415

    # Written beside it first: a target that can't be written is known before all is built, and an older one stays.
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".documents-", delete=False) as out:
        try:
            files = dict(built)
            out.write(zipped(files))
            out.close()
            Path(out.name).replace(target)
        finally:
            Path(out.name).unlink(missing_ok=True)
    return len(files)


def _folder(target: Path, built: Iterable[tuple[str, bytes]]) -> int:
    target.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, (name, content) in enumerate(built, start=1):  # noqa: B007 - how many there were
        file = target / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    return count
