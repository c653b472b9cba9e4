"""Copies of the database from the window: the newest, one more now, and one brought back after a question."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, Signal

from checkin.domain.errors import CheckinError
from checkin.gui.control.settings.parts import SettingsParts
from checkin.gui.widgets.line import Line
from checkin.services.care import BackupResult
from checkin.services.copies import Copy, copy_at, newest_copy, restore_into


class Copying(QObject):
    """Signals: `restoring()` before a copy takes the place of what is here: nothing may write from now on;
    `restored()` when it has, or when nothing came of it.
    """

    restoring = Signal()
    restored = Signal()

    def __init__(self, parts: SettingsParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._view = parts, parts.view.backup_section
        self._chosen: Path | None = None
        self._busy = False
        self._view.folder_requested.connect(self.show_folder)
        self._view.choice_requested.connect(self.choose)
        self._view.restore_confirmed.connect(self.restore)
        self._view.restore_left.connect(self.leave)

    def look(self) -> None:
        """Look for the newest copy."""
        home = self._parts.services.desk.home
        self._parts.asking.run(partial(newest_copy, home), done=self._show, failed=self._parts.trouble)

    def copy(self) -> None:
        """Make one more copy now."""
        if not self._busy and self._parts.services.desk.has_event:
            self._begin(self.tr("A copy is being made."))
            self._parts.searching.run(self._parts.services.care.backup, done=self._on_copied, failed=self._on_trouble)

    def show_folder(self) -> None:
        """Show where copies lie."""
        folder = self._parts.services.desk.home.backups
        folder.mkdir(parents=True, exist_ok=True)
        self._parts.dialogs.show_folder(str(folder))

    def choose(self) -> None:
        """Ask which copy, then whether it is meant."""
        path = self._parts.dialogs.choose_copy(str(self._parts.services.desk.home.backups))
        if not path:
            return
        try:
            copy = copy_at(Path(path))
        except OSError:
            self._view.show_told(self.tr("The file is gone"), self.tr("Choose another copy."), "hold", "triangle-alert")
            return
        self._chosen = copy.file
        self._view.show_told("", "", "quiet", "info")
        self._view.ask(
            self.tr("Bring back {file}, {size}, of {when}?").format(
                file=copy.file.name, size=_size(copy), when=_when(copy)
            ),
            self.tr(
                "What was done here since then is no more in this desk. It is kept in the folder beside the database; "
                "other desks that had it already give it back."
            ),
        )

    def leave(self) -> None:
        """The question was answered with no."""
        self._chosen = None
        self._view.end_question()

    def restore(self) -> None:
        """Put the copy chosen in the place of what is here; no act runs meanwhile."""
        chosen = self._chosen
        if chosen is None or self._busy:
            return
        self._view.end_question()
        self._chosen = None
        self._begin(self.tr("A copy is being brought back."))
        self._view.show_told(
            self.tr("Bringing back {file}, {size}").format(file=chosen.name, size=_size(copy_at(chosen))),
            self.tr("Scans wait meanwhile and are judged afterwards."), "out", "archive-restore",
        )  # fmt: skip
        self.restoring.emit()
        task = partial(restore_into, self._parts.services.desk, chosen)
        self._parts.acting.run(task, partial(self._on_restored, chosen), self._on_not_restored)

    def _begin(self, reason: str) -> None:
        self._busy = True
        self._view.set_busy(reason)

    def _settle(self) -> None:
        self._busy = False
        self._view.set_busy("")

    def _show(self, copy: Copy | None) -> None:
        folder = self._parts.services.desk.home.backups
        if copy is None:
            self._view.show_copy(Line(self.tr("No copy yet"), "", "shield"), str(folder))
            return
        line = Line(_when(copy), copy.file.name, "shield", side=_size(copy))
        self._view.show_copy(line, str(folder))

    def _on_copied(self, made: BackupResult) -> None:
        self._settle()
        told = self.tr("{n} entries, {file}").format(n=made.entries, file=made.file.name)
        self._view.show_told(self.tr("A copy was made"), told, "go", "circle-check")
        self.look()

    def _on_trouble(self, error: BaseException) -> None:
        self._settle()
        if isinstance(error, CheckinError):
            self._view.show_told(error.sentence, error.advice, "stop", "triangle-alert")
        else:
            self._parts.trouble(error)

    def _on_restored(self, file: Path, done: BackupResult) -> None:
        self._settle()
        told = self.tr("{n} entries. This desk goes on as a new station.").format(n=done.entries)
        self._view.show_told(self.tr("{file} was brought back").format(file=file.name), told, "go", "circle-check")
        self.look()
        self.restored.emit()

    def _on_not_restored(self, error: CheckinError) -> None:
        self._on_trouble(error)
        self.restored.emit()


def _size(copy: Copy) -> str:
    return QLocale().formattedDataSize(copy.bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _when(copy: Copy) -> str:
    at = copy.at
    return QLocale().toString(QDateTime(at.year, at.month, at.day, at.hour, at.minute, 0), "d MMMM yyyy, HH:mm")
