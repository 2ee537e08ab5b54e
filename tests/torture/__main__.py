"""`python -m tests.torture [PROOF ...]`: the slow proofs, or those named (kills, bombs, ...); --full makes them longer.

Sets up what tests need first; every other word goes to pytest. The figures that were measured stand above its last line.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard import bootstrap

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent


def main(arguments: Sequence[str]) -> int:
    """Run everything that is marked as torture, or the proofs that are named; pytest's own summary stands last."""
    try:
        bootstrap.enter("tests.torture", bootstrap.DEVELOPMENT, arguments)
        environment = {**os.environ, "TURNAROUND_TORTURE": "full" if "--full" in arguments else "usual"}
        words = [_as_file(word) for word in arguments if word != "--full"]
        # Every processor: most of a proof is child processes, and none asserts a time that another could take from it.
        command = [sys.executable, "-m", "pytest", "-m", "torture", "-n", "auto", *words]
        return bootstrap.run(command, environment=environment, cwd=bootstrap.ROOT)
    except (bootstrap.SetupFailed, OSError) as problem:
        print(f"Turnaround: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _as_file(word: str) -> str:
    file = HERE / f"test_{word}.py"
    return str(file.relative_to(bootstrap.ROOT)) if file.exists() else word


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
