"""python -m models price: whether Premium pays for the technicians that it takes up, and what clients leave."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any

import numpy as np
import typer

from models.refresh.client_money import ClientMoney, client_money
from models.refresh.desks import learn_desk
from models.refresh.premium_money import Money, money
from models.shell.asking import Buying, Now, Range, Uptakes, WhatIf, as_json_text, trust, wish
from models.uptake import Who
from pipelines.errors import TurnaroundError
from pipelines.prices import Surcharge
from pipelines.settings import home_folder, read_settings
from pipelines.shell import AsJson, Home, Spoken


def price(
    *, surcharge: Annotated[float | None, typer.Option(help="Of your prices.premium.kind; else that amount.")] = None,
    technicians: Range = "", uptake: Uptakes = "0,10,20,30,50,80,100", who: Buying = Who.RANDOM, now: Now = None,
    what_if: WhatIf = None,
    home: Home = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """What Premium brings and costs by uptake, with hires so that no standard client is served worse than today."""
    with Spoken():
        place, tried = home_folder(home), wish(technicians, uptake, who, what_if)
        prices = read_settings(place).prices
        amount = prices.premium.amount if surcharge is None else surcharge
        if not 0 <= amount < np.inf:
            raise TurnaroundError("A surcharge cannot be below 0; write the amount as a number such as 15.")
        learnt = learn_desk(place, technicians=now)
        if not any(learnt.desk.demand.clients):
            raise TurnaroundError("No ticket names its client, so nobody can buy Premium: export that column, too.")
        found = tried.on(learnt, prices)
        answer = None if found is None else money(learnt, found, prices, amount)
        own = client_money(learnt, replace(prices, premium=Surcharge(prices.premium.kind, amount)), tried.scenario)
        asked = {"surcharge": amount, "kind": prices.premium.kind}
        if as_json:
            typer.echo(as_json_text(learnt, asked | ({} if answer is None else _amounts(answer)) | _clients(own)))
        else:
            typer.echo("\n".join([*trust(learnt), *([] if answer is None else _paid(answer, asked)), *_left(own)]))


def _amounts(answer: Money) -> dict[str, Any]:
    return {"margins": answer.margins.to_dict("records"), "break_even": answer.break_even.to_dict("records")}


def _paid(answer: Money, asked: dict[str, Any]) -> Iterator[str]:
    yield f"Premium at {asked['surcharge']:g} ({asked['kind']}), no standard client served worse than today:"
    yield answer.margins.drop(columns=["ticket_share", "client_share", "amount"]).to_string(index=False)
    yield "Surcharge that loses nothing:"
    yield answer.break_even[["uptake", "amount", "amount_low", "amount_high", "why_none"]].to_string(index=False)


def _clients(own: ClientMoney) -> dict[str, Any]:
    tables = {"clients": own.profit, "tiers": own.tiers, "credits": own.credits, "surcharge_for_a_hire": own.for_a_hire}
    told = {name: table.to_dict("records") for name, table in tables.items()}
    return told | {"clients_for_a_hire": vars(own.enough), "productive_hours_month": own.duty.productive}


def _left(own: ClientMoney) -> Iterator[str]:
    """What rests on no simulation: what plans leave, and how many clients pay for one technician."""
    if own.tiers["with_figures"].any():
        yield "A month, by plan:"
        yield own.tiers.to_string(index=False)
    found = own.enough
    if found.why_none:
        yield f"Clients that pay for one technician: {found.why_none}."
    else:
        yield (
            f"{found.clients:.0f} clients ({found.low:.0f} to {found.high:.0f}), with {found.ticket_share:.0%} of the"
            " tickets, pay for one technician at that surcharge."
        )
