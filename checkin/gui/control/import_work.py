"""One import at work on its thread: how far it is comes to the window, and a cancel goes to it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from checkin.gui.control.countdown import Countdown
from checkin.gui.pages.importing.columns_shown import ImportProgress
from checkin.services.import_watch import Phase, Progress
from checkin.workers.tasks import TaskRunner

SHOWN_AFTER_MS = 400
"""Shorter work shows no strip: it would only flash."""

_TELL_S = 0.1
_TELLING = ((Phase.READING, 0.0), (Phase.COMPARING, 1.0))
_APPLYING = ((Phase.COMPARING, 0.2), (Phase.STORING, 0.8))
"""How much of the whole each phase takes, as measured."""


@dataclass(frozen=True, slots=True)
class Work:
    """`task` gets what it tells its progress to, and what it asks whether to stop. `applies`: it will be stored."""

    task: Callable[[Progress, Callable[[], bool]], Any]
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    applies: bool


class ImportWork(QObject):
    """Signals: `moved(ImportProgress)` on the window's thread, from 400 ms on."""

    moved = Signal(object)
    _told = Signal(object, str, int, int)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._work: Work | None = None
        self._stop = threading.Event()
        self._countdown = Countdown(())
        self._last = ImportProgress(Phase.COMPARING)
        self._begun = 0.0
        self._late = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._late.timeout.connect(self._on_late)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether something is under way."""
        return self._work is not None

    @property
    def seconds(self) -> float:
        """For how long it has been under way; 0 when nothing is."""
        return time.monotonic() - self._begun if self._work is not None else 0.0

    @property
    def last(self) -> ImportProgress:
        """How far it was when it told last."""
        return self._last

    @property
    def applies(self) -> bool:
        """Whether what is under way will be stored."""
        return self._work is not None and self._work.applies

    def begin(self, work: Work) -> None:
        """Do it; what was under way before is no longer followed, and stops if it can."""
        self.cancel()
        stop = self._stop = threading.Event()
        self._work = work
        self._begun = time.monotonic()
        self._countdown = Countdown(_APPLYING if work.applies else _TELLING)
        self._last = ImportProgress(Phase.COMPARING if work.applies else Phase.READING)
        self._late.start()
        tell = _Telling(lambda *how_far: self._told.emit(work, *how_far))
        self._runner.run(
            lambda: work.task(tell, stop.is_set),
            done=lambda answer: self._settle(work, lambda: work.done(answer)),
            failed=lambda error: self._settle(work, lambda: work.failed(error)),
        )

    def cancel(self) -> None:
        """Ask it to end; what was stored already stays."""
        self._stop.set()

    def _on_told(self, work: Work, phase: str, done: int, total: int) -> None:
        if work is not self._work:
            return
        self._countdown.move(phase, done, total)
        self._last = ImportProgress(phase, done, total, self._countdown.share, self._countdown.seconds_left)
        if not self._late.isActive():
            self.moved.emit(self._last)

    def _on_late(self) -> None:
        self.moved.emit(self._last)

    def _settle(self, work: Work, answer: Callable[[], None]) -> None:
        if work is not self._work:
            return
        self._work = None
        self._late.stop()
        answer()


class _Telling:
    """Tells at most ten times a second, and each new phase at once: the window has other things to do."""

    def __init__(self, tell: Callable[[str, int, int], None]) -> None:
        self._tell = tell
        self._phase, self._next = "", 0.0

    def __call__(self, phase: str, done: int, total: int) -> None:
        now = time.monotonic()
        if phase != self._phase or now >= self._next:
            self._phase, self._next = phase, now + _TELL_S
            self._tell(phase, done, total)
