"""The live picture of the camera on the Settings page: on only while its section is shown and the Desk lets it go."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from checkin.domain.errors import CheckinError
from checkin.domain.payload import parse_payload
from checkin.gui.control.settings.parts import SettingsParts
from checkin.workers.camera_worker import CameraWorker


class Viewing(QObject):
    """`read(text)` for each code that the camera saw: it admits nobody here."""

    read = Signal(str)

    def __init__(self, parts: SettingsParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._card = parts.view.scanner_section.camera
        self._worker: CameraWorker | None = None
        self._ending: list[CameraWorker] = []
        self._name, self._shown, self._mirrored = "", False, False
        self._source: str | None = None
        self._card.use_here_requested.connect(self._take)

    @property
    def on(self) -> bool:
        """Whether the camera runs here."""
        return self._worker is not None

    def set_shown(self, shown: bool) -> None:
        """The section came or went."""
        self._shown = shown
        if shown:
            self._begin()
        else:
            self._end()

    def follow(self, values: dict[str, str]) -> None:
        """The settings in force: another camera is shown at once, a mirrored picture with the next frame."""
        self._mirrored = values.get("camera.mirror") == "yes"
        source = values.get("camera.source")
        if source != self._source:
            self._source = source
            if self.on:
                self._end()
                self._begin()

    def close(self) -> None:
        """Let the camera go, and wait until it is."""
        worker, self._worker = self._worker, None
        for each in (worker, *self._ending):
            if each is not None:
                each.stop()
        self._ending.clear()

    def _begin(self) -> None:
        if not self._shown or self.on:
            return
        if self._parts.devices.desk_camera.on:
            self._card.picture.set_frame(QImage(), (), False)
            self._card.picture.set_words(self.tr("Camera"), self.tr("In use by the Desk page"))
            self._card.show_advice(self.tr("The Desk page reads badges with it."), True)
            return
        try:
            source = self._parts.devices.camera()
        except CheckinError as fault:
            self._on_failed(fault)
            return
        self._name = source.name
        self._card.picture.set_words(self._name, self.tr("Starting"))
        self._card.show_advice("")
        worker = self._worker = CameraWorker(source, _is_plausible, self)
        worker.preview_ready.connect(self._on_preview)
        worker.payload_scanned.connect(self.read)
        worker.hint_changed.connect(lambda _words, advice: self._card.show_advice(advice))
        worker.failed.connect(self._on_failed)
        worker.broken.connect(self._parts.trouble)
        worker.start()

    def _end(self) -> None:
        """A camera may take a second to be let go: the window does not stand still for that."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        self._ending.append(worker)
        worker.stopped.connect(lambda: self._on_stopped(worker))
        worker.stop_soon()

    def _on_stopped(self, worker: CameraWorker) -> None:
        if worker in self._ending:
            self._ending.remove(worker)
            worker.deleteLater()

    def _take(self) -> None:
        self._parts.devices.desk_camera.set_on(False)
        self._begin()

    def _on_preview(self, image: QImage, quads: list[Any], hint: str) -> None:
        if self._worker is None or self.sender() is not self._worker:
            return
        words = hint or (self.tr("Code found") if quads else self.tr("Hold the badge in the middle"))
        self._card.picture.set_frame(image, quads, self._mirrored)
        self._card.picture.set_words(self._name, words, not hint)

    def _on_failed(self, fault: CheckinError) -> None:
        self._card.picture.set_frame(QImage(), (), False)
        self._card.picture.set_words(self._name, self.tr("No picture"))
        self._card.show_advice(f"{fault.sentence} {fault.advice}")


def _is_plausible(text: str) -> bool:
    """Anything that may be held up to try it, but no web address of a poster in the background."""
    return parse_payload(text).plausible
