"""Settings, Look and sound: what this desk looks and sounds like, and how it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.outcome import Family
from checkin.gui.pages.settings.card import SettingsCard
from checkin.gui.pages.settings.section import Section
from checkin.gui.pages.settings.setting_words import name_of
from checkin.gui.pages.settings.sound_row import SoundRow
from checkin.gui.widgets.segments import Segments
from checkin.gui.widgets.slider import NumberSlider
from checkin.gui.widgets.told_box import ToldBox


class LookSection(Section):
    """`sound_requested(family)` when a sound is to be tried."""

    sound_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_head(self.tr("Look and sound"), self.tr("For this desk only. Saved as you change it."))
        look = self.add_card(SettingsCard())
        for place, key in enumerate(("look.theme", "look.zoom", "look.motion", "desk.verdict_stays")):
            self.add_choice(look, key, place == 0)
        self.language = Segments(name_of("look.language"))
        self.language.chosen_changed.connect(lambda value: self.setting_changed.emit("look.language", value))
        self.add_setting(look, "look.language", self.language)
        answers = self.add_card(SettingsCard())
        self.add_choice(answers, "desk.confirm", True)
        self.add_choice(answers, "desk.faces_people")
        self._add_sounds()

    def set_languages(self, languages: Sequence[tuple[str, str]]) -> None:
        """Offer these languages by id and own name, and the computer's."""
        chosen = self.language.chosen
        self.language.set_choices([("system", self.tr("Like the computer")), *languages])
        self.language.set_chosen(chosen)

    def set_audible(self, audible: bool) -> None:
        """Whether this computer can play a sound at all."""
        self.silent.setVisible(not audible)

    def fill(self, values: Mapping[str, str]) -> None:
        super().fill(values)
        if values.get("sound.volume", "").isdigit():
            self.volume.set_value(int(values["sound.volume"]))

    def _add_sounds(self) -> None:
        card = self.add_card(
            SettingsCard(self.tr("Sounds"), self.tr("One for each family of answers: each can be told by its rhythm."))
        )
        self.silent = ToldBox()
        self.silent.set_words(
            "volume-x", self.tr("No sound device was found"), self.tr("Verdicts are seen all the same."), "hold"
        )
        self.silent.hide()
        card.rows.addWidget(self.silent)
        self.add_choice(card, "sound.on", True)
        self.volume = NumberSlider(name_of("sound.volume"))
        self.volume.value_changed.connect(lambda n: self.setting_changed.emit("sound.volume", str(n)))
        self.add_setting(card, "sound.volume", self.volume)
        self.sounds = {family: SoundRow(family) for family in Family}
        for family, row in self.sounds.items():
            row.button.clicked.connect(lambda _on=False, family=family: self.sound_requested.emit(family.value))
            card.rows.addWidget(row)
