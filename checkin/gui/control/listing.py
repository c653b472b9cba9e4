"""Bringing in a list with its diff, and writing exports, from the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

from checkin.domain.errors import CheckinError, UserError
from checkin.domain.people import Person
from checkin.domain.translation import say
from checkin.gui.control.import_words import changes_told, columns_told
from checkin.gui.control.import_work import ImportWork, Work
from checkin.gui.control.parts import Parts
from checkin.gui.pages.desk.import_view import ImportPreview, ImportProgress
from checkin.gui.widgets.note_list import MOST_NOTES
from checkin.services.import_run import ImportResult
from checkin.services.import_watch import ImportCancelled
from checkin.workers.tasks import TaskRunner

_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"}
_DELIMITERS = {
    ",": QT_TRANSLATE_NOOP("Listing", "commas"), ";": QT_TRANSLATE_NOOP("Listing", "semicolons"),
    "\t": QT_TRANSLATE_NOOP("Listing", "tabs"), "|": QT_TRANSLATE_NOOP("Listing", "vertical bars"),
}  # fmt: skip

_AT_ONCE = 500
_FREE = ("ready", "first_run")
"""Pages on which nobody is in front of the desk."""


class Listing(QObject):
    """Signals: `telling()` before the preview takes the place of what is shown; `imported()` after the commit;
    `exported(path)`; `closed()` when the preview was left.

    `choose_files` and `choose_target` are the window's file dialogs.
    """

    telling = Signal()
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
        self._work = ImportWork(runner, self)
        self._work.late.connect(self._on_late)
        self._work.moved.connect(self._on_moved)
        self._file, self._announced = "", False
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
        """Read and compare; nothing is written yet. A list that is still being read gives way to this one."""
        if self._work.applies:
            self._tell(UserError(say("A list is being brought in."), say("Bring in the next one when it is done.")))
            return
        files = [Path(p) for p in paths]
        self._file = ", ".join(file.name for file in files)
        run = self._parts.services.imports.run
        self._begin(
            Work(
                lambda progress, cancelled: run(files, dry_run=True, progress=progress, cancelled=cancelled),
                self._on_told, self._on_not_told, applies=False,
            )
        )  # fmt: skip

    def apply(self) -> None:
        """Write what was told."""
        if self._told is None or self._work.running:
            return
        told, self._told = self._told, None
        self._parts.view.cards.imported.set_applying(True)
        apply, at = self._parts.services.imports.apply, self._parts.now()
        self._begin(
            Work(
                lambda progress, cancelled: _let_go(
                    apply(told.readings, at=at, progress=progress, cancelled=cancelled)
                ),
                self._on_written, partial(self._on_not_written, told), applies=True,
            )
        )  # fmt: skip

    def cancel(self) -> None:
        """Leave the preview, or end what is under way; nothing of a list is stored before all of it is."""
        if self._work.running:
            self._work.cancel()
            self._parts.view.cards.imported.set_ending(True)
            return
        self._told = None
        self.closed.emit()

    def export(self, kind: str = "attendance") -> None:
        """Write an export to a file that is asked for."""
        target = self._choose_target(kind)
        if target:
            write = partial(self._parts.services.exports.write, kind, Path(target))
            self._runner.run(write, done=lambda _rows: self.exported.emit(target), failed=self._tell)

    def close(self) -> None:
        """The window closes: an import that is not stored yet ends."""
        self._work.cancel()

    def _begin(self, work: Work) -> None:
        self._parts.view.cards.imported.set_ending(False)
        self._work.begin(work)

    def _on_late(self) -> None:
        """Reading takes long: say so where the list will be shown, unless somebody is in front."""
        cards = self._parts.view.cards
        if not self._work.applies and cards.page in _FREE:
            self._announced = True
            cards.imported.show_file(self._file)
            cards.show_page("imported")
            cards.imported.setFocus()

    def _on_moved(self, progress: ImportProgress) -> None:
        self._parts.view.cards.imported.set_progress(progress)

    def _on_told(self, result: ImportResult) -> None:
        self._over()
        self._told = result
        if self._parts.view.cards.page != "imported":
            self.telling.emit()
        self._parts.view.cards.imported.show_preview(preview_of(result))
        self._tell_changes(result)
        self._parts.view.cards.show_page("imported")
        self._parts.view.cards.imported.setFocus()

    def _tell_changes(self, result: ImportResult) -> None:
        """Who changes, by name, once the names are looked up; as many as the preview shows."""
        ids = tuple(dict.fromkeys(attendee for attendee, *_ in result.changes))
        if not ids:
            return
        shown = frozenset(ids[:MOST_NOTES])

        def done(people: Sequence[Person]) -> None:
            if self._told is result:
                names = {person.attendee: person.name for person in people}
                told = changes_told((change for change in result.changes if change[0] in shown), names)
                self._parts.view.cards.imported.show_changes(told, len(ids))

        self._parts.asking.run(partial(self._parts.services.people.persons, tuple(shown)), done=done, failed=self._tell)

    def _on_written(self, _result: ImportResult) -> None:
        self._over()
        self.imported.emit()

    def _on_not_told(self, error: BaseException) -> None:
        announced = self._announced
        self._over()
        if announced:
            self.closed.emit()
        self._tell(error)

    def _on_not_written(self, told: ImportResult, error: BaseException) -> None:
        """Nothing of it was stored: it can be applied again, or left."""
        self._over()
        self._told = told
        self._tell(error)

    def _over(self) -> None:
        self._announced = False
        self._parts.view.cards.imported.set_progress(None)
        self._parts.view.cards.imported.set_applying(False)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, ImportCancelled):
            return
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
        columns=columns_told(result.readings),
    )


def _delimiter(sign: str) -> str:
    return QCoreApplication.translate("Listing", str(_DELIMITERS[sign])) if sign in _DELIMITERS else ""
