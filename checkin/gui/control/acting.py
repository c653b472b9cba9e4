"""Runs acts in their order and keeps those that could not be stored, trying again until they are."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.domain.errors import CheckinError, StorageBusy, StorageFull
from checkin.workers.tasks import TaskRunner

AGAIN_MS = 1000


@dataclass(slots=True)
class Act:
    """One thing to do: the service call, what follows it, and what follows a refusal."""

    task: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[CheckinError], None]
    broken: Callable[[], None] | None = None


class Acting(QObject):
    """A queue of acts, one at a time.

    An act that meets a locked or full database stays at the head and is tried again each second, so that a scan of a
    bad minute is stored in its turn and with its own time; nothing overtakes it.

    Signals:
        stuck: a CheckinError; acts wait until storing works again. `waiting` tells how many.
        freed: everything that waited is stored.
        failed: a CheckinError that the act itself had no answer for.
        broken: an exception that is our own fault.
        moved: an act joined the queue or left it.
    """

    stuck = Signal(object)
    freed = Signal()
    failed = Signal(object)
    broken = Signal(object)
    moved = Signal()

    def __init__(
        self, runner: TaskRunner, parent: QObject | None = None, *,
        bound: Callable[[Callable[[], Any]], Callable[[], Any]] = lambda task: task,
    ) -> None:  # fmt: skip
        """`bound` ties an act to who is at the desk when it is asked for; it may be stored much later."""
        super().__init__(parent)
        self._runner, self._bound = runner, bound
        self._queue: deque[Act] = deque()
        self._running = self._stuck = self._closed = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._next)

    @property
    def waiting(self) -> int:
        """How many acts are not stored yet."""
        return len(self._queue)

    @property
    def is_stuck(self) -> bool:
        """Whether acts wait because nothing can be stored just now."""
        return self._stuck

    def run(
        self,
        task: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[CheckinError], None] | None = None,
        broken: Callable[[], None] | None = None,
    ) -> None:
        """Queue an act; `done` or `failed` is called on the window's thread after its transaction ended, `broken` when
        the fault is our own: whoever waits for the act waits no more.
        """
        self._queue.append(Act(self._bound(task), done, failed or self.failed.emit, broken))
        self.moved.emit()
        if not self._running and not self._stuck:
            self._next()

    def close(self) -> None:
        """Take no more acts; the one that runs comes to its end."""
        self._closed = True
        self._again.stop()

    def _next(self) -> None:
        if self._queue and not self._running and not self._closed:
            self._running = True
            self._runner.run(self._queue[0].task, done=self._on_done, failed=self._on_failed)

    def _on_done(self, answer: Any) -> None:
        act = self._settled()
        try:
            act.done(answer)
        finally:
            self._next()

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, StorageBusy | StorageFull):
            self._running = False
            self._stuck = True
            self.stuck.emit(error)
            self._again.start()
            return
        act = self._settled()
        if isinstance(error, CheckinError):
            act.failed(error)
        else:
            self.broken.emit(error)
            if act.broken is not None:
                act.broken()
        self._next()

    def _settled(self) -> Act:
        act = self._queue.popleft()
        self._running = False
        if self._stuck:
            self._stuck = False
            self.freed.emit()
        self.moved.emit()
        return act
