"""The strip above the acts that asks one short thing: why something was taken back, and what goes with it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.strip_question import MOST_ANSWERS, QUESTION_STAYS_MS, STAYS_MS, Asks, Question
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import break_lines, paint_lines

_BEFORE_A_QUESTION_MS = 4_000
_CHOSEN_STAYS_MS = 1200
_SIDE, _TOP, _TEXT, _ROW, _GAP = 14, 10, 42, 48, 6
_LOW, _LEAST_PAD = 4, 12
_SPARE = 10
"""So much of its padding a button may lose at each side before its row is broken."""


class UndoStrip(QWidget):
    """Hidden until something is shown, gone by itself or after a choice. `choose(n)` is what Ctrl n does.

    Signals: `reason_chosen(id)` of an undo, whose first reason is written already; `question_answered(id)`;
    `other_confirmed()`: somebody else's act shall be taken back all the same; `print_reason_chosen(id)`.
    """

    reason_chosen = Signal(str)
    question_answered = Signal(str)
    other_confirmed = Signal()
    print_reason_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = Question(Asks.REASON, "", ())
        self._next: Question | None = None
        self.asked_at = 0.0
        """When somebody did what made the strip ask (`time.monotonic`); a question that waited its turn is not new."""
        self._columns = 2
        self._buttons = [self._new_button(place) for place in range(MOST_ANSWERS)]
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._on_time)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def asks(self) -> Asks | None:
        """What is asked at the moment, None while the strip is hidden."""
        return self._asked.asks if self.isVisible() else None

    def show_taken_back(self, text: str, reasons: Sequence[tuple[str, str]], chosen: int = 0) -> None:
        """Say what was taken back. `reasons` are up to four pairs of id and words; `chosen` is the one written."""
        self._show(Question(Asks.REASON, text, tuple(reasons[:MOST_ANSWERS]), chosen=chosen))

    def show_question(self, text: str, answers: Sequence[tuple[str, str]]) -> None:
        """Ask something that has to be answered, such as "Badge taken back?".

        While the strip asks for a reason the question waits until one is chosen, four seconds at most.
        """
        asked = Question(Asks.BADGE, text, tuple(answers[:MOST_ANSWERS]), stays_ms=QUESTION_STAYS_MS)
        self.asked_at = time.monotonic()
        if self.asks is Asks.REASON:
            self._next = asked
            self._timer.start(min(max(self._timer.remainingTime(), 0), _BEFORE_A_QUESTION_MS))
        else:
            self._show(asked)

    def show_other(self, text: str, act: str = "") -> None:
        """Say that the last act is somebody else's, with that act in a line of its own; offer to take it back."""
        self._show(Question(Asks.OTHER, text, (("", self.tr("Take it back all the same")),), act))

    def show_print_again(self, text: str, reasons: Sequence[tuple[str, str]]) -> None:
        """Ask why a badge is printed again; nothing is chosen yet."""
        self._show(Question(Asks.PRINT, text, tuple(reasons[:MOST_ANSWERS])))

    def take_away(self) -> None:
        """Ask nothing any more, nor what waits for its turn."""
        self._next = None
        self._end()

    def choose(self, number: int) -> bool:
        """Choose the n-th answer, counted from 1; False when there is none or the strip is gone."""
        if not self.isVisible() or not 1 <= number <= len(self._asked.answers):
            return False
        answered, answer = self._asked.asks, self._asked.answers[number - 1][0]
        self._mark(number - 1)
        if answered is Asks.REASON and self._next is not None:
            self._on_time()
        elif answered is Asks.REASON:
            self._timer.start(_CHOSEN_STAYS_MS)
        else:
            # Once only: a second press of the same key must not answer twice.
            self._end()
        self._tell(answered, answer)
        return True

    def set_columns(self, columns: int) -> None:
        """How many answers stand side by side at most: two, or four in a low window."""
        self._columns = columns
        self._arrange()

    def fit_zoom(self) -> None:
        """Buttons and height at the zoom in force."""
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme().color("surface")
        box(painter, QRectF(self.rect()), theme().color("text"), None, theme().radius("control"))
        lines = self._lines()
        middle = px(_TOP) + len(lines) * fonts.line(_title_font()) / 2
        icons.paint(painter, self._asked.asks.value, ink, QPointF(px(_SIDE + 10), middle), px(20))
        painter.setPen(ink)
        wide = self.width() - px(_TEXT)
        top = paint_lines(painter, lines, _title_font(), QPointF(px(_TEXT), px(_TOP)), wide)
        paint_lines(painter, self._second(), _second_font(), QPointF(px(_TEXT), top), wide)
        painter.setFont(_keys_font())
        where = QRectF(0, middle - px(12), self.width() - px(_SIDE), px(24))
        if self._room_for_keys():
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._asked.keys)

    def _show(self, asked: Question) -> None:
        if asked is not self._next:
            self.asked_at = time.monotonic()
        self._asked, self._next = asked, None
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(asked.answers))
            if place < len(asked.answers):
                button.set_words(asked.answers[place][1], key=asked.key(place), name=asked.said(place))
        self.setAccessibleName(" ".join(part for part in (asked.title, asked.second) if part))
        self._mark(asked.chosen)
        self._arrange()
        self.show()
        self._timer.start(asked.stays_ms)

    def _on_time(self) -> None:
        if self._next is not None:
            self._show(self._next)
        else:
            self.hide()

    def _tell(self, asks: Asks, answer: str) -> None:
        if asks is Asks.REASON:
            self.reason_chosen.emit(answer)
        elif asks is Asks.BADGE:
            self.question_answered.emit(answer)
        elif asks is Asks.PRINT:
            self.print_reason_chosen.emit(answer)
        else:
            self.other_confirmed.emit()

    def _end(self) -> None:
        self._timer.stop()
        self.hide()

    def _room_for_keys(self) -> bool:
        """The keys stand on the buttons too: where they would make a third line they are left out."""
        room = self.width() - px(_TEXT + _SIDE + 8) - fonts.width(_keys_font(), self._asked.keys)
        return bool(self._asked.keys) and len(break_lines(self._asked.title, _title_font(), room)) <= 2

    def _lines(self) -> list[str]:
        keys = fonts.width(_keys_font(), self._asked.keys) + px(8) if self._room_for_keys() else 0
        return break_lines(self._asked.title, _title_font(), self.width() - px(_TEXT + _SIDE) - keys)

    def _second(self) -> list[str]:
        if not self._asked.second:
            return []
        return break_lines(self._asked.second, _second_font(), self.width() - px(_TEXT + _SIDE))

    def _arrange(self) -> None:
        """Place the buttons; the strip is as high as its words need at this width."""
        text = len(self._lines()) * fonts.line(_title_font()) + len(self._second()) * fonts.line(_second_font())
        top, high, gap = round(px(_TOP) + text) + px(8), px(_ROW), px(_GAP)
        shown = self._buttons[: len(self._asked.answers)]
        for row in self._rows(shown, min(self._columns, max(len(shown), 1))):
            wide = self._wide(len(row))
            for column, button in enumerate(row):
                button.set_metrics(_ROW, self._size_for(wide))
                button.setGeometry(px(_SIDE) + column * (wide + gap), top, wide, high)
            top += high + gap
        self.setFixedHeight(top - gap + px(12))

    def _rows(self, buttons: list[Button], columns: int) -> list[list[Button]]:
        """The buttons in rows of `columns`; a row whose words and caps have no room is broken into halves.

        A low window has no height for a second row: there the caps go first, the head tells the keys.
        """
        if not buttons:
            return []
        row = buttons[:columns]
        fits = columns == 1 or self._fit(row, caps=True) or (columns == _LOW and self._fit(row, caps=False))
        return [*([row] if fits else self._rows(row, columns // 2)), *self._rows(buttons[columns:], columns)]

    def _fit(self, row: list[Button], *, caps: bool) -> bool:
        wide = self._wide(len(row))
        for button in row:
            button.set_metrics(_ROW, self._size_for(wide))
        if caps:
            return all(button.sizeHint().width() - px(2 * _SPARE) <= wide for button in row)
        font = fonts.font(self._size_for(wide), 600)
        return all(fonts.width(font, button.words) + px(_LEAST_PAD) <= wide for button in row)

    def _wide(self, count: int) -> int:
        return (self.width() - 2 * px(_SIDE) - px(_GAP) * (count - 1)) // count

    def _size_for(self, wide: int) -> int:
        return 14 if wide >= px(140) else 13

    def _new_button(self, place: int) -> Button:
        button = Button(kind=Kind.ON_GROUND, parent=self)
        button.set_ground("text", "surface")
        button.set_metrics(_ROW, 14)
        button.clicked.connect(lambda: self.choose(place + 1))
        return button

    def _mark(self, chosen: int) -> None:
        for place, button in enumerate(self._buttons):
            button.kind = Kind.ON_GROUND_MAIN if place == chosen else Kind.ON_GROUND
            button.update()


def _title_font() -> QFont:
    return fonts.font(15, 600)


def _second_font() -> QFont:
    return fonts.font(14, 400)


def _keys_font() -> QFont:
    return fonts.font(13, 500)
