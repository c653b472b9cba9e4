"""Reads a camera on a thread of its own: pictures to the window, codes to the desk."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from checkin.devices.frame import Frame, FrameSource
from checkin.devices.hint import Hint
from checkin.devices.middle import is_inside, marked_middle, with_margin
from checkin.devices.picture import PictureJudge
from checkin.devices.qr_reader import QrReader
from checkin.devices.scan_gate import ScanGate
from checkin.domain.errors import EnvironmentFault
from checkin.workers.looping_thread import LoopingThread
from checkin.workers.preview import Preview, preview_of

AGAIN_S = 2.0
PREVIEW_S = 1 / 15
_log = logging.getLogger(__name__)


class CameraWorker(QObject):
    """From `start` to `stop` its source is read as fast as it gives pictures; all decoding happens here.

    Signals:
        preview_ready: QImage as the camera sees it (never mirrored), the found codes' corners in its pixels, a hint in
            a few words ("" when all is well); at most 15 a second, none while the window is busy with the one before.
        hint_changed: another hint, or none any more: its few words, and a sentence of what to do.
        payload_scanned: a code to be judged.
        several_codes_seen: codes held up together; nobody is admitted by them.
        failed: an EnvironmentFault; once per cause. The source is opened again every two seconds.
        recovered: pictures come again after a failure.
        broken: an exception that is our own fault; the source is opened again all the same.
        stopped: the camera is let go; the last signal of all.
    """

    preview_ready = Signal(QImage, list, str)
    payload_scanned = Signal(str)
    several_codes_seen = Signal(list)
    hint_changed = Signal(str, str)
    failed = Signal(object)
    recovered = Signal()
    broken = Signal(object)
    stopped = Signal()
    _previewed = Signal(object)
    _ended = Signal()

    def __init__(
        self,
        source: FrameSource,
        is_ours: Callable[[str], bool],
        parent: QObject | None = None,
        *,
        again_s: float = AGAIN_S,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._again_s = again_s
        self._reader = QrReader()
        self._gate = ScanGate(is_ours)
        self._judge = PictureJudge()
        self._hint = Hint.NONE
        self._next_preview = 0.0
        self._window_is_busy = False
        self._fault: str | None = None
        self._start_again = False
        self._thread = LoopingThread("camera", self._work)
        self._previewed.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; harmless when running. After `stop_soon` it begins as soon as the camera was let go."""
        self._start_again = self._thread.is_running and self._thread.is_stopping
        if not self._start_again:
            self._thread.start()

    def stop(self) -> None:
        """End, and wait until the camera is let go; harmless when not running."""
        self._start_again = False
        self._thread.stop()

    close = stop

    def stop_soon(self) -> None:
        """End without waiting: a camera may take a second to be let go, and the window must not stand still for that.
        `stopped` tells when it is done, at once when nothing runs.
        """
        self._start_again = False
        self._thread.stop_soon()
        if not self._thread.is_running:
            self._ended.emit()

    @property
    def is_running(self) -> bool:
        """Whether the camera is being read or waited for."""
        return self._thread.is_running

    def _work(self, rest: Callable[[float | None], bool]) -> None:
        self._fault = None
        while not self._thread.is_stopping:
            try:
                self._source.open()
                self._judge = PictureJudge()
                self._read_on(rest)
            except EnvironmentFault as fault:
                self._tell(fault)
            except Exception as fault:  # noqa: BLE001
                # One picture that cannot be handled must not end the camera for the day.
                self._tell_broken(fault)
            finally:
                self._source.close()
                self._show(Hint.NONE)
            if not rest(self._again_s):
                break
        self._ended.emit()

    def _read_on(self, rest: Callable[[float | None], bool]) -> None:
        while not self._thread.is_stopping:
            frame = self._source.read()
            if frame is None:
                # A film at its end, or a source between two pictures.
                if not rest(0.05):
                    return
                continue
            self._look(frame)
            if self._fault is not None:
                self._fault = None
                self.recovered.emit()

    def _look(self, frame: Frame) -> None:
        grey, size = frame.grey, frame.size
        found = self._reader.read(grey, with_margin(marked_middle(*size), *size))
        verdict = self._gate.look(found, size, frame.at)
        if verdict.passed is not None:
            self.payload_scanned.emit(verdict.passed)
        if verdict.several:
            self.several_codes_seen.emit(list(verdict.several))
        readable = any(is_inside(f.centre, marked_middle(*size)) for f in found)
        if readable:
            self._show(self._judge.clear())
        now = time.monotonic()
        if now >= self._next_preview and not self._window_is_busy:
            self._next_preview = now + PREVIEW_S
            self._window_is_busy = True
            if not readable:
                self._show(self._judge.judge(grey, frame.at))
            self._previewed.emit(preview_of(frame, [f.quad for f in found], self._hint.words))

    def _show(self, hint: Hint) -> None:
        if hint is not self._hint:
            self._hint = hint
            self.hint_changed.emit(hint.words, hint.advice)

    def _hand_over(self, preview: Preview) -> None:
        self._window_is_busy = False
        self.preview_ready.emit(preview.image, preview.quads, preview.hint)

    def _on_ended(self) -> None:
        if not self._thread.is_stopping:
            # Begun anew since.
            return
        self._thread.stop()
        if self._start_again:
            self.start()
        else:
            self.stopped.emit()

    def _tell(self, fault: EnvironmentFault) -> None:
        if fault.sentence != self._fault:
            self._fault = fault.sentence
            _log.warning("camera: %s", type(fault).__name__)
            self.failed.emit(fault)

    def _tell_broken(self, fault: Exception) -> None:
        if repr(fault) != self._fault:
            self._fault = repr(fault)
            _log.error("camera broke", exc_info=fault)
            self.broken.emit(fault)
