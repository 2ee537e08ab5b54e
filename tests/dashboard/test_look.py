import re
import tomllib
from pathlib import Path

import pytest

from dashboard.components.look import LOOK
from tests.conftest import ROOT

NAMESPACE = "http://www.w3.org/2000/svg"


@pytest.mark.parametrize("file", sorted({*LOOK.glob("*.svg"), *LOOK.glob("*.css")}), ids=lambda file: file.name)
def test_the_look_fetches_nothing_from_elsewhere(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert set(re.findall(r"https?://[^\s\"')]+", text)) <= {NAMESPACE}
    assert all(source.startswith("data:") for source in re.findall(r"url\(\"?([^)\"]{0,8})", text))


def test_the_font_comes_with_its_licence() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (LOOK / "inter-LICENSE.txt").read_text(encoding="utf-8")


def test_both_themes_define_the_same_colours() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]

    assert set(theme["light"]) == set(theme["dark"])
    assert "http" not in theme["font"]
