"""The lock screen: covers everything, asks who is at the desk, and is answered within a second by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.lock.another_name import AnotherName
from checkin.gui.pages.lock.lock_field import LockField
from checkin.gui.pages.lock.lock_head import LockHead
from checkin.gui.pages.lock.lock_look import lock_colour, tint
from checkin.gui.pages.lock.nobody_named import NobodyNamed
from checkin.gui.pages.lock.operator_list import OperatorList
from checkin.gui.pages.lock.operator_model import MOST_KEYS, Operator
from checkin.gui.theme import px, theme
from checkin.gui.widgets.free_height import free_height
from checkin.gui.widgets.row_list_view import SCROLL_BAR
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

ORGANISER = "operator:organiser"
"""The id that is signed in where nobody is named."""

_BLOCK, _LEFT, _GAP = 760, 404, 48


class LockPage(QWidget):
    """A page of its own in the window's stack, so that the names, keys and shortcuts of all others are gone with them.

    Letters typed anywhere find a name, Up and Down choose, Enter signs in, Ctrl 1 to 9 sign in at once. The right
    column below the field is where a keypad will stand. Signals: `signed_in(operator)`, `operator_added(name)`,
    `closed()` when one went back without signing in, which takes `set_closable(True)`.
    """

    signed_in = Signal(str)
    operator_added = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics, self._closable, self._current = NORMAL, False, ""
        self._given: tuple[tuple[str, str, str], ...] = ()
        self.head, self.list, self.another, self.nobody = LockHead(), OperatorList(), AnotherName(), NobodyNamed()
        self.field = LockField(self.tr("Find your name"), self.tr("Type your name"), "search")
        self._none = free_height(Text("", fonts.font(16, 500), "on the lock screen", wraps=True))
        self._lay_out()
        self._connect()
        self.setAutoFillBackground(False)
        self.show_operators((), "", "")
        self.set_metrics(NORMAL)
        self._dress()

    def show_operators(self, operators: Sequence[tuple[str, str, str]], desk_name: str, current_id: str) -> None:
        """Offer operators (id, name, role) at the desk `desk_name`; `current_id` is who is there, or was last.

        A role is its id or any words. What is typed or chosen already stays.
        """
        # Whoever is choosing while the operators change keeps their choice; who was only offered is no choice.
        chosen = self.list.chosen if self.isVisible() and self.list.chosen != self._current else ""
        self._given, self._current = tuple(operators), current_id
        self.list.operators.set_operators([Operator(*given, self._remark(given[0])) for given in operators])
        self.list.choose(chosen or ("" if self.field.text() else current_id))
        self.head.set_desk(desk_name)
        for part in (self.field, self.list):
            part.setVisible(bool(operators))
        self.nobody.setVisible(not operators)
        self.another.set_first(not operators)
        self._show_none()

    def set_waiting(self, count: int) -> None:
        """How many scans wait until somebody signs in."""
        self.head.set_waiting(count)

    def set_fault(self, sentence: str) -> None:
        """Say what went wrong with signing in or adding; gone with the next key, or with an empty sentence."""
        self.head.set_fault(sentence)
        self._say(sentence)

    def set_closable(self, closable: bool) -> None:
        """Whether Esc goes back: the operator changes while the desk is not locked."""
        self._closable = closable
        self.head.set_closable(closable)
        self.list.operators.set_operators([Operator(*given, self._remark(given[0])) for given in self._given])
        self.list.choose(self._current)

    def choose(self, number: int) -> bool:
        """Sign the n-th operator shown in, counted from 1, as Ctrl n does; False when there is none."""
        if not self._given:
            return number == 1 and self._sign_in(ORGANISER)
        shown = self.list.operators
        return 1 <= number <= min(shown.rowCount(), MOST_KEYS) and self._sign_in(shown.operator(number - 1).id)

    def begin(self) -> None:
        """Start anew: nothing typed, the last operator chosen, the cursor in its place."""
        self.set_fault("")
        self.another.begin()
        self.field.clear()
        self.list.choose(self._current)
        (self.field if self._given else self.another).setFocus()

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._metrics = metrics
        self.head.set_compact(metrics.compact)
        self._place()

    def fit_zoom(self) -> None:
        """Take sizes at the zoom in force."""
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(480), px(300))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), lock_colour("ground"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No key leaves this page: what lies below must not hear it. Letters go to the field wherever the focus is.
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        elif event.text().isprintable() and event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            target = self.field if self._given else self.another.field
            if not target.hasFocus():
                target.setFocus()
                target.insert(event.text())
        event.accept()

    def _sign_in(self, operator: str) -> bool:
        self.set_fault("")
        self.signed_in.emit(operator)
        return True

    def _remark(self, operator: str) -> str:
        if operator != self._current:
            return ""
        return self.tr("at this desk now") if self._closable else self.tr("was here last")

    def _on_typed(self, _text: str) -> None:
        self.head.set_fault("")
        self.list.operators.filter(self.field.text())
        self.list.choose("" if self.field.text() else self._current)
        self._show_none()

    def _on_enter(self) -> None:
        """Sign in whoever is chosen; a name that nobody has goes into the field that adds one."""
        if self.list.chosen:
            self._sign_in(self.list.chosen)
        elif self.field.text().strip():
            self.another.begin(self.field.text().strip())
            self.field.clear()
            self.another.setFocus()

    def _on_escape(self) -> None:
        if self.field.text() or self.another.field.text() or (self.another.field.hasFocus() and self._given):
            self.begin()
        elif self._closable:
            self.closed.emit()

    def _show_none(self) -> None:
        words = self.tr("Nobody here is called “{name}”. Enter takes it over as another name.")
        nobody = bool(self._given) and not self.list.operators.rowCount()
        self._none.set_text(words.format(name=self.field.text().strip()) if nobody else "")
        self._none.setVisible(nobody)

    def _say(self, sentence: str) -> None:
        if sentence and self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _dress(self) -> None:
        for part in (self.head, self.another, self.nobody):
            part.dress()
        tint(self._none, "text")
        self.update()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_enter)
        self.field.stepped.connect(self.list.step)
        self.list.operator_pressed.connect(self._sign_in)
        self.list.operator_moved.connect(self._say)
        self.another.name_given.connect(self.operator_added)
        self.another.typed.connect(lambda: self.head.set_fault(""))
        self.nobody.organiser_chosen.connect(lambda: self._sign_in(ORGANISER))
        self.head.back_wanted.connect(self.closed)
        for field in (self.field, self.another.field):
            field.escaped.connect(self._on_escape)
        for number in range(1, MOST_KEYS + 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.choose, number))
        theme().changed.connect(self._dress)

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        room(above, (0, 0, SCROLL_BAR, 0), 12)
        for part in (self.field, self._none, self.nobody):
            above.addWidget(part)
        left = QVBoxLayout()
        room(left, (0, 0, 0, 0), 12)
        left.addLayout(above)
        left.addWidget(self.list, 1)
        left.addStretch(0)
        right = QVBoxLayout()
        right.addWidget(self.another)
        right.addStretch(1)
        self._columns = QHBoxLayout()
        self._columns.addLayout(left, _LEFT + SCROLL_BAR)
        self._columns.addLayout(right, _BLOCK - _LEFT - _GAP)
        self._block = QWidget(self)
        rows = QVBoxLayout(self._block)
        room(rows, (0, 0, 0, 0), 16)
        rows.addWidget(self.head)
        rows.addLayout(self._columns, 1)

    def _place(self) -> None:
        """The block stands in the middle, somewhat above it where there is height."""
        compact, height = self._metrics.compact, self.height()
        side = px(16 if compact else 40)
        wide = min(px(_BLOCK), self.width() - 2 * side)
        top = px(12) if compact else round(height * (0.15 if self._metrics.roomy else 0.07))
        gap = px(_GAP if wide == px(_BLOCK) else 20)
        room(self._columns, (0, 0, 0, 0))
        self._columns.setSpacing(gap - px(SCROLL_BAR))
        self._block.setGeometry((self.width() - wide) // 2, top, wide, height - top - px(12 if compact else 24))
