"""Several lanes of one desk at once, compiled where there is a compiler: the same tickets, other crews and buyers."""

import numpy as np

from models.desk.kernel import COMPILED, Bytes, Crew, Flags, Floats, Hours, Promises, Work, run_lane, tally_lane
from models.desk.lockstep import run_lanes_together, tally_together

COUNTS = 6
RESPONSES, RESPONSES_KEPT, TICKETS, WAITED, RESOLUTIONS, RESOLUTIONS_KEPT = range(COUNTS)


def run_lanes(work: Work, hours: Hours, crew: Crew, there: Flags, premium: Bytes) -> tuple[Floats, Floats, Floats]:
    """Answered and done [lane, ticket] and busy [lane, technician], in hours.

    there[lane, technician], premium[lane, ticket].
    """
    if not COMPILED:
        return run_lanes_together(work, hours, crew, there, premium)
    answered, done = np.empty((2, *premium.shape))
    busy = np.empty(there.shape)
    for lane in range(len(there)):
        run_lane(work, hours, crew, there[lane], premium[lane], answered[lane], done[lane], busy[lane])
    return answered, done, busy


def tally(
    work: Work, hours: Hours, crew: Crew, promises: Promises, there: Flags, premium: Bytes, shape: tuple[int, int]
) -> tuple[Floats, Floats]:
    """Counts [lane, row, premium, month, count] of `shape` (rows, months), and busy hours [lane, technician]."""
    counts = np.zeros((len(there), shape[0], 2, shape[1], COUNTS))
    if not COMPILED:
        answered, done, busy = run_lanes_together(work, hours, crew, there, premium)
        tally_together(work, hours, promises, premium, answered, done, counts)
        return counts, busy
    answered, done = np.empty((2, premium.shape[1]))
    busy = np.empty(there.shape)
    for lane in range(len(there)):
        run_lane(work, hours, crew, there[lane], premium[lane], answered, done, busy[lane])
        tally_lane(work, hours, promises, premium[lane], answered, done, counts[lane])
    return counts, busy
