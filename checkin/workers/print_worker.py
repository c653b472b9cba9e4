"""Works off the print queue on a thread of its own, step by step."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from checkin.domain.errors import CheckinError
from checkin.workers.looping_thread import LoopingThread

PrintStep = object
"""What one step of the service's queue answers: the job that was settled, and how."""

AGAIN_S = 2.0
BREATH_S = 0.005
"""Between two badges the thread stands still for this long. Drawing one takes 10 ms of the interpreter: a hundred on
end would leave the window only what it can wrest from them, and no printer is that quick.
"""
_log = logging.getLogger(__name__)


class PrintWorker(QObject):
    """Repeats `print_step` until it answers None, then rests until `wake`.

    Jobs lie in the database, so nothing is lost when the program ends. `job_settled` gives what each step answered;
    `failed` a fault that no job is to blame for (a locked database): the same step is tried again two seconds later;
    `broken` an exception that is our own fault.
    """

    job_settled = Signal(object)
    failed = Signal(object)
    broken = Signal(object)

    def __init__(
        self, print_step: Callable[[], PrintStep | None], parent: QObject | None = None, *, again_s: float = AGAIN_S
    ) -> None:
        super().__init__(parent)
        self._step = print_step
        self._again_s = again_s
        self._thread = LoopingThread("print", self._work)

    def start(self) -> None:
        """Begin with what is queued; harmless when running."""
        self._thread.start()

    def wake(self) -> None:
        """A job was queued, or a printer is well again."""
        self._thread.wake()

    def close(self) -> None:
        """Let the job that is being handed over come to its end, and end the thread."""
        self._thread.stop()

    stop = close

    def _work(self, rest: Callable[[float | None], bool]) -> None:
        while True:
            if not rest(self._work_off()):
                return

    def _work_off(self) -> float | None:
        """Settle jobs until none is left; how long to rest then (None: until woken)."""
        while not self._thread.is_stopping:
            try:
                settled = self._step()
            except CheckinError as fault:
                _log.warning("print step failed: %s", type(fault).__name__)
                self.failed.emit(fault)
                return self._again_s
            except Exception as fault:  # noqa: BLE001
                # The thread goes on: the next badge may be fine, and this one's job says that it failed.
                _log.error("print step broke", exc_info=fault)
                self.broken.emit(fault)
                return self._again_s
            if settled is None:
                return None
            self.job_settled.emit(settled)
            time.sleep(BREATH_S)
        return None
