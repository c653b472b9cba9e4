"""The list of a page's sections at its left: icon and words, one of them shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts, icons
from checkin.gui.layout_metrics import Metrics
from checkin.gui.theme import px, theme
from checkin.gui.widgets.chip import HEIGHT, chip_width, paint_chip
from checkin.gui.widgets.surface import Surface, box
from checkin.gui.widgets.text import Text
from checkin.gui.widgets.text_lines import break_lines, paint_lines
from checkin.gui.zooming import room

WIDTH, ICONS_ONLY = 240, 64
_TEXT, _SIDE = 44, 12
_MOST = 99
"""More than that are not counted out."""


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A section: its key for signals, a lucide icon and its words."""

    key: str
    icon: str
    words: str


class SectionList(Surface):
    """Up and Down go to the next section and show it; `section_chosen` carries its key. `foot` is the room below."""

    section_chosen = Signal(str)

    def __init__(self, title: str, entries: Sequence[SectionEntry], parent: QWidget | None = None) -> None:
        super().__init__("surface", "right", parent)
        self.setAccessibleName(title)
        self.buttons = {entry.key: _SectionButton(entry, self) for entry in entries}
        self._title = Text(title, "title")
        self._rows = QVBoxLayout(self)
        room(self._rows, (12, 20, 12, 12), 2)
        self._heading = QVBoxLayout()
        room(self._heading, (12, 0, 0, 12))
        self._heading.addWidget(self._title)
        self._rows.addLayout(self._heading)
        self._rows.addWidget(self._area(), 1)
        self.foot = QVBoxLayout()
        room(self.foot, (0, 0, 0, 0), 4)
        self._rows.addLayout(self.foot)
        self._narrow = False

    def set_current(self, key: str) -> None:
        """Mark the section shown."""
        for known, button in self.buttons.items():
            button.setChecked(known == key)
            button.setAccessibleDescription(self.tr("This section is shown.") if known == key else "")
        self.setFocusProxy(self.buttons[key])
        self._scroll.ensureWidgetVisible(self.buttons[key], 0, px(8))
        if any(button.hasFocus() for button in self.buttons.values()):
            self.buttons[key].setFocus()

    def set_count(self, key: str, count: int) -> None:
        """How many things wait in a section; 0 shows nothing."""
        self.buttons[key].set_count(count)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point: in a compact window icons only."""
        self._narrow = metrics.compact
        self._title.setVisible(not metrics.compact)
        narrow = metrics.compact
        room(self._rows, (8, 4, 8, 6) if narrow else (12, 20 if metrics.roomy else 14, 12, 12), 0 if narrow else 2)
        room(self._heading, (0, 0, 0, 0) if narrow else (12, 0, 0, 12))
        room(self._column, gap=0 if narrow else 2)
        for button in self.buttons.values():
            button.set_icon_only(metrics.compact)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Its width at the zoom in force."""
        self.setFixedWidth(px(ICONS_ONLY if self._narrow else WIDTH))

    def _step(self, steps: int) -> None:
        keys = list(self.buttons)
        at = next((n for n, key in enumerate(keys) if self.buttons[key].hasFocus()), None)
        if at is not None and 0 <= at + steps < len(keys):
            self.buttons[keys[at + steps]].setFocus(Qt.FocusReason.TabFocusReason)
            self._choose(keys[at + steps])

    def _area(self) -> QScrollArea:
        """The buttons, which scroll where a bar across the page leaves too little height for them."""
        inner = QWidget()
        inner.setObjectName("bare")
        self._column = column = QVBoxLayout(inner)
        room(column, (0, 0, 0, 0), 2)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, key=key: self._choose(key))
            button.stepped.connect(self._step)
            column.addWidget(button)
        column.addStretch(1)
        self._scroll = area = QScrollArea()
        area.setProperty("look", "bare")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.section_chosen.emit(key)


class _SectionButton(QAbstractButton):
    """Words take a second line before anything of them is cut. `stepped(1)` for Down, `stepped(-1)` for Up."""

    stepped = Signal(int)

    def __init__(self, entry: SectionEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry, self._icon_only, self._count = entry, False, 0
        self.setCheckable(True)
        self.set_count(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if steps:
            self.stepped.emit(steps)
            return
        super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        # The list marks what is shown.
        return

    def set_icon_only(self, alone: bool) -> None:
        self._icon_only = alone
        self._tell_tip()
        self.updateGeometry()

    def _tell_tip(self) -> None:
        counted = self.tr("{section}, {n} to look at") if self._count else "{section}"
        words = counted.format(section=self._entry.words, n=self._count)
        self.setToolTip(words if self._icon_only else "")

    def set_count(self, count: int) -> None:
        self._count = count
        words = self.tr("Show {section}, {n} to look at") if count else self.tr("Show {section}")
        self.setAccessibleName(words.format(section=self._entry.words, n=count))
        self._tell_tip()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(48 if self._icon_only else WIDTH - 24), px(48))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(48), px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, chosen, row = theme().color, self.isChecked(), QRectF(self.rect())
        fill = c("accent_soft") if chosen else c("hover") if self.underMouse() else None
        outline = c("accent") if chosen and theme().stark else None
        box(painter, row, fill, outline, theme().radius("control"), theme().line(2))
        if self.hasFocus():
            ring = row.adjusted(*(side * theme().line(1) for side in (1, 1, -1, -1)))
            box(painter, ring, None, c("focus"), theme().radius("control") - 1, theme().line(2))
        ink, left = c("accent_text" if chosen else "text"), row.width() / 2 if self._icon_only else px(26)
        icons.paint(painter, self._entry.icon, ink, QPointF(left, row.height() / 2), theme().size("icon"))
        if not self._icon_only:
            self._paint_words(painter, ink)
        if self._count:
            self._paint_count(painter)

    def _told_count(self) -> str:
        return str(self._count) if self._count <= _MOST else f"{_MOST}+"

    def _paint_count(self, painter: QPainter) -> None:
        """At the right of the words; without words a dot at the icon's corner says that there is something."""
        if self._icon_only:
            dot = QRectF(self.width() - px(16), px(6), px(10), px(10))
            box(painter, dot, theme().color("hold_text"), theme().color("surface"), px(5), theme().line(1))
            return
        wide, high = chip_width(self._told_count()), px(HEIGHT)
        where = QRectF(self.width() - px(_SIDE) - wide, (self.height() - high) / 2, wide, high)
        paint_chip(painter, where, self._told_count(), "hold")

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        taken = chip_width(self._told_count()) + px(8) if self._count else 0
        wide = round(self.width() - px(_TEXT + _SIDE) - taken)
        font = fonts.font(15, 600)
        lines = break_lines(self._entry.words, font, wide)
        if len(lines) > 1:
            font = fonts.font(14, 600)
            lines = break_lines(self._entry.words, font, wide)
        painter.setPen(ink)
        top = (self.height() - len(lines) * fonts.line(font)) / 2
        paint_lines(painter, lines, font, QPointF(px(_TEXT), top), wide)
