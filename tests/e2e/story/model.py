"""What the morning must come to, by plain rules of its own: nothing here asks the product what it did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from tests.e2e.driver import Clock
from tests.e2e.story.guests import Guest

ADMITS = ("admitted", "admitted_again")
WRONG_SCAN = "wrong scan"


@dataclass(slots=True)
class Row:
    """One act of the journal. Acts of one `batch` were one act of a person; `payload` is None where nothing was held
    up; `reason` as far as somebody gave one."""

    kind: str
    at: datetime
    operator: str
    guest: Guest | None
    batch: int
    outcome: str = ""
    payload: str | None = None
    reason: str = ""
    undone: bool = False


class Model:
    """The morning's own books: who is in, where the badges are, and every act in its order."""

    def __init__(self, guests: Iterable[Guest], clock: Clock) -> None:
        self.guests = {guest.who: guest for guest in guests}
        self.clock = clock
        self.operator = "organiser"
        self.rows: list[Row] = []
        self.paper: list[str] = []
        self.jammed = False
        self.unprinted: dict[str, Guest] = {}
        self.holders = {guest.code: guest for guest in self.guests.values()}
        self._prefix = next(iter(self.holders))[:2]
        self._batch = 0

    # At the door.

    def presented(self, payload: str, *, operator: str = "", prints: bool = True) -> str:
        """A code was held up: the outcome it must have."""
        guest = self.holders.get(payload)
        if guest is None:
            outcome = "unreadable" if "://" in payload else "unknown"
            outcome = outcome if payload.startswith(self._prefix) or "://" in payload else "wrong_event"
        else:
            outcome = self._judge(guest) if guest.code == payload else "revoked"
        self._judged(guest, outcome, self._next(), payload, operator, prints)
        return outcome

    def picked(self, guests: Sequence[Guest]) -> list[str]:
        """Checked in by name, all in one act: an outcome for each."""
        batch = self._next()
        outcomes = [self._judge(guest) for guest in guests]
        for guest, outcome in zip(guests, outcomes, strict=True):
            self._judged(guest, outcome, batch)
        return outcomes

    def let_in_anyway(self, guest: Guest, reason: str) -> None:
        """Admitted in spite of what stands against it."""
        self._enter(guest, "admitted", self._next(), reason=reason)

    def left(self, guest: Guest) -> None:
        """Somebody went out."""
        self._add("checked_out", guest, self._next(), outcome="left")
        guest.inside = False
        guest.outs.append(self.clock.now)

    # What became of a wrong act.

    def taken_back(self, reason: str = WRONG_SCAN) -> Guest | None:
        """The last check-in or check-out goes; answers whose badge has to be asked for, if anybody's."""
        last = next(row for row in reversed(self.rows) if row.kind in ("checked_in", "checked_out") and not row.undone)
        rows = [row for row in self.rows if row.batch == last.batch and row.kind != "badge_printed"]
        first = rows[0].guest
        assert first is not None
        was_in, given = rows[0].kind == "checked_in", first.badge in ("printed", "handed_over")
        for row in rows:
            self._fall(row)
        for told in dict.fromkeys((WRONG_SCAN, reason)):
            self._add("undone", first, self._next(), reason=told)
        return first if was_in and given else None

    def badge_came_back(self, guest: Guest, lies_here: bool) -> None:
        """Somebody answered where the badge of whoever was taken back is; a new code is told by `new_code`."""
        if lies_here:
            self._add("badge_kept", guest, self._next())
        else:
            self._add("badge_revoked", guest, self._next(), reason="lost")
        guest.badge = "kept" if lies_here else "none"

    def new_code(self, guest: Guest, code: str) -> None:
        """The old code opens nothing from now on."""
        assert code not in self.holders, "a code was given twice"
        guest.code = code
        self.holders[code] = guest

    def lost(self, guest: Guest, code: str) -> None:
        """A badge is gone: another code, another badge."""
        self._add("badge_revoked", guest, self._next(), reason="lost")
        guest.badge = "none"
        self.new_code(guest, code)
        self._print(guest)

    # Who is new.

    def walked_in(self, guest: Guest) -> None:
        """Somebody who was on no list, and is in."""
        self._join(guest)
        self._add("walk_in_registered", guest, batch := self._next())
        self._enter(guest, "admitted", batch)

    def came_instead(self, first: Guest, guest: Guest, *, at_once: bool) -> None:
        """`guest` has the registration of `first` from now on; in at once, or later."""
        self._join(guest)
        self._add("substituted", guest, batch := self._next())
        first.status, first.code = "cancelled", ""
        if at_once:
            self._enter(guest, "admitted", batch)

    def noted(self, guest: Guest) -> None:
        """Something was written down."""
        self._add("noted", guest, self._next())

    def delivered(self, guest: Guest) -> None:
        """A message was told."""
        self._add("message_delivered", guest, self._next())

    # Paper.

    def printed_again(self) -> None:
        """The printer works, and whatever did not come out was sent once more."""
        waiting, self.unprinted = self.unprinted, {}
        for guest in waiting.values():
            self._came_out(guest)

    def _judge(self, guest: Guest) -> str:
        if guest.status != "confirmed":
            return guest.status
        if guest.inside:
            return "already"
        return "admitted_again" if guest.came else "admitted"

    def _judged(
        self, guest: Guest | None, outcome: str, batch: int, payload: str | None = None, operator: str = "",
        prints: bool = True,
    ) -> None:  # fmt: skip
        if guest is not None and outcome in ADMITS:
            self._enter(guest, outcome, batch, payload, operator, prints)
        else:
            self._add("scan_refused", guest, batch, outcome, payload, operator=operator)

    def _enter(
        self, guest: Guest, outcome: str, batch: int, payload: str | None = None, operator: str = "",
        prints: bool = True, reason: str = "",
    ) -> None:  # fmt: skip
        self._add("checked_in", guest, batch, outcome, payload, reason, operator)
        guest.inside = True
        guest.since.append((self.clock.now, operator or self.operator))
        if prints and guest.badge == "kept":
            self._add("badge_handed_over", guest, batch)
            guest.badge = "handed_over"
        elif prints and outcome == "admitted" and guest.badge == "none":
            guest.badge = "owed"
            self._print(guest)

    def _fall(self, row: Row) -> None:
        guest = row.guest
        assert guest is not None
        row.undone = True
        if row.kind == "checked_in":
            guest.since.pop()
            guest.inside = False
            guest.badge = "none" if guest.badge == "owed" else guest.badge
        elif row.kind == "checked_out":
            guest.outs.pop()
            guest.inside = True
        elif row.kind == "badge_handed_over":
            guest.badge = "kept"

    def _print(self, guest: Guest) -> None:
        if self.jammed:
            self.unprinted[guest.who] = guest
        else:
            self._came_out(guest)

    def _came_out(self, guest: Guest) -> None:
        self._add("badge_printed", guest, self._next())
        guest.badge = "printed"
        self.paper.append(guest.code)

    def _join(self, guest: Guest) -> None:
        assert guest.who not in self.guests
        self.guests[guest.who] = guest
        self.new_code(guest, guest.code)

    def _next(self) -> int:
        self._batch += 1
        return self._batch

    def _add(
        self, kind: str, guest: Guest | None, batch: int, outcome: str = "", payload: str | None = None,
        reason: str = "", operator: str = "",
    ) -> None:  # fmt: skip
        by = operator or self.operator
        self.rows.append(Row(kind, self.clock.now, by, guest, batch, outcome, payload, reason))
