"""The acts on people: values in, signals out, by keyboard and by hand; nothing is cut in any size."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget

from checkin.domain.people import BadgeState, Card, Companions, Presence, Status, WalkIn
from checkin.gui.layout_metrics import COMPACT
from checkin.gui.pages.desk import acts
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.card_stack import CardStack
from checkin.gui.pages.desk.correct_view import CorrectView
from checkin.gui.pages.desk.group_view import GroupView
from checkin.gui.pages.desk.instead_of_view import InsteadOfView
from checkin.gui.pages.desk.note_view import NoteView
from checkin.gui.pages.desk.passes_on import badge_to_keep, passes_on
from checkin.gui.pages.desk.person_view import PersonView
from checkin.gui.pages.desk.same_person_view import SamePersonView
from checkin.gui.pages.desk.walk_in_view import WalkInView
from checkin.gui.theme import theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.notice_strip import NoticeStrip
from checkin.gui.widgets.strip_item import StripItem
from tests.gui import gallery_people as scenes
from tests.gui import people
from tests.gui.skeleton import Skeleton
from tests.gui.test_views_fit import SIZES, Longer, cut, visible

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def shown(qtbot, view, width: int = 736, height: int = 708):
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    return view


def group_of(qtbot, companions: Companions = scenes.GROUP, *, prints: bool = True) -> GroupView:
    view = shown(qtbot, GroupView())
    view.show_group(companions, people.AOIFE.attendee, "SIL-2F8KD", prints=prints, shut=scenes.shut)
    return view


def typed(view: CorrectView, field: str, text: str) -> None:
    edit = view.fields[field].edit
    edit.selectAll()
    QTest.keyClicks(edit, text) if text else QTest.keyClick(edit, Key.Key_Delete)


# --- group


def test_everybody_of_an_order_who_may_go_in_is_ticked(qtbot) -> None:
    view = group_of(qtbot)
    aoife, lukasz, soren, stefan = (person.attendee for person in scenes.FOUR)
    assert view.ticked == [aoife, lukasz, soren]
    assert view.title.accessibleName() == "Group of 4"
    assert view.about.text() == "Same order, SIL-2F8KD. Take out anyone who is not in front of you."
    assert view.verb.words == "Check in 3 people and print 3 badges"
    assert view.behind.accessibleName() == "1 stays behind: Ştefan Țurcanu has not paid. The others go in."
    assert view.aside.whole == "One act: one undo takes all 3 back"
    with qtbot.waitSignal(view.check_in_requested) as heard:
        view.verb.click()
    assert heard.args == [[aoife, lukasz, soren]]
    assert stefan not in heard.args[0]


def test_a_group_by_keyboard_alone(qtbot) -> None:
    view = group_of(qtbot)
    view.list.setFocus()
    heard: list[list[str]] = []
    view.check_in_requested.connect(heard.append)
    QTest.keyClick(view.list, Key.Key_Space)
    assert view.ticked == [scenes.LUKASZ.attendee, scenes.SOREN.attendee]
    QTest.keyClick(view.list, Key.Key_Down)
    QTest.keyClick(view.list, Key.Key_Space)
    QTest.keyClick(view.list, Key.Key_Return)
    QTest.keyClick(view.list, Key.Key_D, CTRL)
    QTest.keyClick(view.list, Key.Key_Return)
    view.request()
    assert heard == [[scenes.SOREN.attendee]]
    assert not view.verb.isEnabled()
    assert view.reason.isVisible()
    assert view.reason.whole == "Nobody is ticked yet. Tick who is in front of you."
    assert view.verb.accessibleDescription() == view.reason.whole
    QTest.keyClick(view.list, Key.Key_A, CTRL)
    QTest.keyClick(view.list, Key.Key_Up)
    QTest.keyClick(view.list, Key.Key_Space)
    assert view.ticked == [scenes.LUKASZ.attendee, scenes.SOREN.attendee]


def test_whoever_cannot_go_in_is_not_ticked_and_says_why(qtbot) -> None:
    view = group_of(qtbot)
    with qtbot.assertNotEmitted(view.check_in_requested):
        view.toggle(3)
    assert scenes.STEFAN.attendee not in view.ticked
    assert view.behind.accessibleName() == f"Ştefan Țurcanu: {scenes.shut(scenes.STEFAN)}"
    index = view.list.group.index(3)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Ştefan Țurcanu, Primăria Timișoara, Not paid, not ticked, Not paid yet.")
    view.tick_all()
    assert scenes.STEFAN.attendee not in view.ticked


def test_of_an_organisation_only_those_of_the_order_are_ticked(qtbot) -> None:
    view = group_of(qtbot)
    assert view.choice.isVisible()
    assert view.choose(2)
    assert view.ticked == [people.AOIFE.attendee]
    assert view.title.accessibleName() == "Group of 6"
    view.toggle(3)
    assert view.ticked == [people.AOIFE.attendee, "Saoirse Kelly"]
    view.toggle(1)
    assert view.behind.accessibleName() == "Niamh Byrne: They are in already."
    assert view.choose(1)
    assert view.ticked == [person.attendee for person in scenes.FOUR[:3]]
    assert view.choose(2)
    assert view.ticked == [people.AOIFE.attendee, "Saoirse Kelly"]
    assert not view.choose(3)


def test_there_is_no_choice_where_one_of_the_two_is_alone(qtbot) -> None:
    view = group_of(qtbot, Companions(scenes.FOUR, (scenes.FOUR[0],)))
    assert not view.choice.isVisible()
    assert not view.choose(2)
    assert len(view.list.group.people) == 4
    view = group_of(qtbot, Companions((scenes.FOUR[0],), scenes.COLLEAGUES))
    assert not view.choice.isVisible()
    assert len(view.list.group.people) == 6


@pytest.mark.parametrize(
    ("badges", "prints", "words"),
    [
        ("nnn", True, "Check in 3 people and print 3 badges"), ("npp", True, "Check in 3 people and print 1 badge"),
        ("ppp", True, "Check in 3 people"), ("nnn", False, "Check in 3 people"), ("o", True,
         "Check in 1 person and print the badge"), ("p", True, "Check in 1 person"),
    ],
)  # fmt: skip
def test_the_verb_tells_what_is_printed(qtbot, badges: str, prints: bool, words: str) -> None:
    state = {"n": BadgeState.NONE, "p": BadgeState.PRE_PRINTED, "o": BadgeState.OWED}
    order = tuple(people.person(f"A B{n}", badge=state[letter]) for n, letter in enumerate(badges))
    view = group_of(qtbot, Companions(order, ()), prints=prints)
    assert view.verb.words == words


def test_many_who_stay_behind_are_told_by_their_reasons(qtbot) -> None:
    status = (Status.UNPAID, Status.UNPAID, Status.CANCELLED, Status.PENDING, Status.CONFIRMED)
    order = tuple(people.person(f"P{n} Q", status=s) for n, s in enumerate(status))
    view = shown(qtbot, GroupView())
    view.show_group(
        Companions(order, ()), order[0].attendee, "X", prints=True, shut=lambda _p: "The badge was stopped."
    )
    assert view.behind.accessibleName() == (
        "5 stay behind: P4 Q: The badge was stopped. P0 Q, P1 Q have not paid. P2 Q is cancelled. P3 Q waits for "
        "approval."
    )
    assert not view.verb.isEnabled()


def test_thirty_people_scroll(qtbot) -> None:
    view = group_of(qtbot, Companions(scenes.THIRTY[:1], scenes.THIRTY))
    view.tick_all()
    assert len(view.ticked) == 30
    bar = view.list.verticalScrollBar()
    assert bar.maximum() > 0
    view.list.setFocus()
    QTest.keyClick(view.list, Key.Key_End)
    assert bar.value() == bar.maximum()
    assert view.list.geometry().bottom() < view.verb.geometry().top()


def test_a_group_follows_what_another_desk_did(qtbot) -> None:
    view = group_of(qtbot)
    view.toggle(1)
    order = (scenes.FOUR[0], scenes.LUKASZ, replace(scenes.SOREN, presence=Presence.IN), scenes.STEFAN)
    view.refresh(Companions(order, scenes.COLLEAGUES), scenes.shut)
    assert view.ticked == [people.AOIFE.attendee]
    view.refresh(Companions(scenes.FOUR, ()), lambda _person: "")
    assert view.ticked == [people.AOIFE.attendee, scenes.SOREN.attendee]


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


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_crowded_card_overlaps_nowhere(qtbot, size: tuple[int, int]) -> None:
    made = window(qtbot, "card_crowded", size)
    view = made.desk.cards.person
    strips = [strip for strip in view.notices if strip.isVisible()]
    parts = [view.name, view.instead, *strips, *(p for p in (view.bookings, view.facts, view.verb) if p.isVisible())]
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
    assert strips
    assert view.verb.geometry().bottom() < view.height()
    told = len(view.notice_list) - len(strips) + (view.bookings.count if not view.bookings.isVisible() else 0)
    assert view.folded.whole == f"{told} more under More F10"


# --- all of them


def test_no_two_acts_of_the_card_share_a_key() -> None:
    pages = ("Enter", "Ctrl Enter", "Esc")
    used = Counter(act(name).key for name in acts.names())
    assert {key for key, count in used.items() if count > 1 and key not in pages} == {"Ctrl P"}
    assert {act(name).key for name in acts.names()} <= set(acts.KEYS)
    assert [act(name).key for name in ("group", "correct", "different_person")] == ["F6", "F2", "F3"]


@pytest.mark.parametrize(
    "name", ["instead_of", "note", "same_person", "hand_over", "keep_badge", "lost_badge", "delivered"]
)
def test_keys_of_acts_work_while_the_cursor_is_in_a_field(qtbot, name: str) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    edit = QLineEdit("text", root)
    shortcut = QShortcut(QKeySequence(acts.SEQUENCES[name]), root)
    root.show()
    root.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    with qtbot.waitSignal(shortcut.activated, timeout=1000):
        QTest.keySequence(edit, QKeySequence(acts.SEQUENCES[name]))
    assert edit.text() == "text"


def test_ctrl_and_a_number_reach_the_page_shown(qtbot) -> None:
    cards = shown(qtbot, CardStack(), 784, 756)
    cards.group.show_group(scenes.GROUP, people.AOIFE.attendee, "X", prints=True, shut=scenes.shut)
    cards.note.begin(scenes.FULL)
    cards.instead_of.for_card(scenes.FULL)
    for page, there in (("group", True), ("note", True), ("instead_of", False), ("correct", False)):
        cards.show_page(page)
        assert cards.page == page
        assert cards.choose(2) is there
    assert (cards.group.choice.chosen, cards.note.choice.chosen) == ("organisation", "message")


@pytest.mark.parametrize("page", ["group", "correct", "instead_of", "note", "same_person"])
def test_every_panel_can_be_left(qtbot, page: str) -> None:
    cards = shown(qtbot, CardStack(), 784, 756)
    cards.show_page(page)
    view = getattr(cards, page)
    with qtbot.waitSignal(view.closed):
        (view.close_button if view.close_button.isVisible() else view.acts.button("two_people")).click()


def window(qtbot, scene: str, size: tuple[int, int]) -> Skeleton:
    made = Skeleton()
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    scenes.SCENES[scene](made)
    for _ in range(3):
        QApplication.processEvents()
    return made


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", list(scenes.SCENES))
def test_no_words_are_cut_and_targets_are_large_and_named(qtbot, scene: str, size: tuple[int, int]) -> None:
    made = window(qtbot, scene, size)
    assert (made.width(), made.height()) == size
    assert cut(made) == []
    for strip in visible(made, NoticeStrip):
        assert strip.height() >= strip.heightForWidth(strip.width()), strip.accessibleName()
    controls = visible(made, QAbstractButton) + visible(made, QLineEdit) + visible(made, QAbstractItemView)
    for control in controls:
        assert control.accessibleName(), control
        in_strip = isinstance(control, StripItem) or control.parent() is made.strip
        in_head = isinstance(control, Button) and control.height() == theme().size("button_in_card_head")
        least = 38 if in_strip else 40 if in_head else theme().size("touch_least")
        assert control.height() >= least, control.accessibleName()
        assert control.width() >= 48, control.accessibleName()


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
@pytest.mark.parametrize("scene", list(scenes.SCENES))
def test_no_words_are_cut_in_a_longer_language(qtbot, scene: str, size: tuple[int, int]) -> None:
    translator = Longer()
    QApplication.installTranslator(translator)
    try:
        made = window(qtbot, scene, size)
        assert (made.width(), made.height()) == size
        assert cut(made) == []
    finally:
        QApplication.removeTranslator(translator)


@pytest.mark.parametrize("scene", ["group", "correct", "instead_of", "note", "same_person", "card_full"])
def test_everything_grows_with_the_zoom(qtbot, scene: str) -> None:
    made = window(qtbot, scene, (1920, 1080))
    try:
        theme().set_zoom(150)
        QApplication.processEvents()
        assert cut(made) == []
        verb = getattr(made.desk.cards, made.desk.cards.page).verb
        assert verb.height() >= theme().px(64)
    finally:
        theme().set_zoom(100)
