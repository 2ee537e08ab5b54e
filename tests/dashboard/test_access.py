import pytest

from dashboard.access import is_private


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.2", "localhost", "LOCALHOST", "::1", "[::1]"])
def test_this_computer_alone_is_private(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.1.5", "10.0.0.1", "desk.example.org"])  # noqa: S104 - refused here
def test_everything_else_is_exposed(address: str | None) -> None:
    assert not is_private(address)
