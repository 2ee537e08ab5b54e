"""The server's defaults, asked for by a stranger: other hosts, other origins, no token, too much, what lies about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import end, start
from tests.dashboard.worlds import CLIENTS, TARGETS, home_with, tickets
from tests.torture.knocking import asking, fetched, knock, xsrf

pytestmark = pytest.mark.torture
CONFIDENTIAL = (b"Alder Dental", b"Bexley Motors", b"Password reset", b"Printer fault")
BOUNDARY = "part"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """As it ships, on this computer alone."""
    folder = tmp_path_factory.mktemp("served")
    home = home_with(folder, clients=CLIENTS, targets=TARGETS, tickets=tickets(2, 8))
    address, server = start(home, folder / "log.txt")
    yield address
    end(server)


def confidential(said: bytes) -> list[bytes]:
    return [word for word in CONFIDENTIAL if word in said]


def upload(served: str, session: str, headers: dict[str, str], size: int = 10) -> tuple[int, bytes]:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n'.encode()
    body = head + b"x" * size + f"\r\n--{BOUNDARY}--\r\n".encode()
    code, said, _ = fetched(f"{served}/_stcore/upload_file/{session}/1", {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", **headers}, "PUT", body)
    return code, said


def test_this_computer_sees_its_figures(served: str) -> None:
    assert len(confidential(knock(served).said)) >= 3


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:8501", "0.0.0.0", "[::1]"])  # noqa: S104 - refused
def test_another_host_name_is_refused(served: str, host: str) -> None:
    """A web page that renames itself to this computer's address sends its own name."""
    assert not knock(served, {"Host": host}, origin=f"http://{host}").opened
    for path in ("/", "/data", "/_stcore/health", "/_stcore/host-config", "/_stcore/metrics"):
        assert confidential(fetched(served + path, {"Host": host})[1]) == []


def test_a_host_that_is_allowed_opens_and_is_then_refused_by_the_page(tmp_path: Path) -> None:
    """So what was refused above was refused for its name."""
    address, server = start(home_with(tmp_path, clients=CLIENTS, tickets=tickets(1, 8)), tmp_path / "log.txt", "--server.allowedHosts", "evil.example")
    try:
        heard = knock(address, {"Host": "evil.example"}, origin="http://evil.example")
    finally:
        end(server)

    assert heard.opened
    assert b"answers this computer only" in heard.said
    assert confidential(heard.said) == []


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "file://", "http://127.0.0.1.evil.example"])
def test_another_origin_is_refused(served: str, origin: str) -> None:
    assert not knock(served, origin=origin).opened
    allowed = fetched(f"{served}/_stcore/health", {"Origin": origin})[2].get("Access-Control-Allow-Origin")
    assert allowed not in ("*", origin)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host"])
def test_what_a_proxy_passes_on_sees_nothing(served: str, header: str) -> None:
    heard = knock(served, {header: "203.0.113.9"})

    assert heard.opened
    assert confidential(heard.said) == []


def test_an_upload_needs_a_session_and_its_token(served: str) -> None:
    token, heard = xsrf(served), knock(served)
    ours = {"Cookie": f"_streamlit_xsrf={token}", "X-Xsrftoken": token}

    assert upload(served, heard.session, {})[0] == 403
    assert upload(served, heard.session, {"Cookie": f"_streamlit_xsrf={token}"})[0] == 403
    assert upload(served, heard.session, ours | {"X-Xsrftoken": xsrf(served)})[0] == 403
    assert upload(served, "of-nobody", ours)[0] == 400


@pytest.mark.parametrize("path", [
    "/app/static/x", "/static/../../../data/settings.toml", "/..%2f..%2fdata/settings.toml", "/media/0000.csv", "/component/x/../../app.py", "/_stcore/message?hash=x",
    "/dashboard/app.py", "/views/loading.py", "/.streamlit/secrets.toml", "/data/local/CURRENT", "/_stcore/bidi-components/x/y",
])  # fmt: skip
def test_no_file_lies_about(served: str, path: str) -> None:
    said = fetched(served + path)[1]

    assert b"[company]" not in said
    assert b"import streamlit" not in said
    assert confidential(said) == []


def test_the_agent_and_the_counters_tell_nothing(served: str) -> None:
    for path in ("/_stcore/agent/interact", "/_stcore/agent/mcp"):
        code, said, _ = fetched(served + path, {"Content-Type": "application/json"}, "POST", b"{}")
        assert code >= 400
        assert confidential(said) == []
    assert confidential(fetched(f"{served}/_stcore/metrics")[1]) == []


def test_a_page_answers_by_its_own_script_alone(served: str, tmp_path: Path) -> None:
    """A file that lies in the folder of pages is no page of the app."""
    assert knock(served, messages=[asking("../../tests/evil")]).opened
    assert not list(tmp_path.iterdir())
