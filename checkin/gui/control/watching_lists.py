"""A watched file or folder, in the window: looked at on a thread of its own, told where everything is told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from checkin.domain.errors import UserError
from checkin.gui.control.listing import Listing
from checkin.gui.control.parts import Parts
from checkin.services.watched_lists import EVERY_S, WatchedLists, WatchNews

SETTING = "lists.watch"
CLOSING_S = 2.0
"""So long the window waits for a look that is under way when it closes."""


class WatchingLists(QObject):
    """Signals: `came_in(sentence)` when a list was brought in by itself; `waits(sentence)` when one waits to be looked
    at, "" when none does any more; `told(UserError)` when a file or the path cannot be read.
    """

    came_in = Signal(str)
    waits = Signal(str)
    told = Signal(object)
    _answered = Signal(object)

    def __init__(self, parts: Parts, listing: Listing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._listing = parts, listing
        # A thread of its own for each look, and one that ends with the program: a drive that does not answer would
        # hold up whoever shares it, and the closing of the window.
        self._thread: threading.Thread | None = None
        self._watched: tuple[str, WatchedLists] | None = None
        self._looking = self._closed = False
        self._answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)
        self._free = threading.Event()
        self._free.set()
        self.waiting = self._opened = ""
        self._timer = QTimer(self, interval=EVERY_S * 1000)
        self._timer.timeout.connect(self.look)
        listing.opened.connect(self._on_opened)
        listing.closed.connect(self._on_left)
        listing.finished.connect(self._free.set)
        listing.imported.connect(self._forget)

    def start(self) -> None:
        """Look every few seconds from now on."""
        self._timer.start()

    def pause(self) -> None:
        """Look no more until `start`: a copy takes the place of what is here."""
        self._timer.stop()

    def close(self) -> None:
        """End the thread."""
        self._timer.stop()
        self._closed = True
        if self._thread is not None:
            self._thread.join(CLOSING_S)

    def look(self) -> None:
        """Look now, unless the last look is still under way."""
        if self._looking or not self._parts.services.desk.has_event:
            return
        self._looking = True
        look = self._parts.services.desk.by_who_is_here(self._look)
        self._thread = threading.Thread(target=self._run, args=(look,), name="watched", daemon=True)
        self._thread.start()

    def open_waiting(self) -> bool:
        """Show the list that waits; False when none does."""
        if not self.waiting:
            return False
        self._listing.read([self.waiting])
        return True

    def _run(self, look: Callable[[], list[WatchNews]]) -> None:
        """On the watching thread."""
        answer: object
        try:
            answer = look()
        except Exception as error:  # noqa: BLE001 - the window tells of it; a thread has nobody else to tell
            answer = error
        if not self._closed:
            self._answered.emit(answer)

    def _on_answer(self, answer: object) -> None:
        self._looking = False
        if isinstance(answer, BaseException):
            self._parts.acting.broken.emit(answer)
        elif not self._closed:
            self._on_news(answer)  # type: ignore[arg-type]

    def _look(self) -> list[WatchNews]:
        path = self._parts.services.settings.get(SETTING)
        if not path:
            self._watched = None
            return []
        if self._watched is None or self._watched[0] != path:
            services = self._parts.services
            self._watched = path, WatchedLists(services.desk, services.imports, Path(path), self._free.is_set)
        return self._watched[1].look()

    def _on_news(self, news: list[WatchNews]) -> None:
        for item in news:
            if item.event == "applied":
                self._set_waiting("", "")
                self._listing.imported.emit()
                self.came_in.emit(item.sentence)
            elif item.event == "waits":
                self._set_waiting(item.file, item.sentence)
            elif item.event in ("refused", "gone"):
                self.told.emit(UserError(item.sentence, self.tr("It is looked at again by itself.")))

    def _set_waiting(self, file: str, sentence: str) -> None:
        self.waiting = file
        self.waits.emit(sentence)

    def _on_opened(self) -> None:
        """While somebody looks at a list, nothing comes in behind their back; and the one that waited is looked at."""
        self._free.clear()
        self._opened = self.waiting or self._opened
        self._set_waiting("", "")

    def _on_left(self) -> None:
        """A list that was only looked at waits again."""
        self._free.set()
        if self._opened and self._watched is not None:
            self._watched[1].look_again(self._opened)
        self._opened = ""

    def _forget(self) -> None:
        self._opened = ""
