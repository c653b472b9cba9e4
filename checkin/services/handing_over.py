"""Where a badge goes besides paper: handed over, kept here, or lost and replaced by one with a new code."""

from __future__ import annotations

from datetime import datetime

from checkin.domain.errors import NotFound, UserError
from checkin.domain.kinds import Kind
from checkin.domain.people import BadgeState
from checkin.domain.person_fold import State
from checkin.domain.translation import say
from checkin.services.codes import free_badge_code
from checkin.services.desk import Desk
from db.engine import Connection
from db.queries import people


class HandingOverService:
    """Each method is one act about one person's badge; it answers the person's id under which they are kept, and the
    entry.

    Raises (all of them):
        NotFound: no such attendee.
        UserError: the badge cannot be there.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def hand_over(self, attendee: str, at: datetime | None = None) -> tuple[str, str]:
        """The person has their badge now."""
        return self._note(attendee, Kind.BADGE_HANDED_OVER, BadgeState.HANDED_OVER, at)

    def keep(self, attendee: str, at: datetime | None = None) -> tuple[str, str]:
        """The badge lies at the desk again; it is given out when the person comes."""
        return self._note(attendee, Kind.BADGE_KEPT, BadgeState.KEPT, at)

    def replace(self, attendee: str, reason: str = "", at: datetime | None = None) -> tuple[str, str, str]:
        """The badge is lost: its code opens nothing any more. Answers the new code between id and entry."""
        with self._desk.act(at) as (connection, writer):
            state = self._state(connection, attendee)
            lost = [code for code, kind, live, _ in state["codes"] if kind == "badge" and live]
            if state.get("replaced_by"):
                raise UserError(
                    say("Somebody comes instead of this person."), say("Their badge opens nothing already.")
                )
            before = sum(kind == "badge" for _, kind, _, _ in state["codes"])
            code = free_badge_code(connection, self._desk, state["attendee"], first=before)
            told = {"revoked": lost, "codes": [[code, "badge", ""]]}
            writer.add(Kind.BADGE_REVOKED, state["attendee"], {}, {**told, "reason": reason} if reason else told)
            writer.finish()
            return state["attendee"], code, writer.entry

    def _note(self, attendee: str, kind: Kind, after: BadgeState, at: datetime | None) -> tuple[str, str]:
        with self._desk.act(at) as (connection, writer):
            state = self._state(connection, attendee)
            if state["badge"] == after:
                told = say("This badge lies here already.")
                if after is BadgeState.HANDED_OVER:
                    told = say("This badge was handed over already.")
                raise UserError(told, say("`checkin show` tells since when."))
            writer.add(kind, state["attendee"], {})
            writer.finish()
            return state["attendee"], writer.entry

    def _state(self, connection: Connection, attendee: str) -> State:
        state = people.state(connection, attendee)
        if state is None:
            raise NotFound(say("Nobody with this id is on the list."), say("Search by name and pick them again."))
        return state
