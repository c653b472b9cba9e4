"""The strip at the foot: who is at this desk, and whether everything that should happen happens."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from checkin.gui import fonts, icons
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.theme import px, theme
from checkin.gui.widgets.key_cap import cap_width, paint_cap
from checkin.gui.widgets.strip_item import StripItem, StripState
from checkin.gui.widgets.surface import Surface, box

_CLOCK = 72
_GAP = 13


class StatusStrip(Surface):
    """Operator and lock, then items, then the clock. Healthy items give way first, ailing ones never shrink."""

    lock_requested = Signal()
    item_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "top", parent)
        self._metrics, self._clock, self._seams = NORMAL, "", [0]
        self._operator = _Operator(self)
        self._operator.clicked.connect(self.lock_requested)
        self._items: list[StripItem] = []
        self._opening: frozenset[str] | None = None
        self._well = self._new_item()
        self._states: tuple[StripState, ...] = ()
        self.set_metrics(NORMAL)

    def set_operator(self, name: str, desk: str) -> None:
        """Who is at which desk."""
        self._operator.set_words(name, desk)
        self._arrange()

    def set_items(self, states: Sequence[StripState]) -> None:
        """Show these items in this order: what waits, hub, sources, printer."""
        self._states = tuple(states)
        while len(self._items) < len(states):
            self._items.append(self._new_item())
        for item, state in zip(self._items, states, strict=False):
            item.set_state(state)
            if self._opening is not None:
                item.set_opens(state.key in self._opening)
        self._arrange()

    def set_opening(self, keys: Collection[str]) -> None:
        """Which items open a page when pressed; the others only tell. All of them do until this is said."""
        self._opening = frozenset(keys)
        self._well.set_opens("" in self._opening)
        for item in self._items:
            item.set_opens(item.state.key in self._opening)

    def set_clock(self, text: str) -> None:
        """The time, such as "08:47"."""
        if text != self._clock:
            self._clock = text
            self.update()

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._metrics = metrics
        self.setFixedHeight(px(metrics.strip))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(self._metrics.strip))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _new_item(self) -> StripItem:
        item = StripItem(self)
        item.clicked.connect(lambda: self.item_opened.emit(item.state.key))
        return item

    def _shown(self, room: int) -> list[tuple[StripItem, bool]]:
        """Items to show and whether each is terse, so that they fit `room`."""
        items = self._items[: len(self._states)]
        terse = dict.fromkeys(items, False)

        def fits() -> bool:
            return sum(item.width_for(terse[item]) + px(_GAP) for item in items) <= room

        if not self._metrics.compact:
            for item in reversed(items):
                if fits():
                    break
                if not item.state.ailing:
                    terse[item] = True
            if fits():
                return [(item, terse[item]) for item in items]
        return self._merged(items, room)

    def _merged(self, items: list[StripItem], room: int) -> list[tuple[StripItem, bool]]:
        """All healthy items as one; where even that has no room, or in compact windows, only the worst."""
        ailing = [item for item in items if item.state.ailing]
        self._well.set_state(StripState("", "green", self.tr("All well")))
        shown = ailing if len(ailing) == len(items) else [*ailing, self._well]
        if self._metrics.compact or sum(item.width_for(False) + px(_GAP) for item in shown) > room:
            worst = sorted(ailing, key=lambda item: item.state.state != "red")[:1]
            shown = worst or ([self._well] if items else [])
        terse = self._metrics.compact or sum(item.width_for(False) + px(_GAP) for item in shown) > room
        return [(item, terse) for item in shown]

    def _arrange(self) -> None:
        height, gap, clock = px(self._metrics.strip), px(_GAP), px(_CLOCK)
        left = self._operator.fit(self.width() - clock, height)
        self._seams = []
        shown = self._shown(self.width() - left - clock)
        for item in (*self._items, self._well):
            item.setVisible(any(item is other for other, _ in shown))
        for item, terse in shown:
            self._seams.append(left + px(6))
            item.terse = terse
            item.setGeometry(left + gap - px(1), 1, item.width_for(terse), height - 1)
            left += item.width_for(terse) + gap
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, middle = QPainter(self), self.height() / 2
        for seam in self._seams:
            painter.fillRect(QRectF(seam, middle - px(10), theme().border, px(20)), theme().color("border"))
        painter.setPen(theme().color("text_muted"))
        painter.setFont(fonts.font(13, 600, True))
        where = QRectF(0, 0, self.width() - px(17), self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._clock)


class _Operator(QAbstractButton):
    """Name, desk, and the key that locks; pressing it locks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = self._desk = ""
        self._key, self._lock = self.tr("F12"), self.tr("Lock")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_words(self, name: str, desk: str) -> None:
        self._name, self._desk = name, desk
        told = self.tr("{name} is at {desk}").format(name=name, desk=desk) if desk else name
        self.setAccessibleName(self.tr("Lock this desk. {told}").format(told=told))

    def _widths(self) -> tuple[float, float, int, float]:
        bold, plain = self._fonts()
        lock = fonts.width(plain, self._lock)
        return fonts.width(bold, self._name), fonts.width(plain, self._desk), cap_width(self._key), lock

    def _fonts(self) -> tuple[QFont, QFont]:
        return fonts.kind("label"), fonts.font(13, 400)

    def fit(self, room: int, height: int) -> int:
        """Take the place needed; returns the right edge."""
        name, desk, cap, lock = self._widths()
        wide = round(px(40 + 6 + 12) + name + desk + cap + lock + px(6 + 8))
        self.setGeometry(0, 1, min(wide, max(room, 0)), height - 1)
        return self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        c, painter, middle = theme().color, QPainter(self), self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold, plain = self._fonts()
        name, desk, cap, _ = self._widths()
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(px(8), px(4), -px(2), -px(4))
            box(painter, ring, None, c("focus"), theme().radius("control"), theme().line(2))
        icons.paint(painter, "user-round", c("text_muted"), QPointF(px(25), middle), px(18))
        x = float(px(40))
        for font, role, words, wide, gap in (
            (bold, "text", self._name, name, px(6)), (plain, "text_muted", self._desk, desk, px(12)),
            (None, "", "", cap, px(6)), (plain, "text_muted", self._lock, px(60), 0),
        ):  # fmt: skip
            if font is None:
                paint_cap(painter, QPointF(x, middle), self._key, c("text_muted"), c("border_strong"))
            else:
                painter.setPen(c(role))
                painter.setFont(font)
                flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
                painter.drawText(QRectF(x, middle - px(12), wide, px(24)), flags, words)
            x += wide + gap
