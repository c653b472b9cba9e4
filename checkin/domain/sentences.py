"""What a verdict says: the reason in one sentence and the way out in the next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from checkin.domain.outcome import Outcome

REASONS: dict[Outcome, str] = {
    Outcome.ADMITTED: "Welcome",
    Outcome.ADMITTED_AGAIN: "First time today",
    Outcome.LEFT: "On the way out at {at}",
    Outcome.ALREADY: "Since {since} at {station}, {ago}",
    Outcome.UNPAID: "{order} is not paid yet",
    Outcome.PENDING: "The registration waits for approval",
    Outcome.WAITLISTED: "On the waiting list",
    Outcome.NOT_BOOKED: "No booking for {door}{booked}",
    Outcome.WRONG_TIME: "{span}",
    Outcome.FULL: "{inside} of {capacity} inside",
    Outcome.CANCELLED: "The registration was cancelled",
    Outcome.REVOKED: "This badge was replaced",
    Outcome.BLOCKED: "An organiser stopped this badge",
    Outcome.WRONG_EVENT: "This badge belongs to another event",
    Outcome.UNKNOWN: "Code {code} is on no list of this event",
    Outcome.AMBIGUOUS: "{n} people share this code",
    Outcome.UNREADABLE: "Not one of our codes{beginning}",
}

WAYS_OUT: dict[Outcome, str] = {
    Outcome.ADMITTED: "Hand over the badge.",
    Outcome.ADMITTED_AGAIN: "Let them pass; nothing else to do.",
    Outcome.LEFT: "They can come back: scan again on the way in.",
    Outcome.ALREADY: (
        "Admitted by {operator}. Same person? Let them pass: nothing is counted twice. "
        "Somebody else? Keep the badge and find them by name."
    ),
    Outcome.UNPAID: "Send them to the pay desk. Once it is paid there, scan again.",
    Outcome.PENDING: "Ask an organiser to approve it, then scan again.",
    Outcome.WAITLISTED: "Ask them to wait; the desk calls when a place is free.",
    Outcome.NOT_BOOKED: "Send them to the place they booked, or ask the desk to move the booking.",
    Outcome.WRONG_TIME: "Too early: ask them to come back then. Too late: send them to the organiser.",
    Outcome.FULL: "{alternative}",
    Outcome.CANCELLED: "Find the name: there may be a second registration. If not, press F4 for a walk-in.",
    Outcome.REVOKED: "Only the new badge opens doors. Keep this one, ask for the new one, or find the person by name.",
    Outcome.BLOCKED: "Ask them to wait and call a supervisor.",
    Outcome.WRONG_EVENT: "Find the name on this list, or press F4 for a walk-in.",
    Outcome.UNKNOWN: "Ask for the name and type it. Not on the list? Press F4 and add them as a walk-in.",
    Outcome.AMBIGUOUS: "Ask for the name and choose with Ctrl 1 to 9.",
    Outcome.UNREADABLE: "Hold the badge flat and scan again, or type the characters under the code.",
}


_GAP = re.compile(r"\{(\w+)\}")


def _filled(sentence: str, gaps: Mapping[str, Any]) -> str:
    """The sentence with its gaps filled. One that nobody fills stays empty, braces that are no gap stay as they are:
    an event's own sentence must never stop a verdict.
    """
    return _GAP.sub(lambda gap: str(gaps.get(gap[1], "")), sentence)


def reason_of(outcome: Outcome, gaps: Mapping[str, Any]) -> str:
    """What is the matter, in one sentence."""
    return _filled(REASONS[outcome], gaps)


def way_out_of(outcome: Outcome, gaps: Mapping[str, Any], own: Mapping[str, str]) -> str:
    """What to do now; `own` holds the event's own sentences by outcome."""
    return _filled(own.get(outcome.value) or WAYS_OUT[outcome], gaps)
