"""The Desk's views: what they show, what they emit, where the focus goes."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.domain.outcome import Outcome
from checkin.domain.people import Card, WalkIn
from checkin.gui.layout_metrics import COMPACT, NORMAL, SMALL, WIDE
from checkin.gui.pages.desk import acts
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.card_stack import CardStack
from checkin.gui.pages.desk.left_pane import LeftPane
from checkin.gui.pages.desk.person_view import PersonView
from checkin.gui.pages.desk.verdict_plan import VerdictText, plan_verdict, sizes_for
from checkin.gui.pages.desk.verdict_stays import usual_ms
from checkin.gui.pages.desk.verdict_view import VerdictView
from checkin.gui.pages.desk.walk_in_view import WalkInView
from tests.gui import people

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]


def shown(qtbot, view, width: int = 736, height: int = 708):
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    return view


def test_the_card_tells_who_it_is_and_what_can_be_done(qtbot) -> None:
    view = shown(qtbot, PersonView())
    view.show_card(people.CARD, act("check_in_print"), (act("check_in_only"), act("print_only")), (act("correct"),))
    assert view.verb.words == "Check in and print badge"
    assert [chip.accessibleName() for chip in view.chips] == ["Policy-maker", "Confirmed", "Not in yet"]
    assert view.notices[0].accessibleName().startswith("Step-free")
    assert "Order: SIL-2F8KD" in view.facts.accessibleName()
    heard: list[str] = []
    view.act_requested.connect(heard.append)
    with qtbot.waitSignal(view.verb_pressed):
        view.verb.click()
    view.acts.button("print_only").click()
    view.head_bar.button("correct").click()
    assert heard == ["check_in_print", "print_only", "correct"]


def test_a_shut_verb_stays_and_tells_why(qtbot) -> None:
    view = shown(qtbot, PersonView())
    view.show_card(people.CARD, act("admit_anyway", shut="The order is open."))
    assert view.verb.isVisible()
    assert not view.verb.isEnabled()
    assert view.reason.isVisible()
    assert view.reason.text() == "The order is open."
    view.set_verb(act("check_in"))
    assert not view.reason.isVisible()


def test_what_has_no_room_on_the_card_is_under_more(qtbot) -> None:
    view = shown(qtbot, PersonView(), 560, 284)
    view.set_metrics(COMPACT)
    secondary = (act("check_in_only"), act("print_only"))
    view.show_card(people.CARD, act("check_in_print"), secondary, (act("correct"),), (act("export_list"),))
    assert [hidden.id for hidden in view.acts_hidden()] == ["check_in_only", "print_only", "correct"]
    lines = "\n".join(view._more_lines())
    assert "Workshop 2" in lines
    assert "aoife@example.org" in lines
    assert not view.verb.geometry().intersects(view.notices[0].geometry())


def test_contacts_are_not_on_the_card(qtbot) -> None:
    view = shown(qtbot, PersonView())
    view.show_card(people.CARD, act("check_in"))
    texts = " ".join(child.accessibleName() for child in view.children() if hasattr(child, "accessibleName"))
    assert "aoife@example.org" not in texts


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("metrics", [COMPACT, SMALL, NORMAL, WIDE], ids=lambda m: m.point.value)
def test_every_verdict_fits_its_card(qtbot, outcome: Outcome, metrics) -> None:
    sizes = {"compact": (560, 284), "small": (584, 536), "normal": (736, 708), "wide": (1336, 988)}
    view = shown(qtbot, VerdictView(), *sizes[metrics.point.value])
    view.set_metrics(metrics)
    view.show_result(people.result(outcome, people.AOIFE, people.NOTICES), [act("show_person"), act("admit_anyway")])
    plan = view._plan
    assert plan.reason_lines
    assert plan.word_font.pixelSize() >= 56
    buttons = [b for b in view._shown_acts()._buttons if b.isVisible()]
    floor = view._shown_acts().y() if buttons else view.height()
    assert plan.plate.bottom() <= floor
    for part in (*view._rows, *view._strips):
        assert not part.isVisible() or part.geometry().bottom() <= floor
    said = view.accessibleName()
    assert view.text.word in said
    assert view.text.reason.rstrip(".") in said


def test_a_verdict_is_readable_from_three_metres(qtbot) -> None:
    text = VerdictText("Other event", "Núria García i López", "", "Reason", "Way out")
    assert plan_verdict(text, sizes_for("M"), 736, 600, 40).word_font.pixelSize() >= 80
    text = VerdictText("Admitted", "Núria García i López", "", "Reason", "Way out")
    assert plan_verdict(text, sizes_for("M"), 736, 600, 40).word_font.pixelSize() >= 104
    assert plan_verdict(text, sizes_for("L"), 1336, 800, 64).word_font.pixelSize() == 176


def test_a_verdict_goes_by_itself_and_the_next_replaces_it(qtbot) -> None:
    view = shown(qtbot, VerdictView())
    view.show_result(people.result(Outcome.ADMITTED), stays=60)
    with qtbot.waitSignal(view.time_ran_out, timeout=2000):
        pass
    view.show_result(people.result(Outcome.ALREADY), stays=0)
    assert not view.bar.running
    assert view.text.word == "Already in"
    assert usual_ms(Outcome.ADMITTED) == 2500
    assert usual_ms(Outcome.ADMITTED, people.NOTICES) == 6000
    assert usual_ms(Outcome.BLOCKED) == 10000


def test_the_time_stands_still_while_the_focus_is_on_the_verdict(qtbot) -> None:
    view = shown(qtbot, VerdictView())
    view.activateWindow()
    view.show_result(people.result(Outcome.UNPAID, people.CLAIRE), [act("show_person")], stays=5000)
    assert view.bar.running
    button = view.main_acts.button("show_person")
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert not view.bar.running


def test_candidates_are_chosen_by_number_or_by_hand(qtbot) -> None:
    view = shown(qtbot, VerdictView(), 584, 536)
    view.set_metrics(SMALL)
    view.show_result(people.result(Outcome.AMBIGUOUS), [act("type_name")])
    assert sum(row.isVisible() for row in view._rows) == 4
    with qtbot.waitSignal(view.candidate_chosen) as heard:
        assert view.choose(2)
    assert heard.args == ["Marie Mullerova"]
    with qtbot.waitSignal(view.candidate_chosen) as heard:
        view._rows[3].click()
    assert heard.args == ["Claire Muller"]
    assert not view.choose(5)


def test_the_reason_can_change_while_the_verdict_stands(qtbot) -> None:
    view = shown(qtbot, VerdictView())
    view.show_result(people.result(Outcome.ADMITTED))
    view.set_reason("Not printed: paper out. The person is admitted.")
    assert " ".join(view._plan.reason_lines).startswith("Not printed")
    assert view.text.way_out == "Hand over the badge and the lunch card."


def test_building_and_painting_a_verdict_is_quick(qtbot, capsys) -> None:
    cards = CardStack()
    qtbot.addWidget(cards)
    cards.resize(784, 756)
    cards.show()
    spent = []
    for number, outcome in enumerate(list(Outcome) * 2):
        result = people.result(outcome, people.AOIFE, people.NOTICES)
        begun = time.perf_counter()
        cards.verdict.show_result(result, [act("show_person"), act("admit_anyway")])
        cards.show_page("verdict")
        cards.verdict.grab()
        if number >= len(Outcome):
            spent.append((time.perf_counter() - begun) * 1000)
    QApplication.processEvents()
    with capsys.disabled():
        print(f"\nverdict, build and paint: median {sorted(spent)[len(spent) // 2]:.1f} ms, most {max(spent):.1f} ms")
    assert len(spent) == len(Outcome)


def test_a_walk_in_needs_both_names(qtbot) -> None:
    view = shown(qtbot, WalkInView())
    view.activateWindow()
    view.begin("Marta")
    asked: list[tuple[WalkIn, str]] = []
    view.add_requested.connect(lambda form, name: asked.append((form, name)))
    qtbot.waitUntil(view.family.edit.hasFocus)
    view.request("add_check_in")
    assert asked == []
    assert view.family.fault
    assert view.family.edit.accessibleDescription() == view.family.fault
    QTest.keyClicks(view.family.edit, "Angstrom ")
    assert view.family.fault == ""
    QTest.keyClick(view.family.edit, Qt.Key.Key_Return)
    assert asked == [(WalkIn("Marta", "Angstrom"), "add_check_in")]


def test_enter_in_the_first_name_leads_to_the_second(qtbot) -> None:
    view = shown(qtbot, WalkInView())
    view.activateWindow()
    view.begin()
    qtbot.waitUntil(view.given.edit.hasFocus)
    QTest.keyClicks(view.given.edit, "Li")
    QTest.keyClick(view.given.edit, Qt.Key.Key_Return)
    assert view.family.edit.hasFocus()


def test_likely_twins_are_offered(qtbot) -> None:
    view = shown(qtbot, WalkInView())
    view.begin("Marta", "Angstrom")
    assert not view.twins.isVisible()
    view.set_twins((people.MARTA,))
    assert view.twins.isVisible()
    with qtbot.waitSignal(view.twin_chosen) as heard:
        assert view.choose(1)
    assert heard.args == ["Märta Ångström"]
    assert not view.choose(2)
    view.begin()
    assert not view.twins.isVisible()


def test_a_category_is_one_of_a_few(qtbot) -> None:
    view = shown(qtbot, WalkInView())
    view.set_categories(("Practitioner", "Speaker"), "Practitioner")
    view.begin("A", "B")
    with qtbot.waitSignal(view.changed) as heard:
        view.category._row.buttons[1].click()
    assert heard.args[0].category == "Speaker"


def test_typing_replaces_the_acts_by_people_and_back(qtbot) -> None:
    pane = shown(qtbot, LeftPane(), 400, 756)
    pane.set_entries(people.ENTRIES)
    heard: list[str] = []
    pane.search_changed.connect(heard.append)
    pane.search_entered.connect(lambda text: heard.append(f"enter {text}"))
    pane.search.setFocus()
    QTest.keyClicks(pane.search, "mu")
    pane.show_results(people.FOUND, "mu")
    assert (pane.acts.isVisible(), pane.results.isVisible()) == (False, True)
    assert pane.results._count.whole == "4 people, best match first"
    QTest.keyClick(pane.search, Qt.Key.Key_Down)
    assert pane.results.current_attendee() == "Marie Mullerova"
    QTest.keyClick(pane.search, Qt.Key.Key_Return)
    assert heard == ["m", "mu", "enter mu"]
    pane.clear_search()
    assert (pane.acts.isVisible(), pane.results.isVisible(), pane.search.text()) == (True, False, "")


def test_nobody_found_says_so_and_offers_a_walk_in(qtbot) -> None:
    pane = shown(qtbot, LeftPane(), 400, 756)
    pane.show_results((), "mulx")
    assert "Nobody called “mulx”" in pane.results._advice.whole
    with qtbot.waitSignal(pane.walk_in_requested):
        pane.results._walk_in.click()


def test_there_is_no_undo_before_the_first_act(qtbot) -> None:
    pane = shown(qtbot, LeftPane(), 400, 756)
    pane.set_entries(())
    assert not pane._undo.isEnabled() or not pane._undo.isVisible()
    assert pane._nothing.isVisible()
    pane.set_entries(people.ENTRIES)
    with qtbot.waitSignal(pane.undo_requested):
        pane._undo.click()


def test_the_camera_shows_when_it_is_on(qtbot) -> None:
    pane = shown(qtbot, LeftPane(), 400, 756)
    assert not pane.camera.isVisible()
    with qtbot.waitSignal(pane.camera_toggled) as heard:
        pane._camera.click()
    assert heard.args == [True]
    assert pane.camera.isVisible()
    pane.set_camera(False)
    assert not pane.camera.isVisible()


def test_leaving_a_verdict_stops_its_time(qtbot) -> None:
    cards = CardStack()
    qtbot.addWidget(cards)
    cards.show()
    assert cards.page == "ready"
    cards.verdict.show_result(people.result(Outcome.UNKNOWN))
    cards.show_page("verdict")
    assert cards.verdict.bar.running
    cards.person.show_card(Card(people.JURGEN), act("check_in"))
    with qtbot.waitSignal(cards.page_changed) as heard:
        cards.show_page("person")
    assert heard.args == ["person"]
    assert not cards.verdict.bar.running
    assert not cards.choose(1)


def test_every_act_of_the_table_has_words_icon_and_a_key_that_qt_knows() -> None:
    from PySide6.QtGui import QKeySequence

    for name in acts.names():
        made = act(name)
        assert made.text
        assert made.icon
        assert made.key
        assert not QKeySequence(acts.SEQUENCES[name]).isEmpty(), name
    with pytest.raises(KeyError):
        act("no_such_act")
