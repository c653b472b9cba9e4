"""Settings read, written as they are changed, and taken back one by one."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from checkin.domain.errors import CheckinError
from checkin.gui.control.settings.parts import SettingsParts
from checkin.gui.pages.settings.setting_words import name_of, value_words

ONE_GO_S = 3.0
"""Changes of one setting that follow each other this quickly are one, taken back as one."""


@dataclass(slots=True)
class Change:
    """A setting that was changed here; `at` in seconds of a steady clock."""

    key: str
    old: str
    new: str
    at: float


class Keeping(QObject):
    """Signals: `changed(key, value)` after the commit; `looked(values)` whenever the values in force are known anew."""

    changed = Signal(str, str)
    looked = Signal(dict)

    def __init__(
        self, parts: SettingsParts, parent: QObject | None = None, *, steady: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._parts, self._steady = parts, steady
        self.values: dict[str, str] = {}
        self.names: dict[str, dict[str, str]] = {}
        self._changes: list[Change] = []
        self._writing = 0
        for section in parts.view.sections.values():
            section.setting_changed.connect(self.set)
        parts.view.header.undo_requested.connect(self.undo)

    def look(self) -> None:
        """Read every setting again: the command line or another window may have changed one."""
        all_of = self._parts.services.settings.all
        read: Callable[[], dict[str, str]] = lambda: {s.key: value for s, value in all_of()}  # noqa: E731
        self._parts.asking.run(read, done=self._on_read, failed=self._parts.trouble)

    def set(self, key: str, value: str) -> None:
        """Change a setting; it is shown as changed once it is stored."""
        if self.values.get(key) == value:
            # What was refused before may stand in a field still.
            self._show()
            return
        self._write(key, value, partial(self._on_set, Change(key, self.values.get(key, ""), value, self._steady())))

    def undo(self) -> None:
        """Take the last change back."""
        if self._changes and not self._writing:
            last = self._changes[-1]
            self._write(last.key, last.old, partial(self._on_undone, last))

    def know(self, key: str, names: dict[str, str]) -> None:
        """How the values of a setting are called that only this desk knows, such as its doors."""
        self.names[key] = {**self.names.get(key, {}), **names}
        self._show_undo()

    @property
    def last(self) -> str:
        """What undo would take back, in words; "" when nothing."""
        if not self._changes:
            return ""
        change = self._changes[-1]
        known = self.names.get(change.key)
        return self.tr("{what} {old} → {new}").format(
            what=name_of(change.key), old=value_words(change.key, change.old, known),
            new=value_words(change.key, change.new, known),
        )  # fmt: skip

    def _write(self, key: str, value: str, then: Callable[[], None]) -> None:
        self._writing += 1
        self._parts.acting.run(
            partial(self._parts.services.settings.set, key, value),
            lambda _setting: self._on_written(key, value, then),
            lambda error: self._on_refused(key, error),
        )

    def _on_written(self, key: str, value: str, then: Callable[[], None]) -> None:
        self._writing -= 1
        self.values[key] = value
        then()
        self._show()
        self.changed.emit(key, value)
        self.looked.emit(dict(self.values))

    def _on_refused(self, key: str, error: CheckinError) -> None:
        self._writing -= 1
        self._show()
        for section in self._parts.view.sections.values():
            section.set_fault(key, f"{error.sentence} {error.advice}")

    def _on_set(self, change: Change) -> None:
        last = self._changes[-1] if self._changes else None
        if last is not None and last.key == change.key and change.at - last.at <= ONE_GO_S:
            last.new, last.at = change.new, change.at
            if last.old == last.new:
                self._changes.pop()
            return
        self._changes.append(change)

    def _on_undone(self, change: Change) -> None:
        if change in self._changes:
            self._changes.remove(change)

    def _on_read(self, values: dict[str, str]) -> None:
        if self._writing:
            return
        self.values = values
        self._show()
        self.looked.emit(dict(values))

    def _show(self) -> None:
        self._parts.view.fill(self.values)
        self._show_undo()

    def _show_undo(self) -> None:
        self._parts.view.header.set_undo(self.last)
