"""Who the owner's firm is, as its documents and reports name it: the owner's words, checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.errors import SettingsInvalid

UNNAMED = "Your company"
LOGOS = (".png", ".jpg", ".jpeg")
LONGEST = 200
LONGEST_CURRENCY = 12


@dataclass(frozen=True)
class Company:
    """Name, address lines and ways to reach the firm; an empty text is not told. logo: a picture's name in the home."""

    name: str
    address: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    website: str = ""
    logo: str = ""

    @property
    def is_named(self) -> bool:
        """Whether the owner has said who this is."""
        return self.name != UNNAMED


def company(written: Mapping[str, Any]) -> Company:
    """The firm as written; raises SettingsInvalid where a line of it cannot be."""
    address = written.get("address", [])
    if not isinstance(address, list):
        raise SettingsInvalid('company.address must be a list of lines, such as ["1 High Street", "Leeds"].')
    logo = _line(written.get("logo", ""), "logo")
    if logo and (Path(logo).name != logo or Path(logo).suffix.lower() not in LOGOS):
        raise SettingsInvalid("company.logo must be the name of a PNG or JPEG picture in your home, such as logo.png.")
    return Company(
        name=_line(written["name"], "name") or UNNAMED,
        address=tuple(_line(line, "address") for line in address if line),
        **{name: _line(written.get(name, ""), name) for name in ("email", "phone", "website")},
        logo=logo,
    )


def currency(written: Any) -> str:
    """The word or sign that amounts stand beside; raises SettingsInvalid."""
    if not isinstance(written, str) or len(written) > LONGEST_CURRENCY or not written.isprintable():
        raise SettingsInvalid('company.currency must be a short word or sign, such as "GBP".')
    return written.strip()


def _line(text: Any, name: str) -> str:
    if not isinstance(text, str) or len(text) > LONGEST or not text.isprintable():
        raise SettingsInvalid(f"company.{name} must be one line of text with at most {LONGEST} characters.")
    return text.strip()
