"""Pictures of the acts on people: `python -m tests.gui.gallery_people OUTDIR [NAME…]`, offscreen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.domain.people import BadgeState, Booking, Card, Companions, Note, Notice, Person, Presence, Status
from checkin.gui.pages.desk.acts import act
from checkin.gui.theme import theme
from tests.gui import people
from tests.gui.skeleton import Skeleton

AOIFE = people.AOIFE
LONG = people.person(
    "Maria-Magdalena Konstantinopolou-Papadimitriou von und zu Hohenstein-Wittelsbach de la Fuente y Velázquez",
    "", "", "", category="", badge=BadgeState.OWED,
)  # fmt: skip
STEFAN = people.person("Ştefan Țurcanu", "Primăria Timișoara", status=Status.UNPAID)
LUKASZ = people.person("Łukasz Wiśniewski", "Fundacja Wspólne Podwórko", "Gdańsk", badge=BadgeState.NONE)
SOREN = people.person("Søren Mølgaard", "Københavns Kommune", "Copenhagen", badge=BadgeState.NONE)
FOUR = (replace(AOIFE, badge=BadgeState.NONE), LUKASZ, SOREN, STEFAN)
COLLEAGUES = (
    FOUR[0],
    people.person("Niamh Byrne", AOIFE.organisation, presence=Presence.IN),
    people.person("Conor Doyle", AOIFE.organisation, status=Status.CANCELLED),
    people.person("Saoirse Kelly", AOIFE.organisation, badge=BadgeState.NONE),
    people.person("Oisín Murphy", AOIFE.organisation, status=Status.WAITLISTED),
    people.person("Ciarán Walsh", AOIFE.organisation, badge=BadgeState.NONE),
)  # fmt: skip
GROUP = Companions(FOUR, COLLEAGUES)
THIRTY = tuple(
    people.person(f"{name} {family}", "Dublin City Council", "Dublin", badge=BadgeState.NONE)
    for name in ("Ana", "Bríd", "Cian", "Deirdre", "Éamon")
    for family in ("Byrne", "Daly", "Egan", "Flynn", "Quinn", "Ó Sé")
)  # fmt: skip
MESSAGE = Note("m1", "Your speaker's folder lies at the press desk.", people.at(8, 5), "Callum Reid", at_scan=True)
SECOND = Note("m2", "Call the office before 10.", people.at(8, 40), "Ailsa Drummond", at_scan=True)
TOLD = Note("m3", "The taxi for 17:00 is booked.", people.at(8, 1), "Callum Reid", at_scan=True, delivered=True)
PLAIN = Note("n1", "Speaks at 11:15; wants to see the room before.", people.at(8, 2), "Callum Reid")
NOTES = (MESSAGE, PLAIN, TOLD, SECOND)
CATEGORIES = ("Practitioner", "Policy-maker", "Change maker", "Speaker")
FULL = Card(
    AOIFE, (people.STEP_FREE, Notice("photo", "No photos", "Give the lanyard that says no photos."),
            Notice("message", "Tell them", MESSAGE.text, True), Notice("entitlement", "Dinner", "Give the card.")),
    people.BOOKINGS, "aoife@example.org", "+353 1 222 2222", "SIL-2F8KD", {"Dinner": "Tuesday, vegetarian"},
    (MESSAGE, PLAIN), people.ENTRIES[:3], photo="no", badge_place="box 2, no. 117", same_order=4,
)  # fmt: skip
OTHER = Card(
    people.person("Aoife Ni Bhraonain", "Dublin City Council", "Dublin", "Ireland", Status.UNPAID,
                  badge=BadgeState.NONE),
    (), people.BOOKINGS[:1], "aoife@example.org", "", "SIL-9QW2T",
)  # fmt: skip


def shut(person: Person) -> str:
    """Why somebody cannot go in, as the controller says it."""
    return {
        Status.UNPAID: "Not paid yet. Send them to the pay desk; once it is paid there, check them in.",
        Status.CANCELLED: "The registration was cancelled.",
        Status.WAITLISTED: "They are on the waiting list. Ask them to wait until a place is free.",
    }.get(person.status, "")


def group(w: Skeleton) -> None:
    w.desk.cards.group.show_group(GROUP, AOIFE.attendee, "SIL-2F8KD", prints=True, shut=shut)
    w.desk.cards.show_page("group")
    w.desk.cards.group.setFocus()


def group_organisation(w: Skeleton) -> None:
    group(w)
    w.desk.cards.choose(2)


def group_nobody(w: Skeleton) -> None:
    group(w)
    w.desk.cards.group.tick_none()


def group_thirty(w: Skeleton) -> None:
    alone = Companions(THIRTY[:1], THIRTY)
    w.desk.cards.group.show_group(alone, THIRTY[0].attendee, "", prints=True, shut=shut)
    w.desk.cards.show_page("group")
    w.desk.cards.group.tick_all()


def correct(w: Skeleton) -> None:
    w.desk.cards.show_page("correct")
    view = w.desk.cards.correct
    view.begin(FULL, CATEGORIES, prints=True, contacts=True)
    view.fields["family"].edit.setText("")
    view.fields["family"].edit.insert("Ní Bhraonáin")
    view.fields["phone"].edit.end(False)
    view.fields["phone"].edit.insert(" 3")
    view.fields["family"].edit.textEdited.emit("Ní Bhraonáin")
    view.fields["phone"].edit.textEdited.emit("")
    view.choice._row.buttons[3].click()


def correct_plain(w: Skeleton) -> None:
    w.desk.cards.show_page("correct")
    w.desk.cards.correct.begin(Card(LUKASZ), (), prints=False, contacts=False)


def correct_fault(w: Skeleton) -> None:
    w.desk.cards.show_page("correct")
    view = w.desk.cards.correct
    view.begin(FULL, CATEGORIES, prints=True, contacts=True)
    view.fields["email"].edit.setText("aoife@@example.org")
    view.fields["email"].edit.textEdited.emit("")
    view.set_fault("email", "An e-mail has one @ sign.")


def instead_of(w: Skeleton) -> None:
    view = w.desk.cards.instead_of
    view.set_acts(act("put_in_print"), (act("put_in_only"),))
    w.desk.cards.show_page("instead_of")
    view.for_card(FULL, "Marta", "Angstrom")
    view.set_twins((people.MARTA,))


def instead_of_long(w: Skeleton) -> None:
    view = w.desk.cards.instead_of
    w.desk.cards.show_page("instead_of")
    view.for_card(Card(LONG))
    view.request("put_in")


def note(w: Skeleton) -> None:
    w.desk.cards.show_page("note")
    w.desk.cards.note.begin(replace(FULL, notes=NOTES))
    w.desk.cards.note.text.edit.insertPlainText("Her colleague waits at the café.\nTell her first.")
    w.desk.cards.choose(2)


def note_empty(w: Skeleton) -> None:
    w.desk.cards.show_page("note")
    w.desk.cards.note.begin(Card(LUKASZ))


def same_person(w: Skeleton) -> None:
    w.desk.cards.same_person.show_pair(FULL, OTHER)
    w.desk.cards.show_page("same_person")


def card_full(w: Skeleton) -> None:
    w.show_card(FULL)


def card_swapped(w: Skeleton) -> None:
    w.show_card(replace(FULL, notes=(), notices=(), photo="yes", instead_of=people.MARTA, badge_place=""))


def card_crowded(w: Skeleton) -> None:
    bookings = tuple(Booking(f"d{n}", f"Workshop {n}: Housing that pays in work", people.at(9 + n, 0), "booked")
                     for n in range(8))  # fmt: skip
    notices = tuple(Notice("list", f"Notice {n}", "Somebody must do something about this now.", n < 3)
                    for n in range(12))  # fmt: skip
    crowded = Card(LONG, notices, bookings, order="SIL-2F8KD", notes=NOTES, entries=people.ENTRIES,
                   replaced_by=people.MARTA)  # fmt: skip
    w.show_card(crowded)


SCENES: dict[str, Callable[[Skeleton], None]] = {
    scene.__name__: scene
    for scene in (
        group, group_organisation, group_nobody, group_thirty, correct, correct_plain, correct_fault, instead_of,
        instead_of_long, note, note_empty, same_person, card_full, card_swapped, card_crowded,
    )
}  # fmt: skip


def picture(name: str, mode: str, width: int, height: int, folder: Path) -> None:
    """Save one scene in one mode and size."""
    window = Skeleton()
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    window.resize(width, height)
    window.show()
    SCENES[name](window)
    QTest.qWait(220)
    window.grab().save(str(folder / f"{name}-{mode}-{width}x{height}.png"))
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    theme().apply_to(QApplication([]))
    for name in sys.argv[2:] or list(SCENES):
        for mode, *size in (
            ("light", 1280, 800), ("light", 1024, 600), ("light", 640, 400), ("dark", 1280, 800), ("dark", 1024, 600),
            ("high-contrast", 1280, 800),
        ):  # fmt: skip
            if theme().mode != mode:
                theme().set_mode(mode)
            picture(name, mode, *size, folder)


if __name__ == "__main__":
    main()
