"""Every kind of act, once. A kind that is not here is stored and passed on all the same."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What happened, in the past tense. Each has a version; bodies only ever gain fields."""

    EVENT_OPENED = "event_opened"
    PROGRAMME_CHANGED = "programme_changed"
    OPERATOR_NAMED = "operator_named"
    LISTED = "listed"
    CHANGED_AT_SOURCE = "changed_at_source"
    CORRECTED = "corrected"
    LIST_IMPORTED = "list_imported"
    CHECKED_IN = "checked_in"
    CHECKED_OUT = "checked_out"
    SCAN_REFUSED = "scan_refused"
    UNDONE = "undone"
    WALK_IN_REGISTERED = "walk_in_registered"
    SUBSTITUTED = "substituted"
    MERGED = "merged"
    UNMERGED = "unmerged"
    BOOKED = "booked"
    RELEASED = "released"
    ROOM_ENTERED = "room_entered"
    ROOM_LEFT = "room_left"
    BOARDED = "boarded"
    ALIGHTED = "alighted"
    BADGE_PRINTED = "badge_printed"
    BADGE_HANDED_OVER = "badge_handed_over"
    BADGE_KEPT = "badge_kept"
    BADGE_REVOKED = "badge_revoked"
    NOTED = "noted"
    MESSAGE_DELIVERED = "message_delivered"
    DAY_CLOSED = "day_closed"
    CONFLICT_ACKNOWLEDGED = "conflict_acknowledged"


VERSION = 1

ENTERS = {"event": Kind.CHECKED_IN, "session": Kind.ROOM_ENTERED, "visit": Kind.BOARDED}
"""The kind of act by which a person enters through a door of each kind."""

LEAVES = {"event": Kind.CHECKED_OUT, "session": Kind.ROOM_LEFT, "visit": Kind.ALIGHTED}
"""The kind of act by which a person leaves through a door of each kind."""

UNDOABLE = frozenset(
    {
        Kind.CHECKED_IN, Kind.CHECKED_OUT, Kind.ROOM_ENTERED, Kind.ROOM_LEFT, Kind.BOARDED, Kind.ALIGHTED,
        Kind.CORRECTED, Kind.SUBSTITUTED, Kind.MERGED, Kind.UNMERGED, Kind.BOOKED, Kind.RELEASED, Kind.LIST_IMPORTED,
    }
)  # fmt: skip
"""What `undo` without an id takes back; scans that were refused, prints and undos are passed over;
of a walk-in only its check-in goes, the person stays."""

UNDOABLE_BY_ID = UNDOABLE | {
    Kind.DAY_CLOSED, Kind.NOTED, Kind.MESSAGE_DELIVERED, Kind.BADGE_HANDED_OVER, Kind.BADGE_KEPT,
    Kind.CONFLICT_ACKNOWLEDGED,
}  # fmt: skip
"""What `undo` with an id takes back besides."""
