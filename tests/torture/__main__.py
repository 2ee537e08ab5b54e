"""`python -m tests.torture`: sets up what tests need, then the slow proofs; --full makes them longer; more words go to pytest."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from dashboard import bootstrap

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Run everything that is marked as torture; pytest's own summary stands last."""
    try:
        bootstrap.enter("tests.torture", bootstrap.DEVELOPMENT, arguments)
        full = "--full" in arguments
        words = [word for word in arguments if word != "--full"]
        environment = {**os.environ, "TURNAROUND_TORTURE": "full" if full else "usual"}
        command = [sys.executable, "-m", "pytest", "-m", "torture", *words]
        return bootstrap.run(command, environment=environment, cwd=bootstrap.ROOT)
    except (bootstrap.SetupFailed, OSError) as problem:
        print(f"Turnaround: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
