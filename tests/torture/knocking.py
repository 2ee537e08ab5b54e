"""A visitor without a browser: opens the dashboard's websocket with headers of its own choosing, and hears what it says."""

import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from socket import create_connection
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

SECONDS = 30


@dataclass(frozen=True)
class Heard:
    """Whether the door opened at all, every byte that came through it, and the session's name."""

    opened: bool
    said: bytes = b""
    session: str = ""


class Door:
    """An open websocket: what is asked through it, and what was heard so far."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self.session = ""
        self.fragments: set[str] = set()

    def ask(self, *messages: BackMsg) -> bytes:
        """Send these at once, and hear everything until a run has ended."""
        said = b""
        for message in messages:
            self._socket.send(message.SerializeToString())
        while True:
            frame = self._socket.recv(SECONDS)
            assert isinstance(frame, bytes)
            said += frame
            told = ForwardMsg.FromString(frame)
            self.session = told.new_session.initialize.session_id or self.session
            self.fragments |= {told.delta.fragment_id} - {""}
            if told.WhichOneof("type") == "script_finished" and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return said


def asking(path: str = "", **more: object) -> BackMsg:
    """Run the script, with whatever else a browser could ask of it."""
    asked = BackMsg()
    asked.rerun_script.page_name = path
    for name, value in more.items():
        setattr(asked.rerun_script, name, value)
    return asked


@contextmanager
def door(address: str, headers: Mapping[str, str] | None = None, *, origin: str | None = "", token: str = "", session: str = "") -> Iterator[Door]:
    """A websocket with headers of our own choosing; raises where it does not open."""
    protocols = ["streamlit", token or "-", *([session] if session else [])]
    more, where = dict(headers or {}), urlsplit(address)
    with connect(
        f"ws://{more.pop('Host', where.netloc)}/_stcore/stream", sock=create_connection((where.hostname, where.port)), additional_headers=more, origin=None if origin is None else Origin(origin or address),
        subprotocols=[Subprotocol(one) for one in protocols], max_size=None, open_timeout=SECONDS, proxy=None,
    ) as socket:  # fmt: skip
        yield Door(socket)


def knock(address: str, headers: Mapping[str, str] | None = None, messages: Sequence[BackMsg] = (), *, origin: str | None = "", token: str = "", session: str = "") -> Heard:
    """Open the door, ask for each of these (else: for the first page), and listen."""
    try:
        with door(address, headers, origin=origin, token=token, session=session) as opened:
            said = b"".join(opened.ask(message) for message in messages or (asking(),))
            return Heard(True, said, opened.session)
    except InvalidStatus:
        return Heard(opened=False)


def fetched(url: str, headers: Mapping[str, str] | None = None, method: str = "GET", body: bytes | None = None) -> tuple[int, bytes, Message]:
    """What a request answers: its status, body and headers; a refusal is an answer."""
    asked = urllib.request.Request(url, data=body, headers=dict(headers or {}), method=method)
    try:
        with urllib.request.urlopen(asked, timeout=SECONDS) as reply:
            return reply.status, reply.read(), reply.headers
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read(), refused.headers


def xsrf(address: str) -> str:
    """The token that the server gives to whoever asks."""
    cookie = fetched(f"{address}/_stcore/health")[2]["Set-Cookie"]
    return cookie.split("_streamlit_xsrf=")[1].split(";")[0].strip('"')
