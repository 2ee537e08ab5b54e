"""A home in which every text of a stranger wants to be more than a text, and one who listens for what gets through."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from models.refresh.promises import refresh
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from tests.dashboard.worlds import FIRST_MONDAY

WEEKS, A_WEEK = 16, 40
MARK = "hit"


class Listener(ThreadingHTTPServer):
    """Every request that a text made somebody send."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Hears)
        self.heard: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Hears(BaseHTTPRequestHandler):
    server: Listener

    def do_GET(self) -> None:
        self.server.heard.append(self.path)
        self.send_response(204)
        self.end_headers()

    do_POST = do_HEAD = do_GET  # noqa: N815 - names that the server looks for

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def listening() -> Iterator[Listener]:
    """One that hears until the end."""
    ear = Listener()
    Thread(target=ear.serve_forever, daemon=True).start()
    try:
        yield ear
    finally:
        ear.shutdown()
        ear.server_close()


def texts(where: str) -> list[str]:
    """What wants to fetch, to run, to be bold, or to be a formula."""
    return [
        f"![x]({where}/markdown.png)", f'<img src="{where}/img.png" onerror="window.{MARK}=1">', f"<script src='{where}/s.js'></script>", f"<script>window.{MARK}=1;alert(1)</script>",
        f"[a](javascript:window.{MARK}=1)", f"![x][y]\n\n[y]: {where}/ref.png", ":material/skull:", "$\\LaTeX$ $$\\frac{1}{2}$$", ":red[warm] :red-badge[x]", f'"><svg onload="fetch(\'{where}/svg\')">',
        f"<iframe src={where}/frame></iframe>", f"<style>@import '{where}/style.css';</style>", f"<link rel=stylesheet href={where}/link.css>", f'=HYPERLINK("{where}/cell","x")', "=cmd|'/C calc'!A0", f"<b>{MARK}</b> <i>{MARK}</i>",
    ]  # fmt: skip


def home_of(folder: Path, where: str) -> Path:
    """Sixteen weeks of tickets in which every word is hostile."""
    names = texts(where)
    exports = folder / "exports"
    exports.mkdir(parents=True)
    clients = [["client", "site", "tier", "calendar", "timezone", "distance_km", "users", "monthly_fee", "premium_since"]]
    clients += [[name, name, names[place % 3], "standard", "Europe/London", str(5 + 10 * place), "20", "900", ""] for place, name in enumerate(names)]
    targets = [["valid_from", "clock", "tier", "issue_type", "priority", "amount", "unit"]]
    targets += [["2026-01-01", clock, "", name, "", str(4 + place), "business_hours"] for clock in ("resolution", "first_response") for place, name in enumerate(names)]
    rows = [["ticket_id", "opened_at", "first_response_at", "resolved_at", "client", "site", "issue_type", "work_mode", "technician", "status", "priority", "subject", "tier"]]
    for number in range(WEEKS * A_WEEK):
        week, place = divmod(number, A_WEEK)
        opened = FIRST_MONDAY + timedelta(weeks=week, days=place % 5, minutes=7 * (place // 5))
        took = timedelta(days=2) if number % 10 == 0 else timedelta(minutes=60 + place)
        name, other = names[number % len(names)], names[(number * 7 + 3) % len(names)]
        still_open = number >= WEEKS * A_WEEK - 20
        rows.append([
            f"{number}-{other}", f"{opened:%Y-%m-%d %H:%M}", f"{opened + timedelta(minutes=20):%Y-%m-%d %H:%M}", "" if still_open else f"{opened + took:%Y-%m-%d %H:%M}",
            name, name, other, "on_site" if number % 4 == 0 else "remote", other, "Open" if still_open else "Closed", name, other, names[number % len(names) % 3],
        ])  # fmt: skip
    home = folder / "home"
    home.mkdir()
    files = []
    for name, table in (("clients", clients), ("targets", targets), ("<img src=x onerror=window.hit=1> =1+1 tickets", rows)):
        files.append(exports / f"{name}.csv")
        written = io.StringIO()
        csv.writer(written).writerows(table)
        files[-1].write_text(written.getvalue(), encoding="utf-8")
    load_files(home, files, Answers(allow_quarantine=True))
    refresh(home)
    return home
