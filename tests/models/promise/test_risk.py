"""Open tickets that will miss their target: riskier ones first, said as often as it comes."""

import numpy as np
import pandas as pd
import pytest

from models.promise.known import Floats
from models.promise.risk import OpenRisk
from models.promise.scores import risk_record
from tests.models.promise.drawing import AS_OF, HOUR, history

HOURS = {"Email": 2.0, "Network": 12.0}
TARGET = 8 * HOUR
TICKETS = 4000


def stood(frame: pd.DataFrame, at: pd.Timestamp, seconds: Floats) -> pd.DataFrame:
    """How open tickets stood on a day, after so many seconds of business."""
    own = frame[["source", "ticket_id"]].assign(known_at=at, still_open=True, business_seconds=seconds, waiting=False, steps=1)
    return own.assign(quiet_seconds=own["business_seconds"], open_seconds=own["business_seconds"])


def world(seed: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, np.ndarray]:
    """Ended tickets with how they once stood; open ones, how they stand, and whether they will be late."""
    rng = np.random.default_rng(seed)
    types = rng.choice([*HOURS], TICKETS)
    whole = rng.exponential([HOURS[name] * HOUR for name in types])
    looked = rng.uniform(0, 7.9 * HOUR, TICKETS)
    still = looked < whole  # the others had ended before anybody looked
    new = still & (rng.random(TICKETS) < 0.4)
    frame = history(np.where(new, looked, whole), rng.uniform(1, 80, TICKETS), ~new, issue_type=types, target_seconds=TARGET)
    earlier = stood(frame, AS_OF, looked)[still & ~new].assign(known_at=AS_OF - pd.Timedelta(days=1))
    return frame, earlier, stood(frame, AS_OF, looked)[new], whole[new] > TARGET


@pytest.fixture(scope="module")
def told() -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    frame, earlier, now, late = world(0)
    said = OpenRisk().fit(frame, earlier).breach_risk(frame, now)
    left = (TARGET - now["business_seconds"].to_numpy()) / HOUR
    mean = frame.set_index("ticket_id").loc[now["ticket_id"], "issue_type"].map(HOURS).to_numpy(float)
    return said, late, np.exp(-left / mean)


def test_probabilities_come_true_as_often_as_they_say(told: tuple[pd.DataFrame, np.ndarray, np.ndarray]) -> None:
    said, late, truth = told
    record, best = risk_record(said["risk"].to_numpy(float), late), risk_record(truth, late)

    assert record is not None
    assert best is not None
    assert record.error < 0.06
    assert record.auc > best.auc - 0.03  # nobody can tell more than the truth that drew them
    assert best.auc > 0.75


def test_what_is_said_lies_near_the_truth_that_drew_it(told: tuple[pd.DataFrame, np.ndarray, np.ndarray]) -> None:
    said, _, truth = told

    assert np.abs(said["risk"].to_numpy(float) - truth).mean() < 0.08


def test_a_ticket_beyond_its_target_or_without_one_is_not_asked_about() -> None:
    frame, earlier, now, _ = world(1)
    frame = frame.assign(target_seconds=frame["target_seconds"].where(frame["ticket_id"] != now["ticket_id"].iloc[0]))
    now = now.assign(business_seconds=np.where(np.arange(len(now)) == 1, TARGET + 1, now["business_seconds"]))

    said = OpenRisk().fit(frame, earlier).breach_risk(frame, now)
    assert set(now["ticket_id"]) - set(said["ticket_id"]) == {*now["ticket_id"].iloc[:2]}


def test_with_few_earlier_days_the_plain_odds_stand_and_no_driver_is_named() -> None:
    frame, earlier, now, _ = world(2)
    model = OpenRisk().fit(frame, earlier.head(100))

    assert model.weights is None
    assert set(model.breach_risk(frame, now)["driver"]) == {""}
    assert model.breach_risk(frame, now.head(0)).empty


def test_asking_before_learning_is_an_error() -> None:
    frame, _, now, _ = world(3)
    with pytest.raises(RuntimeError, match="fit comes before breach_risk"):
        OpenRisk().breach_risk(frame, now)
