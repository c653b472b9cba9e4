"""What a desk does about people beside scanning, through the real window: each by its key, each told in the journal."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.domain.people import BadgeState, Person, Presence, Status
from tests.e2e.driver import Driver

CTRL = Qt.KeyboardModifier.ControlModifier


def open_card(d: Driver, person: Person) -> None:
    d.page.finding.open(person.attendee)
    d.wait_name(person.name)
    d.left.search.setFocus()


def somebody(d: Driver, nth: int = 11) -> Person:
    return d.with_status(Status.CONFIRMED, nth)


def everybody(d: Driver) -> list[Person]:
    return [somebody(d, nth) for nth in range(100)]


def printed(d: Driver, attendee: str) -> None:
    d.wait(lambda: d.card(attendee).person.badge is BadgeState.PRINTED)


def test_somebody_comes_instead(at_desk: Driver) -> None:
    d = at_desk
    first = somebody(d)
    booked = [b.door for b in d.card(first.attendee).bookings]
    open_card(d, first)
    d.ctrl(Qt.Key.Key_I)
    d.wait_page("instead_of")
    d.type("Nora")
    d.key(Qt.Key.Key_Tab)
    d.type("Quist")
    d.enter()
    d.wait_word("Admitted")
    assert d.cards.verdict.text.name == "Nora Quist"
    nora = d.named("Nora Quist")
    assert [b.door for b in d.card(nora.attendee).bookings] == booked
    assert d.card(first.attendee).replaced_by == d.card(nora.attendee).person
    d.scan(first.badge_code)
    d.wait_word("Old badge")
    assert "Nora Quist comes instead" in d.told()
    open_card(d, d.card(first.attendee).person)
    assert d.cards.person.reason.whole.startswith("Nora Quist comes instead")


def test_a_group_goes_in_by_one_act_and_out_by_one_undo(at_desk: Driver) -> None:
    d = at_desk
    leader = next(p for p in everybody(d) if p.organisation == "Volunteers of the Lab")
    companions = d.services.people.companions(leader.attendee).same_organisation
    able = [p for p in companions if p.status is Status.CONFIRMED]
    open_card(d, leader)
    d.key(Qt.Key.Key_F6)
    d.wait_page("group")
    d.wait(lambda: len(d.cards.group.list.group.people) == len(companions))
    assert d.cards.group.ticked == [leader.attendee], "people of one house rarely all stand there"
    d.ctrl(Qt.Key.Key_A)
    assert set(d.cards.group.ticked) == {p.attendee for p in able}
    d.enter()
    d.wait_word("Admitted")
    assert all(d.presence(p.attendee) is Presence.IN for p in able)
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: all(d.presence(p.attendee) is Presence.EXPECTED for p in able))


def test_a_corrected_name_is_printed_at_once_when_the_badge_is_out(at_desk: Driver) -> None:
    d = at_desk
    person = somebody(d)
    d.scan(person.badge_code)
    printed(d, person.attendee)
    jobs = len(d.services.badges.jobs())
    d.key(Qt.Key.Key_Escape)
    open_card(d, d.card(person.attendee).person)
    d.key(Qt.Key.Key_F2)
    d.wait_page("correct")
    d.cards.correct.setFocus()
    QTest.keyClick(d.window.windowHandle(), Qt.Key.Key_A, CTRL)
    d.type("Zofia")
    d.enter()
    d.wait(lambda: d.card(person.attendee).person.given == "Zofia")
    d.wait(lambda: len(d.services.badges.jobs()) == jobs + 1)
    assert d.services.badges.jobs()[0].attendee == person.attendee


def test_a_message_is_told_at_the_scan_and_ticked(at_desk: Driver) -> None:
    d = at_desk
    person = somebody(d)
    d.services.notes.note(person.attendee, "Marta waits at the foyer bar", at_scan=True)
    d.scan(person.badge_code)
    d.wait_word("Admitted")
    assert "Marta waits at the foyer bar" in d.cards.verdict.spoken()
    d.key(Qt.Key.Key_Escape)
    open_card(d, d.card(person.attendee).person)
    d.ctrl(Qt.Key.Key_T)
    d.wait(lambda: d.card(person.attendee).notes[0].delivered)
    d.scan(person.badge_code)
    d.wait_word("Already in")
    assert "foyer" not in d.cards.verdict.spoken()


def test_a_note_is_written_on_the_card(at_desk: Driver) -> None:
    d = at_desk
    person = somebody(d)
    open_card(d, person)
    d.ctrl(Qt.Key.Key_N)
    d.wait_page("note")
    d.type("Asked for a receipt")
    d.ctrl(Qt.Key.Key_Return)
    d.wait(lambda: [n.text for n in d.card(person.attendee).notes] == ["Asked for a receipt"])


def test_two_registrations_become_one(at_desk: Driver) -> None:
    d = at_desk
    one, other = [p for p in everybody(d)[10:] if p.name.isascii()][:2]
    open_card(d, one)
    d.ctrl(Qt.Key.Key_M)
    d.wait(lambda: d.cards.page == "ready" and d.page.person_acts.joining.first is not None)
    d.search(other.name)
    d.wait_name(other.name)
    d.enter()
    d.wait_page("same_person")
    d.ctrl(Qt.Key.Key_Return)
    d.wait(lambda: d.card(one.attendee).person.attendee == d.card(other.attendee).person.attendee)
    assert d.page.person_acts.joining.first is None


def test_a_lost_badge_gets_a_new_code_and_the_old_one_opens_nothing(at_desk: Driver) -> None:
    d = at_desk
    person = somebody(d)
    d.scan(person.badge_code)
    printed(d, person.attendee)
    d.key(Qt.Key.Key_Escape)
    open_card(d, d.card(person.attendee).person)
    d.ctrl(Qt.Key.Key_B)
    d.wait(lambda: d.card(person.attendee).person.badge_code != person.badge_code)
    printed(d, person.attendee)
    d.scan(person.badge_code)
    d.wait_word("Old badge")


def test_after_an_undo_the_badge_is_asked_for(at_desk: Driver) -> None:
    d = at_desk
    person = somebody(d)
    d.scan(person.badge_code)
    printed(d, person.attendee)
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.presence(person.attendee) is Presence.EXPECTED)
    d.ctrl(Qt.Key.Key_1)
    d.wait(lambda: "taken back?" in d.left.undo_strip.accessibleName())
    d.ctrl(Qt.Key.Key_2)
    d.wait(lambda: d.card(person.attendee).person.badge_code != person.badge_code)
    d.scan(person.badge_code)
    d.wait_word("Old badge")


def test_a_pre_printed_badge_is_handed_over_and_nothing_prints(at_desk: Driver) -> None:
    d = at_desk
    person = somebody(d)
    d.services.handing.keep(person.attendee)
    open_card(d, person)
    assert d.cards.person.verb.words == "Check in, hand over the badge that lies here"
    d.enter()
    d.wait_word("Admitted")
    assert d.card(person.attendee).person.badge is BadgeState.HANDED_OVER
    assert d.services.badges.jobs() == []


def test_print_again_asks_why(at_desk: Driver) -> None:
    d = at_desk
    person = somebody(d)
    d.scan(person.badge_code)
    printed(d, person.attendee)
    d.ctrl(Qt.Key.Key_P)
    d.wait(lambda: d.left.undo_strip.isVisible())
    assert len(d.services.badges.jobs()) == 1
    d.ctrl(Qt.Key.Key_1)
    d.wait(lambda: len(d.services.badges.jobs()) == 2)


def test_an_undone_group_is_asked_for_each_badge(at_desk: Driver) -> None:
    d = at_desk
    people = [somebody(d, nth) for nth in (11, 12)]
    d.services.scans.group([p.attendee for p in people], d.page.parts.print_wish)
    d.app.printing.wake()
    for person in people:
        printed(d, person.attendee)
    d.key(Qt.Key.Key_F8)
    d.wait(lambda: d.left.undo_strip.accessibleName().startswith("Taken back"))
    d.ctrl(Qt.Key.Key_1)
    for person in people:
        d.wait(lambda name=person.name: f"Badge of {name} taken back?" in d.left.undo_strip.accessibleName())
        d.ctrl(Qt.Key.Key_1)
    d.wait(lambda: all(d.card(p.attendee).person.badge is BadgeState.KEPT for p in people))


def test_the_last_letter_typed_is_there_before_a_shortcut_acts(at_desk: Driver) -> None:
    d = at_desk
    person = somebody(d)
    open_card(d, person)
    d.ctrl(Qt.Key.Key_N)
    d.wait_page("note")
    d.type("receip")
    QTest.keyClick(d.window.windowHandle(), "t")
    QTest.keyClick(d.window.windowHandle(), Qt.Key.Key_Return, CTRL)
    d.wait(lambda: [n.text for n in d.card(person.attendee).notes] == ["receipt"])


def test_the_badge_of_a_second_person_is_no_second_press(at_desk: Driver) -> None:
    d = at_desk
    people = [somebody(d, nth) for nth in (11, 12)]
    badging = d.page.person_acts.badging
    with d.desk.database.write():
        for person in (*people, people[0]):
            badging.keep(person.attendee)
        QTest.qWait(50)
    d.wait(lambda: all(d.card(p.attendee).person.badge is BadgeState.KEPT for p in people))
    QTest.qWait(200)
    kept = [e.kind for e in d.card(people[0].attendee).entries].count("badge_kept")
    assert kept == 1
    assert not d.window.bar.isVisible()
