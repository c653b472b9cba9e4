"""Invented people for pictures and tests of the window."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from checkin.domain.outcome import Outcome
from checkin.domain.people import BadgeState, Booking, Card, Entry, Note, Notice, Person, Presence, Status
from checkin.domain.results import ScanResult

ZONE = ZoneInfo("Europe/London")
NOW = datetime(2019, 3, 25, 8, 47, 12, tzinfo=ZONE)


def at(hour: int, minute: int, day: int = 25) -> datetime:
    return datetime(2019, 3, day, hour, minute, tzinfo=ZONE)


def person(
    name: str, organisation: str = "", city: str = "", country: str = "", status: Status = Status.CONFIRMED,
    presence: Presence = Presence.EXPECTED, category: str = "Policy-maker", badge: BadgeState = BadgeState.PRE_PRINTED,
) -> Person:  # fmt: skip
    given, _, family = name.partition(" ")
    inside = presence is Presence.IN
    return Person(name, name, given, family, organisation, city, country, category, status, inside, presence,
                  "GX7K4M2Q00A", "", badge)  # fmt: skip


AOIFE = person(
    "Aoife Ní Bhraonáin-O’Sullivan",
    "Dublin City Council, Directorate for Inclusive Neighbourhoods and Social Innovation", "Dublin", "Ireland",
)  # fmt: skip
JURGEN = person("Jürgen Müller", "Stadt Leipzig, Sozialamt", "Leipzig", "Germany")
MARTA = person("Märta Ångström", "Göteborgs Stad", "Gothenburg", "Sweden", presence=Presence.IN)
CLAIRE = person("Claire Muller", "Ville de Strasbourg", "Strasbourg", "France", status=Status.UNPAID)
NURIA = person("Núria García i López", "Ajuntament de Barcelona", "Barcelona", "Spain", status=Status.CANCELLED)
FOUND = (
    JURGEN,
    person("Marie Mullerova", "Brno City Hall", "Brno", "Czechia"),
    person("Anke Müller-Şahin", "Haus der Nachbarschaft e. V.", "Mannheim", "Germany", presence=Presence.IN),
    CLAIRE,
)
STEP_FREE = Notice("access", "Step-free", "Place held on coach B. Give the coach B card.", True)
NOTICES = (STEP_FREE, Notice("photo", "No photos", "Give the lanyard with the red clip."))
BOOKINGS = (
    Booking("d1", "City walk: Gorbals", at(13, 30), "booked"),
    Booking("d2", "Workshop 2: Housing that pays in work", at(11, 15, 26), "booked"),
    Booking("d3", "Two visits at once: Govan shipyard; Community kitchen", at(16, 0, 26), "booked", True),
)
CARD = Card(
    AOIFE, NOTICES, BOOKINGS, "aoife@example.org", "+353 1 222 2222", "SIL-2F8KD",
    {"Dinner": "Tuesday, vegetarian"}, (Note("note", "Speaks at 11:15", at(8, 2), "Callum Reid"),),
)  # fmt: skip


def entry(
    name: str, text: str, when: str, kind: str = "checked_in", outcome: str | None = "admitted", undone: bool = False
) -> Entry:
    hour, minute = map(int, when.split(":"))
    return Entry(f"{name}{when}", kind, at(hour, minute), "Desk 2", "Ailsa Drummond", undone, text, name, name, outcome)


ENTRIES = (
    entry("Siân Rhys-Davies", "Checked in, badge printed", "8:46"),
    entry("Jan van den Broek", "Checked in, badge printing", "8:46"),
    entry("Anke Müller-Şahin", "Already in since 08:22, Desk 1", "8:45", "scan_refused", "already"),
    entry("Giulia D’Amico", "Walk-in, badge not confirmed", "8:44"),
    entry("Ştefan Țurcanu", "Not paid: sent to the pay desk", "8:43", "scan_refused", "unpaid"),
    entry("Ő Nagy", "Checked in, badge printed", "8:42"),
    entry("Xavier Etxeberria", "Taken back: wrong person", "8:41", undone=True),
    entry("Дарина Коваленко", "Checked in, badge printed", "8:41"),
    entry("Þórunn Ægisdóttir", "Checked in, badge printed", "8:40"),
    entry("", "Not one of our codes", "8:38", "scan_refused", "unreadable"),
)

_WORDS: dict[Outcome, tuple[str, str]] = {
    Outcome.ADMITTED: ("Badge is printing", "Hand over the badge and the lunch card."),
    Outcome.ADMITTED_AGAIN: ("Out since 12:40, back at 14:02", "Let them pass; nothing else to do."),
    Outcome.LEFT: ("Was here 8 h 24 min", "They can come back: scan again on the way in."),
    Outcome.ALREADY: (
        "Since 08:31 at Desk 1, 16 minutes ago",
        "Admitted by Callum Reid. Same person? Let them pass: nothing is counted twice. Somebody else? Keep the badge "
        "and press F3.",
    ),
    Outcome.UNPAID: (
        "Order SIL-9QW2T is open: 180.00 EUR",
        "Send them to the pay desk. Once it is paid there, scan again.",
    ),
    Outcome.PENDING: ("The registration waits for approval", "Ask an organiser to approve it, then scan again."),
    Outcome.WAITLISTED: ("Number 3 on the waiting list", "Ask them to wait; the desk calls when a place is free."),
    Outcome.NOT_BOOKED: (
        "No booking for Room Kelvin. Booked: Room Tron, 11:15",
        "Send them to Room Tron, or press F5 to move the booking: 2 places free.",
    ),
    Outcome.WRONG_TIME: ("Valid from 14:00 to 18:00", "Too early: ask them to come at 14:00."),
    Outcome.FULL: ("20 of 20 inside", "Nearest with room: At home for longer, Room Merchant, 15 places."),
    Outcome.CANCELLED: (
        "Cancelled on 12 March",
        "Find the name: there may be a second registration. If not, press F4 for a walk-in.",
    ),
    Outcome.REVOKED: (
        "This badge was replaced at 08:12, Desk 3",
        "Only the new badge opens doors. Keep this one, ask for the new one, or find the person by name.",
    ),
    Outcome.BLOCKED: ("An organiser stopped this badge", "Ask them to wait and call a supervisor."),
    Outcome.WRONG_EVENT: (
        "This badge belongs to Urban Forum 2018",
        "Find the name on this list, or press F4 for a walk-in.",
    ),
    Outcome.UNKNOWN: (
        "Badge code GX9R 55TP is on no list of this event",
        "Ask for the name and type it. Not on the list? Press F4 and add them as a walk-in.",
    ),
    Outcome.AMBIGUOUS: ("4 people share this code", "Ask for the name and choose with Ctrl 1 to 9."),
    Outcome.UNREADABLE: (
        "Not one of our codes: https://exa…",
        "Hold the badge flat and scan again, or type the characters under the code.",
    ),
}
_NOBODY = (Outcome.UNKNOWN, Outcome.AMBIGUOUS, Outcome.UNREADABLE)


def result(outcome: Outcome, who: Person | None = None, notices: tuple[Notice, ...] = ()) -> ScanResult:
    """A scan's answer as the services give it."""
    somebody = None if outcome in _NOBODY else who or MARTA
    reason, way = _WORDS[outcome]
    return ScanResult(
        outcome, somebody.attendee if somebody else None, somebody.name if somebody else "", "door", "Main door",
        reason, way, "entry", NOW, None, notices, somebody, FOUND if outcome is Outcome.AMBIGUOUS else (),
        "Too early" if outcome is Outcome.WRONG_TIME else "",
    )  # fmt: skip
