"""Somebody comes instead of somebody: two names, what passes on, and what becomes of the first badge."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from checkin.domain.people import Card
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.newcomer_panel import NewcomerPanel, Places
from checkin.gui.pages.desk.passes_on import PassesOn, badge_to_keep
from checkin.gui.pages.desk.twins_panel import TwinsPanel
from checkin.gui.widgets.free_height import free_height
from checkin.gui.widgets.notice_strip import NoticeStrip

_ROOMY: Places = ((0, 0, 3), (0, 3, 3), (1, 0, 6))
_NARROW: Places = ((0, 0, 2), (0, 2, 2), (0, 4, 2))


class InsteadOfView(NewcomerPanel):
    """`for_card` begins it; its signals are those of every form for somebody new."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", act("put_in"), TwinsPanel(), parent)
        self.twins.set_meaning(self.tr("They have a registration of their own"))
        self.passes, self.keep = PassesOn(), free_height(NoticeStrip())
        self.keep.hide()
        self.build((self.given, self.family, self.email), (self.twins, self.keep, self.passes))
        self.set_acts(act("put_in"), (act("put_in_only"),))
        self.set_metrics(NORMAL)

    def for_card(self, card: Card, given: str = "", family: str = "") -> None:
        """Start a new form for whoever comes instead of this person."""
        self.set_title(
            self.tr("Instead of {name}").format(name=card.person.name),
            self.tr("The old code dies; whoever does not come stays on the list as replaced."),
        )
        self.passes.set_card(card)
        sentence = badge_to_keep(card)
        self.keep.set_words("badge-x", self.tr("Old badge"), sentence, "hold")
        self.keep.setVisible(bool(sentence))
        self.begin(given, family)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point: small windows have names and e-mail side by side."""
        super().set_metrics(metrics)
        self.arrange(_ROOMY if metrics.roomy else _NARROW)
