"""The cameras of this machine as options: found on a worker thread, the one remembered always among them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from checkin.gui.control.settings.keeping import Keeping
from checkin.gui.control.settings.parts import FoundCamera, SettingsParts
from checkin.gui.widgets.line import Line

_SIMULATED = "simulated"


class Cameras(QObject):
    """Looks for cameras and offers them."""

    def __init__(self, parts: SettingsParts, keeping: Keeping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._keeping = parts, keeping
        self._found: Sequence[FoundCamera] | None = None
        self._looking = False
        self._absent: dict[str, Line] = {}
        keeping.looked.connect(lambda _values: self.show())

    def look(self) -> None:
        """Ask the machine; one question at a time."""
        if not self._looking:
            self._looking = True
            self.show()
            self._parts.searching.run(self._parts.devices.cameras, done=self._on_found, failed=self._on_trouble)

    def show(self) -> None:
        """Offer what is known now."""
        remembered = self._keeping.values.get("camera.source", "")
        first = self._found[0].label if self._found else ""
        options = [("", Line(self.tr("The first one"), first, "camera"))]
        options += [(c.remembered, Line(c.label, "", "camera")) for c in self._found or ()]
        if remembered not in dict(options):
            self._absent[remembered] = self._absent_line(remembered)
        # What was chosen before can be chosen again, be it a film or the demo's simulated camera.
        options += [(value, line) for value, line in self._absent.items() if value not in dict(options)]
        self._keeping.know("camera.source", {value: line.title for value, line in options})
        self._parts.view.scanner_section.camera.show_cameras(options, remembered, self._sentence())

    def _absent_line(self, remembered: str) -> Line:
        if remembered == _SIMULATED:
            return Line(self.tr("Simulated camera"), self.tr("Shows badges of the demo."), "play")
        if self._found is None:
            return Line(remembered, "", "camera")
        chip = (self.tr("Not plugged in"), "hold", "triangle-alert")
        return Line(remembered, self.tr("Plug it in again; it goes on by itself."), "camera-off", chip=chip)

    def _sentence(self) -> str:
        if self._looking:
            return self.tr("Looking for cameras…")
        if self._found is not None and not self._found:
            return self.tr("No camera was found. Hand scanners and typing work without one.")
        return ""

    def _on_found(self, found: Sequence[FoundCamera]) -> None:
        self._looking, self._found = False, found
        self.show()

    def _on_trouble(self, error: BaseException) -> None:
        self._looking = False
        self.show()
        self._parts.trouble(error)
