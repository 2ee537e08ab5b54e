"""Our fields, kinds of rows and states as an owner reads them on the mapping screen."""

import re

IDENTIFIER = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
KINDS = {
    "tickets": "one ticket",
    "updates": "one update of a ticket: the last one is the ticket",
    "events": "one event of a ticket: the first one opens it",
    "status_history": "one change of status, of tickets that another file holds",
    "clients": "one client, or one site of a client",
}
FIELDS = {
    "ticket_id": "Ticket number",
    "opened_at": "Opened",
    "updated_at": "Last changed",
    "changed_at": "When it happened",
    "status": "Status",
    "client": "Client",
    "issue_type": "Issue type or category",
    "tier": "Plan (tier)",
    "priority": "Priority",
    "first_response_at": "First reply",
    "resolved_at": "Resolved",
    "closed_at": "Closed",
    "reopened_at": "Opened again",
    "site": "Site",
    "issue_kind": "Software or hardware",
    "sub_type": "Subcategory",
    "impact": "Impact",
    "urgency": "Urgency",
    "work_mode": "Remote or on-site",
    "technician": "Technician",
    "support_level": "Support level",
    "hands_on_minutes": "Time worked",
    "travel_minutes": "Travel time",
    "paused_minutes": "Time waiting",
    "first_response_minutes": "Time to first reply",
    "resolution_minutes": "Time to resolution",
    "distance_km": "Distance (km)",
    "mileage_km": "Kilometres driven",
    "drive_minutes": "Driving time",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "postcode": "Postcode",
    "reopen_count": "Times opened again",
    "first_response_due_at": "First reply due",
    "resolution_due_at": "Resolution due",
    "vendor_met": "Target met, as your tool says",
    "subject": "Subject",
    "channel": "Came by (mail, phone, ...)",
    "merged_into": "Merged into ticket",
    "excluded": "Left out of figures (yes or no)",
    "calendar": "Business hours",
    "timezone": "Time zone",
    "users": "Users",
    "monthly_fee": "Monthly fee",
    "premium_since": "Premium Response since",
}
HINTS = {
    "resolved_at": "Without it the closing counts.",
    "status": "Tells which tickets wait and which are open.",
    "first_response_minutes": "Time of the calendar since opening; only where no column tells when.",
    "resolution_minutes": "Time of the calendar since opening; only where no column tells when.",
    "first_response_at": "When a technician first answered; automatic replies do not count.",
}
STATES = {
    "open": "Open: the clock runs",
    "paused": "Waiting: the clock stands",
    "resolved": "Resolved",
    "closed": "Closed",
    "excluded": "Left out: merged, deleted, cancelled",
}
UNITS = {
    "minutes": "in minutes",
    "hours": "in hours",
    "seconds": "in seconds",
    "days": "in days",
    "h:mm": "as 1:30",
    "h:mm:ss": "as 1:30:00",
}
NOT_SAID, NO_COLUMN = "Not said: open until resolved", "No column"


def field_name(field: str) -> str:
    """Such as "opened_at" -> "Opened"."""
    return FIELDS.get(field, field.replace("_", " "))


def named(text: str) -> str:
    """Words in which our fields have their names for an owner: "before opened_at" -> "before Opened"."""
    return IDENTIFIER.sub(lambda found: FIELDS.get(found[0], found[0]), text)


def kind_name(kind: str) -> str:
    """Such as "tickets" -> "one ticket"."""
    return KINDS.get(kind, kind)


def unit_name(unit: str) -> str:
    """Such as "hours" -> "in hours"."""
    return UNITS.get(unit, f"as {unit}")


def still_needed(fields: list[str]) -> str:
    """What is still to be said before a file can be read."""
    return f"Still needed: {', '.join(map(field_name, fields))}."
