"""Somebody who is not on the list: five fields, two needed, and who may be the same person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from checkin.domain.people import WalkIn
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.newcomer_panel import NewcomerPanel, Places
from checkin.gui.pages.desk.twins_panel import TwinsPanel
from checkin.gui.widgets.choice_bar import ChoiceBar
from checkin.gui.widgets.field import Field

_PLACES: Places = ((0, 0, 3), (0, 3, 3), (1, 0, 2), (1, 2, 2), (1, 4, 2))
"""Two rows, so that whoever may be the same person is in sight below them however many categories follow."""


class WalkInView(NewcomerPanel):
    """The form for a walk-in; its signals are those of every form for somebody new."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", act("add_check_in"), TwinsPanel(), parent)
        self.set_title(
            self.tr("New walk-in"), self.tr("Only the two names are needed. Badge and list are ready at once.")
        )
        self.organisation, self.city = Field(self.tr("Organisation")), Field(self.tr("City"))
        self.category = ChoiceBar(self.tr("Category"))
        self.category.hide()
        fields = (self.given, self.family, self.organisation, self.city, self.email)
        self.build(fields, (self.twins, self.category))
        self.category.choice_changed.connect(lambda _text: self.changed.emit(self.value()))
        self.set_metrics(NORMAL)

    def set_categories(self, categories: Sequence[str], chosen: str = "") -> None:
        """Categories to choose from; none hides the choice."""
        self.category.set_choices(categories, chosen)
        self.category.setVisible(bool(categories))

    def value(self) -> WalkIn:
        """What is typed now."""
        given, family, organisation, city, email = (field.value for field in self._fields)
        return WalkIn(given, family, email, organisation, city, category=self.category.chosen)

    def named(self) -> dict[str, Field]:
        """The fields by their names in WalkIn."""
        return {**super().named(), "organisation": self.organisation, "city": self.city}

    def needs_names(self) -> str:
        """The sentence about a name that is missing."""
        return self.tr("A walk-in needs both names.")

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        super().set_metrics(metrics)
        self.arrange(_PLACES)
