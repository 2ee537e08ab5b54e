"""How columns of tables about money look."""

from typing import Any

import pandas as pd
from streamlit import column_config as column


def of(table: pd.DataFrame) -> dict[str, Any]:
    """For every table of this page, by the names of its columns: amounts whole, shares in percent."""
    amounts = [name for name in table.columns if str(name).endswith(")") and table[name].dtype.kind == "f"]
    return {
        **dict.fromkeys(amounts, column.NumberColumn(format="%,.0f", width=124)),
        "Credit (% of the fee)": column.NumberColumn(format="%g%%", width=132),
        "Without a fee": column.NumberColumn(format="localized", width=96),
        "First reply": column.TextColumn(width=224, help="Business time, on average; nine in ten futures lie between."),
        "Today": column.TextColumn(width=80, alignment="right"),
        "Then": column.TextColumn(width=80, alignment="right"),
        "In time": column.TextColumn(width=102),
        "Client": column.TextColumn(width=180, pinned=True),
        "Group": column.TextColumn(width=104),
        "Clients": column.NumberColumn(format="localized", width=70),
        "Plan": column.TextColumn(width=76),
        "Buys": column.TextColumn(
            width=168, help="At the chosen share. Where any client may buy: in how many orders of buying."
        ),
        "Users": column.NumberColumn(format="localized", width=62),
        "Tickets a month": column.NumberColumn(format="%,.1f", width=112),
        "Share of tickets": column.NumberColumn(format="%.1f%%", width=112),
        "Left of fees": column.NumberColumn(format="%.0f%%", width=96),
        "Left of the fee": column.NumberColumn(format="%.0f%%", width=104),
        "Tickets": column.NumberColumn(format="localized", width=70, help="In three months."),
        "Hands-on hours a month": column.NumberColumn(format="%,.1f", width=154),
    }
