"""A visitor without a browser: speaks to a served dashboard over its websocket, as Streamlit's front end does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from time import perf_counter
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit
from urllib.request import urlopen

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 300
LARGEST = 1 << 26


@dataclass(frozen=True)
class Seen:
    """What one request brought, and how long it took until the script had finished."""

    seconds: float
    titles: tuple[str, ...]
    faults: tuple[str, ...]
    messages: int


@dataclass
class Visitor:
    """One open window of the dashboard."""

    address: str
    pages: dict[str, str] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        place, cookie = urlsplit(self.address).netloc, _cookie(self.address)
        self.socket: ClientConnection = connect(
            f"ws://{place}/_stcore/stream", origin=Origin(f"http://{place}"), additional_headers={"Cookie": cookie},
            subprotocols=[Subprotocol("streamlit"), Subprotocol(cookie.partition("=")[2])], max_size=LARGEST, compression=None, proxy=None, legacy=True,
        )  # fmt: skip

    def see(self, page: str = "", query: str = "") -> Seen:
        """Ask for a page by its path, and wait until all of it is there."""
        began = perf_counter()
        self.ask(page, query)
        return self.answer(began)

    def ask(self, page: str = "", query: str = "") -> None:
        """Send the request, and read nothing."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_name = query, page
        state.page_script_hash = self.pages.get(page, "")
        state.cached_message_hashes.extend(self.held)
        self.socket.send(message.SerializeToString())

    def answer(self, began: float) -> Seen:
        """Read until the script has finished."""
        titles: list[str] = []
        faults: list[str] = []
        for number in range(1, 1 << 16):
            message = self._message()
            if message.metadata.cacheable and message.hash:
                self.held.add(message.hash)
            match message.WhichOneof("type"):
                case "delta":
                    titles += _titles(message.delta)
                    faults += _faults(message.delta)
                case "navigation":
                    self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
                case "page_not_found":
                    faults.append("no such page")
                case "script_finished" if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return Seen(perf_counter() - began, tuple(titles), tuple(faults), number)
        raise AssertionError("a page that never ends")

    def leave(self) -> None:
        """Close the window."""
        self.socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.leave()

    def _message(self) -> ForwardMsg:
        message = ForwardMsg()
        received = self.socket.recv(timeout=PATIENCE)
        assert isinstance(received, bytes)
        message.ParseFromString(received)
        return message


def _cookie(address: str) -> str:
    """The cookie against forged requests, as the front end gets it before it connects."""
    with urlopen(f"{address}/_stcore/health", timeout=PATIENCE) as reply:
        headers: Mapping[str, str] = reply.headers
        return headers.get("Set-Cookie", "").partition(";")[0]


def _titles(delta: Delta) -> list[str]:
    element = delta.new_element
    return [element.heading.body] if element.WhichOneof("type") == "heading" and element.heading.tag == "h1" else []


def _faults(delta: Delta) -> list[str]:
    element = delta.new_element
    if element.WhichOneof("type") == "exception":
        return [element.exception.message]
    return [element.alert.body] if element.WhichOneof("type") == "alert" and element.alert.format == Alert.ERROR else []
