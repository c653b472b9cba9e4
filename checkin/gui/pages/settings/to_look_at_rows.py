"""The rows of what waits for a decision: facts that contradict each other, and pairs that may be one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.pages.conflict_shown import ConflictShown
from checkin.gui.pages.desk.conflict_strip import decisions
from checkin.gui.theme import theme
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.act_bar import said_about
from checkin.gui.widgets.beside_layout import BesideLayout
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.zooming import room

ONE, TWO = "one", "two"
"""What somebody says about a pair."""


@dataclass(frozen=True, slots=True)
class SideTold:
    """One registration of a pair: its name, and the lines below it."""

    attendee: str
    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PairTold:
    """Two registrations that may be one person. `why` is what they share, as a sentence."""

    id: str
    one: SideTold
    other: SideTold
    why: str


class Row(QWidget):
    """A hairline parts it from the row above. `buttons` are those of its acts, by what they say.

    Signals: `decided(id, what)`; `person_requested(attendee)` for somebody's card.
    """

    decided = Signal(str, str)
    person_requested = Signal(str)

    def __init__(self, id_: str, about: str) -> None:
        super().__init__()
        self._id, self._about = id_, about
        self.buttons: dict[str, Button] = {}
        self.shows: list[Button] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def take_focus(self) -> None:
        """The cursor goes to what only shows somebody: a key that is still held must not decide."""
        self.shows[0].setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), theme().border, theme().color("border"))

    def _person(self, attendee: str, name: str, lines: Sequence[str]) -> QWidget:
        """Somebody, what is said about them, and the way to their card."""
        made = QWidget()
        column = QVBoxLayout(made)
        room(column, (0, 0, 0, 0), 2)
        column.addWidget(Paragraph(name, fonts.font(16, 600), "text"))
        for line in lines:
            column.addWidget(Paragraph(line))
        show = Button(_say("Show person"), "user-round", "", Kind.LINK)
        show.set_name(said_about(show.words, name))
        show.clicked.connect(lambda: self.person_requested.emit(attendee))
        self.shows.append(show)
        column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return made

    def _decisions(self, acts: Sequence[Act]) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        room(line, (0, 0, 0, 0), 8)
        for act in acts:
            button = self.buttons[act.id] = Button(act.text, act.icon)
            button.set_name(said_about(act.text, self._about))
            button.clicked.connect(lambda _on=False, what=act.id: self.decided.emit(self._id, what))
            line.addWidget(button)
        line.addStretch(1)
        return made


class ConflictRow(Row):
    """Whom it is about, what each side says, and what can be said about it."""

    def __init__(self, told: ConflictShown) -> None:
        super().__init__(told.id, _say("{name}, {what}").format(name=told.name, what=told.title))
        self.told = told
        box = BesideLayout(self)
        room(box, (0, 10, 0, 4))
        sentence = _say("{what}. {sentence}").format(what=told.title, sentence=told.sentence)
        box.addWidget(self._person(told.attendee, told.name, (sentence,)))
        box.addWidget(self._decisions(decisions(told)))


class PairRow(Row):
    """Both registrations side by side. `decided(id, "one" | "two")`."""

    def __init__(self, told: PairTold) -> None:
        super().__init__(told.id, _say("{one} and {other}").format(one=told.one.name, other=told.other.name))
        self.told = told
        column = QVBoxLayout(self)
        room(column, (0, 10, 0, 10), 8)
        column.addWidget(Paragraph(told.why))
        sides = QHBoxLayout()
        room(sides, (0, 0, 0, 0), 16)
        for side in (told.one, told.other):
            sides.addWidget(self._person(side.attendee, side.name, side.lines), 1)
        column.addLayout(sides)
        acts = Act(ONE, _say("One person"), "merge"), Act(TWO, _say("Two people"), "users-round")
        column.addWidget(self._decisions(acts))


def _say(text: str) -> str:
    return QCoreApplication.translate("to_look_at", text)
