"""Bringing in a list with its diff, and writing exports, from the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

from checkin.domain.errors import CheckinError, UserError
from checkin.domain.translation import say
from checkin.gui.control.parts import Parts
from checkin.gui.pages.desk.import_view import ImportPreview
from checkin.services.import_run import ImportResult
from checkin.workers.tasks import TaskRunner

_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"}
_DELIMITERS = {
    ",": QT_TRANSLATE_NOOP("Listing", "commas"), ";": QT_TRANSLATE_NOOP("Listing", "semicolons"),
    "\t": QT_TRANSLATE_NOOP("Listing", "tabs"), "|": QT_TRANSLATE_NOOP("Listing", "vertical bars"),
}  # fmt: skip

_AT_ONCE = 500


class Listing(QObject):
    """Signals: `imported()` after the commit; `exported(path)`; `closed()` when the preview was left.

    `choose_files` and `choose_target` are the window's file dialogs.
    """

    imported = Signal()
    exported = Signal(str)
    closed = Signal()

    def __init__(
        self,
        parts: Parts,
        runner: TaskRunner,
        choose_files: Callable[[], Sequence[str]],
        choose_target: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts, self._runner = parts, runner
        self._choose_files, self._choose_target = choose_files, choose_target
        self._told: ImportResult | None = None
        cards = parts.view.cards
        cards.first_run.import_requested.connect(self.begin)
        cards.first_run.files_dropped.connect(self.read)
        cards.imported.applied.connect(self.apply)
        cards.imported.cancelled.connect(self.cancel)

    def begin(self) -> None:
        """Ask which file."""
        paths = self._choose_files()
        if paths:
            self.read(paths)

    def read(self, paths: Sequence[str]) -> None:
        """Read and compare; nothing is written yet."""
        files = [Path(p) for p in paths]
        tell = partial(self._parts.services.imports.run, files, dry_run=True)
        self._runner.run(tell, done=self._on_told, failed=self._on_trouble)

    def apply(self) -> None:
        """Write what was told."""
        if self._told is None:
            return
        told, self._told = self._told, None
        self._parts.view.cards.imported.set_applying(0, told.rows)
        apply, at = self._parts.services.imports.apply, self._parts.now()
        self._runner.run(lambda: _let_go(apply(told.readings, at=at)), done=self._on_written, failed=self._on_trouble)

    def cancel(self) -> None:
        """Leave the preview; nothing was written."""
        self._told = None
        self.closed.emit()

    def export(self, kind: str = "attendance") -> None:
        """Write an export to a file that is asked for."""
        target = self._choose_target(kind)
        if target:
            write = partial(self._parts.services.exports.write, kind, Path(target))
            self._runner.run(write, done=lambda _rows: self.exported.emit(target), failed=self._on_trouble)

    def _on_told(self, result: ImportResult) -> None:
        self._told = result
        self._parts.view.cards.imported.set_applying(0, 0)
        self._parts.view.cards.imported.show_preview(preview_of(result))
        self._parts.view.cards.show_page("imported")
        self._parts.view.cards.imported.setFocus()

    def _on_written(self, _result: ImportResult) -> None:
        self._parts.view.cards.imported.set_applying(0, 0)
        self.imported.emit()

    def _on_trouble(self, error: BaseException) -> None:
        self._parts.view.cards.imported.set_applying(0, 0)
        if isinstance(error, OSError):
            error = UserError(
                say("The file cannot be used: {cause}.", cause=error.strerror), say("Choose another file or folder.")
            )
        if isinstance(error, CheckinError):
            self._parts.acting.failed.emit(error)
        else:
            self._parts.acting.broken.emit(error)


def _let_go(result: ImportResult) -> ImportResult:
    """Free the rows that were written bit by bit: a hundred thousand at once would hold the window up."""
    for reading in result.readings:
        while reading.people:
            del reading.people[-_AT_ONCE:]
            time.sleep(0)
    return result


def preview_of(result: ImportResult) -> ImportPreview:
    """What the window shows of an import that was told."""
    first = result.readings[0]
    encoding = _ENCODINGS.get((first.encoding or "").casefold(), first.encoding)
    about = ", ".join(part for part in (first.sheet, encoding, _delimiter(first.delimiter or "")) if part)
    return ImportPreview(
        file=", ".join(Path(r.file).name for r in result.readings),
        rows=result.rows,
        new=result.new,
        changed=result.changed,
        unchanged=result.unchanged,
        vanished=result.vanished,
        entitlements=result.entitlements,
        merged=result.merged,
        rejected=tuple((x.row, x.reason) for r in result.readings for x in r.rejected),
        warnings=tuple((w.row, w.text) for w in result.warnings),
        about=about,
    )


def _delimiter(sign: str) -> str:
    return QCoreApplication.translate("Listing", str(_DELIMITERS[sign])) if sign in _DELIMITERS else ""
