"""What the camera sees: the found code outlined, where to hold it, and sharpness in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import break_lines, elided

# On a camera picture no theme holds: light green on black stands out from any picture.
_FOUND, _EDGE, _PLATE = QColor("#5CF2B8"), QColor("#000000"), QColor(9, 12, 17, 200)
_WORDS, _EMPTY = QColor("#FFFFFF"), QColor("#2A3040")

_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip

Quad = Sequence[tuple[float, float]]


class CameraView(QWidget):
    """A picture of 16:9. Quads are corners in the picture's own pixels."""

    elidable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image, self._mirrored = QImage(), False
        self._quads: tuple[Quad, ...] = ()
        self._name, self._words, self._good, self._off = "", "", False, False
        self._fault: tuple[str, str] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(self.tr("Camera"), self.tr("Looking for the camera"))

    def set_words(self, name: str, words: str, good: bool = False) -> None:
        """Name of the camera, and how well it sees; `good` colours the words green."""
        self._name, self._words, self._good, self._off = name, words, good, False
        self._fault = None
        self.setAccessibleName(f"{name}: {words}")
        self.update()

    def set_fault(self, name: str, sentence: str, advice: str) -> None:
        """There is no picture: why, and what to do, in the middle and never cut."""
        self.set_frame(QImage())
        self.set_words(name, f"{sentence} {advice}")
        self._fault = (sentence, advice)

    def set_off(self) -> None:
        """The camera does not run: say so, and how to switch it on."""
        self.set_frame(QImage())
        self.set_words(self.tr("The camera is off"), self.tr("F9 switches it on"))
        self._off = True

    def set_frame(self, image: QImage, quads: Sequence[Quad] = (), mirrored: bool = False) -> None:
        """Show a picture with the codes found in it. `mirrored` shows it as a mirror would, quads too."""
        self._image, self._quads, self._mirrored = image, tuple(quads), mirrored
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * 9 / 16)

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(90))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), theme().radius("control"), theme().radius("control"))
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), _EMPTY)
        if not self._image.isNull():
            self._paint_picture(painter)
        if self._off:
            self._paint_off(painter)
            return
        if self._fault is not None:
            self._paint_fault(painter, *self._fault)
            return
        self._paint_middle(painter)
        painter.resetTransform()
        self._paint_plate(painter)

    def _paint_off(self, painter: QPainter) -> None:
        centre = QRectF(self.rect()).center()
        icons.paint(painter, "camera-off", _WORDS, centre - QPointF(0, px(30)), px(36))
        painter.setPen(_WORDS)
        for words, font, below in ((self._name, fonts.kind("row"), 12), (self._words, fonts.kind("small"), 36)):
            painter.setFont(font)
            where = QRectF(0, centre.y() + px(below) - px(12), self.width(), px(24))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_fault(self, painter: QPainter, sentence: str, advice: str) -> None:
        """As large as both fit, the icon only where there is room for it."""
        wide = self.width() - px(24)
        for size in (15, 14, 13, 12):
            parts = [(fonts.font(size, 700), sentence), (fonts.font(size, 400), advice)]
            lines = [(font, line) for font, words in parts for line in break_lines(words, font, wide)]
            high = sum(fonts.line(font) for font, _ in lines) + px(4)
            if high <= self.height() - px(12):
                break
        icon = px(36) if high + px(52) <= self.height() else 0
        top = (self.height() - high - icon) / 2
        if icon:
            icons.paint(painter, "camera-off", _WORDS, QPointF(self.width() / 2, top + px(14)), px(28))
        top += icon
        painter.setPen(_WORDS)
        for place, (font, line) in enumerate(lines):
            if place and font is not lines[place - 1][0]:
                top += px(4)
            painter.setFont(font)
            step = fonts.line(font)
            painter.drawText(QRectF(0, top, self.width(), step), _CENTRED, line)
            top += step

    def _paint_picture(self, painter: QPainter) -> None:
        """The picture fills the view; what does not fit is cut off evenly at both sides."""
        size = self._image.size()
        scale = max(self.width() / size.width(), self.height() / size.height())
        painter.save()
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(-scale if self._mirrored else scale, scale)
        painter.translate(-size.width() / 2, -size.height() / 2)
        painter.drawImage(QPointF(0, 0), self._image)
        for quad in self._quads:
            shape = QPolygonF([QPointF(x, y) for x, y in quad])
            for colour, wide in ((_EDGE, 8), (_FOUND, 4)):
                painter.setPen(_pen(colour, px(wide) / scale))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolygon(shape)
        painter.restore()

    def _paint_middle(self, painter: QPainter) -> None:
        """Four corners in the middle show where to hold a badge."""
        if self._quads:
            return
        side = self.height() * 0.5
        area = QRectF((self.width() - side) / 2, (self.height() - px(34) - side) / 2 + px(4), side, side)
        arm = side * 0.18
        path = QPainterPath()
        for x, y, dx, dy in (
            (area.left(), area.top(), 1, 1), (area.right(), area.top(), -1, 1),
            (area.right(), area.bottom(), -1, -1), (area.left(), area.bottom(), 1, -1),
        ):  # fmt: skip
            path.moveTo(x + dx * arm, y)
            path.lineTo(x, y)
            path.lineTo(x, y + dy * arm)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, wide in ((_EDGE, 5), (_WORDS, 2.5)):
            painter.setPen(_pen(colour, wide * theme().zoom / 100))
            painter.drawPath(path)

    def _paint_plate(self, painter: QPainter) -> None:
        plate = QRectF(px(8), self.height() - px(36), self.width() - px(16), px(28))
        box(painter, plate, _PLATE, None, px(6))
        inner = plate.adjusted(px(10), 0, -px(10), 0)
        bold, plain = fonts.kind("label"), fonts.font(13, 500)
        words = elided(self._words, plain, inner.width() * 0.7)
        painter.setFont(plain)
        painter.setPen(_FOUND if self._good else _WORDS)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        room = inner.width() - fonts.width(plain, words) - px(12)
        painter.setFont(bold)
        painter.setPen(_WORDS)
        name = elided(self._name, bold, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
