"""Drives the real window as hands do: keys, bursts of a scanner, badges held up, files chosen."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from checkin.app import WindowApp
from checkin.devices.keyboard import LEAST_KEYS
from checkin.devices.sound import SilentPlayer
from checkin.domain.people import Card, Entry, Person, Presence, Status
from checkin.domain.results import ScanResult
from checkin.domain.translation import say
from checkin.services.desk import Desk
from db.queries import people

WAIT_MS, TAIL_MS = 10_000, 130
GAP_MS, PAUSE_MS = 90, 110
"""Keys of a scan are sent at once and those of a person with pauses. The gap is wider than the program's 35 ms, as a
shared machine may hold a test up between two keys for longer than that."""


class Clock(Protocol):
    """The desk's clock, which tests set."""

    now: datetime

    def forward(self, **by: float) -> None:
        """Move it on."""


@dataclass
class Hands:
    """What the file dialogs answer: handed to the window in place of the system's dialogs."""

    files: Sequence[str] = ()
    target: str = ""
    rejected: str = ""
    instead: Callable[[], Sequence[str]] | None = None
    asked: list[str] = field(default_factory=list)

    def choose_files(self) -> Sequence[str]:
        self.asked.append("files")
        return self.instead() if self.instead else self.files

    def choose_target(self, kind: str) -> str:
        self.asked.append("target")
        return self.rejected if kind == "set-aside" else self.target


class Driver:
    """The window of one desk, with shortcuts for what tests do again and again."""

    def __init__(self, desk: Desk, clock: Clock, camera: Callable[[], Any] | None = None) -> None:
        self._threads = set(threading.enumerate())
        self.desk, self.clock, self.hands, self.sounds = desk, clock, Hands(), SilentPlayer()
        self.app = WindowApp(
            desk, camera=camera, speaker=self.sounds, theme_mode="light",
            dialogs=(self.hands.choose_files, self.hands.choose_target), thresholds=(GAP_MS, LEAST_KEYS),
        )  # fmt: skip
        self.services = self.app.services
        self.window, self.page = self.app.window, self.app.page
        self.left, self.cards = self.page.left, self.page.cards
        self.importing = self.window.settings.importing
        self.judged: list[ScanResult] = []
        judged = self.page.parts.judged

        def note(result: ScanResult) -> None:
            judged(result)
            self.judged.append(result)

        self.page.parts.judged = note

    def open(self, width: int = 1280, height: int = 800) -> Driver:
        """Show the window and wait until it has looked at its desk."""
        looked: list[object] = []
        self.page.refreshed.connect(looked.append)
        self.app.show()
        self.window.resize(width, height)
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()
        self.wait(lambda: looked and self.window.isActiveWindow())
        return self

    def close(self) -> None:
        """Close as a person does. No thread may be left behind."""
        self.window.close()
        self.app.close()
        self.window.deleteLater()
        self.app.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        limit = time.monotonic() + 3.0
        while (left := set(threading.enumerate()) - self._threads) and time.monotonic() < limit:
            time.sleep(0.01)
        assert not left, f"threads left behind: {sorted(t.name for t in left)}"

    # What hands do.

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key, not in the breath of a scan."""
        QTest.qWait(PAUSE_MS)
        QTest.keyClick(self.window.windowHandle(), key, held)

    def ctrl(self, key: Qt.Key) -> None:
        """Press one key with Ctrl."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def enter(self) -> None:
        """Press Enter, after the breath in which it would be a scan's."""
        QTest.qWait(TAIL_MS)
        self.key(Qt.Key.Key_Return)

    def type(self, text: str) -> None:
        """Type at the speed of a quick person."""
        for letter in text:
            QTest.qWait(PAUSE_MS)
            QTest.keyClick(self.window.windowHandle(), letter)
        QTest.qWait(PAUSE_MS)

    def search(self, text: str) -> list[str]:
        """Type a text and wait for the people that the whole of it finds."""
        self.type(text)
        finding = self.page.finding
        self.wait(lambda: self.left.search.text() == text and finding._asked == finding._answered)
        return self.found

    def burst(self, code: str, end: Qt.Key | None = Qt.Key.Key_Return, at: QWidget | None = None) -> None:
        """Scan with a keyboard scanner, into the window of `at`."""
        handle = (at or self.window).window().windowHandle()
        for letter in code:
            QTest.keyClick(handle, letter)
        if end is not None:
            QTest.keyClick(handle, end)

    def scan(self, code: str, end: Qt.Key | None = Qt.Key.Key_Return) -> ScanResult:
        """Scan and wait for the verdict."""
        count = len(self.judged)
        self.burst(code, end)
        self.wait(lambda: len(self.judged) > count)
        return self.judged[-1]

    # What eyes see.

    def wait(self, holds: Callable[[], Any], timeout: int = WAIT_MS) -> None:
        """Let the window work until something holds."""
        limit = time.monotonic() + timeout / 1000
        while not holds():
            if time.monotonic() > limit:
                raise AssertionError(f"waited {timeout} ms in vain; the page is {self.cards.page!r}, {self.told()!r}")
            QTest.qWait(5)

    def told(self) -> str:
        """The words of the verdict, and of the bar when it is shown."""
        text = self.cards.verdict.text
        bar = self.window.bar.accessibleName() if self.window.bar.isVisible() else ""
        return " | ".join(part for part in (text.word, text.name, text.reason, text.way_out, bar) if part)

    def wait_page(self, name: str) -> None:
        """Wait for a page in the place of the card."""
        self.wait(lambda: self.cards.page == name and not self.importing.isVisible())

    def wait_step(self, step: str) -> None:
        """Wait for a step of an import on its page, once the list was read."""
        self.wait(lambda: self.importing.isVisible() and self.importing.told and self.importing.step == step)

    def bring(self, path: str, step: str = "changes") -> None:
        """Choose a list by Ctrl O and go on until what it changes is shown, or another `step`."""
        self.hands.files = [path]
        self.ctrl(Qt.Key.Key_O)
        self.wait(lambda: self.importing.isVisible() and self.importing.told and self.importing.step != "file")
        if step == "changes" and self.importing.step == "columns":
            self.ctrl(Qt.Key.Key_Return)
        self.wait_step(step)

    def apply_list(self) -> None:
        """Apply what is shown and go to the Desk."""
        self.ctrl(Qt.Key.Key_Return)
        self.wait(lambda: self.importing.step == "done" or not self.importing.isVisible())
        if self.importing.isVisible():
            self.ctrl(Qt.Key.Key_Return)
        self.wait(self.page.isVisible)

    def wait_word(self, word: str) -> None:
        """Wait for a verdict, named by its English word whatever the window speaks."""
        self.wait(lambda: self.cards.page == "verdict" and self.cards.verdict.text.word == say(word))

    def wait_name(self, name: str) -> None:
        """Wait for somebody's card."""
        self.wait(lambda: self.cards.page == "person" and self.cards.person.name.accessibleName() == name)

    @property
    def acts(self) -> list[Entry]:
        """The last acts as shown."""
        model = self.left.acts.acts
        return [model.entry(row) for row in range(model.rowCount())]

    @property
    def found(self) -> list[str]:
        """The names in the result list."""
        model = self.left.results.list.model()
        return [model.data(model.index(row, 0)) for row in range(model.rowCount())] if self.left.searching else []

    # What is stored.

    def card(self, attendee: str) -> Card:
        """All that is known of somebody."""
        return self.services.people.card(attendee)

    def presence(self, attendee: str) -> Presence:
        """Whether somebody is in."""
        return self.card(attendee).person.presence

    def named(self, name: str) -> Person:
        """The one person of that name."""
        return next(p for p, _ in self.services.people.search(name) if p.name == name)

    def with_status(self, status: Status, nth: int = 0) -> Person:
        """Somebody whose registration stands so and who is not in, in the order of the list."""
        with self.desk.database.read() as connection:
            found = [s["attendee"] for s in people.states(connection) if s["status"] == status and not s["doors"]]
        return self.card(found[nth]).person
