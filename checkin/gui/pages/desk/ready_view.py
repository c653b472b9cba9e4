"""Nothing to do: ready to scan, at which door, and three figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.acts import act
from checkin.gui.theme import px
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.figure import Figure
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

_FIGURES_FROM, _ACTS_FROM = 380, 700


class ReadyView(QWidget):
    """Stands on the canvas, not on paper: nobody is in front.

    Signals: `act_requested(id)` for what an organiser does while nobody waits: lists in, exports out.
    """

    act_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon("scan-line", "accent_text", 56, 112)
        self._title = Text(self.tr("Ready to scan"), fonts.font(40, 700), wraps=True)
        self._where = Text("", fonts.font(18, 500), "muted", wraps=True)
        self._hint = Text(
            self.tr("Scan a badge, or type two letters of a name"), fonts.font(16, 400), "muted", wraps=True
        )
        self._figures = [Figure() for _ in range(3)]
        self._metrics = NORMAL
        self._buttons = [self._new_button(name) for name in ("import_list", "export_list", "export_scans")]
        self._lay_out()

    def set_door(self, door: str, event: str) -> None:
        """Which door of which event this desk admits to."""
        self._where.set_text(", ".join(part for part in (door, event) if part))

    def set_title(self, title: str | None, hint: str | None = None) -> None:
        """Say something else than "Ready to scan", such as that this desk is paused; None says it again."""
        self._title.set_text(self.tr("Ready to scan") if title is None else title)
        if title is None:
            self._hint.set_text(self.tr("Scan a badge, or type two letters of a name"))
        elif hint is not None:
            self._hint.set_text(hint)

    def set_figures(self, figures: Sequence[tuple[str, str, str]]) -> None:
        """Up to three figures as (heading, number, line below)."""
        for place, figure in enumerate(self._figures):
            if place < len(figures):
                figure.set_figure(*figures[place])
        self._count = len(figures)
        self._show_figures()

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._metrics = metrics
        small = metrics.compact
        room(self._foot, (0, 0, 0, 0), 16 if metrics.roomy else 8)
        self._icon.set_metrics(40 if small else 56, 72 if small else 112)
        for figure in self._figures:
            figure.set_small(not metrics.roomy)
        self._title.setFont(fonts.font(28 if small else 40, 700))
        self._show_figures()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_figures()

    def _show_figures(self) -> None:
        spacious = self.height() >= px(_FIGURES_FROM) and self.width() >= px(480)
        self._acts.setVisible(self._metrics.roomy and self.width() >= px(_ACTS_FROM))
        for place, figure in enumerate(self._figures):
            figure.setVisible(spacious and place < self._count)

    def _new_button(self, name: str) -> Button:
        words = act(name)
        button = Button(words.text, words.icon, words.key, Kind.QUIET)
        button.clicked.connect(lambda: self.act_requested.emit(name))
        return button

    def _lay_out(self) -> None:
        self._count = 0
        rows = QVBoxLayout(self)
        room(rows, (0, 0, 0, 0), 6)
        rows.addStretch(1)
        head = QVBoxLayout()
        room(head, (0, 0, 0, 14))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addLayout(head)
        for text in (self._title, self._where, self._hint):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(text)
        self._acts = QWidget()
        acts = QHBoxLayout(self._acts)
        room(acts, (0, 12, 0, 0), 8)
        acts.addStretch(1)
        for button in self._buttons:
            acts.addWidget(button)
        acts.addStretch(1)
        rows.addWidget(self._acts)
        rows.addStretch(1)
        self._foot = foot = QHBoxLayout()
        room(foot, (0, 0, 0, 0), 16)
        for figure in self._figures:
            figure.hide()
            foot.addWidget(figure, 1)
        rows.addLayout(foot)
