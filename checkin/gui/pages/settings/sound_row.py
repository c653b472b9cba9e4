"""The sound of one family of answers: its shape, what it says, its rhythm in words, and a button to hear it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.outcome import Family
from checkin.gui import fonts
from checkin.gui.theme import theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.verdict_shape import VerdictShape
from checkin.gui.zooming import room

_T = QT_TRANSLATE_NOOP
_WORDS: dict[Family, tuple[str, Any, Any]] = {
    Family.GO: ("check", _T("SoundRow", "Admitted, back in"), _T("SoundRow", "Two rising notes")),
    Family.OUT: ("log-out", _T("SoundRow", "Left"), _T("SoundRow", "One note")),
    Family.ALREADY: ("history", _T("SoundRow", "Already in"), _T("SoundRow", "Two equal quick notes")),
    Family.HOLD: ("banknote", _T("SoundRow", "Not yet"), _T("SoundRow", "Two falling slow notes")),
    Family.STOP: ("x", _T("SoundRow", "Stop"), _T("SoundRow", "Three low pulses")),
    Family.LOOK: ("search-x", _T("SoundRow", "Who is it"), _T("SoundRow", "One gliding upward")),
}


class SoundRow(QWidget):
    """`button` plays the sound; whoever owns the row connects it."""

    def __init__(self, family: Family) -> None:
        super().__init__()
        icon, what, notes = _WORDS[family]
        word, sound = (QCoreApplication.translate("SoundRow", text) for text in (what, notes))
        self.button = Button(self.tr("Play"), "play", "", Kind.LINK)
        self.button.set_words(self.tr("Play"), name=self.tr("Play the sound of: {what}").format(what=word))
        words = QVBoxLayout()
        room(words, (0, 0, 0, 0), 0)
        words.addStretch(1)
        words.addWidget(Paragraph(word, fonts.font(15, 600), "text"))
        words.addWidget(Paragraph(sound))
        words.addStretch(1)
        row = QHBoxLayout(self)
        room(row, (0, 6, 0, 6), 16)
        row.addWidget(VerdictShape(family, icon, 28))
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), theme().border, theme().color("border"))
