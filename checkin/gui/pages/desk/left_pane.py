"""The left pane of the Desk: search, camera, what was taken back, and the last acts or the people found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from checkin.domain.people import Entry, Person
from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, BreakPoint, Metrics
from checkin.gui.pages.desk.results_panel import ResultsPanel
from checkin.gui.theme import px
from checkin.gui.widgets.act_list_view import ActListView
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.camera_view import CameraView
from checkin.gui.widgets.row_list_view import SCROLL_BAR
from checkin.gui.widgets.search_field import SearchField
from checkin.gui.widgets.surface import Surface
from checkin.gui.widgets.text import Text
from checkin.gui.widgets.undo_strip import UndoStrip
from checkin.gui.zooming import room


class LeftPane(Surface):
    """Shows acts until somebody types; then the people found replace them.

    Signals: `search_changed(text)` at each keystroke, `search_entered(text)` at Enter, `search_escaped()` at Esc,
    `person_highlighted(attendee)` while choosing, `person_pressed(attendee)` when a row is pressed.
    """

    search_changed = Signal(str)
    search_entered = Signal(str)
    search_escaped = Signal()
    person_highlighted = Signal(str)
    person_pressed = Signal(str)
    walk_in_requested = Signal()
    camera_toggled = Signal(bool)
    undo_requested = Signal()
    undo_reason_chosen = Signal(str)
    entry_opened = Signal(str)
    results_shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "right", parent)
        self._metrics, self._searching, self._usable, self._covered = NORMAL, False, True, False
        self.search = SearchField()
        self.camera = CameraView()
        self.undo_strip = UndoStrip()
        self.acts = ActListView()
        self.results = ResultsPanel()
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.camera.set_off()
        self.set_metrics(NORMAL)

    def show_results(self, people: Sequence[Person], query: str, *, more: bool = False) -> None:
        """Show people found for `query` in place of the acts; nobody found says so and offers a walk-in. `more` when
        these are only the best of those that the words find.
        """
        self._searching = True
        self.results.show_people(people, query, more=more)
        self._show_parts()
        self.results_shown.emit(True)

    def set_covered(self, covered: bool) -> None:
        """In one column a verdict or a form takes the place of the people found; they come back after it."""
        self._covered = covered
        self._show_parts()

    def show_acts(self) -> None:
        """Show the last acts again."""
        if self._searching:
            self._searching = False
            self._show_parts()
            self.results_shown.emit(False)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """The last acts of this desk, newest first."""
        self.acts.set_entries(entries)
        self._undo.set_shut("" if entries else self.tr("Nothing has been done yet."))
        self._undo_small.set_shut("" if entries else self.tr("Nothing has been done yet."))
        self._show_parts()

    def entries(self) -> list[Entry]:
        """The acts that are shown."""
        return [self.acts.acts.entry(row) for row in range(self.acts.acts.rowCount())]

    def set_camera(self, on: bool) -> None:
        """Show the camera's picture or put it away; emits nothing. In a wide window its place stays, and says so."""
        self._camera.blockSignals(True)
        self._camera.setChecked(on)
        self._camera.blockSignals(False)
        self.camera.set_words(self.tr("Camera"), self.tr("Looking for the camera")) if on else self.camera.set_off()
        self._show_parts()

    def set_usable(self, usable: bool) -> None:
        """False before there is a list: nothing to search, nobody to add."""
        self._usable = usable
        self.search.setEnabled(usable)
        if usable:
            self.search.set_hint(
                self.tr("Scan a badge or type a name"), self.tr("Scan or type a name"), self.tr("Scan or type")
            )
        else:
            self.search.set_hint(self.tr("Nobody to search yet"), self.tr("Nobody yet"))
        self._show_parts()

    def clear_search(self) -> None:
        """Empty the field, put the cursor there and show the acts."""
        self.search.clear()
        self.search.setFocus()
        self.show_acts()

    @property
    def searching(self) -> bool:
        """True while people found are shown."""
        return self._searching

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point; in compact windows only the field and two buttons are left."""
        self._metrics = metrics
        compact, side = metrics.compact, metrics.gutter
        self.set_role("canvas" if compact else "surface", "" if compact else "right")
        self.search.set_height(metrics.search)
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if compact else QBoxLayout.Direction.TopToBottom)
        self._walk_in.set_icon_only(compact, QSizePolicy.Policy.Expanding)
        self._undo_small.set_icon_only(compact)
        self.undo_strip.set_columns(4 if compact else 2)
        side_top = side if metrics.roomy else 12 if not compact else 10
        room(self._rows, (side, side_top, 0 if not compact else side, 0 if compact else 12), 0)
        right = 0 if compact else side
        for box, gap in ((self._top, 12 if metrics.roomy else 8), (self._head, 6), (self._camera_box, 0)):
            room(box, (0, 0, right, 0), gap)
        room(self._lists, (0, 0, 0 if compact else side - SCROLL_BAR, 0), 0)
        self._show_parts()

    def minimumSizeHint(self) -> QSize:
        # What the strip asks has to be seen whole: in one column the card gives way, not the question.
        asks = self.undo_strip.height() + px(8) if self._metrics.compact and not self.undo_strip.isHidden() else 0
        return QSize(px(280), px(self._metrics.search + 18 if self._metrics.compact else 200) + asks)

    def _make_buttons(self) -> None:
        self._walk_in = Button(self.tr("Walk-in"), "user-round-plus", self.tr("F4"))
        self._camera = Button(self.tr("Camera"), "camera", self.tr("F9"))
        self._camera.setCheckable(True)
        self._walk_in.set_name(self.tr("Add a walk-in"))
        self._camera.set_name(self.tr("Switch the camera on or off"))
        for button in (self._walk_in, self._camera):
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        self._undo = Button(self.tr("Undo last"), "undo-2", self.tr("F8"), Kind.QUIET)
        self._undo_small = Button(self.tr("Undo last"), "undo-2", self.tr("F8"))
        for button in (self._undo, self._undo_small):
            button.set_name(self.tr("Undo the last act"))
        self._heading = Text(self.tr("Last ten acts"), fonts.font(14, 600), "muted", elidable=True)
        self._nothing = Text(
            self.tr("What you do here shows up in this place, newest first, with a way to take it back."),
            fonts.font(15, 400), "muted", wraps=True,
        )  # fmt: skip

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        room(tools, (0, 0, 0, 0), 8)
        for button in (self._walk_in, self._camera, self._undo_small):
            tools.addWidget(button)
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.addWidget(self.search)
        self._top.addLayout(tools)
        self._camera_box = QVBoxLayout()
        self._camera_box.addWidget(self.camera)
        self._head = QVBoxLayout()
        heading = QHBoxLayout()
        room(heading, (0, 0, 0, 0), 8)
        heading.addWidget(self._heading, 1)
        heading.addWidget(self._undo)
        self._head.addLayout(heading)
        self._head.addWidget(self.undo_strip)
        self._head.addWidget(self._nothing)
        self._lists = QVBoxLayout()
        self._lists.addWidget(self.acts, 1)
        self._lists.addWidget(self.results, 1)
        self._gap_above, self._gap_below = QSpacerItem(0, 0), QSpacerItem(0, 0)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._top)
        self._rows.addItem(self._gap_above)
        self._rows.addLayout(self._camera_box)
        self._rows.addLayout(self._head)
        self._rows.addItem(self._gap_below)
        self._rows.addLayout(self._lists, 1)
        self._rows.addStretch(0)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.search_changed)
        self.search.returnPressed.connect(lambda: self.search_entered.emit(self.search.text()))
        self.search.escaped.connect(self.search_escaped)
        self.search.stepped.connect(self._step)
        self._walk_in.clicked.connect(self.walk_in_requested)
        self.results.walk_in_requested.connect(self.walk_in_requested)
        self._camera.toggled.connect(self._camera_pressed)
        self._undo.clicked.connect(self.undo_requested)
        self._undo_small.clicked.connect(self.undo_requested)
        self.undo_strip.reason_chosen.connect(self.undo_reason_chosen)
        self.acts.entry_opened.connect(self.entry_opened)
        self.results.person_highlighted.connect(self.person_highlighted)
        self.results.person_pressed.connect(self.person_pressed)

    def _step(self, by: int) -> None:
        if self._searching:
            self.results.step(by)

    def _camera_pressed(self, on: bool) -> None:
        self._show_parts()
        self.camera_toggled.emit(on)

    def _show_parts(self) -> None:
        compact, acts = self._metrics.compact, not self._searching
        any_acts = self.acts.acts.rowCount() > 0
        self._walk_in.setVisible(self._usable and (acts or compact))
        self._camera.setVisible(self._usable and acts and not compact)
        self._undo_small.setVisible(compact and self._usable)
        self._gap_above.changeSize(0, px(10 if not compact else 8))
        self._gap_below.changeSize(0, px(6 if not compact else 0))
        self._rows.invalidate()
        watching, wide = self._camera.isChecked(), self._metrics.point is BreakPoint.WIDE
        self.camera.setVisible((watching and acts and not compact) or (wide and self._usable))
        self._heading.setVisible(acts and not compact)
        self._heading.setMinimumHeight(0 if any_acts else px(40))
        self._undo.setVisible(acts and any_acts and not compact)
        self._nothing.setVisible(acts and not any_acts and not compact)
        self.acts.setVisible(acts and any_acts and not compact)
        self.results.setVisible(self._searching and not (compact and self._covered))
