"""Settings, Event: what the event is, what this desk is called, the door it admits at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.pages.settings.card import SettingsCard
from checkin.gui.pages.settings.section import Section
from checkin.gui.pages.settings.setting_words import name_of
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.line import Line
from checkin.gui.widgets.line_field import LineField
from checkin.gui.widgets.line_row import LineRow
from checkin.gui.widgets.option_list import OptionList
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.segments import Segments
from checkin.gui.widgets.setting_row import SettingRow
from checkin.gui.zooming import room


@dataclass(frozen=True, slots=True)
class DoorLine:
    """A door as a row, and the day it belongs to ("" for one that is open on every day)."""

    door: str
    day: str
    line: Line


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What the page tells of the event. `days` are pairs of a day and its words; `sentences` of a verdict's word and
    what it says; `today` is the day whose doors are shown first.
    """

    title: str
    about: str
    notice: str
    rooms: tuple[Line, ...]
    doors: tuple[DoorLine, ...]
    days: tuple[tuple[str, str], ...]
    today: str
    sentences: tuple[tuple[str, str], ...]


class EventSection(Section):
    """Shows what the event's file says; name and door of the desk can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(self.tr("Event"), self.tr("What stands in the event's file shows on every desk."))
        self._facts: EventFacts | None = None
        self._door = ""
        self.event_card = self.add_card(SettingsCard(self.tr("No event yet"), self.tr("Bring in a list, or load one.")))
        desk = self.add_card(SettingsCard())
        self.name = LineField(name_of("desk.name"))
        self.add_setting(desk, "desk.name", self.name, True)
        self.doors_card = self.add_card(
            SettingsCard(self.tr("Doors"), self.tr("This desk admits at the door that is ticked."))
        )
        self.days = Segments(self.tr("Day"))
        self.doors = OptionList(self.tr("Door that this desk admits at"))
        box = QVBoxLayout()
        room(box, (0, 4, 0, 0), 8)
        box.addWidget(self.days)
        box.addWidget(self.doors)
        self.settings["desk.door"] = SettingRow("", "", self.doors, True)
        self.doors_card.rows.addLayout(box)
        self.doors_card.rows.addWidget(self.settings["desk.door"])
        self.rooms_card = self.add_card(SettingsCard(self.tr("Rooms")))
        self.sentences_card = self.add_card(
            SettingsCard(self.tr("What this event says itself"), self.tr("Way-out sentences set in the event's file."))
        )
        self.days.chosen_changed.connect(self._show_doors)
        self.doors.chosen_changed.connect(lambda door: self.setting_changed.emit("desk.door", door))
        self.name.entered.connect(lambda name: self.setting_changed.emit("desk.name", name))
        self._show_parts()

    def acts(self) -> Sequence[Act]:
        return (Act("load_event", self.tr("Load an event file"), "file-up"),)

    def show_event(self, facts: EventFacts | None) -> None:
        """Show the event; None before there is one."""
        if facts == self._facts:
            return
        self._facts = facts
        if facts is not None:
            self.event_card.title.set_text(facts.title)
            self.event_card.set_about("\n".join(part for part in (facts.about, facts.notice) if part))
            if self.days.values != [day for day, _ in facts.days]:
                self.days.set_choices(facts.days)
                self.days.set_chosen(facts.today)
            _refill(self.rooms_card, [LineRow(line) for line in facts.rooms])
            _refill(self.sentences_card, [_sentence(word, told) for word, told in facts.sentences])
        self._show_parts()
        self._show_doors()

    def fill(self, values: Mapping[str, str]) -> None:
        super().fill(values)
        self._door = values.get("desk.door", "")
        self.name.set_value(values.get("desk.name", ""))
        self.name.set_fault(False)
        self._show_doors()

    def set_fault(self, key: str, sentence: str) -> None:
        if key == "desk.name":
            self.name.set_fault(bool(sentence))
        super().set_fault(key, sentence)

    def _show_parts(self) -> None:
        facts = self._facts
        self.doors_card.setVisible(facts is not None)
        self.rooms_card.setVisible(bool(facts and facts.rooms))
        self.sentences_card.setVisible(bool(facts and facts.sentences))
        self.days.setVisible(bool(facts and len(facts.days) > 1))
        self.name.setEnabled(facts is not None)

    def _show_doors(self) -> None:
        if self._facts is None:
            return
        day = self.days.chosen
        # The door in force is always in sight, whatever day is shown.
        shown = [d for d in self._facts.doors if d.day in ("", day) or d.door == self._door]
        chosen = self._door or (shown[0].door if shown else "")
        self.doors.set_options([(d.door, d.line) for d in shown], chosen)


def _refill(card: SettingsCard, parts: Sequence[QWidget]) -> None:
    while (item := card.rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for part in parts:
        card.rows.addWidget(part)
        part.show()


def _sentence(word: str, told: str) -> QWidget:
    """A verdict's word and the event's own sentence, whole."""
    made = QWidget()
    rows = QVBoxLayout(made)
    room(rows, (0, 6, 0, 6), 2)
    rows.addWidget(Paragraph(word, fonts.font(15, 600), "text"))
    rows.addWidget(Paragraph(told))
    return made
