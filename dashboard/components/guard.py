"""Errors in words: ours as they are, any other without a path, SQL or cell text."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import streamlit as st

from dashboard import wording
from dashboard.components import gate
from pipelines.errors import NoHistory, TurnaroundError

LOG = logging.getLogger("turnaround")
NEUTRAL = (
    "This part could not be shown. Reload the page; if that does not help, look at the checks on the page Data. Your"
    " history is as it was."
)


@contextmanager
def spoken() -> Iterator[None]:
    """Say what went wrong where it went wrong; the rest of the page goes on."""
    try:
        yield
    except NoHistory:
        st.info("There is no history yet: load a ticket export on the page Data.")
    except TurnaroundError as error:
        st.error(wording.plain(error), icon=":material/error:")
    except Exception as error:  # noqa: BLE001 - whatever it is, a page shows no path, SQL or cell text
        LOG.error("A part of a page failed: %s", type(error).__name__)  # noqa: TRY400 - a trace may hold cell text
        st.error(NEUTRAL, icon=":material/error:")


def fragment(part: Callable[..., None]) -> Callable[..., None]:
    """A part of a page that runs again on its own, by the gate, and says in words what went wrong in it."""

    @wraps(part)
    def guarded(*arguments: Any, **options: Any) -> None:
        gate.hold()
        with spoken():
            part(*arguments, **options)

    return st.fragment(guarded)
