"""Event and lists on the Settings page: looked at whenever something changed; an event file loaded on demand."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from checkin.domain.days import event_day, zone_of
from checkin.domain.programme import MAIN_DOOR, Programme
from checkin.gui.control.settings.keeping import Keeping
from checkin.gui.control.settings.parts import SettingsParts
from checkin.gui.control.settings.telling_event import event_facts, list_lines
from checkin.services.event_file import EventFileService
from checkin.services.lists_known import ListsKnown, ListsKnownService


class Overseeing(QObject):
    """Signals: `event_loaded()` when an event file changed something."""

    event_loaded = Signal()

    def __init__(self, parts: SettingsParts, keeping: Keeping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._keeping = parts, keeping
        self._lists = ListsKnownService(parts.services.desk)
        self._files = EventFileService(parts.services.desk)

    def look(self) -> None:
        """Look at event and lists again."""
        self._parts.asking.run(self._read, done=self._show, failed=self._parts.trouble)

    def load_event(self) -> None:
        """Ask for an event file and take it: what it has no more is removed, what it has new is added."""
        path = self._parts.dialogs.choose_event()
        if path:
            self._parts.acting.run(partial(self._files.load, Path(path), None), self._on_loaded)

    def _read(self) -> tuple[Programme | None, date, ListsKnown]:
        services = self._parts.services
        programme = services.programmes.show() if services.desk.has_event else None
        now = services.desk.now()
        today = now.date()
        if programme is not None:
            today = event_day(now, zone_of(programme.event.timezone), programme.event.day_starts)
        return programme, today, self._lists.all()

    def _show(self, found: tuple[Programme | None, date, ListsKnown]) -> None:
        programme, today, known = found
        view = self._parts.view
        view.event_section.show_event(event_facts(programme, today) if programme is not None else None)
        if programme is not None:
            names = {door.id: door.name for door in programme.doors}
            self._keeping.know("desk.door", {"": names.get(MAIN_DOOR, ""), **names})
        people = self.tr("{n} people are on the list, walk-ins among them.").format(n=known.people)
        view.list_section.show_lists(list_lines(known.lists), people if known.people else "")

    def _on_loaded(self, _entry: str | None) -> None:
        self.look()
        self.event_loaded.emit()
