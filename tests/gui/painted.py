"""The texts that widgets really paint: a paint device that keeps words and draws nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QRegion, QTransform
from PySide6.QtWidgets import QWidget

_DOTS = 96


@dataclass(frozen=True, slots=True)
class Painted:
    """One run of text: where it begins and ends and its base line, in its widget's pixels."""

    text: str
    left: float
    right: float
    base: float


class _WordKeeper(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[Painted] = []
        self._at = QTransform()

    def begin(self, device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: Any) -> None:
        self._at = state.transform()

    def drawTextItem(self, where: QPointF, item: Any) -> None:
        begins, ends = self._at.map(where), self._at.map(QPointF(where.x() + item.width(), where.y()))
        if item.text().strip():
            self.found.append(Painted(item.text(), begins.x(), ends.x(), begins.y()))

    def _nothing(self, *_what: Any) -> None:
        """Shapes and pictures are not looked at."""

    drawPixmap = drawPath = drawPolygon = drawRects = drawLines = drawImage = drawTiledPixmap = _nothing
    drawEllipse = drawPoints = _nothing


class _WordDevice(QPaintDevice):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.keeper = _WordKeeper()
        kind = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            kind.PdmWidth: width, kind.PdmHeight: height, kind.PdmNumColors: 1 << 24, kind.PdmDepth: 32,
            kind.PdmDpiX: _DOTS, kind.PdmDpiY: _DOTS, kind.PdmPhysicalDpiX: _DOTS, kind.PdmPhysicalDpiY: _DOTS,
            kind.PdmWidthMM: round(width * 25.4 / _DOTS), kind.PdmHeightMM: round(height * 25.4 / _DOTS),
            kind.PdmDevicePixelRatio: 1, kind.PdmDevicePixelRatioScaled: 1 << 16,
        }  # fmt: skip

    def paintEngine(self) -> QPaintEngine:
        return self.keeper

    def metric(self, kind: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(kind, 0)


def painted_by(widget: QWidget) -> list[Painted]:
    """What the widget itself paints, without its children."""
    device = _WordDevice(widget.width(), widget.height())
    widget.render(device, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
    return device.keeper.found


def shown_in(root: QWidget) -> Iterator[tuple[QWidget, list[Painted]]]:
    """Every visible widget below `root` that paints text, with its text."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible() and widget.width() > 0 and (found := painted_by(widget)):
            yield widget, found
