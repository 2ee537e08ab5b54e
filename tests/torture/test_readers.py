"""Readers never wait or fail during an import: ten of them, while a writer loads and is killed again and again."""

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from pipelines.journey import load_files
from tests.conftest import ROOT
from tests.loading import UTC
from tests.torture.killing import ENVIRONMENT, Point, killed, lived
from tests.torture.measured import Tell, full
from tests.torture.wholeness import told, week_files

pytestmark = pytest.mark.torture
READERS = 10
SECONDS = 60 if full() else 15
LEAST = 4  # kills and loads, however slow the machine


@pytest.fixture
def home(tmp_path: Path) -> Path:
    load_files(tmp_path / "home", week_files(tmp_path / "home", 0), UTC)
    return tmp_path / "home"


def reading(home: Path, stop: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.torture.reading", str(home), str(stop)]
    return subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)


def test_ten_readers_see_only_whole_histories_and_none_goes_backward(home: Path, tmp_path: Path, tell: Tell) -> None:
    random, stop, done = Random(7), tmp_path / "stop", Counter[str]()
    words = ["load", "--timezone", "UTC", "--home", str(home)]
    life = lived("pipelines", [*words, *map(str, week_files(home, 1))], tmp_path / "acts")
    readers = [reading(home, stop) for _ in range(READERS)]
    try:
        ends, number = time.monotonic() + SECONDS, 2
        while time.monotonic() < ends or min(done["killed"], done["loaded"]) < LEAST:
            phase = random.choice(sorted(life.acts)) if random.random() < 0.6 else "none"
            point = Point(0, phase, random.randint(1, life.acts.get(phase, 1)))
            code = killed("pipelines", [*words, *map(str, week_files(home, number))], point, life)
            done["killed" if code else "loaded"] += 1
            number += code == 0
    finally:
        stop.touch()
    seen = [json.loads(reader.communicate()[0]) for reader in readers]

    reads = sum(reader.get("reads", 0) for reader in seen)
    tell(f"{READERS} readers for {SECONDS} s", f"{reads:,} reads, {done['killed']} writer kills, {done['loaded']} loads; failed, torn, backward 0")
    assert [(reader.get("failed", 0), reader["torn"], reader["backward"]) for reader in seen] == [(0, 0, 0)] * READERS, seen
    assert all(reader["reads"] > 1 for reader in seen)
    assert sum(reader.get("steps", 0) for reader in seen) > 0
    assert {f"week-{loaded}.csv" for loaded in range(number)} <= told(home).files
