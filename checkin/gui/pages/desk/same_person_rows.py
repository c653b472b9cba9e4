"""Two registrations line by line: what each of them says, and where they differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from checkin.domain.names import fold
from checkin.domain.people import Card
from checkin.gui.pages.desk.person_words import badge_words
from checkin.gui.words import place, presence_chip, status_chip

_translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PairRow:
    """One line: what it is about, and what each registration says."""

    label: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        """True when the two say something else; letters' case and accents count as the same."""
        return fold(self.one) != fold(self.other)


def pair_rows(one: Card, other: Card) -> list[PairRow]:
    """The lines that at least one of the two says something in."""
    asked: tuple[tuple[str, Callable[[Card], str]], ...] = (
        (_translate("same_person", "Name"), lambda card: card.person.name),
        (_translate("same_person", "Organisation"), lambda card: card.person.organisation),
        (_translate("same_person", "City"), lambda card: place(card.person)),
        (_translate("same_person", "E-mail"), lambda card: card.email),
        (_translate("same_person", "Category"), lambda card: card.person.category),
        (_translate("same_person", "Status"), lambda card: status_chip(card.person.status)[0]),
        (_translate("same_person", "Order"), lambda card: card.order),
        (_translate("same_person", "Bookings"), lambda card: str(len(card.bookings))),
        (_translate("same_person", "In or not"), lambda card: presence_chip(card.person)[0]),
        (_translate("same_person", "Badge"), badge_words),
    )
    rows = [PairRow(label, read(one), read(other)) for label, read in asked]
    return [row for row in rows if row.one or row.other]
