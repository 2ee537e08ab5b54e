"""The locks hold exact versions with hashes, agree with each other, and say nothing about where they were made."""

import re
import tomllib

import pytest

from dashboard.bootstrap import DEVELOPMENT, RUN_TIME
from tests.conftest import ROOT

LOCKS = (RUN_TIME, DEVELOPMENT)
PINNED = re.compile(r"^[a-z0-9][a-z0-9.-]*==\S+( ; .+)?$")
OLDEST_WITHOUT_KNOWN_HOLES = {"streamlit": (1, 54), "starlette": (1, 1)}


def requirements(lock: str) -> dict[str, list[str]]:
    """Each pin with its hashes; a requirement is one line once its continuations are joined."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace(" \\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {pin.strip(): hashes for pin, *hashes in (re.split(r"\s+--hash=", line) for line in lines)}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_one_version_with_hashes(lock: str) -> None:
    wrong = [pin for pin, hashes in requirements(lock).items() if not PINNED.match(pin) or not hashes]

    assert requirements(lock)
    assert wrong == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_hash_is_a_sha_256(lock: str) -> None:
    hashes = [each for every in requirements(lock).values() for each in every]

    assert [each for each in hashes if not re.fullmatch(r"sha256:[0-9a-f]{64}", each)] == []


@pytest.mark.parametrize("name", [*LOCKS, "requirements.in", "requirements-dev.in"])
def test_no_requirement_names_an_index_or_a_place(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("--no-emit-index-url", "")

    assert re.findall(r"index-url|find-links|trusted-host|https?:|file:|@ |(?:^|\s)/\w+", text) == []


def test_tests_run_on_the_versions_that_the_owner_gets() -> None:
    run_time = requirements(RUN_TIME)

    assert {pin: requirements(DEVELOPMENT).get(pin) for pin in run_time} == run_time


@pytest.mark.parametrize(("package", "oldest"), OLDEST_WITHOUT_KNOWN_HOLES.items())
def test_versions_with_known_holes_are_excluded(package: str, oldest: tuple[int, int]) -> None:
    wanted = (ROOT / "requirements.in").read_text(encoding="utf-8")
    bound = re.search(rf"^{package}>=(\d+)\.(\d+)", wanted, re.MULTILINE)

    assert bound
    assert tuple(map(int, bound.groups())) >= oldest


def test_the_dashboard_answers_this_computer_only_and_sends_nothing_out() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    server = config["server"]

    assert server["address"] == "127.0.0.1"
    assert set(server["allowedHosts"]) == {"127.0.0.1", "localhost"}
    assert server["enableCORS"] is server["enableXsrfProtection"] is True
    assert server["maxUploadSize"] == 50
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
