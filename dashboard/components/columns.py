"""How columns of tables look: instants, hours and shares the same way everywhere."""

from typing import Any

import pandas as pd
from streamlit import column_config as column

from dashboard.digest.target_draft import PATTERN
from dashboard.wording.targets import HOW_TO_WRITE

INSTANT = "D MMM, HH:mm"
# A history may be of years ago: where the page does not name the week, the year stands beside the day.
DATED = "D MMM YYYY, HH:mm"
WHOLE = "Double-click a cell to read all of its issue types."


def tickets(table: pd.DataFrame) -> dict[str, Any]:
    """For tables of single tickets."""
    most = float(table["× target"].quantile(0.8)) if "× target" in table and len(table) else 1.0
    return {
        "Ticket": column.TextColumn(width=62),
        "Client": column.TextColumn(width=112),
        "Tier": column.TextColumn(width=64),
        "Issue": column.TextColumn(width=112),
        "Opened": column.DatetimeColumn(format=INSTANT, width=98),
        "When": column.DatetimeColumn(format=INSTANT, width=104),
        "Now": column.TextColumn(
            width=48, help="Open: not resolved when the data was exported, and already past its target."
        ),
        "Took (h)": column.NumberColumn(format="%,.1f", width=62, help="Business hours, pauses taken out."),
        "× target": column.ProgressColumn(format="%.1f×", min_value=0, max_value=max(most, 3.0), width=88),
        "Used": column.ProgressColumn(
            format="%.0f%%", min_value=0, max_value=100, width=84, help="Share of the target that is used up."
        ),
        "Late": column.ProgressColumn(
            "Late?", format="%.0f%%", min_value=0, max_value=100, width=76, help="How likely it is to miss its target."
        ),
        "Mostly because": column.TextColumn(width=150, help="What weighs most in how likely it is."),
        "Left": column.TextColumn(help="Business time left until the target.", alignment="right"),
    }


def spreads() -> dict[str, Any]:
    """For tables of segments."""
    hours = column.NumberColumn(format="%,.1f", width=76, help="Business hours.")
    names = ("Typical (h)", "8 in 10 (h)", "9 in 10 (h)", "9 in 10 within (h)")
    return {
        **dict.fromkeys(names, hours),
        "95 in 100 (h)": column.NumberColumn(format="%,.1f", width=90, help="Business hours."),
        "Tickets": column.NumberColumn(format="localized", width=62),
        "Issue": column.TextColumn(width=168),
        "Tier": column.TextColumn(width=64),
        "Where": column.TextColumn(width=110),
        "Late": column.ProgressColumn(format="%.0f%%", min_value=0, max_value=100, width=78),
        **dict.fromkeys(("Still open", "Late tickets"), column.NumberColumn(format="localized", width=74)),
        "Target (h)": column.TextColumn(
            alignment="right", width=76, help="Business hours; from the shortest to the longest where targets differ."
        ),
    }


def targets(table: pd.DataFrame) -> dict[str, Any]:
    """For the editor of targets."""
    return {
        "Which tickets": column.TextColumn(width=166, pinned=True),
        "Issue types": column.TextColumn(width=142 if "Which tickets" in table else 320, help=WHOLE),
        "Tickets": column.NumberColumn("n", format="localized", width=50, help="Tickets of the whole history."),
        "Typical": column.TextColumn(width=58, alignment="right", help="Half of such tickets take longer."),
        "9 in 10": column.TextColumn(width=54, alignment="right", help="One in ten takes longer."),
        "Today": column.TextColumn(width=86, alignment="right", help="The target in force, in business time."),
        "Late today": _late("Late"),
        "Proposed": column.TextColumn(width=70, alignment="right"),
        "Between": column.TextColumn(width=96, alignment="right", help="How far luck alone would move the proposal."),
        "Keeps": column.NumberColumn(format="%.0f%%", width=44, help="Of coming tickets, at the proposed target."),
        "Yours": column.TextColumn(width=66, alignment="right", validate=PATTERN, help=HOW_TO_WRITE),
        "Late with yours": _late("Late so"),
        "Change": column.TextColumn(width=92, help="Ask: looser than today needs consent."),
    }


def _late(label: str) -> Any:
    told = "Of the tickets of the last 52 weeks, or of the whole history if it is shorter; empty under 30."
    return column.ProgressColumn(label, format="%.0f%%", min_value=0, max_value=50, width=64, help=told)


def versions() -> dict[str, Any]:
    """For versions of targets, two compared, and agreements."""
    day = column.DateColumn(format="D MMM YYYY", width=104)
    return {
        **dict.fromkeys(("Starts on", "Until", "Sent", "Signed", "In force from"), day),
        **dict.fromkeys(("Lines", "Resolution", "First reply"), column.NumberColumn(format="localized", width=78)),
        "Tickets judged": column.NumberColumn(format="localized", width=96),
        "Tickets": column.NumberColumn(format="localized", width=70),
        "First": column.TextColumn(width=84, alignment="right"),
        "Second": column.TextColumn(width=84, alignment="right"),
    }


def tried() -> dict[str, Any]:
    """For a past period judged again."""
    share = column.ProgressColumn(format="%.1f%%", min_value=0, max_value=100, width=110)
    return {
        **dict.fromkeys(("It was", "Would be", "Kept", "Kept with the targets in force"), share),
        **dict.fromkeys(("Late then", "Late so"), column.TextColumn(width=110, alignment="right")),
        "Promises": column.NumberColumn(format="localized", width=80),
    }


def categories(lines: list[str]) -> dict[str, Any]:
    """For the table of the service catalogue."""
    return {
        "Category": column.TextColumn(width=190),
        "Tickets": column.NumberColumn(format="localized", width=70),
        "Line of the catalogue": column.SelectboxColumn(options=lines, width=200),
        "Now": column.TextColumn(width=110),
        "Examples": column.TextColumn(width=320),
    }


def proposals() -> dict[str, Any]:
    """For the table of proposed issue types."""
    return {
        "Accept": column.CheckboxColumn(width=60),
        "Line": column.TextColumn(width=190),
        "Tickets": column.NumberColumn(format="localized", width=70),
        "Least sure": column.NumberColumn(
            format="percent", width=84, help="How likely the least sure of these proposals is right."
        ),
        "Right when tried": column.TextColumn(
            width=120, help="Of proposals of this line for subjects with a known category that had no part in it."
        ),
        "Examples": column.TextColumn(width=380),
    }


def previews() -> dict[str, Any]:
    """For the tickets on which a mapping is tried."""
    instant = column.DatetimeColumn(format=INSTANT)
    hours = column.NumberColumn(format="%,.2f", help="Business hours, pauses taken out.")
    return {
        **dict.fromkeys(("Opened", "First reply", "Resolved"), instant),
        **dict.fromkeys(("Reply (h)", "Took (h)"), hours),
    }


def loads() -> dict[str, Any]:
    """For the tables of the Data page."""
    return {
        "Load": column.NumberColumn(format="%d", width=52),
        "Loaded": column.DatetimeColumn(format=DATED),
        "Undone": column.DatetimeColumn(format=DATED),
        "Data until": column.DatetimeColumn(format=DATED),
        "Tickets": column.NumberColumn(format="localized"),
        "Times": column.NumberColumn(format="localized", width=70),
        "Records": column.NumberColumn(format="localized"),
        "Found": column.NumberColumn(format="localized", width=70),
        "Check": column.TextColumn(width=430),
        "What to do": column.TextColumn(width="large"),
        "Result": column.TextColumn(width=110),
        "Line": column.NumberColumn(format="localized", width=70),
        "Field": column.TextColumn(width=130),
        "Why": column.TextColumn(width=250),
        "Value": column.TextColumn(width=140),
        "Business day (h)": column.NumberColumn(format="%.1f"),
    }


def clients() -> dict[str, Any]:
    """For the table of clients and sites."""
    return {
        "Client": column.TextColumn(width=150, pinned=True),
        "Site": column.TextColumn(width=96),
        "Tickets": column.NumberColumn(format="localized", width=62),
        "Last seen": column.DatetimeColumn(format="D MMM YYYY", width=98),
        "In a list": column.CheckboxColumn(width=62),
        "Distance (km)": column.NumberColumn(
            min_value=0, max_value=20000, width=126, help="By road from the nearest office, one way."
        ),
        "Drive (min)": column.NumberColumn(
            min_value=0,
            max_value=10000,
            width=108,
            help="Minutes of driving, one way, where you do not know the distance.",
        ),
        "Users": column.NumberColumn(min_value=0, width=78),
        "Monthly fee": column.NumberColumn(min_value=0, width=116),
        "Premium since": column.DateColumn(format="D MMM YYYY", width=130),
    }


def kept() -> dict[str, Any]:
    """For the table of what fails first."""
    return dict.fromkeys(("Kept", "From", "To", "Goal"), column.NumberColumn(format="%.1f%%"))


def repeated(table: pd.DataFrame) -> dict[str, Any]:
    """For the table of what comes back, whose cost names its currency."""
    number, whole = column.NumberColumn(format="%,.1f"), column.NumberColumn(format="%,.0f")
    return {
        "Tickets a month": number,
        "Hours a month": number,
        "Share of hours": column.ProgressColumn(format="%.0f%%", min_value=0, max_value=100),
        "Minutes (half take less)": whole,
        "Clients": whole,
        **{name: whole for name in table.columns if name.startswith("Cost a month")},
    }


def steps() -> dict[str, Any]:
    """For one ticket's clock, step by step."""
    return dict.fromkeys(("Counts", "So far"), column.TextColumn(alignment="right"))


def counts(table: pd.DataFrame) -> dict[str, Any]:
    """For a table whose number columns are all counts."""
    return {str(name): column.NumberColumn(format="localized") for name in table.select_dtypes("number")}
