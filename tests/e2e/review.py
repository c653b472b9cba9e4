"""What the review's tests do again and again: cards opened, forms opened and half typed, settings in force."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from checkin.domain.people import Person, Status
from tests.e2e.driver import Driver

ALONE_MS = 350
"""So long nothing may happen where nothing is to happen: several times what an act takes here."""


def confirmed(d: Driver, nth: int = 11) -> Person:
    """Somebody who may go in and is not."""
    return d.with_status(Status.CONFIRMED, nth)


def open_card(d: Driver, person: Person) -> None:
    """Somebody picked: their card stands there, Enter means its verb."""
    d.page.finding.open(person.attendee)
    d.wait_name(person.name)
    d.wait(lambda: d.page.finding.armed)
    d.left.search.setFocus()


def set_to(d: Driver, key: str, value: str, holds: Callable[[], object]) -> None:
    """A setting is changed, and the window has heard of it."""
    d.services.settings.set(key, value)
    d.page.refresh()
    d.wait(holds)


def nothing_more(d: Driver, count: int = 0) -> None:
    """Wait, and hold that no further scan or check-in was judged."""
    QTest.qWait(ALONE_MS)
    assert [r.name for r in d.judged[count:]] == []


def _by_key(page: str, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Callable[..., None]:
    def opened(d: Driver, person: Person) -> None:
        open_card(d, person)
        d.key(key, held)
        d.wait_page(page)

    return opened


def _walk_in(d: Driver, _person: Person) -> None:
    d.key(Qt.Key.Key_F4)
    d.wait_page("walk_in")


def _same_person(d: Driver, person: Person) -> None:
    other = next(p for nth in range(20, 40) if (p := confirmed(d, nth)).name.isascii() and p.family != person.family)
    open_card(d, person)
    d.ctrl(Qt.Key.Key_M)
    d.wait(lambda: d.page.person_acts.joining.first is not None and d.cards.page == "ready")
    open_card(d, other)
    d.enter()
    d.wait_page("same_person")


def _help(d: Driver, _person: Person) -> None:
    d.key(Qt.Key.Key_F1)
    d.wait_page("help")


CTRL = Qt.KeyboardModifier.ControlModifier
FORMS: dict[str, Callable[[Driver, Person], None]] = {
    "walk_in": _walk_in, "correct": _by_key("correct", Qt.Key.Key_F2), "group": _by_key("group", Qt.Key.Key_F6),
    "instead_of": _by_key("instead_of", Qt.Key.Key_I, CTRL), "note": _by_key("note", Qt.Key.Key_N, CTRL),
    "same_person": _same_person, "help": _help,
}  # fmt: skip
"""Opens each form: for a person, where it is about one."""


def field_of(d: Driver, form: str) -> QLineEdit | None:
    """The form's field where the cursor is, None for a form without fields."""
    fields = {
        "walk_in": d.cards.walk_in.given.edit, "instead_of": d.cards.instead_of.given.edit,
        "correct": d.cards.correct.fields["given"].edit, "note": d.cards.note.text.edit,
    }  # fmt: skip
    return fields.get(form)


def text_of(d: Driver, form: str) -> str:
    """What stands in that field."""
    field = field_of(d, form)
    if field is None:
        return ""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
