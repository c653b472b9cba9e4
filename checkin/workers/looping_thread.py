"""A thread that repeats something until it is told to stop, and can be woken from its rest."""

from __future__ import annotations

import threading
from collections.abc import Callable


class LoopingThread:
    """Runs `body(rest)` on a thread of its own. `rest(seconds)` waits so long, until `wake`, or until `stop`; it
    answers False when the body has to return.
    """

    def __init__(self, name: str, body: Callable[[Callable[[float | None], bool]], None]) -> None:
        self._name = name
        self._body = body
        self._woken = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def is_running(self) -> bool:
        """Whether the thread lives."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def is_stopping(self) -> bool:
        """Whether the body should return soon."""
        return self._stopping.is_set()

    def start(self) -> None:
        """Begin; harmless when running."""
        if self.is_running:
            return
        self._stopping.clear()
        self._woken.clear()
        self._thread = threading.Thread(target=self._body, args=(self._rest,), name=self._name, daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """End the present or the next rest."""
        self._woken.set()

    def stop_soon(self) -> None:
        """Let the body end, and do not wait for it; harmless when not running."""
        self._stopping.set()
        self._woken.set()

    def stop(self) -> None:
        """End, and wait for the end; harmless when not running."""
        self.stop_soon()
        thread, self._thread = self._thread, None
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def _rest(self, seconds: float | None) -> bool:
        # A body that rests again on its way out must not wait for a wake that it has had already.
        if not self._stopping.is_set():
            self._woken.wait(seconds)
            self._woken.clear()
        return not self._stopping.is_set()
