"""The guarantee itself, both sides; orders without a single exception; and no number out of nothing."""

import numpy as np
import pandas as pd
import pytest
from sklearn.exceptions import NotFittedError

from models.promise.curves import LADDER
from models.promise.exposure import Clocks
from models.promise.hazard import LadderHazard
from models.promise.known import Floats
from tests.models.promise.drawing import HOUR, clocks, exponential
from tests.models.promise.orders import fair_times, grid, longer_though_better

QUICK = {"max_iter": 40, "min_samples_leaf": 20}
TYPES = ("Email", "Printer", "Network", "Backup")
HOURS = {"Email": 1.0, "Printer": 3.0, "Network": 9.0, "Backup": 27.0}
DRAWS, TICKETS = 40, 700


def typed(rng: np.random.Generator, n: int) -> tuple[pd.DataFrame, Floats]:
    types = rng.choice(TYPES, n)
    return pd.DataFrame({"issue_type": types}), rng.exponential([HOURS[name] * HOUR for name in types])


def watched(rng: np.random.Generator, seconds: Floats) -> Clocks:
    """Clocks that came in over eight weeks, seen until now: the newest are often open."""
    age = rng.uniform(0, 56, len(seconds))
    seen = age * 86400 * 0.3
    return clocks(np.minimum(seconds, seen), seconds <= seen, age)


@pytest.mark.torture
def test_the_share_kept_is_the_promised_one_over_repeated_draws_with_open_tickets_among_them() -> None:
    rng = np.random.default_rng(0)
    kept: dict[float, list[float]] = {0.8: [], 0.9: []}
    for _ in range(DRAWS):
        model = LadderHazard(**QUICK)
        past, seconds = typed(rng, TICKETS)
        model.fit(past, watched(rng, seconds))
        future, came = typed(rng, 2000)
        for rate, shares in kept.items():
            shares.append(float((came <= model.promise(future, rate)).mean()))

    for rate, shares in kept.items():
        error = np.std(shares, ddof=1) / np.sqrt(DRAWS)
        assert rate - 4 * error <= np.mean(shares) <= rate + 0.01 + 4 * error
        assert error < 0.008


def test_the_share_kept_is_the_promised_one_in_each_issue_type() -> None:
    rng = np.random.default_rng(1)
    past, seconds = typed(rng, 3000)
    promised = LadderHazard().fit(past, clocks(seconds, age_days=rng.uniform(0, 90, 3000))).promise(pd.DataFrame({"issue_type": TYPES}))

    told = {name: 1 - np.exp(-own / (HOURS[name] * HOUR)) for name, own in zip(TYPES, promised, strict=True)}
    assert all(abs(share - 0.9) < 0.05 for share in told.values()), told


@pytest.mark.torture
@pytest.mark.parametrize("against", [0.0, 1.0])
def test_a_better_tier_premium_remote_work_or_a_nearer_place_never_has_the_longer_promise(against: float) -> None:
    """Not even where history shows the opposite (`against`), or nothing but noise."""
    rng = np.random.default_rng(5)
    past = grid(TYPES).sample(3000, replace=True, random_state=5, ignore_index=True)
    drift = against * (past["tier_position"] + past["premium"] - past["distance_position"].fillna(0)).to_numpy(float)
    model = LadderHazard(**QUICK).fit(past, watched(rng, rng.exponential(2.0**drift * 5 * HOUR)))

    cells = grid(TYPES)
    assert {rate: longer_though_better(cells, model.promise(cells, rate)) for rate in (0.5, 0.8, 0.9, 0.95)} == dict.fromkeys((0.5, 0.8, 0.9, 0.95), 0)
    assert sum(longer_though_better(cells, 1 - model.kept(cells, seconds)) for seconds in LADDER) == 0


def test_the_counter_of_exceptions_finds_a_planted_one() -> None:
    cells = grid(TYPES)
    planted = fair_times(cells).copy()
    assert longer_though_better(cells, planted) == 0
    planted[cells["tier_position"].eq(2).to_numpy().argmax()] = 500

    assert longer_though_better(cells, planted) > 0


def test_where_fifteen_in_a_hundred_never_close_nine_in_ten_cannot_be_promised() -> None:
    rng = np.random.default_rng(2)
    done, stuck = exponential(rng, 850), np.full(150, 400 * HOUR)
    order = rng.permutation(1000)
    own = clocks(np.concatenate([done, stuck])[order], np.repeat([True, False], [850, 150])[order], rng.uniform(200, 220, 1000))
    kinds = pd.DataFrame({"issue_type": rng.choice(TYPES, 1000)})
    model = LadderHazard(**QUICK).fit(kinds, own)

    assert np.isinf(model.promise(kinds, 0.9)).all()
    assert np.isfinite(model.promise(kinds, 0.8)).mean() > 0.9


def test_constant_times_are_promised_within_their_rung_or_the_next() -> None:
    kinds = pd.DataFrame({"issue_type": ["Email", "Printer"] * 150})
    promised = LadderHazard(**QUICK).fit(kinds, clocks(np.full(300, 3600.0))).promise(kinds.head(2))

    assert ((promised > 0.5 * HOUR) & (promised <= 1.5 * HOUR)).all(), promised / HOUR


def test_one_issue_type_alone_is_promised_its_own_share() -> None:
    rng = np.random.default_rng(3)
    kinds = pd.DataFrame({"issue_type": ["Email"] * 1000})
    promised = LadderHazard(**QUICK).fit(kinds, clocks(exponential(rng, 1000), age_days=rng.uniform(0, 80, 1000))).promise(kinds.head(1))

    assert 1 - np.exp(-promised[0] / (4 * HOUR)) == pytest.approx(0.9, abs=0.04)


def test_where_nothing_has_stopped_there_is_nothing_to_learn() -> None:
    with pytest.raises(ValueError, match="no clock has stopped"):
        LadderHazard().fit(pd.DataFrame({"issue_type": ["Email"] * 3}), clocks(np.ones(3), stopped=False))


@pytest.mark.parametrize("verb", ["promise", "kept", "breach_risk", "explain"])
def test_asking_before_learning_is_an_error(verb: str) -> None:
    kinds = pd.DataFrame({"issue_type": ["Email"]})
    rest = {"promise": (), "kept": (60.0,), "breach_risk": (np.ones(1), np.ones(1)), "explain": ({"issue_type": "Email"},)}[verb]

    with pytest.raises(NotFittedError):
        getattr(LadderHazard(), verb)(kinds, *rest)


def test_shuffled_rows_give_nearly_the_same_promise() -> None:
    """Not the same one: who judges whom in the cross-fit goes by the row's number."""
    rng = np.random.default_rng(4)
    past, seconds = typed(rng, 2000)
    own = watched(rng, seconds)
    order = rng.permutation(2000)
    asked = pd.DataFrame({"issue_type": TYPES})
    one = LadderHazard(**QUICK).fit(past, own).promise(asked)
    other = LadderHazard(**QUICK).fit(past.iloc[order], own[order]).promise(asked)

    assert np.abs(np.log(one / other)).max() < np.log(1.25)


def test_the_same_rows_give_the_very_same_promise() -> None:
    rng = np.random.default_rng(4)
    past, seconds = typed(rng, 500)
    own = watched(rng, seconds)
    fits = [LadderHazard(**QUICK).fit(past, own).promise(past) for _ in range(2)]

    assert fits[0].tobytes() == fits[1].tobytes()


def test_an_explanation_is_the_ratio_of_two_promises() -> None:
    rng = np.random.default_rng(6)
    past, seconds = typed(rng, 2000)
    model = LadderHazard(**QUICK).fit(past, clocks(seconds, age_days=rng.uniform(0, 80, 2000)))
    asked = pd.DataFrame({"issue_type": ["Network", "Email"]})
    factor = model.explain(asked, {"issue_type": "Email"})

    assert factor[0] == model.promise(asked)[0] / model.promise(asked)[1]
    assert factor[0] == pytest.approx(9, rel=0.4)
    assert factor[1] == 1


def test_an_open_ticket_grows_riskier_as_its_time_is_used_up() -> None:
    rng = np.random.default_rng(7)
    past, seconds = typed(rng, 2000)
    model = LadderHazard(**QUICK).fit(past, clocks(seconds, age_days=rng.uniform(0, 80, 2000)))
    asked = pd.DataFrame({"issue_type": ["Network"] * 4})
    risk = model.breach_risk(asked, np.full(4, 20 * HOUR), np.array([0, 5, 10, 19.5]) * HOUR)

    assert (np.diff(risk) > 0).all()
    assert risk[2] == pytest.approx(np.exp(-10 / 9), abs=0.1)  # no memory: of those open after ten hours, later than twenty


def test_work_that_takes_longer_than_four_weeks_is_promised_from_older_tickets() -> None:
    dice = np.random.default_rng(8)
    true, age = dice.exponential(130 * 3600.0, 4_000), dice.uniform(0, 365 * 86400.0, 4_000)
    watched = age * 0.25
    clocks = Clocks(np.minimum(true, watched), true <= watched, age, np.full(4_000, 0.25))

    promised = LadderHazard().fit(pd.DataFrame({"issue_type": ["Email"] * 4_000}), clocks).promise(pd.DataFrame({"issue_type": ["Email"]}))
    assert promised[0] == pytest.approx(130 * 3600 * np.log(10), rel=0.15)
