"""What an import would change, before it is made."""

from __future__ import annotations

from collections.abc import Sequence
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
from checkin.gui.widgets.progress_strip import ProgressStrip
from checkin.gui.widgets.surface import Paper
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """Counts of a list that was read and compared, and what a person should know. `about` tells file and format,
    `columns` what its columns were taken for.

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
    columns: str = ""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: "reading", "comparing" or "storing"; a total of 0 or a share below 0 is not known yet."""

    phase: str
    done: int = 0
    total: int = 0
    share: float = -1.0
    seconds_left: int | None = None


class ImportView(Paper):
    """Signals: `applied()` when somebody presses Apply, `cancelled()`.

    `told` says whether it is known what would change; while the list is being read it is not.
    """

    applied = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(self.tr("Import a list"), "title", elidable=True)
        self._about = Text("", "small", "muted", elidable=True)
        self._cancel = Button(self.tr("Cancel"), "", self.tr("Esc"), Kind.QUIET)
        self._cancel.set_name(self.tr("Cancel the import"))
        self._strip = ProgressStrip("file-up")
        self._tiles = [CountTile(*looks) for looks in self._looks()]
        self._sum = Text("", fonts.font(14, 600), "muted", wraps=True)
        self._columns = Text("", "small", "muted", wraps=True)
        self._changes = NoteList(self.tr("Changed"))
        self._warnings = NoteList(self.tr("Good to know"))
        self._rejected = NoteList(self.tr("Set aside"))
        self._apply = Button(self.tr("Apply"), "check", self.tr("Ctrl Enter"), Kind.PRIMARY, 56)
        self._apply.set_metrics(56, 17)
        self._foot = Text(self.tr("Nothing is written before you apply it."), "small", "muted", wraps=True)
        self._foot.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._foot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._progress: ImportProgress | None = None
        self.told, self._metrics = False, NORMAL
        self._lay_out()
        self._strip.cancelled.connect(self.cancelled)
        self._cancel.clicked.connect(self.cancelled)
        self._apply.clicked.connect(self.applied)
        self.setFocusProxy(self._apply)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what would change."""
        p = preview
        self.told = True
        self._about.set_text(", ".join(part for part in (p.file, p.about) if part))
        counts = (p.new, p.changed, p.unchanged, p.vanished, p.entitlements, len(p.rejected))
        for tile, count in zip(self._tiles, counts, strict=True):
            tile.set_count(count)
        self._sum.set_text(self._sentence(p))
        self._columns.set_text(p.columns)
        self._columns.setVisible(bool(p.columns) and self._metrics.roomy)
        self._changes.set_notes(())
        self._warnings.set_notes([self._at(row, text) for row, text in p.warnings])
        self._rejected.set_notes([self._at(row, text) for row, text in p.rejected])
        changes = p.new + p.changed
        words = self.tr("Apply %n changes", "", changes) if changes != 1 else self.tr("Apply 1 change")
        self._apply.set_words(words if changes or p.vanished else self.tr("Apply, nothing changes"))
        self._show_parts()

    def show_changes(self, changes: Sequence[tuple[str, str]], count: int) -> None:
        """Who changes and how, as (name, sentence); `count` people in all."""
        self._changes.set_notes(changes, count)

    def show_file(self, file: str) -> None:
        """A list that is being read: nothing is known of it but its name."""
        self.told = False
        self._about.set_text(file)
        self._show_parts()

    def set_progress(self, progress: ImportProgress | None) -> None:
        """Show how far the work is, in place of Apply; with None it is over."""
        self._progress = progress
        if progress is not None:
            self._strip.show_progress(self._what(progress), self._how_far(progress), progress.share)
        self._show_parts()

    def set_applying(self, applying: bool) -> None:
        """The list is being brought in: Apply is shut until that is over."""
        self._apply.set_shut(self.tr("The list is being brought in.") if applying else "")
        self._foot.set_text(
            self.tr("Go on checking people in: while the list is stored a scan waits a moment.")
            if applying
            else self.tr("Nothing is written before you apply it.")
        )

    def set_ending(self, ending: bool) -> None:
        """Cancel was pressed and is on its way."""
        self._strip.set_ending(self.tr("It is being cancelled.") if ending else "")

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point: six figures in a row, or three and three."""
        edge = metrics.card - (0 if metrics.roomy else 6)
        gap = 12 if metrics.roomy else 8
        room(self._rows, (edge, edge - 6, edge, edge), gap)
        room(self._parts, (0, 0, 0, 0), gap)
        for words in (self._foot, self._sum):
            words.setVisible(not metrics.compact)
        self._columns.setVisible(bool(self._columns.whole) and metrics.roomy)
        self._metrics = metrics
        for place, tile in enumerate(self._tiles):
            self._grid.removeWidget(tile)
            columns = 3 if metrics is NORMAL else 6
            self._grid.addWidget(tile, place // columns, place % columns)
            tile.set_narrow(metrics.point.value in ("small", "compact"))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(240))

    def _show_parts(self) -> None:
        """What is known of the list, and the strip or the way out."""
        works = self._progress is not None
        for part, shown in ((self._strip, works), (self._cancel, not works), (self._known, self.told)):
            # Showing a part lays the whole window out at once, even one that is shown already.
            if part.isHidden() is shown:
                part.setVisible(shown)

    def _what(self, progress: ImportProgress) -> str:
        words = {
            "reading": self.tr("Reading the list"), "comparing": self.tr("Comparing with what is known"),
            "storing": self.tr("Bringing the list in"),
        }  # fmt: skip
        return words[progress.phase]

    def _how_far(self, p: ImportProgress) -> str:
        if p.total <= 0:
            return self.tr("{done} rows so far").format(done=p.done)
        if p.seconds_left is None:
            return self.tr("{done} of {total} people").format(done=p.done, total=p.total)
        if p.seconds_left < 90:
            words = self.tr("{done} of {total} people, about {seconds} s left")
            return words.format(done=p.done, total=p.total, seconds=p.seconds_left)
        words = self.tr("{done} of {total} people, about {minutes} min left")
        return words.format(done=p.done, total=p.total, minutes=round(p.seconds_left / 60))

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
        """What the figures do not say: how many rows there are, and what becomes of what was done here."""
        kept = self.tr("Nothing done at the desk is lost.")
        rows = self.tr("1 row.") if p.rows == 1 else self.tr("%n rows.", "", p.rows)
        if not p.merged:
            return f"{rows} {kept}"
        one, several = self.tr("1 row repeats a person."), self.tr("%n rows repeat a person.", "", p.merged)
        return f"{rows} {one if p.merged == 1 else several} {kept}"

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
        self._lists.addWidget(self._changes, 1)
        self._lists.addWidget(self._warnings, 1)
        self._lists.addWidget(self._rejected, 1)
        foot = QHBoxLayout()
        room(foot, (0, 0, 0, 0), 16)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._apply)
        self._known = QWidget()
        self._parts = QVBoxLayout(self._known)
        room(self._parts, (0, 0, 0, 0), 12)
        self._parts.addLayout(self._grid)
        self._parts.addWidget(self._sum)
        self._parts.addWidget(self._columns)
        self._parts.addLayout(self._lists, 1)
        self._parts.addStretch()
        self._parts.addLayout(foot)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addWidget(self._strip)
        self._rows.addWidget(self._known, 1)
        self._rows.addStretch()
        self._strip.hide()
        self.set_metrics(NORMAL)
