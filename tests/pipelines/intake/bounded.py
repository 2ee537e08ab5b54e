"""Reading in a process of its own with the memory of the page, so that a file that would end it ends only that."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

READ = """
import resource
from pathlib import Path
from pipelines.errors import TurnaroundError
from pipelines.intake.limits import PAGE
from pipelines.intake.{module} import *

resource.setrlimit(resource.RLIMIT_AS, (PAGE.memory_bytes, PAGE.memory_bytes))
path = Path({path!r})
try:
    print({expression})
except TurnaroundError as refusal:
    print(type(refusal).__name__, refusal)
"""


def bounded(folder: Path, module: str, expression: str, path: Path) -> str:
    """What the expression gives or is refused with; a process that dies fails the test."""
    script = folder / "read.py"
    script.write_text(READ.format(module=module, expression=expression, path=str(path)))
    done = subprocess.run(
        [sys.executable, str(script)], cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False, timeout=60,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout
