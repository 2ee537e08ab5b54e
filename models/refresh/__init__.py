"""The one part here that reads a history: measured clocks -> fits -> plain tables stored beside the generation.

What is read is here; what fits is in `promises`, `backtests` and `catalogue`, which load the fitting library.
"""

from models.refresh.catalogue import accept_proposals, read_proposals, refresh_proposals
from models.refresh.stored_backtests import BackTest, ClockBackTest, read_backtest
from models.refresh.stored_promises import (
    ClockPromises,
    Promises,
    beside_today,
    contract_ladder,
    proposed,
    read_promises,
)

__all__ = [
    "BackTest",
    "ClockBackTest",
    "ClockPromises",
    "Promises",
    "accept_proposals",
    "beside_today",
    "contract_ladder",
    "proposed",
    "read_backtest",
    "read_promises",
    "read_proposals",
    "refresh_proposals",
]
