"""[access] in the settings: what may stand there, and that no page changes it."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.access_settings import Access, Mode
from pipelines.errors import SettingsInvalid
from pipelines.own_settings import keeps_access, write_settings
from pipelines.settings import read_access, read_settings, toml_of
from tests.conftest import ROOT
from tests.loading import World

OURS = '[access]\nmode = "sign-in"\npeople = ["Owner@Example.com"]\n'


def test_it_ships_shut(world: World) -> None:
    assert read_settings(world.home).access == read_access(world.home) == Access()
    assert Access().mode == Mode.THIS_COMPUTER


def test_it_is_written_from_a_shell(world: World) -> None:
    write_settings(world.home, {"access.mode": "behind-proxy", "access.people": ["Owner@Example.com"], "access.header": "Remote-User", "access.proxies": ["10.0.0.5"]})

    found = read_access(world.home)
    assert (found.mode, found.people, found.header, str(found.proxies[0])) == (Mode.BEHIND_PROXY, frozenset({"owner@example.com"}), "Remote-User", "10.0.0.5/32")


@pytest.mark.parametrize("text", [
    "mode = 'open'", "mode = 5", "people = 'owner@example.com'", "people = ['example.com']", "people = ['@example.com']", "people = ['*@example.com ; x']",
    "header = 'X Y'", "header = 5", "proxies = '10.0.0.5'", "proxies = ['here']", "proxies = ['0.0.0.0/0']", "proxies = ['::/0']", "mod = 'sign-in'",
])  # fmt: skip
def test_what_cannot_be_is_refused_with_a_sentence(world: World, text: str) -> None:
    world.settings(f"[access]\n{text}\n")

    with pytest.raises(SettingsInvalid, match="access"):
        read_access(world.home)
    with pytest.raises(SettingsInvalid, match="access"):
        read_settings(world.home)


def test_another_fault_of_the_settings_opens_nothing(world: World) -> None:
    world.settings(OURS + "[promise]\nkept_rate = 7\n")

    assert read_access(world.home).mode == Mode.SIGN_IN
    with pytest.raises(SettingsInvalid):
        read_settings(world.home)


def test_what_a_page_puts_in_force_says_the_same_of_it(world: World) -> None:
    world.settings(OURS)

    keeps_access(world.home, toml_of((OURS + "[company]\nname = 'Ours'\n").encode()), "This file")
    for other in ("", OURS.replace("Owner", "eve"), '[access]\nmode = "this-computer"\n'):
        with pytest.raises(SettingsInvalid, match="This file says otherwise"):
            keeps_access(world.home, toml_of(other.encode()), "This file")


def test_where_it_cannot_be_read_a_page_cannot_write_it(world: World) -> None:
    world.settings("[access\n")

    keeps_access(world.home, {}, "This file")
    with pytest.raises(SettingsInvalid):
        keeps_access(world.home, toml_of(OURS.encode()), "This file")


def test_the_commands_of_the_pages_refuse_it(world: World, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text(OURS, encoding="utf-8")
    for words in (["access.mode=sign-in"], ["--back", "access.mode"], ["--import", str(tmp_path / "other.toml")]):
        done = subprocess.run([sys.executable, "-m", "pipelines", "settings", "--same-access", "--home", str(world.home), *words], cwd=ROOT, capture_output=True, text=True, check=False)

        assert done.returncode == 2
        assert "who may reach the dashboard" in done.stderr.lower()
        assert read_access(world.home) == Access()
