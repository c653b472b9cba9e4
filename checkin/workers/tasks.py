"""Runs tasks one after the other on one named thread, and calls back on the thread that made the runner."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class TaskRunner(QObject):
    """One worker thread. Of each task either `done` (with its result) or `failed` (with its exception) is called, in
    the order of the tasks; neither for tasks that `close` took out of the queue.
    """

    _settled = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._closed = False
        self._settled.connect(self._call_back, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        task: Callable[[], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Queue a task; returns at once. After `close` nothing is taken any more: a timer or an answer that comes late
        finds no window to tell.
        """
        if self._closed:
            return
        future = self._pool.submit(task)
        future.add_done_callback(
            lambda f: None if f.cancelled() else self._settled.emit(partial(_settle, f, done, failed))
        )

    def close(self) -> None:
        """Drop what waits, let the task that runs come to its end, and end the thread."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _call_back(self, settle: Callable[[], None]) -> None:
        settle()


def _settle(future: Future[Any], done: Callable[[Any], None], failed: Callable[[BaseException], None]) -> None:
    error = future.exception()
    if error is not None:
        failed(error)
    else:
        done(future.result())
