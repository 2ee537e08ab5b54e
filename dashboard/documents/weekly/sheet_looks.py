"""How cells of the workbook look: a sign before what is off, never a colour alone."""

from typing import Any

from dashboard.wording import scorecard as words
from pipelines.scorecard import HOURS, SHARES

INK, QUIET, RULE = "#1b2333", "#5d6878", "#dfe3e9"
FILLS = {"talk": "#fbe3cc", "met": "#d3ece7", "odd": "#e6e9ee"}


class Looks:
    """Formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._numbers: dict[tuple[str, str], Any] = {}
        self.title = self._made(bold=True, font_size=15)
        self.head = self._made(bold=True, font_color=QUIET, bottom=1, bottom_color=RULE, valign="vcenter")
        self.head_day = self._made(
            bold=True, font_color=QUIET, bottom=1, bottom_color=RULE, num_format="d mmm", align="right"
        )
        self.head_right = self._made(bold=True, font_color=QUIET, bottom=1, bottom_color=RULE, align="right")
        self.text = self._made()
        self.right = self._made(align="right")
        self.top = self._made(bold=True, valign="top")
        self.wrapped = self._made(text_wrap=True, valign="top")
        self.note = self._made(font_color=QUIET, italic=False)
        self.few = self._made(font_color=QUIET, align="right")
        self.count = self._made(num_format="#,##0", font_color=QUIET)
        self.hours = self._made(num_format="#,##0.0")
        self.times = self._made(num_format='0.0"×"')
        self.share = self._made(num_format="0%")
        self.share_digits = self._made(num_format="0.0%")
        self.moment = self._made(num_format="d mmm yyyy hh:mm", align="left")
        self.day = self._made(num_format="d mmm yyyy", align="right")

    def number(self, name: str, mark: str) -> Any:
        """A number of the scorecard with its sign in front."""
        if (name, mark) not in self._numbers:
            sign = words.SIGNS.get(mark, "")
            shape = f'"{sign} "{_shape(name)}' if sign else _shape(name)
            more = {"bg_color": FILLS[mark]} if mark in FILLS else {}
            self._numbers[name, mark] = self._made(num_format=shape, align="right", bold=mark == "talk", **more)
        return self._numbers[name, mark]

    def _made(self, **look: Any) -> Any:
        return self._book.add_format({"font_name": "Calibri", "font_size": 10.5, "font_color": INK, **look})


def _shape(name: str) -> str:
    if name in SHARES:
        return "0.0%"
    if name in HOURS:
        return '0.00" h"'
    return {"closed_per_opened": "0.00", "per_technician": "0.0"}.get(name, "#,##0")
