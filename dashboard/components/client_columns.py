"""How columns of tables about clients look."""

from typing import Any

import pandas as pd
from streamlit import column_config as column


def by_client(table: pd.DataFrame) -> dict[str, Any]:
    """For tables of clients; amounts name their currency."""
    number, share = column.NumberColumn(format="%,.1f", width=92), column.NumberColumn(format="%.1f%%", width=92)
    whole = column.NumberColumn(format="%,.0f", width=84)
    percent = column.ProgressColumn(format="%.0f%%", min_value=0, max_value=100, width=92)
    return {
        **{name: whole for name in table.columns if str(name).endswith(")")},
        "Client": column.TextColumn(width=170, pinned=True),
        "Plan": column.TextColumn(width=70),
        "Premium": column.TextColumn(width=68),
        "Tickets": column.NumberColumn(format="localized", width=62),
        **dict.fromkeys(("A month", "Hours a month"), number),
        "A user and month": column.NumberColumn(format="%.2f", width=124),
        **dict.fromkeys(("Late", "Same day", "Asked again", "Urgent", "Keeps its plan", "Would keep"), percent),
        "Late of": column.TextColumn(width=86, alignment="right"),
        "Between": column.TextColumn(width=92, alignment="right", help="The 95% interval of the share."),
        "Beside the goal": column.TextColumn(width=104, help="Only where the difference is more than luck."),
        "Open": column.NumberColumn(format="localized", width=58),
        "Open and over": column.NumberColumn(format="localized", width=104),
        "Fit": column.TextColumn(width=108),
        "So between": column.TextColumn(width=100, alignment="right", help="The 95% interval under the next plan."),
        **dict.fromkeys(("Half within (h)", "9 in 10 within (h)"), column.NumberColumn(format="%,.1f", width=104)),
        **dict.fromkeys(("Share of tickets", "Share of users", "Share of fees"), share),
    }


def asking(table: pd.DataFrame) -> dict[str, Any]:
    """For tables of signs that a client wants it faster; shares stand beside what they are of."""
    return {
        **{name: column.TextColumn(width=124, alignment="right") for name in table.columns if "(of)" in str(name)},
        **{name: column.NumberColumn(format="%,.0f", width=168) for name in table.columns if "bring" in str(name)},
        "Client": column.TextColumn(width=180, pinned=True),
        "Plan": column.TextColumn(width=76),
        "Tickets a month": column.NumberColumn(format="%,.1f", width=112),
        "Beyond luck": column.TextColumn(
            width=88, help="Asked again and reopened together, beside the other clients; a dash where luck explains it."
        ),
    }
