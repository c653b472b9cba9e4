"""One row of the step "Columns": a column of the file or a question about it, and the field that answers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.importing.columns_shown import LEFT_OUT, ColumnShown, QuestionShown
from checkin.gui.theme import px, theme
from checkin.gui.widgets.chip import Chip
from checkin.gui.widgets.choice_field import ChoiceField
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

HEAD_SHARE, SAMPLES_SHARE, FIELD, CHIP = 9, 11, 244, 108
"""Shares of the width that is left by the field and the chip, and the widths of these in pixels of 100 %."""


class ColumnRow(QWidget):
    """`chosen(value)` when a person chose another value in the field; a hairline parts it from the row above."""

    chosen = Signal(str)

    def __init__(self, first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._asks, self._question, self._metrics = first, False, False, NORMAL
        self._unsure = ""
        self.head = Text("", fonts.font(16, 600), elidable=True)
        self.samples = Text("", "small", "muted", elidable=True)
        self.field = ChoiceField("", self.tr("Say what it means"), (LEFT_OUT,))
        self.chip = Chip()
        self._mark = QWidget()
        mark = QHBoxLayout(self._mark)
        room(mark, (0, 0, 0, 0), 0)
        mark.addWidget(self.chip)
        mark.addStretch(1)
        self._below = Text("", "small", "muted", elidable=True)
        words = QVBoxLayout()
        room(words, (0, 0, 0, 0), 2)
        words.addStretch(1)
        words.addWidget(self.head)
        words.addWidget(self._below)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, HEAD_SHARE)
        self._row.addWidget(self.samples, SAMPLES_SHARE)
        self._row.addWidget(self.field)
        self._row.addWidget(self._mark)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.chosen_changed.connect(self.chosen)
        self.set_metrics(NORMAL)

    def show_column(self, shown: ColumnShown, choices: tuple[tuple[str, str], ...], shut: str) -> None:
        """Show what a column was taken for, how sure that is, and why."""
        self._question = False
        self._unsure = shown.why if shown.sureness in ("look", "guess") else ""
        self._show(shown.header, shown.samples, _chip(self, shown.sureness), shown.why, False)
        self.field.set_choices(choices, shown.choice)
        self.field.setAccessibleName(self.tr("Where the column “{header}” goes to").format(header=shown.header))
        self.field.setEnabled(not shut)
        if shut:
            self.field.setToolTip(shut)

    def show_question(self, shown: QuestionShown) -> None:
        """Show what only a person can say, with the answer that holds until then."""
        self._question = True
        self._unsure = ""
        self._show(shown.question, shown.about, _chip(self, "yours" if shown.told else "look"), "", not shown.told)
        self.field.set_choices(shown.answers, shown.answer)
        self.field.setAccessibleName(shown.question)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point: where it is narrow the first values stand below the header."""
        self._metrics = metrics
        room(self._row, gap=16 if metrics.roomy else 12)
        self._mark.setVisible(not metrics.compact)
        self._share()
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Widths at the zoom in force."""
        self.field.setFixedWidth(px(200 if self._metrics.compact else FIELD))
        self._mark.setFixedWidth(px(CHIP))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._asks:
            painter.fillRect(QRectF(0, px(6), px(4), self.height() - px(12)), theme().color("hold"))
        if not self._first:
            painter.fillRect(0, 0, self.width(), theme().border, theme().color("border"))

    def _share(self) -> None:
        """A question needs the room of the first values; these stand below it then."""
        beside = self._metrics.roomy and not self._question
        # Without room for the chip the line below says what is to be looked at.
        unsure = self._metrics.compact and bool(self._unsure)
        self._below.set_text(self._unsure if unsure else self.samples.whole)
        self._below.set_tone("hold" if unsure else "muted")
        room(self._row, (14 if self._asks else 0, 6, 0, 6))
        self.samples.setVisible(beside)
        self._below.setVisible(not beside and bool(self._below.whole))

    def _show(self, head: str, samples: str, chip: tuple[str, str, str], why: str, asks: bool) -> None:
        self._asks = asks
        self.head.set_text(head)
        self.samples.set_text(samples)
        self._share()
        self.chip.set_state(*chip)
        self.chip.setToolTip(why)
        self.chip.setAccessibleDescription(why)
        self.field.setToolTip(why)
        told = f"{chip[0]}: {why}" if why else chip[0]
        self.field.setAccessibleDescription(told)
        self.update()


def _chip(row: ColumnRow, sureness: str) -> tuple[str, str, str]:
    """Word, tone and icon of how sure a choice is."""
    return {
        "sure": (row.tr("Sure"), "go", "check"), "look": (row.tr("Look"), "hold", "triangle-alert"),
        "guess": (row.tr("Guess"), "quiet", "circle-question-mark"), "yours": (row.tr("Yours"), "out", "pencil"),
    }[sureness]  # fmt: skip


class ColumnHead(QWidget):
    """What stands above the rows, at their left edges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics = NORMAL
        words = (self.tr("In the file"), self.tr("First values"), self.tr("Goes to"))
        self.texts = [Text(word, fonts.font(13, 600), "muted", elidable=True) for word in words]
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.texts[0], HEAD_SHARE)
        self._row.addWidget(self.texts[1], SAMPLES_SHARE)
        self._row.addWidget(self.texts[2])
        self._end = QWidget()
        self._row.addWidget(self._end)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_metrics(NORMAL)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._metrics = metrics
        side = 24 if metrics.roomy else 16 if not metrics.compact else 12
        room(self._row, (side, 10, side, 10), 16 if metrics.roomy else 12)
        self.texts[1].setVisible(metrics.roomy)
        self._end.setVisible(not metrics.compact)
        self.fit_zoom()

    def fit_zoom(self) -> None:
        """Widths at the zoom in force."""
        self.texts[2].setFixedWidth(px(200 if self._metrics.compact else FIELD))
        self._end.setFixedWidth(px(CHIP))

    def paintEvent(self, event: QPaintEvent) -> None:
        line = theme().border
        QPainter(self).fillRect(0, self.height() - line, self.width(), line, theme().color("border"))
