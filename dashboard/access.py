"""Who may reach the dashboard: this computer alone."""

import ipaddress

REFUSAL = (
    "This dashboard shows your clients' tickets, so it answers this computer only. It was started for other"
    " computers too (server.address is not 127.0.0.1). Stop it, and start it again with: python -m dashboard"
)


def is_private(address: str | None) -> bool:
    """Whether a server on this address can be reached from this computer only; no address means all of them."""
    if not address:
        return False
    if address.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False
