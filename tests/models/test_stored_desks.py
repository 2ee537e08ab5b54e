"""What was learnt of a desk, stored: read back as it was, and learnt anew when anything is other."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from models.desk.backtest import back_test
from models.desk.calibration import calibrate
from models.desk.timeline import Staff
from models.desk.trace import trace
from models.refresh import desks
from models.refresh.desks import learn_desk
from models.refresh.stored_desks import Learnt, name_of, read_learnt, write_learnt
from pipelines.history.generations import current_generation
from tests.loading import World
from tests.models.desk.lived import TECHNICIANS, WEEKS, lived
from tests.models.test_desk_shell import TARGETS, tickets


@pytest.fixture(scope="module")
def learnt() -> Learnt:
    demand, weeks = lived()
    fit = calibrate(trace(demand, weeks, np.arange(WEEKS), TECHNICIANS, Staff()), TECHNICIANS)
    return Learnt(fit, back_test(demand, weeks, TECHNICIANS, Staff()), "")


def test_it_is_read_back_as_it_was(tmp_path: Path, learnt: Learnt) -> None:
    write_learnt(tmp_path, "desk-1", learnt)
    again = read_learnt(tmp_path, "desk-1")

    assert again is not None
    assert again.fit == learnt.fit
    assert again.tested is not None
    assert learnt.tested is not None
    assert again.tested.fit == learnt.tested.fit
    assert again.tested.covered == learnt.tested.covered
    pd.testing.assert_frame_equal(again.tested.weeks, learnt.tested.weeks, check_dtype=False)
    assert (again.tested.resolution is None) == (learnt.tested.resolution is None)
    if again.tested.resolution and learnt.tested.resolution:
        assert again.tested.resolution.width == learnt.tested.resolution.width
        weeks = again.tested.resolution.weeks, learnt.tested.resolution.weeks
        pd.testing.assert_frame_equal(*weeks, check_dtype=False)
    pd.testing.assert_frame_equal(again.tested.answered, learnt.tested.answered, check_dtype=False)


def test_an_untested_desk_keeps_its_reason(tmp_path: Path, learnt: Learnt) -> None:
    write_learnt(tmp_path, "desk-1", replace(learnt, tested=None, why_untested="too short"))

    assert read_learnt(tmp_path, "desk-1") == replace(learnt, tested=None, why_untested="too short")
    assert read_learnt(tmp_path, "desk-2") is None


def test_a_file_that_was_cut_short_is_no_desk(tmp_path: Path, learnt: Learnt) -> None:
    write_learnt(tmp_path, "desk-1", learnt)
    file = tmp_path / "desk-1.json"
    file.write_text(file.read_text(encoding="utf-8")[:100], encoding="utf-8")

    assert read_learnt(tmp_path, "desk-1") is None


def test_whatever_is_other_has_another_name() -> None:
    demand, weeks = lived()
    later = replace(demand, response=np.concatenate([[9.0], demand.response[1:]]))
    names = {name_of(demand, weeks, Staff(), 4), name_of(later, weeks, Staff(), 4), name_of(demand, weeks, Staff(0.5), 4),
             name_of(demand, weeks, Staff(), 5)}  # fmt: skip

    assert len(names) == 4
    assert name_of(*lived(), Staff(), 4) == name_of(demand, weeks, Staff(), 4)


@pytest.mark.torture
def test_the_second_time_nothing_is_learnt(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.load({"f.csv": tickets(20), "targets.csv": TARGETS})
    first = learn_desk(world.home)
    monkeypatch.setattr(desks, "calibrate", lambda *_: pytest.fail("learnt anew"))
    second = learn_desk(world.home)

    assert second.desk.fit == first.desk.fit
    assert second.usable == first.usable
    folder = current_generation(world.home)
    assert folder is not None
    assert len(list(folder.glob("desk-*.json"))) == 1
