"""What goes over to whoever comes instead of somebody, and what stays with the first person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from checkin.domain.people import BadgeState, Card
from checkin.gui import fonts
from checkin.gui.theme import theme
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.paragraph import Paragraph
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room

_translate = QCoreApplication.translate


def passes_on(card: Card) -> list[str]:
    """In words, what of this registration the newcomer takes over."""
    person, count = card.person, len(card.bookings)
    one = _translate("passes_on", "1 booking")
    bookings = one if count == 1 else _translate("passes_on", "%n bookings", "", count)
    add_ons = any(notice.kind == "entitlement" for notice in card.notices)
    return [
        _translate("passes_on", "registration"),
        *([_translate("passes_on", "category")] if person.category else []),
        *([bookings] if count else []),
        *([_translate("passes_on", "add-ons")] if add_ons else []),
        *([_translate("passes_on", "organisation")] if person.organisation else []),
    ]


def stays() -> list[str]:
    """In words, what stays with the first person, whether or not it is known of them."""
    return [
        _translate("passes_on", "e-mail"),
        _translate("passes_on", "phone"),
        _translate("passes_on", "needs"),
        _translate("passes_on", "diet"),
        _translate("passes_on", "photo consent"),
        _translate("passes_on", "notes"),
    ]


def badge_to_keep(card: Card) -> str:
    """What to do with the first person's badge, whose code dies; "" when there is none."""
    name, place = card.person.name, card.badge_place
    lies = _translate("passes_on", "Keep the pre-printed badge of {name}: it opens nothing any more.")
    if place:
        lies = _translate("passes_on", "Keep the badge in {place}: it opens nothing any more.")
    words = {
        BadgeState.PRE_PRINTED: lies,
        BadgeState.PRINTED: _translate("passes_on", "Keep the printed badge of {name}: it opens nothing any more."),
        BadgeState.KEPT: _translate("passes_on", "Leave the badge of {name} here: it opens nothing any more."),
        BadgeState.HANDED_OVER: _translate("passes_on", "{name} has a badge: it opens nothing any more."),
    }.get(card.person.badge, "")
    return words.format(name=name, place=place)


class PassesOn(QWidget):
    """One calm block of two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = [Text("", fonts.font(15, 600)) for _ in range(2)]
        self._lists = [Paragraph("", fonts.font(15, 400)) for _ in range(2)]
        grid = QGridLayout(self)
        room(grid, (16, 12, 16, 12), 8)
        grid.setColumnStretch(2, 1)
        for row, icon in enumerate(("arrow-left-right", "user-round")):
            for column, part in enumerate((Icon(icon), self._heads[row], self._lists[row])):
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_card(self, card: Card) -> None:
        """Tell it for this person."""
        name = card.person.given or card.person.name
        self._say(0, self.tr("Passes on"), passes_on(card))
        self._say(1, self.tr("Stays with {name}").format(name=name), stays())

    def _say(self, row: int, head: str, things: Sequence[str]) -> None:
        self._heads[row].set_text(head)
        self._lists[row].set_text(", ".join(things))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = theme().color("border") if theme().stark else None
        box(painter, QRectF(self.rect()), theme().color("sunken"), outline, theme().radius("control"), theme().line(2))
