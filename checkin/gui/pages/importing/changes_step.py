"""The step "What changes": six figures that filter, what they count, what was set aside, and Apply."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.importing.changes_shown import ChangesShown
from checkin.gui.pages.importing.changes_words import apply_words, sum_sentence
from checkin.gui.pages.importing.figure_bar import Figure, FigureBar
from checkin.gui.pages.importing.note_panels import AsidePanel, KnowPanel, RowPanel
from checkin.gui.pages.importing.pair_panel import PairPanel
from checkin.gui.pages.importing.panel import Panel
from checkin.gui.pages.importing.people_panel import PeoplePanel
from checkin.gui.theme import px
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.count_face import grouped
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.zooming import room

_SIDE = 312
_LEAST, _LEAST_COMPACT, _LEAST_BOTH = 272, 320, 480
"""Least height of figures and panels, in a compact window, and there with two panels: below it they scroll."""


class ChangesStep(QWidget):
    """Signals: `applied()`, `back()`, `cancelled()`, `save_rejected_requested()`; `decided(one, other, decision)` about
    two attendees: "same", "apart", or "" when it was taken back; `row_requested(row, file)`.

    `apply()` is what Apply does, on Ctrl Enter: where nothing changes it closes the step.
    """

    applied = Signal()
    back = Signal()
    cancelled = Signal()
    save_rejected_requested = Signal()
    decided = Signal(str, str, str)
    row_requested = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown, self._metrics, self._applying = ChangesShown(0), NORMAL, False
        self._joined: set[tuple[str, str]] = set()
        self.bar = FigureBar()
        self.sum = Paragraph("", fonts.font(14, 500))
        self.know = Button("", "info", "", Kind.SECONDARY)
        self.know.setCheckable(True)
        self.people, self.pairs, self.aside, self.known = PeoplePanel(), PairPanel(), AsidePanel(), KnowPanel()
        self.side, self.row = AsidePanel(), RowPanel()
        self.back_button = Button(self.tr("Back"), "arrow-left")
        self.back_button.set_name(self.tr("Back to the columns"))
        self.apply_button = Button("", "check", self.tr("Ctrl Enter"), Kind.PRIMARY, 56)
        self.foot = Paragraph(self.tr("Can be taken back as a whole."))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.bar)
        self.set_metrics(NORMAL)
        self.show_result(self._shown)

    def show_result(self, shown: ChangesShown, keep: bool = False) -> None:
        """Show a list that was compared, first what needs looking at; `keep` stays with the figure that is shown."""
        figure = self.bar.chosen if keep else None
        self._shown = shown
        self._joined = {pair.key for pair in shown.pairs if pair.decided == "same"}
        self.bar.set_counts(_counts(shown))
        self.sum.set_text(sum_sentence(shown))
        self.know.set_words(self.tr("Good to know, {count}").format(count=grouped(len(shown.warnings))))
        self.know.setVisible(bool(shown.warnings))
        self.pairs.set_shown(shown.pairs, shown.told)
        self.known.set_notes(shown.warnings)
        for panel in (self.aside, self.side):
            panel.set_notes(shown.aside)
        self.row.show_row(None)
        self._name_apply()
        self.show_figure(figure or first_figure(shown))

    def show_figure(self, figure: Figure) -> None:
        """Show what a figure counts."""
        self.bar.set_chosen(figure)
        self.know.setChecked(False)
        if figure is Figure.DUPLICATES:
            self._show_main(self.pairs)
        elif figure is Figure.ASIDE:
            self._show_main(self.aside)
            if self._shown.aside and not self.aside.rows.currentIndex().isValid():
                self.aside.rows.choose(0)
        else:
            self.people.show_figure(figure, self._shown)
            self._show_main(self.people)

    @property
    def figure(self) -> Figure | None:
        """The figure whose people or rows are shown, None for what is good to know."""
        return self.bar.chosen

    def apply(self) -> None:
        """What Apply does; nothing while the list is being brought in."""
        if self._applying:
            return
        (self.applied if self.changes_something else self.cancelled).emit()

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to write."""
        s = self._shown
        return bool(s.new or s.changed or s.gone or s.extras or self._joined)

    def set_applying(self, applying: bool) -> None:
        """The list is being brought in: Apply and Back are shut until that is over."""
        self._applying = applying
        reason = self.tr("The list is being brought in.") if applying else ""
        self.apply_button.set_shut(reason)
        self.back_button.set_shut(reason)
        self.foot.set_text(reason or self._foot_words())

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point: beside each other where there is room, else one panel at a time."""
        self._metrics = metrics
        gap = 12 if metrics.roomy else 8
        room(self._column, (0, 0, 0, 0), gap)
        room(self._rows, (0, 0, 0, 0), gap)
        room(self._panels, (0, 0, 0, 0), 16 if metrics.roomy else 8)
        self._panels.setDirection(
            QBoxLayout.Direction.TopToBottom if metrics.compact else QBoxLayout.Direction.LeftToRight
        )
        self.bar.set_narrow(not metrics.roomy, metrics.compact)
        for panel in (self.people, self.pairs, self.aside, self.known, self.side, self.row):
            panel.set_metrics(metrics)
        self.apply_button.set_metrics(56 if metrics.roomy else 48, 17 if metrics.roomy else 15)
        self.apply_button.set_words(self.apply_button.words, key="" if metrics.compact else self.tr("Ctrl Enter"))
        self.know.set_icon_only(metrics.compact)
        self.foot.setVisible(metrics.roomy)
        self._show_beside()

    def fit_zoom(self) -> None:
        """Widths and heights at the zoom in force."""
        wide = px(_SIDE) if self._metrics.roomy else px(264)
        for panel in (self.side, self.row):
            if self._metrics.compact:
                panel.setMinimumWidth(0)
                panel.setMaximumWidth(16_777_215)
            else:
                panel.setFixedWidth(wide)
        both = _LEAST_BOTH if not self.row.isHidden() else _LEAST_COMPACT
        self._inner.setMinimumHeight(px(both if self._metrics.compact else _LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(200))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.apply()
        elif event.key() == Qt.Key.Key_Escape and not self._applying:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _name_apply(self) -> None:
        words = apply_words(self._shown, len(self._joined))
        icon = "check" if self.changes_something else "x"
        self.apply_button.set_words(words, icon)
        self.foot.set_text(self._foot_words())
        self.apply_button.setAccessibleDescription(self._foot_words())

    def _foot_words(self) -> str:
        if self.changes_something:
            return self.tr("Can be taken back as a whole.")
        return self.tr("Everything in the list is known already.")

    def _show_main(self, panel: Panel) -> None:
        self._main.setCurrentWidget(panel)
        self._show_beside()

    def _show_beside(self) -> None:
        """The row chosen beside the rows set aside; beside all else the rows set aside, where there is room."""
        aside = self._main.currentWidget() is self.aside
        self.row.setVisible(aside and bool(self._shown.aside))
        self.side.setVisible(self._metrics.roomy and not aside)
        self.fit_zoom()

    def _show_known(self) -> None:
        self.know.setChecked(True)
        self.bar.set_chosen(None)
        self._show_main(self.known)
        self.known.setFocus()

    def _open_aside(self, place: int) -> None:
        self.show_figure(Figure.ASIDE)
        self.aside.rows.choose(place)
        self.aside.setFocus()

    def _on_decided(self, one: str, other: str, decision: str) -> None:
        (self._joined.add if decision == "same" else self._joined.discard)((one, other))
        self._name_apply()
        self.decided.emit(one, other, decision)

    def _connect(self) -> None:
        self.bar.figure_chosen.connect(lambda figure: self.show_figure(Figure(figure)))
        self.know.clicked.connect(self._show_known)
        self.side.note_pressed.connect(self._open_aside)
        self.aside.note_shown.connect(lambda place: self.row.show_row(self._shown.aside[place]))
        for aside in (self.side, self.aside):
            aside.save_requested.connect(self.save_rejected_requested)
        for panel in (self.people, self.pairs, self.known):
            panel.row_requested.connect(self.row_requested)
        self.pairs.decided.connect(self._on_decided)
        self.back_button.clicked.connect(self.back)
        self.apply_button.clicked.connect(self.apply)

    def _lay_out(self) -> None:
        self._main = QStackedWidget()
        for panel in (self.people, self.pairs, self.aside, self.known):
            self._main.addWidget(panel)
        self._panels = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._panels.addWidget(self._main, 3)
        self._panels.addWidget(self.side)
        self._panels.addWidget(self.row, 2)
        self._inner = QWidget()
        self._inner.setObjectName("bare")
        self._column = QVBoxLayout(self._inner)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.sum)
        self._column.addLayout(self._panels, 1)
        foot = QHBoxLayout()
        room(foot, (0, 0, 0, 0), 8)
        self.foot.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.foot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        foot.addWidget(self.back_button)
        foot.addWidget(self.know)
        # Without the words the buttons stand at their sides all the same.
        foot.addStretch(1)
        foot.addWidget(self.foot, 1000)
        foot.addWidget(self.apply_button)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self._area(), 1)
        self._rows.addLayout(foot)

    def _area(self) -> QScrollArea:
        area = QScrollArea()
        area.setProperty("look", "bare")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inner)
        return area


def first_figure(shown: ChangesShown) -> Figure:
    """What needs looking at first: what waits for a person, then what touches what already happened."""
    if shown.aside:
        return Figure.ASIDE
    if any(not pair.decided for pair in shown.pairs):
        return Figure.DUPLICATES
    if shown.touched:
        return Figure.CHANGED
    for figure, count in ((Figure.GONE, shown.gone), (Figure.CHANGED, shown.changed), (Figure.NEW, shown.new)):
        if count:
            return figure
    return Figure.UNCHANGED


def _counts(s: ChangesShown) -> dict[Figure, int]:
    return {
        Figure.NEW: s.new, Figure.CHANGED: s.changed, Figure.UNCHANGED: s.unchanged, Figure.GONE: s.gone,
        Figure.DUPLICATES: len(s.pairs) + len(s.told), Figure.ASIDE: len(s.aside),
    }  # fmt: skip
