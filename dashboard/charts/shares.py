"""The share of tickets that a share of clients brings, by who buys first."""

import pandas as pd
import plotly.graph_objects as go

from dashboard import wording
from dashboard.charts.frame import apart, end_label, framed, titled
from dashboard.charts.palette import DASHES, Palette

HEIGHT = 300


def ticket_shares(ways: pd.DataFrame, chosen: float, colours: Palette) -> go.Figure:
    """`ways`: name, client_share, ticket_share; a line a way of buying, labelled where it crosses the chosen uptake."""
    figure, ends = go.Figure(), []
    for place, (name, own) in enumerate(ways.groupby("name", sort=False)):
        colour, dash = colours.series[(1, 2, 3)[place % 3]], DASHES[place % 3]
        told = [
            f"{wording.drawn(name)}: {wording.percent(tickets)} of tickets from {wording.percent(clients)} of clients"
            for clients, tickets in zip(own["client_share"], own["ticket_share"], strict=True)
        ]
        figure.add_trace(
            go.Scatter(
                x=own["client_share"], y=own["ticket_share"], mode="lines", customdata=told,
                line={"color": colour, "width": 2, "dash": dash}, hovertemplate="%{customdata}<extra></extra>",
            )
        )  # fmt: skip
        near = int((own["client_share"] - chosen).abs().to_numpy().argmin())
        at = float(own["ticket_share"].iloc[near])
        ends.append((at, f"{wording.drawn(name)}: {wording.percent(at)}", colour))
    figure.add_vline(x=chosen, line={"color": colours.quiet, "width": 1.25, "dash": "dot"})
    for at, (_, text, colour) in zip(apart([end[0] for end in ends], 0.085), ends, strict=True):
        end_label(figure, at, text, colour)
    axis = {"tickformat": ".0%", "tickangle": 0}
    figure.update_xaxes(**axis, dtick=0.5, range=[-0.02, 1.02], showgrid=False)
    figure.update_yaxes(**axis, dtick=0.2, range=[0, 1.02], gridcolor=colours.grid)
    return titled(framed(figure, HEIGHT, left=48, right=136, top=12, bottom=52), "Clients with Premium", colours)
