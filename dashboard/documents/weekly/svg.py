"""A few shapes of SVG as text: the same numbers always give the same bytes, and colours follow the page's theme."""

from collections.abc import Iterable, Sequence
from html import escape

Point = tuple[float, float]


def figure(width: int, height: int, title: str, told: str, parts: Iterable[str], name: str) -> str:
    """A picture that a screen reader reads; name: of its own on the page."""
    head = (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-labelledby="{name}-t {name}-d"'
        f' aria-label="{escape(title)}" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(told)}</desc>'
    )
    return head + "".join(parts) + "</svg>"


def line(points: Sequence[Point], kind: str) -> str:
    """A line through points; nothing where there is none."""
    return f'<polyline class="{kind}" points="{_pairs(points)}"/>' if len(points) > 1 else ""


def area(upper: Sequence[Point], lower: Sequence[Point], kind: str) -> str:
    """What lies between two lines."""
    around = [*upper, *reversed(lower)]
    return f'<polygon class="{kind}" points="{_pairs(around)}"/>' if len(around) > 2 else ""


def dot(at: Point, radius: float, kind: str, told: str = "") -> str:
    """A point, with what it says when one points at it."""
    inside = f"<title>{escape(told)}</title>" if told else ""
    return f'<circle class="{kind}" cx="{_n(at[0])}" cy="{_n(at[1])}" r="{_n(radius)}">{inside}</circle>'


def triangle(at: Point, size: float, kind: str, *, up: bool) -> str:
    """A sign that is not a colour alone."""
    tip = -size if up else size
    corners = [(at[0], at[1] + tip), (at[0] - size, at[1] - tip), (at[0] + size, at[1] - tip)]
    return f'<polygon class="{kind}" points="{_pairs(corners)}"/>'


def bar(x: float, y: float, width: float, height: float, kind: str) -> str:
    """A bar with round ends."""
    return f'<rect class="{kind}" x="{_n(x)}" y="{_n(y)}" width="{_n(max(width, 1))}" height="{_n(height)}" rx="2"/>'


def text(at: Point, said: str, kind: str = "", anchor: str = "start") -> str:
    """A label."""
    return f'<text class="{kind}" x="{_n(at[0])}" y="{_n(at[1])}" text-anchor="{anchor}">{escape(said)}</text>'


def _pairs(points: Iterable[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
