"""`python -m tests`: sets up what tests need, then lint, format, types and tests; further words go to pytest."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dashboard import bootstrap

if TYPE_CHECKING:
    from collections.abc import Sequence

CHECKS = {
    "lint": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "types": ("mypy",),
}


def main(arguments: Sequence[str]) -> int:
    """Show everything that fails, not only the first; pytest's own summary stands last."""
    try:
        bootstrap.enter("tests", bootstrap.DEVELOPMENT, arguments)
        failed = [name for name, command in CHECKS.items() if step(name, command)]
        if failed:
            bootstrap.say(f"FAILED before the tests: {', '.join(failed)}.")
        # Every processor: most of a test is a child process that opens a file.
        return step("tests", ("pytest", "-n", "auto", *arguments)) or len(failed)
    except (bootstrap.SetupFailed, OSError) as problem:
        print(f"Turnaround: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def step(name: str, command: Sequence[str]) -> int:
    """Run one tool of this environment in the checkout."""
    bootstrap.say(f"{name}: {' '.join(command)}")
    return bootstrap.run([sys.executable, "-m", *command], cwd=bootstrap.ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
