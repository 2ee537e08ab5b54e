"""python -m dashboard.reporting: writes the report of a week, and mails it; `python -m dashboard report` starts it."""

import argparse
import logging
import os
import sys
import warnings
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from pipelines.errors import TurnaroundError
from pipelines.mail_settings import PASSWORD

REFUSED = 2


def main(arguments: Sequence[str]) -> int:
    """0 all done; 2 with a sentence where something has to be mended first."""
    parser = argparse.ArgumentParser(prog="python -m dashboard report", description=__doc__)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--week")
    parser.add_argument("--to", type=Path)
    parser.add_argument("--mail", action="store_true")
    parser.add_argument("--mail-if-set-up", action="store_true")
    parser.add_argument("--failed", action="append", default=[], help="a step of the week that failed before this one")
    options = parser.parse_args(arguments)
    if options.home:
        os.environ["TURNAROUND_HOME"] = str(options.home)
    # Outside its server, Streamlit's cache says on every call that it works in memory.
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")
    try:
        _report(options)
    except TurnaroundError as problem:
        print(f"Turnaround: {problem}", file=sys.stderr)
        return REFUSED
    return 0


def _report(options: argparse.Namespace) -> None:
    from dashboard.documents import weekly  # noqa: PLC0415 - a wrong option is told before the heavy packages load
    from dashboard.loaders.report import weekly_facts  # noqa: PLC0415
    from dashboard.reporting import mail  # noqa: PLC0415
    from pipelines.settings import home_folder, read_settings  # noqa: PLC0415

    home = home_folder()
    settings = read_settings(home).email
    if options.mail:
        mail.check(settings)
    told = replace(weekly_facts(_week(options.week), staffing=True), failed=tuple(options.failed))
    page, workbook = weekly.page(told), weekly.workbook(told)
    written = write(options.to or home / "reports", f"turnaround-{told.week}", {"html": page, "xlsx": workbook})
    print(f"Turnaround: {weekly.subject(told)}.")
    for file in written:
        print(f"Turnaround: written to {file}.")
    if options.mail or (options.mail_if_set_up and settings.is_set_up):
        names = [(file.name, file.read_bytes()) for file in written]
        mail.send(
            settings,
            mail.message(settings, weekly.subject(told), [*weekly.warnings(told), *weekly.sentences(told)], names),
            os.environ.get(PASSWORD, ""),
        )
        readers = len(settings.recipients)
        print(f"Turnaround: sent to {readers} {'reader' if readers == 1 else 'readers'}.")


def _week(written: str | None) -> date:
    """The week that holds the day, or the newest complete one; raises TurnaroundError where it is none."""
    from dashboard import loaders  # noqa: PLC0415
    from pipelines.errors import NoHistory  # noqa: PLC0415

    known = loaders.weeks()
    if not known:
        raise NoHistory("There is no ticket in the history yet: load a ticket export first.")
    if written is None:
        return loaders.newest_complete_week()
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise TurnaroundError(f"{written!r} is not a date; write the week's Monday such as 2026-03-02.") from None
    week = day - timedelta(days=day.weekday())
    if week not in known:
        raise TurnaroundError(
            f"The week of {week} is outside the history, which goes from the week of {known[-1]} to that of {known[0]}."
        )
    return week


def write(folder: Path, name: str, files: dict[str, bytes]) -> list[Path]:
    """Write each file whole or not at all; raises TurnaroundError where the folder cannot be written."""
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for ending, content in files.items():
            draft, file = folder / f".{name}.{ending}.next", folder / f"{name}.{ending}"
            draft.write_bytes(content)
            draft.replace(file)
            written.append(file)
    except OSError as error:
        raise TurnaroundError(
            f"The report cannot be written into {folder} ({error.strerror or type(error).__name__}): name another"
            " folder with --to, or close the file where it is open."
        ) from None
    return written


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
