"""An upgrade that dies at any moment leaves the old history whole, and is done by the next one."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipelines import keeping, upgrading
from pipelines.history.generations import open_history, version_of
from pipelines.history.schema_version import VERSION
from tests.conftest import ROOT
from tests.pipelines.upgrades.conftest import facts, unpack
from tests.torture.measured import Tell, full

pytestmark = [pytest.mark.torture, pytest.mark.skipif(os.name == "nt", reason="Windows kills otherwise")]
KILLS = 200 if full() else 12
# Says when it begins: what a process needs to start is no part of an upgrade.
UPGRADE = """
import sys
from pathlib import Path
from pipelines import upgrading
print("begins", flush=True)
upgrading.upgrade(Path(sys.argv[1]))
print("done", flush=True)
"""


def test_killed_at_any_moment_it_is_the_old_history_or_the_new_one(tmp_path: Path, tell: Tell) -> None:
    kept = facts(unpack("0-middle", tmp_path / "before"))
    dice, took, old, new = random.Random(7), _undisturbed(tmp_path), 0, 0

    for number in range(KILLS):
        home = unpack("0-middle", tmp_path / f"home-{number}")
        _killed(home, after=dice.uniform(0, took))
        found = version_of(home)
        old, new = old + (found == 0), new + (found == VERSION)
        assert found in {0, VERSION}
        assert {table: rows for table, rows in facts(home).items() if table in kept} == kept
        upgrading.upgrade(home)
        open_history(home).close()
        assert len(keeping.loads(home)) == 7

    tell("upgrades killed", KILLS)
    tell("upgrades killed: the old history stood", old)
    tell("upgrades killed: the new one stood already", new)
    tell("upgrades killed: facts lost", 0)
    assert old > 0


def _undisturbed(tmp_path: Path) -> float:
    """How long it takes here and now."""
    child = _begun(unpack("0-middle", tmp_path / "undisturbed"))
    began = time.monotonic()
    assert child.wait() == 0
    return time.monotonic() - began


def _killed(home: Path, after: float) -> None:
    child = _begun(home)
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    child.wait()


def _begun(home: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen([sys.executable, "-c", UPGRADE, str(home)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "begins\n"
    return child
