"""Bringing in a list step by step from the window: read, looked at, compared, applied, taken back; and exports."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from checkin.domain.errors import CheckinError, UserError
from checkin.domain.translation import say
from checkin.gui.control.import_choices import Choices
from checkin.gui.control.import_columns import PRODUCT, WORD, about, columns_shown, file_shown, needs_a_look
from checkin.gui.control.import_ending import done_shown, out_of_date
from checkin.gui.control.import_shown import changes_shown
from checkin.gui.control.import_work import ImportWork, Work
from checkin.gui.control.parts import Parts
from checkin.gui.pages.importing.columns_shown import ImportProgress
from checkin.gui.pages.importing.import_page import ImportPage
from checkin.gui.pages.importing.progress_words import in_short
from checkin.gui.pages.importing.step_bar import Step
from checkin.services.import_run import ImportResult
from checkin.services.import_watch import ImportCancelled
from checkin.workers.tasks import TaskRunner

LONG_S = 10.0
"""Work that takes longer is told in the status strip when one leaves its page."""
REASON = "the list was taken back"
SET_ASIDE = "set-aside"
"""The kind of the file dialog that asks where rows set aside are saved."""

_AT_ONCE = 500


class Listing(QObject):
    """Drives the page of an import.

    Signals: `opened()` when a list begins to be brought in, so that its page is shown; `imported()` after the commit;
    `exported(path)`; `closed()` when the import was left, `finished()` when it was left for the Desk; `print_wanted()`
    when badges were queued; `moved()` when what `under_way` tells has changed.

    `choose_files` and `choose_target` are the window's file dialogs.
    """

    opened = Signal()
    imported = Signal()
    exported = Signal(str)
    closed = Signal()
    finished = Signal()
    print_wanted = Signal()
    moved = Signal()

    def __init__(
        self,
        parts: Parts,
        runner: TaskRunner,
        choose_files: Callable[[], Sequence[str]],
        choose_target: Callable[[str], str],
        view: ImportPage,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts, self._runner, self.view = parts, runner, view
        self._choose_files, self._choose_target = choose_files, choose_target
        self._work = ImportWork(runner, self)
        self._work.moved.connect(self._on_moved)
        self._files: list[Path] = []
        self._choices = Choices()
        self._result: ImportResult | None = None
        self._decisions: dict[tuple[str, str], str] = {}
        self.is_open = False
        self._connect()
        parts.view.cards.first_run.import_requested.connect(self.begin)
        parts.view.cards.first_run.files_dropped.connect(self.read)

    @property
    def under_way(self) -> tuple[str, str] | None:
        """What the status strip says while the import's page is not shown: a word and a second text. None for nothing,
        and for work that is done in a moment.
        """
        if self._work.running:
            words = self.tr("being brought in") if self._work.applies else self.tr("being read")
            return (in_short(self._work.last), words) if self._work.seconds >= LONG_S else None
        return (self.tr("List"), self.tr("waits for you")) if self.view.told and self.is_unsaid else None

    @property
    def is_unsaid(self) -> bool:
        """Whether a list was read and neither applied nor left."""
        return self._result is not None and self._result.entry is None and self.view.step is not Step.DONE

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
        self._forget()
        self.is_open = True
        self._files = [Path(p) for p in paths]
        self.view.header.set_about(", ".join(file.name for file in self._files))
        self.view.show_step(Step.FILE)
        self.opened.emit()
        self._read(None, self._choices)

    def apply(self) -> None:
        """Write what was told."""
        told = self._result
        if told is None or self._work.running or told.entry is not None:
            return
        self.view.changes.set_applying(True)
        apply, at, decided = self._parts.services.imports.apply, self._parts.now(), self._decided()
        said = self._choices.options
        first = not self._parts.services.desk.has_event
        self._begin(
            Work(
                lambda progress, cancelled: _let_go(
                    apply(told.readings, at=at, said=said, progress=progress, cancelled=cancelled, **decided)
                ),
                partial(self._on_written, first), self._on_not_written, applies=True,
            )
        )  # fmt: skip

    def cancel(self) -> None:
        """Leave the import, or end what is under way; nothing of a list is stored before all of it is."""
        if self._work.running:
            self._work.cancel()
            self.view.set_ending(True)
            return
        self._forget()
        self.closed.emit()

    def export(self, kind: str = "attendance") -> None:
        """Write an export to a file that is asked for."""
        target = self._choose_target(kind)
        if target:
            write = partial(self._parts.services.exports.write, kind, Path(target))
            self._runner.run(write, done=lambda _rows: self.exported.emit(target), failed=self._tell)

    def save_rejected(self) -> None:
        """Write the rows set aside, each with its reason, to a file that is asked for."""
        told = self._result
        target = self._choose_target(SET_ASIDE) if told is not None else ""
        if told is not None and target:
            save = partial(self._parts.services.imports.save_rejected, told.readings, Path(target))
            self._parts.asking.run(save, done=lambda _rows: self.exported.emit(target), failed=self._tell)

    def take_back(self) -> None:
        """Take back the list that was brought in, as a whole."""
        told = self._result
        if told is None or told.entry is None:
            return
        undo = partial(self._parts.services.undoing.undo, told.entry, REASON, self._parts.now())
        self.view.done.undo.set_shut(self.tr("The list is being taken back."))
        self._parts.acting.run(undo, partial(self._on_taken_back, told), self._on_not_taken_back)

    def print_badges(self) -> None:
        """Print the badges that say something else than the list does now."""
        wish, told = self._parts.badge, self._result
        if wish is None or told is None:
            return
        self.view.done.badges.set_shut(self.tr("The badges are printing."))
        for attendee in out_of_date(told):
            queue = partial(
                self._parts.services.badges.queue, attendee, wish.printer, wish.template, reason="name corrected"
            )
            self._parts.acting.run(queue, lambda _job: self.print_wanted.emit())

    def leave(self) -> None:
        """Leave an import that is done for the Desk."""
        self._forget()
        self.finished.emit()

    def close(self) -> None:
        """The window closes: an import that is not stored yet ends."""
        self._work.cancel()

    def _connect(self) -> None:
        view = self.view
        view.cancelled.connect(self.cancel)
        view.file.import_requested.connect(self.begin)
        view.file.files_dropped.connect(self.read)
        view.file.way_chosen.connect(self._on_way)
        view.file.forward.connect(partial(view.show_step, Step.COLUMNS))
        view.columns.column_chosen.connect(self._on_column)
        view.columns.answered.connect(self._on_answered)
        view.columns.back.connect(partial(view.show_step, Step.FILE))
        view.columns.forward.connect(self._show_changes)
        view.changes.applied.connect(self.apply)
        view.changes.back.connect(partial(view.show_step, Step.COLUMNS))
        view.changes.save_rejected_requested.connect(self.save_rejected)
        view.changes.decided.connect(self._on_decided)
        view.changes.row_requested.connect(self._on_row)
        view.done.taken_back.connect(self.take_back)
        view.done.save_rejected_requested.connect(self.save_rejected)
        view.done.print_requested.connect(self.print_badges)
        view.done.left.connect(self.leave)

    def _forget(self) -> None:
        """Nothing is being brought in."""
        self._choices, self._result, self.is_open = Choices(), None, False
        self._decisions = {}
        self.view.told = False
        self.view.file.show_file(None)
        for button in (self.view.done.undo, self.view.done.badges):
            button.set_shut("")
        self.moved.emit()

    def _read(self, stay: Step | None, choices: Choices) -> None:
        """Read with what is said in `choices`; `stay` is the step that is shown afterwards, None the one that fits."""
        run, files, options = self._parts.services.imports.run, self._files, choices.options
        self.view.columns.set_reading(True)
        self._begin(
            Work(
                lambda progress, cancelled: run(files, options, dry_run=True, progress=progress, cancelled=cancelled),
                partial(self._on_told, stay, choices), partial(self._on_not_told, stay), applies=False,
            )
        )  # fmt: skip

    def _begin(self, work: Work) -> None:
        self.view.set_ending(False)
        self._work.begin(work)

    def _on_moved(self, progress: ImportProgress) -> None:
        self.view.set_progress(progress)
        self.moved.emit()

    def _on_told(self, stay: Step | None, choices: Choices, result: ImportResult) -> None:
        self._over()
        self._result, self._choices, self._decisions = result, choices, {}
        choices.learn(result.readings)
        self.view.header.set_about(about(result.readings))
        self.view.file.show_file(file_shown(result.readings))
        self.view.columns.show_columns(columns_shown(result.readings, choices))
        self.view.changes.show_result(changes_shown(result, self._decisions))
        self.view.told = True
        if stay is None:
            self.view.show_step(Step.COLUMNS if needs_a_look(result, choices) else Step.CHANGES)
        self.moved.emit()

    def _on_not_told(self, stay: Step | None, error: BaseException) -> None:
        """What was said cannot be: what was known before holds, and the way out stands where it was said."""
        self._over()
        if isinstance(error, ImportCancelled):
            if self._result is None:
                self.cancel()
            else:
                self._show_again()
            return
        error = _in_words(error)
        if not isinstance(error, UserError):
            self._tell(error)
        if self._result is not None:
            self._show_again()
            if stay is Step.COLUMNS and isinstance(error, UserError):
                self._tell(error)
                return
        if isinstance(error, UserError):
            self.view.file.fault.show_fault(error.sentence, error.advice)

    def _show_again(self) -> None:
        if self._result is not None:
            self.view.file.show_file(file_shown(self._result.readings))
            self.view.columns.show_columns(columns_shown(self._result.readings, self._choices))

    def _show_changes(self) -> None:
        if self._result is not None and not self._work.running:
            self._choices.confirm(self._result.readings)
            self.view.show_step(Step.CHANGES)

    def _on_way(self, key: str, value: str) -> None:
        """How the file is read was said: its columns may be others then, so nothing said of them holds."""
        options = replace(self._choices.options, mapping={}, columns={}, **{key: value})  # type: ignore[arg-type]
        self._read(Step.FILE, replace(self._choices, options=options))

    def _on_column(self, column: int, choice: str) -> None:
        if self._result is not None:
            choices = replace(self._choices)
            choices.choose(self._result.readings[0], column, choice)
            self._read(Step.COLUMNS, choices)

    def _on_answered(self, question: str, answer: str) -> None:
        choices = replace(self._choices)
        if question.startswith(WORD):
            choices.answer_word(question.removeprefix(WORD), answer)
        else:
            choices.answer_product(question.removeprefix(PRODUCT), answer)
        self._read(Step.COLUMNS, choices)

    def _on_decided(self, one: str, other: str, decision: str) -> None:
        if decision:
            self._decisions[one, other] = decision
        else:
            self._decisions.pop((one, other), None)

    def _on_row(self, row: int, _file: str) -> None:
        if self.view.columns.show_row(row):
            self.view.show_step(Step.COLUMNS)

    def _decided(self) -> dict[str, Any]:
        """The pairs that a person decided about, as the service takes them."""
        told = {
            how: [pair for pair, decision in self._decisions.items() if decision == how] for how in ("same", "apart")
        }
        return {how: pairs for how, pairs in told.items() if pairs}

    def _on_written(self, first: bool, result: ImportResult) -> None:
        self._over()
        self._result = result
        self.view.done.show_done(done_shown(result, self._decisions, self._parts.badge is not None))
        self.view.show_step(Step.DONE)
        self.moved.emit()
        self.imported.emit()
        if first:
            # People wait for the first list of a desk: straight to them.
            self.leave()

    def _on_not_written(self, error: BaseException) -> None:
        """Nothing of it was stored: it can be applied again, or left. A long list was let go, and is read again."""
        self._over()
        self._tell(_in_words(error))
        if self._result is not None and any(reading.was_let_go for reading in self._result.readings):
            self._read(Step.CHANGES, self._choices)

    def _on_taken_back(self, told: ImportResult, _undone: object) -> None:
        self._parts.changed()
        if self._result is told:
            self.view.done.show_done(done_shown(told, self._decisions, False, taken_back=True))

    def _on_not_taken_back(self, error: CheckinError) -> None:
        self.view.done.undo.set_shut("")
        self._tell(error)

    def _over(self) -> None:
        self.view.set_progress(None)
        self.view.set_ending(False)
        self.view.columns.set_reading(False)
        self.view.changes.set_applying(False)
        self.moved.emit()

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, ImportCancelled):
            return
        error = _in_words(error)
        if isinstance(error, CheckinError):
            self._parts.acting.failed.emit(error)
        else:
            self._parts.acting.broken.emit(error)


def _in_words(error: BaseException) -> BaseException:
    """A file that the system refuses, as people say it."""
    if isinstance(error, OSError):
        return UserError(
            say("The file cannot be used: {cause}.", cause=error.strerror), say("Choose another file or folder.")
        )
    return error


def _let_go(result: ImportResult) -> ImportResult:
    """Free the rows that were written bit by bit: a hundred thousand at once would hold the window up."""
    for reading in result.readings:
        while reading.people:
            del reading.people[-_AT_ONCE:]
            time.sleep(0)
    return result
