"""The camera: on and off, its picture with the codes found, and what goes wrong with it in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from checkin.domain.errors import EnvironmentFault
from checkin.domain.payload import parse_payload
from checkin.domain.people import Person
from checkin.gui.control.parts import Parts
from checkin.workers.camera_worker import CameraWorker


class Watching(QObject):
    """Signals: `scanned(payload)`; `several(people)` when two or more badges are held up together."""

    scanned = Signal(str)
    several = Signal(list)

    def __init__(self, parts: Parts, source: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._make_source = source
        self._worker: CameraWorker | None = None
        self._ending: list[CameraWorker] = []
        self._name = ""
        self._mirrored = False
        parts.view.left.camera_toggled.connect(self.set_on)

    @property
    def on(self) -> bool:
        """Whether the camera runs."""
        return self._worker is not None

    def set_mirrored(self, mirrored: bool) -> None:
        """Show the picture as a mirror does."""
        self._mirrored = mirrored

    def set_on(self, on: bool) -> None:
        """Start or stop the camera."""
        if on == self.on:
            return
        self._parts.view.left.set_camera(on)
        if not on:
            self._let_go()
            return
        source = self._make_source()
        self._name = source.name
        self._worker = CameraWorker(source, _may_be_ours, self)
        self._worker.preview_ready.connect(self._on_preview)
        self._worker.payload_scanned.connect(self.scanned)
        self._worker.several_codes_seen.connect(self._on_several)
        self._worker.failed.connect(self._on_failed)
        self._worker.broken.connect(self._parts.acting.broken)
        self._worker.start()
        self._parts.view.left.camera.set_words(self._name, self.tr("Starting"))

    def toggle(self) -> None:
        """What F9 does."""
        self.set_on(not self.on)

    def close(self) -> None:
        """Stop, and wait until the camera is let go: its thread must not outlive the window."""
        self._let_go()
        for worker in self._ending:
            worker.stop()
        self._ending.clear()

    def _let_go(self) -> None:
        """Stop without waiting: a camera may take a second, and the window must not stand still for that."""
        worker, self._worker = self._worker, None
        if worker is not None:
            self._ending.append(worker)
            worker.stopped.connect(partial(self._on_stopped, worker))
            worker.stop_soon()

    def _on_stopped(self, worker: CameraWorker) -> None:
        if worker in self._ending:
            self._ending.remove(worker)
            worker.deleteLater()

    def _on_preview(self, image: QImage, quads: list[Any], hint: str) -> None:
        if self._worker is None:
            return
        camera = self._parts.view.left.camera
        camera.set_frame(image, quads, self._mirrored)
        words = hint or (self.tr("Code found") if quads else self.tr("Hold the badge in the middle"))
        camera.set_words(self._name, words, not hint)

    def _on_failed(self, fault: EnvironmentFault) -> None:
        self._parts.view.left.camera.set_fault(self._name, fault.sentence, fault.advice)

    def _on_several(self, codes: list[str]) -> None:
        find = partial(self._parts.services.people.holders, tuple(codes))
        self._parts.asking.run(find, done=self._on_holders, failed=lambda _error: None)

    def _on_holders(self, people: list[Person]) -> None:
        if len(people) > 1:
            self.several.emit(people)


def _may_be_ours(text: str) -> bool:
    """A code that may be a ticket or a badge; a web address or a text on a poster in the picture is not."""
    return bool(parse_payload(text).candidates) and parse_payload(text).plausible
