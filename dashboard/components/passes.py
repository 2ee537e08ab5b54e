"""A part that is drawn twice in one run, first and whole, needs a key of its own each time."""


def key(name: str, *, whole: bool) -> str:
    """The part's key: as it is in the whole answer."""
    return name if whole else f"{name}-first"
