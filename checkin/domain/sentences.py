"""What a verdict says: the reason in one sentence and the way out in the next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from checkin.domain.outcome import Outcome
from checkin.domain.translation import mark, say

REASONS: dict[Outcome, str] = {
    Outcome.ADMITTED: mark("Welcome"),
    Outcome.ADMITTED_AGAIN: mark("First time today"),
    Outcome.LEFT: mark("On the way out at {at}"),
    Outcome.ALREADY: mark("Since {since} at {station}, {ago}"),
    Outcome.UNPAID: mark("{order} is not paid yet"),
    Outcome.PENDING: mark("The registration waits for approval"),
    Outcome.WAITLISTED: mark("On the waiting list"),
    Outcome.NOT_BOOKED: mark("No booking for {door}{booked}"),
    Outcome.WRONG_TIME: "{span}",
    Outcome.FULL: mark("{inside} of {capacity} inside"),
    Outcome.CANCELLED: mark("The registration was cancelled"),
    Outcome.REVOKED: mark("This badge was replaced"),
    Outcome.BLOCKED: mark("An organiser stopped this badge"),
    Outcome.WRONG_EVENT: mark("This badge belongs to another event"),
    Outcome.UNKNOWN: mark("Code {code} is on no list of this event"),
    Outcome.AMBIGUOUS: mark("{n} people share this code"),
    Outcome.UNREADABLE: mark("Not one of our codes{beginning}"),
}

WAYS_OUT: dict[Outcome, str] = {
    Outcome.ADMITTED: mark("Hand over the badge."),
    Outcome.ADMITTED_AGAIN: mark("Let them pass; nothing else to do."),
    Outcome.LEFT: mark("They can come back: scan again on the way in."),
    Outcome.ALREADY: mark(
        "Admitted by {operator}. Same person? Let them pass: nothing is counted twice. "
        "Somebody else? Keep the badge and find them by name."
    ),
    Outcome.UNPAID: mark("Send them to the pay desk. Once it is paid there, scan again."),
    Outcome.PENDING: mark("Ask an organiser to approve it, then scan again."),
    Outcome.WAITLISTED: mark("Ask them to wait; the desk calls when a place is free."),
    Outcome.NOT_BOOKED: mark("Send them to the place they booked, or ask the desk to move the booking."),
    Outcome.WRONG_TIME: "{way}",
    Outcome.FULL: "{alternative}",
    Outcome.CANCELLED: mark("Find the name: there may be a second registration. If not, press F4 for a walk-in."),
    Outcome.REVOKED: mark(
        "Only the new badge opens doors. Keep this one, ask for the new one, or find the person by name."
    ),
    Outcome.BLOCKED: mark("Ask them to wait and call a supervisor."),
    Outcome.WRONG_EVENT: mark("Find the name on this list, or press F4 for a walk-in."),
    Outcome.UNKNOWN: mark("Ask for the name and type it. Not on the list? Press F4 and add them as a walk-in."),
    Outcome.AMBIGUOUS: mark("Ask for the name and choose with Ctrl 1 to 9."),
    Outcome.UNREADABLE: mark("Hold the badge flat and scan again, or type the characters under the code."),
}

EARLY_WAY_OUT, LATE_WAY_OUT = mark("Ask them to come back at {time}."), mark("Send them to the organiser.")
"""What to do with somebody who comes before or after the hours of a door or of their own badge."""

REPLACED_WAY_OUT = mark("Did both come? Add this one as a walk-in (F4), or take the substitution back under More.")
"""What to do with somebody whose registration another person took over."""

SPITE: dict[Outcome, str] = {
    Outcome.UNPAID: mark("not paid"),
    Outcome.PENDING: mark("pending"),
    Outcome.WAITLISTED: mark("waiting list"),
    Outcome.NOT_BOOKED: mark("not booked"),
    Outcome.WRONG_TIME: mark("wrong time"),
    Outcome.FULL: mark("full"),
    Outcome.BLOCKED: mark("blocked"),
    Outcome.CANCELLED: mark("cancelled"),
}
"""What somebody was admitted in spite of, as the end of a sentence."""

_GAP = re.compile(r"\{(\w+)\}")


def _filled(sentence: str, gaps: Mapping[str, Any]) -> str:
    """The sentence with its gaps filled. One that nobody fills stays empty, braces that are no gap stay as they are:
    an event's own sentence must never stop a verdict.
    """
    return _GAP.sub(lambda gap: str(gaps.get(gap[1], "")), sentence)


def reason_of(outcome: Outcome, gaps: Mapping[str, Any]) -> str:
    """What is the matter, in one sentence."""
    return _filled(say(REASONS[outcome]), gaps)


def way_out_of(outcome: Outcome, gaps: Mapping[str, Any], own: Mapping[str, str]) -> str:
    """What to do now; `own` holds the event's own sentences by outcome."""
    return _filled(own.get(outcome.value) or say(WAYS_OUT[outcome]), gaps)
