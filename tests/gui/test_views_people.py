"""The forms about a person, and their card: values in, signals out, by keyboard and by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.domain.people import BadgeState, Card, WalkIn
from checkin.gui.layout_metrics import COMPACT
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.correct_view import CorrectView
from checkin.gui.pages.desk.instead_of_view import InsteadOfView
from checkin.gui.pages.desk.note_view import NoteView
from checkin.gui.pages.desk.passes_on import badge_to_keep, passes_on
from checkin.gui.pages.desk.person_view import PersonView
from checkin.gui.pages.desk.same_person_view import SamePersonView
from checkin.gui.pages.desk.walk_in_view import WalkInView
from checkin.gui.theme import theme
from tests.gui import gallery_people as scenes
from tests.gui import people
from tests.gui.test_views_desk import shown

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

Key = Qt.Key


def typed(view: CorrectView, field: str, text: str) -> None:
    edit = view.fields[field].edit
    edit.selectAll()
    QTest.keyClicks(edit, text) if text else QTest.keyClick(edit, Key.Key_Delete)


# --- correct


def test_a_correction_tells_what_changed_and_what_stood_there(qtbot) -> None:
    view = shown(qtbot, CorrectView())
    view.begin(scenes.FULL, (), prints=True, contacts=True)
    assert (view.verb.isEnabled(), view.reason.whole) == (False, "Nothing is changed yet.")
    view.request()
    typed(view, "city", "Cork")
    assert view.fields["city"].until_now.words == "Until now: Dublin"
    assert view.fields["given"].until_now.words == ""
    assert (view.verb.words, view.verb.key) == ("Save and print the badge again", "Enter")
    heard: list[tuple[dict, bool]] = []
    view.save_requested.connect(lambda changes, prints: heard.append((changes, prints)))
    QTest.keyClick(view.fields["city"].edit, Key.Key_Return)
    view.acts.button("save_only").click()
    assert heard == [({"city": "Cork"}, True), ({"city": "Cork"}, False)]
    typed(view, "city", "Dublin")
    assert view.changes() == {}
    assert view.fields["city"].until_now.words == ""


def test_only_what_stands_on_a_badge_prints_it_again(qtbot) -> None:
    view = shown(qtbot, CorrectView())
    view.begin(scenes.FULL, (), prints=True, contacts=True)
    typed(view, "email", "a@example.org")
    assert (view.verb.words, view.acts.empty) == ("Save", True)
    with qtbot.waitSignal(view.save_requested) as heard:
        view.request()
    assert heard.args == [{"email": "a@example.org"}, False]
    view.begin(scenes.FULL, (), prints=False, contacts=True)
    typed(view, "given", "Eva")
    assert view.verb.words == "Save"


def test_contacts_that_may_not_be_seen_are_not_there(qtbot) -> None:
    view = shown(qtbot, CorrectView())
    view.begin(scenes.FULL, (), prints=True, contacts=False)
    assert not view.fields["email"].isVisible()
    assert not view.fields["phone"].isVisible()
    view.fields["email"].edit.setText("x")
    assert view.changes() == {}


def test_a_category_is_chosen_or_typed(qtbot) -> None:
    view = shown(qtbot, CorrectView())
    view.begin(scenes.FULL, ("Speaker", "Practitioner"), prints=True, contacts=True)
    assert [b.words for b in view.choice._row.buttons] == ["Speaker", "Practitioner", "Policy-maker"]
    assert not view.fields["category"].isVisible()
    view.choice._row.buttons[0].click()
    assert view.changes() == {"category": "Speaker"}
    assert view.choice_was.words == "Until now: Policy-maker"
    view.begin(scenes.FULL, (), prints=True, contacts=True)
    assert not view.choice.isVisible()
    typed(view, "category", "")
    assert view.changes() == {"category": ""}


def test_a_person_keeps_a_name(qtbot) -> None:
    view = shown(qtbot, CorrectView())
    view.begin(scenes.FULL, (), prints=True, contacts=True)
    typed(view, "given", "")
    typed(view, "family", "")
    with qtbot.assertNotEmitted(view.save_requested):
        view.request()
    assert view.fields["family"].fault
    view.set_fault("email", "An e-mail has one @ sign.")
    assert view.fields["email"].fault == "An e-mail has one @ sign."
    view.begin(scenes.FULL, (), prints=True, contacts=True)
    assert view.fields["email"].fault == view.fields["family"].fault == ""


# --- instead of


def test_somebody_comes_instead(qtbot) -> None:
    view = shown(qtbot, InsteadOfView())
    view.activateWindow()
    view.set_acts(act("put_in_print"), (act("put_in_only"),))
    view.for_card(scenes.FULL, "Marta")
    assert view.title.accessibleName() == "Instead of Aoife Ní Bhraonáin-O’Sullivan"
    assert view.keep.accessibleName().endswith("Keep the badge in box 2, no. 117: it opens nothing any more.")
    heard: list[tuple[WalkIn, str]] = []
    view.add_requested.connect(lambda form, name: heard.append((form, name)))
    qtbot.waitUntil(view.family.edit.hasFocus)
    QTest.keyClick(view.family.edit, Key.Key_Return)
    assert (heard, view.family.fault) == ([], "Both names are needed.")
    QTest.keyClicks(view.family.edit, "Angstrom")
    QTest.keyClick(view.family.edit, Key.Key_Return)
    view.request("put_in_only")
    form = WalkIn("Marta", "Angstrom")
    assert heard == [(form, "put_in_print"), (form, "put_in_only")]


def test_twins_of_whoever_comes_instead_have_a_registration(qtbot) -> None:
    view = shown(qtbot, InsteadOfView())
    view.for_card(scenes.FULL, "Marta", "Angstrom")
    view.set_twins((people.MARTA,))
    assert view.twins.isVisible()
    assert view.twins._count.whole == "They have a registration of their own"
    with qtbot.waitSignal(view.twin_chosen) as heard:
        assert view.choose(1)
    assert heard.args == ["Märta Ångström"]


def test_what_passes_on_is_what_there_is() -> None:
    assert passes_on(scenes.FULL) == ["registration", "category", "3 bookings", "add-ons", "organisation"]
    assert passes_on(replace(scenes.FULL, bookings=people.BOOKINGS[:1]))[2] == "1 booking"
    assert passes_on(Card(scenes.LONG)) == ["registration"]


@pytest.mark.parametrize("state", list(BadgeState))
def test_the_first_badge_is_kept(state: BadgeState) -> None:
    card = Card(replace(scenes.SOREN, badge=state))
    told = badge_to_keep(card)
    assert bool(told) == (state not in (BadgeState.NONE, BadgeState.OWED))
    assert not told or told.endswith("opens nothing any more.")


@pytest.mark.parametrize("view_of", [InsteadOfView, WalkInView])
def test_tab_follows_the_fields_as_they_stand(qtbot, view_of) -> None:
    view = shown(qtbot, view_of())
    view.activateWindow()
    view.given.edit.setFocus()
    qtbot.waitUntil(view.given.edit.hasFocus)
    for field in view._fields[1:]:
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        assert field.edit.hasFocus()


# --- note


def test_a_note_and_a_message(qtbot) -> None:
    view = shown(qtbot, NoteView())
    view.begin(Card(scenes.LUKASZ))
    assert not view.verb.isEnabled()
    heard: list[tuple[str, bool]] = []
    view.note_requested.connect(lambda text, at_scan: heard.append((text, at_scan)))
    QTest.keyClick(view.text.edit, Key.Key_Return)
    QTest.keyClicks(view.text.edit, "One")
    QTest.keyClick(view.text.edit, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(view.text.edit, "two ")
    QTest.keyClick(view.text.edit, Key.Key_Return)
    assert view.choose(2)
    view.request("save_note")
    assert heard == [("One\ntwo", False), ("One\ntwo", True)]
    view.begin(Card(scenes.LUKASZ))
    assert (view.text.value, view.choice.chosen) == ("", "note")


def test_a_note_ends_at_five_hundred_characters(qtbot) -> None:
    view = shown(qtbot, NoteView())
    view.begin(Card(scenes.LUKASZ))
    view.text.edit.insertPlainText("é" * 499)
    assert view.count.whole == "499 of 500"
    QTest.keyClicks(view.text.edit, "abc")
    assert view.count.whole == "500 of 500"
    assert view.text.value == "é" * 499 + "a"


def test_open_messages_stand_first_and_are_ticked(qtbot) -> None:
    view = shown(qtbot, NoteView())
    view.begin(replace(scenes.FULL, notes=scenes.NOTES))
    told = [strip.accessibleName() for strip in view.strips if strip.isVisible()]
    assert [line.split(":")[0] for line in told] == ["Tell them", "Tell them", "Note", "Delivered"]
    assert scenes.MESSAGE.text in told[0]
    assert "Callum Reid" in told[0]
    heard: list[str] = []
    view.delivered.connect(heard.append)
    view.strips[1].tick.click()
    assert view.deliver()
    assert heard == ["m2", "m1"]
    assert not view.strips[2].tick.isVisible()
    view.show_notes((scenes.PLAIN, scenes.TOLD))
    assert not view.deliver()


# --- same person


def test_two_registrations_are_compared(qtbot) -> None:
    view = shown(qtbot, SamePersonView())
    view.show_pair(scenes.FULL, scenes.OTHER)
    by_label = {row.label: row for row in view.rows}
    assert [label for label, row in by_label.items() if row.differs] == [
        "Name", "Organisation", "Status", "Order", "Bookings", "Badge",
    ]  # fmt: skip
    assert (by_label["Bookings"].one, by_label["Bookings"].other) == ("3", "1")
    assert by_label["Badge"].one == "Pre-printed, box 2, no. 117"
    assert not by_label["E-mail"].differs
    assert "both histories stay" in view.about.whole
    with qtbot.waitSignal(view.merged) as heard:
        view.request("one_person")
    assert heard.args == [scenes.FULL.person.attendee, scenes.OTHER.person.attendee]
    with qtbot.waitSignal(view.closed), qtbot.assertNotEmitted(view.merged):
        view.acts.button("two_people").click()
    view.show_pair(Card(scenes.SOREN), Card(scenes.SOREN))
    assert not any(row.differs for row in view.rows)
    assert {row.label for row in view.rows}.isdisjoint({"E-mail", "Order"})


def test_there_is_always_a_way_out_of_the_comparison(qtbot) -> None:
    view = shown(qtbot, SamePersonView())
    view.show_pair(scenes.FULL, scenes.OTHER)
    assert (view.close_button.isVisible(), view.acts.isVisible()) == (False, True)
    view.set_metrics(COMPACT)
    view.resize(330, 284)
    QApplication.processEvents()
    assert (view.close_button.isVisible(), view.acts.isVisible()) == (True, False)


# --- the card


def test_the_card_tells_messages_notes_photo_and_badge(qtbot) -> None:
    view = shown(qtbot, PersonView())
    view.show_card(scenes.FULL, act("check_in"), today=people.NOW.date())
    told = [strip.accessibleName() for strip in view.notices if strip.isVisible()]
    assert told[0] == f"Tell them: {scenes.MESSAGE.text}"
    assert sum(scenes.MESSAGE.text in line for line in told) == 1
    assert view.photo.accessibleName() == view.photo.toolTip() == "Must not be photographed"
    assert "Badge: Pre-printed, box 2, no. 117" in view.facts.accessibleName()
    with qtbot.waitSignal(view.note_delivered) as heard:
        view.notices[0].tick.click()
    assert heard.args == ["m1"]
    with qtbot.waitSignal(view.note_delivered):
        assert view.deliver()
    lines = view._more_lines()
    assert any(line.startswith("Today 08:46  Checked in, badge printed (Desk 2, Ailsa Drummond)") for line in lines)
    view.show_card(replace(scenes.FULL, notes=(scenes.PLAIN,), notices=()), act("check_in"))
    assert view.notices[0].accessibleName() == f"Note: {scenes.PLAIN.text}"
    assert not view.deliver()


@pytest.mark.parametrize(
    ("photo", "said"),
    [("yes", "May be photographed"), ("no", "Must not be photographed"), ("", "Nobody asked about photos")],
)
def test_photo_consent_is_a_dot_with_words(qtbot, photo: str, said: str) -> None:
    view = shown(qtbot, PersonView(), 1100)
    view.show_card(replace(scenes.FULL, photo=photo), act("check_in"))
    assert view.photo.isVisible()
    assert view.photo.accessibleName() == said
    assert view.photo.word == ("No photos" if photo == "no" else "")
    colours = {"yes": "go", "no": "stop", "": "surface"}
    spot = view.photo.geometry().topLeft() + QPoint(9, 10)
    assert view.grab().toImage().pixelColor(spot) == theme().color(colours[photo])


def test_both_sides_of_a_substitution_are_told(qtbot) -> None:
    view = shown(qtbot, PersonView())
    view.show_card(replace(scenes.FULL, replaced_by=people.MARTA), act("check_in"))
    assert (view.instead.isVisible(), view.instead.whole) == (True, "Replaced by Märta Ångström")
    assert view.name.geometry().bottom() <= view.instead.geometry().top() <= view.org.geometry().top()
    view.show_card(replace(scenes.FULL, instead_of=people.MARTA), act("check_in"))
    assert view.instead.whole == "Instead of Märta Ångström"
    view.show_card(scenes.FULL, act("check_in"))
    assert not view.instead.isVisible()
