"""The service catalogue in words: how much of the history it covers, and how far proposals can be trusted."""

from dashboard.wording.numbers import count, counted, percent

PROPOSE = "What tickets without a category are about can be learnt from the subjects of those that have one."
OTHERS = "Tickets without a category may be of other kinds than the ones this was tried on: look at the examples first."


def covered(tickets: int, placed: int, accepted: int, unknown: int, silent: int) -> str:
    """How much is in the catalogue, and what is not."""
    told = [f"**{count(placed)} of {counted(tickets, 'ticket')} are in the catalogue.**"]
    if unknown:
        told.append(
            f"{counted(unknown, 'ticket')} keep{'s' if unknown == 1 else ''} the name of a category of your own."
        )
    if accepted:
        told.append(f"{counted(accepted, 'ticket')} got an issue type by a proposal that you accepted.")
    if silent:
        told.append(f"{count(silent)} {'has' if silent == 1 else 'have'} no category that says what it is about.")
    return " ".join(told)


def trusted(proposed: int, untold: int, judged: int, precision: float, interval: tuple[float, float]) -> str:
    """What is proposed, and how right that was where the answer is known."""
    low, high = (percent(end) for end in interval)
    sure = percent(precision, 0.9)
    return (
        f"**{count(proposed)} of {counted(untold, 'ticket')} without a category {'has' if proposed == 1 else 'have'} a"
        f" proposal.** Tried on {counted(judged, 'other subject')} whose category is known, {sure} were right"
        f" ({low} to {high})."
    )


def known_right(right: float, proposed: int) -> str:
    """Such as "38 of 40"; one line's record."""
    return f"{right:.0f} of {count(proposed)}" if proposed else "none tried"
