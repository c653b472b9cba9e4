"""What people write down about somebody: notes for the card, and messages that are told at the next scan."""

from __future__ import annotations

from datetime import datetime

from checkin.domain.errors import NotFound, UserError
from checkin.domain.kinds import Kind
from checkin.domain.names import plain_text
from checkin.domain.translation import say
from checkin.services.desk import Desk
from db.projections.facts import facts_of_entry
from db.queries import people

LONGEST = 500


class NoteService:
    """Writes notes, and ticks messages as delivered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(self, attendee: str, text: str, *, at_scan: bool = False, at: datetime | None = None) -> tuple[str, str]:
        """Write something down about a person; `at_scan` tells it whenever they come, until it is delivered. Answers
        the person's id and the entry.

        Raises:
            NotFound: no such attendee.
            UserError: no text, or a very long one.
        """
        clean = plain_text(text)
        if not clean:
            raise UserError(say("A note needs some words."), say("Write what the next person at the desk should know."))
        if len(clean) > LONGEST:
            told = say("A note has at most {most} characters; this one has {n}.", most=LONGEST, n=len(clean))
            raise UserError(told, say("Shorten it."))
        with self._desk.act(at) as (connection, writer):
            state = people.state(connection, attendee)
            if state is None:
                raise NotFound(say("Nobody with this id is on the list."), say("Search by name and pick them again."))
            body = {"at_scan": True} if at_scan else {}
            writer.add(Kind.NOTED, state["attendee"], body, {"text": clean})
            writer.finish()
            return state["attendee"], writer.entry

    def deliver(self, note: str, at: datetime | None = None, *, attendee: str | None = None) -> tuple[str, str]:
        """Tick a message (of `attendee`, when told): the person was told. Answers the person's id and the entry.

        Raises:
            NotFound: there is no such message, or it is another person's.
            UserError: it was ticked already.
        """
        with self._desk.act(at) as (connection, writer):
            found = next((f for f in facts_of_entry(connection, note) if f.kind == Kind.NOTED), None)
            owner = people.canonical_id(connection, found.subject) if found else ""
            state = people.state(connection, owner) if found else None
            notes = state.get("notes", ()) if state else ()
            told = next((n for n in notes if n["entry"] == note and n["at_scan"]), None)
            theirs = attendee is None or people.canonical_id(connection, attendee) == owner
            if found is None or told is None or not theirs:
                raise NotFound(
                    say("There is no message with this id."), say("`checkin show` lists a person's messages.")
                )
            if told["delivered"]:
                raise UserError(say("This message was delivered already."), say("`checkin show` tells when."))
            writer.add(Kind.MESSAGE_DELIVERED, found.subject, {"refs": [found.act_id]})
            writer.finish()
            return owner, writer.entry
