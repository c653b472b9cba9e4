"""What is done again and again on the way to a picture: a scan, a card, a list brought in, somebody signed in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt

from checkin.domain.people import Person
from checkin.domain.translation import say
from checkin.services.importing import ImportService
from tests.e2e.driver import Driver

Shown = Iterator[Driver]
AOIFE = "Aoife Ní Bhraonáin-O'Sullivan"
INGEBORG = "Ingeborg Sæther-Østby"
TEAM = (("Ailsa Drummond", "desk"), ("Callum Reid", "supervisor"), ("Mairi Innes", "desk"), ("Iain Kerr", "volunteer"))
"""Whom the event names as operators, with their roles."""


def scan(d: Driver, name: str, word: str) -> Person:
    """Scan somebody's badge and wait for the word of the verdict."""
    person = d.named(name)
    d.scan(person.badge_code)
    d.wait_word(word)
    return person


def admitted(d: Driver, name: str) -> Person:
    """Scan somebody's badge and wait until theirs is printed."""
    person = scan(d, name, "Admitted")
    d.wait(lambda: d.cards.verdict.text.reason == say("Badge printed"))
    return person


def open_card(d: Driver, name: str) -> Person:
    """Show somebody's card as if they had been picked from the results."""
    person = d.named(name)
    d.page.finding.open(person.attendee)
    d.wait_name(person.name)
    return person


def bring(d: Driver, rows: str) -> None:
    """Bring in a list and let the window see it."""
    path = Path(d.desk.home.root) / "late.csv"
    path.write_text(rows, encoding="utf-8")
    ImportService(d.desk).run([path])
    path.unlink()
    look(d)


def look(d: Driver) -> None:
    """Let the window look at the desk once more, and wait until it has."""
    looked: list[object] = []
    d.page.refreshed.connect(looked.append)
    d.page.refresh()
    d.wait(lambda: looked)


def settle(d: Driver, **settings: str) -> None:
    """Change settings, `desk_confirm="yes"` for `desk.confirm`, and let the window obey."""
    for key, value in settings.items():
        d.services.settings.set(key.replace("_", ".", 1), value)
    look(d)


def name_team(d: Driver) -> None:
    """The event names its operators."""
    for name, role in TEAM:
        d.services.programmes.add_operator(name, role)


def lock(d: Driver) -> None:
    """F12, until the names stand there."""
    d.key(Qt.Key.Key_F12)
    d.wait(lambda: d.window.signing_in.is_locked and d.window.lock_page.list.isVisible())


def sign_in(d: Driver, letters: str) -> None:
    """Choose oneself at the lock screen."""
    d.type(letters)
    d.enter()
    d.wait(lambda: not d.window.signing_in.is_locked)
    look(d)
