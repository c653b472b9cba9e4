"""What an import would change, before it is made."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.theme import px
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.count_tile import CountTile
from checkin.gui.widgets.note_list import NoteList
from checkin.gui.widgets.surface import Paper
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """Counts of a list that was read and compared, and what a person should know. `about` tells file and format.

    `rejected` are (row, reason); `warnings` are (row or None, sentence).
    """

    file: str
    rows: int
    new: int
    changed: int
    unchanged: int
    vanished: int
    entitlements: int
    merged: int = 0
    rejected: tuple[tuple[int, str], ...] = ()
    warnings: tuple[tuple[int | None, str], ...] = ()
    about: str = ""


class ImportView(Paper):
    """Signals: `applied()` when somebody presses Apply, `cancelled()`."""

    applied = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(self.tr("Import a list"), "title", elidable=True)
        self._about = Text("", "small", "muted", elidable=True)
        self._cancel = Button(self.tr("Cancel"), "", self.tr("Esc"), Kind.QUIET)
        self._tiles = [CountTile(*looks) for looks in self._looks()]
        self._sum = Text("", fonts.font(14, 600), "muted", wraps=True)
        self._warnings = NoteList(self.tr("Good to know"))
        self._rejected = NoteList(self.tr("Set aside"))
        self._apply = Button(self.tr("Apply"), "check", self.tr("Ctrl Enter"), Kind.PRIMARY, 56)
        self._apply.set_metrics(56, 17)
        self._foot = Text(self.tr("Nothing is written before you apply it."), "small", "muted", wraps=True)
        self._foot.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._foot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self._cancel.clicked.connect(self.cancelled)
        self._apply.clicked.connect(self.applied)
        self.setFocusProxy(self._apply)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what would change."""
        p = preview
        self._about.set_text(", ".join(part for part in (p.file, p.about) if part))
        counts = (p.new, p.changed, p.unchanged, p.vanished, p.entitlements, len(p.rejected))
        for tile, count in zip(self._tiles, counts, strict=True):
            tile.set_count(count)
        self._sum.set_text(self._sentence(p))
        self._warnings.set_notes([self._at(row, text) for row, text in p.warnings])
        self._rejected.set_notes([self._at(row, text) for row, text in p.rejected])
        changes = p.new + p.changed
        words = self.tr("Apply %n changes", "", changes) if changes != 1 else self.tr("Apply 1 change")
        self._apply.set_words(words if changes or p.vanished else self.tr("Apply, nothing changes"))

    def set_applying(self, done: int = 0, total: int = 0) -> None:
        """Show that the import runs; with 0 of 0 the button can be pressed again."""
        self._apply.set_shut(self.tr("The list is being brought in.") if total else "")
        if total:
            self._sum.show()
            told = self.tr("{done} of {total} people brought in") if done else self.tr("Bringing in {total} rows…")
            self._sum.set_text(told.format(done=done, total=total))

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point: six figures in a row, or three and three."""
        edge = metrics.card - (0 if metrics.roomy else 6)
        room(self._rows, (edge, edge - 6, edge, edge), 12 if metrics.roomy else 8)
        self._foot.setVisible(not metrics.compact)
        self._sum.setVisible(not metrics.compact)
        for place, tile in enumerate(self._tiles):
            self._grid.removeWidget(tile)
            columns = 3 if metrics is NORMAL else 6
            self._grid.addWidget(tile, place // columns, place % columns)
            tile.set_narrow(metrics.point.value in ("small", "compact"))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(240))

    def _looks(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (self.tr("New"), "user-round-plus", "go_text"),
            (self.tr("Changed"), "pencil", "out_text"),
            (self.tr("Unchanged"), "equal", "text_muted"),
            (self.tr("Gone"), "user-round-minus", "hold_text"),
            (self.tr("Add-ons"), "gift", "text_muted"),
            (self.tr("Set aside"), "circle-alert", "stop_text"),
        )

    def _sentence(self, p: ImportPreview) -> str:
        words = self.tr(
            "{rows} rows: {new} new, {changed} changed, {unchanged} unchanged, {addons} add-ons, {merged} merged, "
            "{aside} set aside. Nothing done at the desk is lost."
        )
        return words.format(
            rows=p.rows, new=p.new, changed=p.changed, unchanged=p.unchanged, addons=p.entitlements, merged=p.merged,
            aside=len(p.rejected),
        )  # fmt: skip

    def _at(self, row: int | None, text: str) -> tuple[str, str]:
        return (self.tr("Row {row}").format(row=row) if row is not None else "", text)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        room(titles, (0, 0, 0, 0), 2)
        titles.addWidget(self._title)
        titles.addWidget(self._about)
        head = QHBoxLayout()
        room(head, (0, 0, 0, 0), 8)
        head.addLayout(titles, 1)
        head.addWidget(self._cancel)
        self._grid = QGridLayout()
        room(self._grid, (0, 0, 0, 0), 8)
        self._lists = QHBoxLayout()
        room(self._lists, (0, 0, 0, 0), 24)
        self._lists.addWidget(self._warnings, 1)
        self._lists.addWidget(self._rejected, 1)
        foot = QHBoxLayout()
        room(foot, (0, 0, 0, 0), 16)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._apply)
        self._rows = QVBoxLayout(self)
        for part in (head, self._grid):
            self._rows.addLayout(part)
        self._rows.addWidget(self._sum)
        self._rows.addLayout(self._lists, 1)
        self._rows.addLayout(foot)
        self.set_metrics(NORMAL)
