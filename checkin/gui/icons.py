"""Icons: lucide's outlines as SVG, recoloured, rendered for the screen's ratio and kept."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from checkin.gui.theme import RESOURCES

STROKE = 2.0
STROKE_ON_VERDICT = 2.75
_kept: dict[tuple[str, int, int, float, float], QPixmap] = {}


@lru_cache(maxsize=256)
def source(name: str) -> str:
    """The SVG text of an icon. FileNotFoundError when resources/icons has no such name."""
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0, stroke: float = STROKE) -> QPixmap:
    """The icon `size` logical pixels wide in `colour`, sharp on a screen of that device pixel ratio."""
    key = (name, colour.rgba(), size, ratio, stroke)
    found = _kept.get(key)
    if found is None:
        found = _kept[key] = _render(name, colour, size, ratio, stroke)
    return found


def paint(painter: QPainter, name: str, colour: QColor, centre: QPointF, size: int, stroke: float = STROKE) -> None:
    """Draw an icon around `centre`."""
    ratio = painter.device().devicePixelRatio()
    image = pixmap(name, colour, size, ratio, stroke)
    painter.drawPixmap(QPointF(round(centre.x() - size / 2), round(centre.y() - size / 2)), image)


def icon(name: str, colour: QColor, size: int = 20, ratio: float = 1.0) -> QIcon:
    """The icon for places where Qt itself paints one, such as a menu."""
    return QIcon(pixmap(name, colour, size, ratio))


def clear() -> None:
    """Forget every rendered icon; the theme calls it when colours change."""
    _kept.clear()


def _render(name: str, colour: QColor, size: int, ratio: float, stroke: float) -> QPixmap:
    text = source(name).replace("currentColor", colour.name())
    text = text.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
