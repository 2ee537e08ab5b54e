"""The status history, the client list and the targets as the firm keeps them."""

from collections.abc import Mapping

from pipelines.sample.dice import Dice
from pipelines.sample.instants import utc_text
from pipelines.sample.recipe import Client, Recipe, Site
from pipelines.sample.world import World

STATUS_COLUMNS = ("TicketNbr", "Status_Description", "Changed_UTC", "Changed_By")
CLIENT_COLUMNS = (
    "client", "site", "tier", "calendar", "timezone", "distance_km", "users", "monthly_fee", "premium_since",
)  # fmt: skip
ROUND_FEE = 5


def status_rows(world: World) -> list[list[str]]:
    """One row a change of status."""
    return [
        [str(job.plan.ticket), change.status, utc_text(change.at), change.by]
        for job in world.jobs
        for change in job.changes
    ]


def client_rows(recipe: Recipe, seed: int) -> list[list[str]]:
    """One row a client and site."""
    dice = Dice(seed, "fees")
    fees = {client.code: _fee(client, recipe.fees, dice) for client in recipe.clients}
    return [_client_row(client, site, fees[client.code]) for client in recipe.clients for site in client.sites]


def _fee(client: Client, fees: Mapping[str, float], dice: Dice) -> int:
    """Price per user, bargained over."""
    return round(client.users * fees[client.tier] * (0.9 + 0.2 * dice.share()) / ROUND_FEE) * ROUND_FEE


def _client_row(client: Client, site: Site, fee: int) -> list[str]:
    since = client.premium_since.isoformat() if client.premium_since else ""
    return [
        client.name, site.name, client.tier, client.calendar, "Europe/London",
        f"{site.km:.1f}", str(client.users), str(fee), since,
    ]  # fmt: skip
