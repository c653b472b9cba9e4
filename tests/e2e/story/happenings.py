"""What happens to the whole desk in the course of a morning: operators, the jam, the lock, another program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from checkin.gui.widgets.button import Button
from db.engine import Database
from tests.e2e.story.guests import Guest
from tests.e2e.story.hands import Hands
from tests.e2e.story.jamming_printer import JammingPrinter

HELD_S = 2.0


class Happenings:
    """Each is an event of the morning; the model hears of what it changes."""

    def __init__(self, hands: Hands, printer: JammingPrinter) -> None:
        self.hands, self.printer = hands, printer
        self.d, self.model = hands.d, hands.model

    def sign_in(self, name: str) -> None:
        """Somebody says who they are at the locked desk, by the first letters of their name."""
        d = self.d
        d.wait(lambda: d.window.signing_in.is_locked and d.window.lock_page.list.isVisible())
        d.type(name[:2].lower())
        d.enter()
        d.wait(lambda: not d.window.signing_in.is_locked)
        assert d.desk.operator_now() == name
        self.model.operator = name

    def change_turns(self, name: str, hasty: Guest | None = None) -> None:
        """The next operator sits down; somebody who scans in between is only looked at, and Enter admits."""
        d, count = self.d, len(self.d.judged)
        self.hands.clear()
        d.key(Qt.Key.Key_F12)
        d.wait(lambda: d.window.signing_in.is_locked)
        if hasty is not None:
            self.hands.swipe(hasty.code)
            d.wait(lambda: d.window.signing_in._waiting)
        self.sign_in(name)
        if hasty is None:
            return
        d.wait_name(hasty.name)
        assert len(d.judged) == count, "nobody is admitted by a scan at a locked desk"
        self.hands.time_passes()
        outcome = self.model.presented(hasty.code)
        d.wait(lambda: not d.page.scanning.deaf)
        d.enter()
        d.wait(lambda: len(d.judged) > count)
        assert (d.judged[-1].outcome.value, d.judged[-1].name) == (outcome, hasty.name)

    def is_at_the_desk(self, name: str) -> None:
        """Whoever is needed sits down, unless they sit there."""
        if self.model.operator != name:
            self.change_turns(name)

    def take_back_anothers(self, guest: Guest, *, lies_here: bool) -> None:
        """F8 on an act of whoever sat here before: it says whose, and takes it back when told so."""
        d, strip = self.d, self.d.left.undo_strip
        self.hands.printer_rests()
        self.hands.time_passes()
        whose = next(row.operator for row in reversed(self.model.rows) if row.kind == "checked_in" and not row.undone)
        assert whose != self.model.operator
        d.key(Qt.Key.Key_F8)
        d.wait(lambda: strip.isVisible() and f"The last act here is by {whose}" in strip.accessibleName())
        assert guest.inside
        asked = self.model.taken_back()
        d.ctrl(Qt.Key.Key_1)
        self.hands.tell_why(guest, asked, lies_here=lies_here)

    def printer_jams(self) -> None:
        """From now on no badge comes out."""
        self.hands.printer_rests()
        self.printer.jam()
        self.model.jammed = True

    def printer_is_free(self) -> None:
        """The badges that did not come out are sent once more."""
        d = self.d
        self.hands.printer_rests()
        n = len(self.model.unprinted)
        assert n > 1
        d.wait(lambda: f"{n} badges were not printed" in d.window.bar.accessibleName(), 20_000)
        shown = {who: d.card(who).person.badge.value for who in self.model.unprinted}
        assert shown == {who: guest.badge for who, guest in self.model.unprinted.items()}
        self.printer.free()
        self.model.jammed = False
        self.model.printed_again()
        self._press("Print again")
        d.wait(lambda: len(self.printer.printed) == len(self.model.paper), 20_000)
        d.wait(lambda: not d.window.bar.isVisible())

    def database_is_held(self, queue: Sequence[Guest]) -> None:
        """Another program holds the database while people scan: each is admitted in their turn, with their own time."""
        d, count, begun = self.d, len(self.d.judged), time.monotonic()
        other = Database(d.desk.home.database, d.desk.key)
        outcomes = []
        with other.write():
            for place, guest in enumerate(queue, 1):
                self.hands.time_passes()
                outcomes.append(self.model.presented(guest.code))
                self.hands.swipe(guest.code)
                d.wait(lambda place=place: d.page.parts.acting.waiting == place)
            d.wait(lambda: f"{len(queue)} acts wait" in d.window.bar.accessibleName())
            d.wait(lambda: time.monotonic() - begun > HELD_S)
            assert len(d.judged) == count
        other.close()
        d.wait(lambda: len(d.judged) == count + len(queue), 15_000)
        told = [(r.outcome.value, r.name) for r in d.judged[count:]]
        assert told == list(zip(outcomes, (guest.name for guest in queue), strict=True))
        d.wait(lambda: not d.window.bar.isVisible(), 15_000)

    def another_program_admits(self, guest: Guest, meanwhile: Sequence[Guest]) -> None:
        """Somebody is scanned by the command line while the window scans others."""
        self.hands.time_passes()
        at = self.d.clock.now.isoformat()
        with subprocess.Popen(self._command("scan", guest.code, "--at", at), stdout=subprocess.PIPE) as program:
            outcome = self.model.presented(guest.code, operator="organiser", prints=False)
            for other in meanwhile:
                self.hands.scan(other.code)
            answer = program.communicate(timeout=60)[0]
        assert json.loads(answer)["outcome"] == outcome
        self.d.wait(lambda: any(entry.name == guest.name for entry in self.d.acts))

    def verified(self) -> dict[str, Any]:
        """What `checkin verify --signatures` says of the home."""
        done = subprocess.run(self._command("verify", "--signatures"), stdout=subprocess.PIPE, timeout=120, check=True)
        told: dict[str, Any] = json.loads(done.stdout)
        return told

    def _press(self, words: str) -> None:
        """Press a button of the bar across the top."""
        bar, found = self.d.window.bar, list[Button]()
        self.d.wait(lambda: found.extend(b for b in bar.findChildren(Button) if b.words == words) or found)
        found[0].click()

    def _command(self, *words: str) -> list[str]:
        assert os.environ["CHECKIN_SECRET_STORE"] == "file"
        return [sys.executable, "-m", "checkin", "--home", str(self.d.desk.home.root), "--json", *words]
