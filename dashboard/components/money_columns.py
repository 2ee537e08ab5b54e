"""How columns of tables about money look."""

from typing import Any

import pandas as pd
from streamlit import column_config as column


def of(table: pd.DataFrame) -> dict[str, Any]:
    """For every table of this page, by the names of its columns: amounts whole, shares as bars, hours as such."""
    amounts = [name for name in table.columns if str(name).endswith(")") and table[name].dtype.kind == "f"]
    share = column.ProgressColumn(format="%.1f%%", min_value=0, max_value=100, width=104)
    return {
        **dict.fromkeys(amounts, column.NumberColumn(format="%,.0f", width=140)),
        "Credit (% of the fee)": column.NumberColumn(format="%g%%", width=132),
        "Without a fee": column.NumberColumn(format="localized", width=96),
        "Answered after (h)": column.NumberColumn(format="%,.2f", width=126, help="Business hours, on average."),
        "Nine in ten draws (h)": column.TextColumn(width=132, alignment="right"),
        "Client": column.TextColumn(width=190, pinned=True),
        "Group": column.TextColumn(width=122),
        "Clients": column.NumberColumn(format="localized", width=70),
        "Plan": column.TextColumn(width=76),
        "Buys": column.TextColumn(width=112, help="At the chosen uptake. Where any client may buy: in how many draws."),
        "Users": column.NumberColumn(format="localized", width=62),
        "Tickets a month": column.NumberColumn(format="%,.1f", width=112),
        "Share of tickets": column.NumberColumn(format="%.1f%%", width=112),
        "Left of fees": column.NumberColumn(format="%.0f%%", width=96),
        "Left of the fee": column.NumberColumn(format="%.0f%%", width=104),
        "In time": share,
        "Tickets": column.NumberColumn(format="localized", width=70, help="In three months."),
        "Hands-on hours a month": column.NumberColumn(format="%,.1f", width=154),
    }
