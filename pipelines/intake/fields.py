"""The fields that a file may hold, by how their text is read, and those a kind of file cannot do without."""

from pipelines.vocabulary import FileKind

INSTANTS = (
    "opened_at",
    "first_response_at",
    "resolved_at",
    "closed_at",
    "reopened_at",
    "updated_at",
    "changed_at",
    "first_response_due_at",
    "resolution_due_at",
    "premium_since",
    "valid_from",
)
NUMBERS = (
    "distance_km",
    "latitude",
    "longitude",
    "drive_minutes",
    "mileage_km",
    "hands_on_minutes",
    "travel_minutes",
    "paused_minutes",
    "first_response_minutes",
    "first_response_business_minutes",
    "resolution_minutes",
    "resolution_business_minutes",
    "reopen_count",
    "vendor_response_minutes",
    "vendor_resolution_minutes",
    "users",
    "monthly_fee",
    "amount",
)
TEXTS = (
    "ticket_id",
    "client",
    "site",
    "postcode",
    "issue_kind",
    "issue_type",
    "sub_type",
    "tier",
    "priority",
    "impact",
    "urgency",
    "status",
    "work_mode",
    "technician",
    "support_level",
    "vendor_met",
    "subject",
    "channel",
    "merged_into",
    "excluded",
    "calendar",
    "timezone",
    "clock",
    "distance_band",
    "premium",
    "unit",
)
ALL = TEXTS + INSTANTS + NUMBERS

DURATIONS = tuple(name for name in NUMBERS if name.endswith("_minutes"))
DISTANCES = ("distance_km", "mileage_km")
DURATION_UNITS = ("minutes", "hours", "seconds", "days", "h:mm", "h:mm:ss")
KILOMETRES = {"km": 1.0, "miles": 1.609344}

# Where a file has no instant for a clock but calendar minutes from the opening, the instant is opened_at plus these.
COUNTED_FROM_OPENING = {"first_response_at": "first_response_minutes", "resolved_at": "resolution_minutes"}

# What the tool itself counted: kept beside our own figures, never one of them.
HEARSAY = ("vendor_response_minutes", "vendor_resolution_minutes")

# What has happened by the time of the export; due dates and starts of agreements may lie ahead of it.
OBSERVED = ("opened_at", "first_response_at", "resolved_at", "closed_at", "reopened_at", "updated_at", "changed_at")

REQUIRED = {
    FileKind.TICKETS: ("ticket_id", "opened_at"),
    FileKind.UPDATES: ("ticket_id", "opened_at", "updated_at", "status"),
    FileKind.EVENTS: ("ticket_id", "status", "changed_at"),
    FileKind.STATUS_HISTORY: ("ticket_id", "status", "changed_at"),
    FileKind.CLIENTS: ("client", "tier"),
    FileKind.TARGETS: ("valid_from", "clock", "amount", "unit"),
}

# What one row cannot do without, where that is less than its file: a client may stand in a list without a plan yet.
REQUIRED_IN_A_ROW = REQUIRED | {FileKind.CLIENTS: ("client",)}
