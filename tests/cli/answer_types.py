"""What kind of value stands under each key of the command line's answers."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from checkin.domain.outcome import Outcome

NUMBER, TEXT, TRUTH = (int, float), (str,), (bool,)
TYPES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("unchanged", "vanished", "entitlements", "merged"), (int,)),
    **dict.fromkeys(("capacity", "attendees", "inside", "bytes", "frame", "header_row", "subjects"), (int,)),
    **dict.fromkeys(("seconds", "ms", "score", "width_mm", "height_mm"), NUMBER),
    **dict.fromkeys(("admitted", "checked_in", "acknowledged", "has_pin", "closed"), TRUTH),
    **dict.fromkeys(("event", "timezone", "entry", "attendee", "name", "given", "family", "organisation"), TEXT),
    **dict.fromkeys(("city", "country", "category", "badge_code", "ticket_code", "email", "phone"), TEXT),
    **dict.fromkeys(("outcome", "reason", "way_out", "door", "text", "help", "value", "default", "why"), TEXT),
    **dict.fromkeys(("state_digest", "secret_store", "payload", "template", "out", "printer", "cause", "job"), TEXT),
    **dict.fromkeys(("encoding", "delimiter", "sheet", "station", "operator", "error", "advice"), TEXT),
    **dict.fromkeys(("doors", "rooms", "sessions", "visits", "rejected", "duplicates", "warnings", "files"), (list,)),
    **dict.fromkeys(("notices", "notes", "bookings", "candidates", "payloads", "badge_codes_sample"), (list,)),
    **dict.fromkeys(("mapping", "fields", "first"), (dict,)),
    # A count of an import, a value of a correction.
    "new": (int, str),
}
CHOICES: dict[str, frozenset[str]] = {
    "status": frozenset({"confirmed", "unpaid", "cancelled", "pending", "waitlisted"}),
    "badge": frozenset({"none", "pre_printed", "printed", "handed_over", "owed", "kept"}),
    "secret_store": frozenset({"file", "keyring"}),
    "outcome": frozenset(outcome.value for outcome in Outcome),
}
MOMENTS = ("at", "starts", "ends")


def wrong_types(value: object, zone: ZoneInfo, where: str = "") -> list[str]:
    """What in an answer is not of its kind, by its path; times must stand in `zone`."""
    if isinstance(value, list):
        return [w for n, item in enumerate(value) for w in wrong_types(item, zone, f"{where}[{n}]")]
    if not isinstance(value, dict):
        return []
    found: list[str] = []
    for key, part in value.items():
        path = f"{where}.{key}"
        # A column of somebody's list may be called anything.
        if key not in ("fields", "mapping"):
            found += wrong_types(part, zone, path)
        if part is None:
            continue
        kinds = TYPES.get(key)
        if kinds and (not isinstance(part, kinds) or (isinstance(part, bool) and bool not in kinds)):
            found.append(f"{path} is {part!r}")
        if key in CHOICES and part not in CHOICES[key]:
            found.append(f"{path} is {part!r}")
        if key in MOMENTS and not in_zone(part, zone):
            found.append(f"{path} is {part!r}, no time of {zone.key}")
    return found


def in_zone(text: object, zone: ZoneInfo) -> bool:
    """Whether `text` is ISO 8601 with the offset that `zone` has then."""
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return False
    return moment.tzinfo is not None and moment.utcoffset() == moment.astimezone(zone).utcoffset()
