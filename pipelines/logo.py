"""The firm's logo: a picture that is one, of a size that fits on a letter, kept in the home."""

import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image

from pipelines.errors import SettingsInvalid
from pipelines.history.files import written_whole
from pipelines.own_settings import write_settings

MOST_BYTES = 1024 * 1024
MOST_PIXELS = 16_000_000
ENDINGS = {"PNG": ".png", "JPEG": ".jpg"}


def ending_of(content: bytes) -> str:
    """.png or .jpg, by the picture's own bytes; raises SettingsInvalid for anything else."""
    if len(content) > MOST_BYTES:
        raise SettingsInvalid("The logo is larger than 1 MB; save it smaller and choose it again.")
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(content), formats=tuple(ENDINGS)) as picture:
            kind, pixels = picture.format, picture.width * picture.height
            if pixels <= MOST_PIXELS:
                picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise SettingsInvalid("This is no PNG or JPEG picture that can be read; save the logo as one.") from None
    if pixels > MOST_PIXELS:
        raise SettingsInvalid("The logo has more than 16 million pixels; save it smaller and choose it again.")
    return ENDINGS[str(kind)]


def keep_logo(home: Path, content: bytes) -> str:
    """Put the picture into the home and name it in the settings; its name there."""
    home.mkdir(parents=True, exist_ok=True)
    name = f"logo{ending_of(content)}"
    draft = home / f"{name}.new"
    try:
        written_whole(draft, content)
        write_settings(home, {"company.logo": name})
        draft.replace(home / name)
    except OSError as error:
        raise SettingsInvalid(f"The logo could not be kept ({error.strerror}); choose it again.") from None
    finally:
        draft.unlink(missing_ok=True)
    _forget_others(home, name)
    return name


def forget_logo(home: Path) -> None:
    """Take the logo out of the settings, and our copy of it out of the home."""
    write_settings(home, {}, back=["company.logo"])
    _forget_others(home, "")


def _forget_others(home: Path, name: str) -> None:
    for other in ENDINGS.values():
        if f"logo{other}" != name:
            (home / f"logo{other}").unlink(missing_ok=True)
