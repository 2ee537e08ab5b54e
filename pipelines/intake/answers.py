"""What the owner says about a file that the file itself leaves open."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Answers:
    """Answers to the questions of a file; None where the owner has said nothing."""

    source: str | None = None
    timezone: str | None = None
    day_first: bool | None = None
    as_of: datetime | None = None
    allow_quarantine: bool = False
    encoding: str | None = None

    def identity(self, timezone: str, presets: str, keep_months: int = 0) -> str:
        """The same words for the same reading: a file loaded again under another zone or preset is read again."""
        as_of = self.as_of.isoformat() if self.as_of else ""
        zone = self.timezone or timezone
        said = f" encoding={self.encoding}" if self.encoding else ""
        said += f" keep_months={keep_months}" if keep_months else ""
        read = f"source={self.source or ''} timezone={zone} day_first={self.day_first} as_of={as_of}"
        return f"{read} presets={presets}{said}"
