"""One of many values: a field that opens the list of them; letters typed go to the value that begins so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import elided

_PAD, _ARROW, _WIDE, _MOST_ROWS = 14, 20, 244, 12


class ChoiceField(QComboBox):
    """Each choice is a value and its words; `chosen_changed` carries the value when a person chose another.

    `quiet` values are shown muted: nothing comes of them. Where none is chosen the `wanting` words stand there.
    """

    chosen_changed = Signal(str)
    elidable = True
    _label: QLabel | None = None

    def __init__(self, name: str, wanting: str = "", quiet: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanting, self._quiet = wanting, frozenset(quiet)
        # On Linux Qt takes the value for the name of such a field and leaves the name to a label beside it.
        self._label = QLabel(self.parentWidget())
        self._label.hide()
        self.destroyed.connect(self._label.deleteLater)
        self._label.setBuddy(self)
        rows = QListView(self)
        rows.setProperty("look", "choices")
        self.setView(rows)
        self.setProperty("look", "choice")
        self.setMaxVisibleItems(_MOST_ROWS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.activated.connect(lambda place: self.chosen_changed.emit(self.itemData(place)))
        self.fit_zoom()

    def set_choices(self, choices: Sequence[tuple[str, str]], chosen: str | None) -> None:
        """Offer these pairs of value and words; None, or a value that is not on offer, leaves none chosen."""
        if [(self.itemData(n), self.itemText(n)) for n in range(self.count())] != list(choices):
            self.clear()
            for value, words in choices:
                self.addItem(words, value)
        self.setCurrentIndex(-1 if chosen is None else self.findData(chosen))
        self.update()

    @property
    def chosen(self) -> str | None:
        """The value chosen, None when none is."""
        return None if self.currentIndex() < 0 else str(self.currentData())

    def choose(self, value: str) -> None:
        """What a person does who picks a value; ValueError for one that is not on offer."""
        place = self.findData(value)
        if place < 0:
            raise ValueError(value)
        self.setCurrentIndex(place)
        self.activated.emit(place)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        if self._label is not None:
            self._label.setText(name)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange and self._label is not None:
            self._label.setParent(self.parentWidget())
        return super().event(event)

    def fit_zoom(self) -> None:
        """Font and rows at the zoom in force."""
        font = fonts.font(15, 500)
        fonts.wear(self, font)
        fonts.wear(self.view(), font)

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDE), theme().target(48))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever scrolls the page with the pointer over a field must not choose anything by it.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, whole = theme().color, QRectF(self.rect())
        focused = self.hasFocus() or self.view().isVisible()
        outline, line = (c("focus"), theme().line(2)) if focused else (c("border_strong"), theme().border)
        fill = c("hover") if self.underMouse() and self.isEnabled() else c("surface")
        box(painter, whole, fill, outline, theme().radius("control"), line)
        quiet = self.chosen is None or self.chosen in self._quiet
        ink = c("text_disabled" if not self.isEnabled() else "text_muted" if quiet else "text")
        room = whole.adjusted(px(_PAD), 0, -px(_PAD + _ARROW + 8), 0)
        words = self.currentText() if self.chosen is not None else self._wanting
        shown = elided(words, self.font(), room.width())
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        where = QPointF(whole.right() - px(_PAD + _ARROW / 2), whole.center().y())
        icons.paint(painter, "chevron-down", c("text_muted"), where, px(_ARROW))
