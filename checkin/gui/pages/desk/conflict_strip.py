"""Facts about the person that contradict each other, with the buttons that decide."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from checkin.gui import fonts
from checkin.gui.pages.conflict_shown import OURS, SEEN, THEIRS, ConflictShown
from checkin.gui.theme import px, theme
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.act_bar import said_about
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.notice_strip import NoticeStrip
from checkin.gui.widgets.text_lines import break_lines, clipped

_BUTTON, _GAP, _MOST = 40, 8, 3
_LEAST_WORDS = 240
"""Less room than that beside the buttons, and they stand below the words."""


class ConflictStrip(NoticeStrip):
    """`decided(id, what)`: "ours", "theirs" or "seen"."""

    decided = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.buttons: dict[str, Button] = {}
        self._told: ConflictShown | None = None
        super().__init__(parent)
        for what in (OURS, THEIRS, SEEN):
            button = self.buttons[what] = Button(kind=Kind.SECONDARY, height=_BUTTON, parent=self)
            button.clicked.connect(lambda _on=False, what=what: self._decide(what))

    def show_conflict(self, conflict: ConflictShown) -> None:
        """Show one; what can be said about it depends on what it is."""
        self._told = conflict
        offered = {act.id: act for act in decisions(conflict)}
        for what, button in self.buttons.items():
            act = offered.get(what)
            if act is not None:
                button.set_words(act.text, act.icon, "", said_about(act.text, conflict.title))
            button.setVisible(act is not None)
        self.set_words("split", conflict.title, conflict.sentence, "hold")
        self._place()

    def heightForWidth(self, width: int) -> int:
        words = px(44) + round((len(self._lines(width)[1]) - 1) * fonts.line(self._sentence_font()))
        target = theme().target(_BUTTON)
        return max(words, target + px(8)) if self._beside(width) else words + target + px(6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _decide(self, what: str) -> None:
        if self._told is not None:
            self.decided.emit(self._told.id, what)

    def _shown(self) -> list[Button]:
        return [button for button in self.buttons.values() if not button.isHidden()]

    def _taken(self) -> int:
        """The width of the buttons with the gaps between and around them."""
        return sum(button.sizeHint().width() + px(_GAP) for button in self._shown())

    def _left(self) -> float:
        title = fonts.width(fonts.font(15, 600), self._title)
        return px(56) + (title + px(12) if self._title else 0)

    def _beside(self, width: int) -> bool:
        return width - self._left() - self._taken() >= px(_LEAST_WORDS)

    def _room(self, width: int) -> float:
        return width - self._left() - px(14) - (self._taken() if self._beside(width) else 0)

    def _broken(self, width: int) -> tuple[float, list[str]]:
        return self._left(), break_lines(self._sentence, self._sentence_font(), self._room(width))

    def _lines(self, width: int) -> tuple[float, list[str]]:
        left, lines = self._broken(width)
        return left, clipped(lines, self._sentence_font(), self._room(width), _MOST)

    def _place(self) -> None:
        target, gap = theme().target(_BUTTON), px(_GAP)
        beside = self._beside(self.width())
        left = self.width() - self._taken() if beside else px(56)
        top = (self.height() - target) // 2 if beside else self.height() - target - px(6)
        for button in self._shown():
            wide = button.sizeHint().width()
            button.setGeometry(QRect(round(left), top, wide, target))
            left += wide + gap


def decisions(conflict: ConflictShown) -> tuple[Act, ...]:
    """What can be said about a conflict: the ids are those of `decided`."""
    say = QCoreApplication.translate
    if not conflict.of_field:
        return (Act(SEEN, say("conflicts", "Seen"), "check"),)
    return Act(OURS, say("conflicts", "Keep ours")), Act(THEIRS, say("conflicts", "Take the list's"))
