"""Verdicts at a desk that faces people, hand-over, photo consent, how long a verdict stays; the strip's questions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from checkin.domain.outcome import Family, Outcome
from checkin.domain.people import Notice
from checkin.domain.results import ScanResult
from checkin.gui import fonts
from checkin.gui.layout_metrics import COMPACT, NORMAL, SMALL, WIDE
from checkin.gui.pages.desk import strip_words
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.discreet import family_shown, is_covered
from checkin.gui.pages.desk.hand_over import hand_over_line, other_notices
from checkin.gui.pages.desk.left_pane import LeftPane
from checkin.gui.pages.desk.verdict_stays import stays_ms
from checkin.gui.pages.desk.verdict_view import VerdictView
from checkin.gui.theme import theme
from checkin.gui.widgets.strip_question import QUESTION_STAYS_MS, Asks
from checkin.gui.widgets.undo_strip import UndoStrip
from tests.gui import people
from tests.gui.gallery_lock import HAND_OVER, SCENES, SIZES
from tests.gui.longer import Longer
from tests.gui.test_views_fit import cut, visible

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]
COVERED = [o for o in Outcome if o.style.family not in (Family.GO, Family.OUT)]
CARDS = {COMPACT: (560, 284), SMALL: (584, 536), NORMAL: (736, 708), WIDE: (1336, 988)}
REASONS = (("scan", "Wrong scan"), ("person", "Wrong person"))


def verdict(qtbot, result: ScanResult, metrics=NORMAL, discreet: bool = False) -> VerdictView:
    view = VerdictView()
    qtbot.addWidget(view)
    view.resize(*CARDS[metrics])
    view.set_metrics(metrics)
    view.set_discreet(discreet)
    view.show()
    view.show_result(result, [act("show_person"), act("admit_anyway")])
    return view


def strip(qtbot, width: int = 360) -> UndoStrip:
    made = UndoStrip()
    qtbot.addWidget(made)
    made.resize(width, 160)
    return made


class TestDiscreet:
    @pytest.mark.parametrize("outcome", COVERED)
    @pytest.mark.parametrize("metrics", CARDS, ids=lambda m: m.point.value)
    def test_a_refusal_says_one_moment_and_the_rest_small(self, qtbot, outcome: Outcome, metrics) -> None:
        result = people.result(outcome, people.AOIFE, people.NOTICES)
        view = verdict(qtbot, result, metrics, discreet=True)
        plan = view._plan
        assert view._large().word == "One moment"
        assert view.text.word == outcome.style.word if not result.word else result.word
        word = view.text.word.rstrip("?.")
        assert " ".join(plan.reason_lines).startswith(f"{word}: ")
        assert plan.reason_font.pixelSize() == plan.way_font.pixelSize() == 14
        assert plan.word_font.pixelSize() >= 56
        floor = view._shown_acts().y() if view._has_buttons() else view.height()
        assert plan.plate.bottom() <= floor
        assert view._left() == view._sizes.side

    @pytest.mark.parametrize("mode", ["light", "dark", "high-contrast"])
    @pytest.mark.parametrize("outcome", [Outcome.UNPAID, Outcome.REVOKED, Outcome.ALREADY])
    def test_no_colour_of_a_refusal_is_left(self, qtbot, mode: str, outcome: Outcome) -> None:
        theme().set_mode(mode)
        view = verdict(qtbot, people.result(outcome, people.CLAIRE, (people.STEP_FREE,)), discreet=True)
        image = view.grab().toImage()
        loud = {theme().color(role).rgb() for role in ("hold", "stop", "hold_soft", "stop_soft", "hold_text")}
        loud -= {theme().color(role).rgb() for role in ("look", "on_look", "look_soft", "surface")}
        seen = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
        assert not loud & seen
        assert image.pixelColor(20, 300) == theme().color("look")

    @pytest.mark.parametrize("outcome", [Outcome.ADMITTED, Outcome.ADMITTED_AGAIN, Outcome.LEFT])
    def test_whoever_may_pass_sees_it_as_ever(self, qtbot, outcome: Outcome) -> None:
        result = people.result(outcome, people.AOIFE)
        plain, covered = verdict(qtbot, result), verdict(qtbot, result, discreet=True)
        assert covered._large() == covered.text == plain.text
        assert covered._plan == plain._plan

    def test_families_are_heard_as_the_calm_one(self) -> None:
        heard = {family: family_shown(family, True) for family in Family}
        assert {family for family, shown in heard.items() if shown is family} == {Family.GO, Family.OUT, Family.LOOK}
        assert {heard[f] for f in (Family.ALREADY, Family.HOLD, Family.STOP)} == {Family.LOOK}
        assert [family_shown(family, False) for family in Family] == list(Family)
        assert not is_covered(Family.STOP, False)

    def test_candidates_do_not_tell_what_is_the_matter_with_them(self, qtbot) -> None:
        plain = verdict(qtbot, people.result(Outcome.AMBIGUOUS))
        assert any("Not paid" in row.accessibleName() for row in plain._rows)
        view = verdict(qtbot, people.result(Outcome.AMBIGUOUS), discreet=True)
        assert not any("Not paid" in row.accessibleName() for row in view._rows)
        with qtbot.waitSignal(view.candidate_chosen):
            assert view.choose(1)

    def test_the_operator_hears_the_whole(self, qtbot) -> None:
        view = verdict(qtbot, people.result(Outcome.UNPAID, people.CLAIRE), discreet=True)
        assert view.accessibleName().startswith("Not paid. Claire Muller. Order SIL-9QW2T is open")

    def test_a_reason_that_changes_stays_small(self, qtbot) -> None:
        view = verdict(qtbot, people.result(Outcome.UNPAID, people.CLAIRE), discreet=True)
        view.set_reason("Paid at 09:12", "Scan again.")
        assert view._plan.reason_lines == ["Not paid: Paid at 09:12"]
        assert view._plan.way_lines == ["Scan again."]

    def test_the_option_can_be_taken_back(self, qtbot) -> None:
        view = verdict(qtbot, people.result(Outcome.REVOKED, people.NURIA), discreet=True)
        view.set_discreet(False)
        view.show_result(people.result(Outcome.REVOKED, people.NURIA))
        assert view._large().word == "Old badge"
        assert view.grab().toImage().pixelColor(400, 300) == theme().color("stop")


class TestHandOver:
    def admitted(self, **more: object) -> ScanResult:
        return replace(people.result(Outcome.ADMITTED, people.AOIFE, HAND_OVER), **more)

    def test_everything_to_give_is_in_one_line(self) -> None:
        given = self.admitted(badge_place="box 2, no. 117", handed_over=True)
        assert hand_over_line(given) == "Hand over: box 2, no. 117 · green lanyard · lunch card"
        assert hand_over_line(self.admitted(badge_place="box 2, no. 117")) == "Hand over: green lanyard · lunch card"
        assert hand_over_line(people.result(Outcome.ADMITTED)) == ""
        twice = (*HAND_OVER, Notice("hand_over", "Hand over", "Lunch card."), HAND_OVER[0])
        assert hand_over_line(self.admitted(notices=twice)).count("green lanyard") == 1
        assert other_notices(given) == (people.STEP_FREE,)

    @pytest.mark.parametrize("metrics", CARDS, ids=lambda m: m.point.value)
    def test_the_line_is_whole_and_covers_nothing(self, qtbot, metrics) -> None:
        things = tuple(Notice("hand_over", "Hand over", f"thing number {n}") for n in range(5))
        view = verdict(qtbot, self.admitted(notices=(*things, people.STEP_FREE)), metrics)
        line = view._give
        shown = " ".join(line.lines(line.width())).replace("\u00a0", " ")
        assert line.isVisible()
        assert shown == line.words
        assert line.height() >= len(line.lines(line.width())) * fonts.line(line._font(line.width()))
        assert line.y() >= view._plan.plate.bottom()
        assert line.geometry().bottom() <= view._shown_acts().y()
        for other in view._strips:
            assert not other.isVisible() or not other.geometry().intersects(line.geometry())
            assert not other.isVisible() or other.geometry().bottom() <= view._shown_acts().y()

    @pytest.mark.parametrize("metrics", CARDS, ids=lambda m: m.point.value)
    def test_with_what_is_usual_the_first_notice_has_room_too(self, qtbot, metrics) -> None:
        given = self.admitted(badge_place="box 2, no. 117", handed_over=True)
        view = verdict(qtbot, given, metrics)
        assert view._strips[0].isVisible()
        assert view._rest == 0

    def test_it_stands_out_and_goes_with_the_next_verdict(self, qtbot) -> None:
        view = verdict(qtbot, self.admitted())
        corner = view._give.geometry().topLeft() + QPoint(300, 4)
        assert view.grab().toImage().pixelColor(corner) == theme().color("on_go")
        assert "Hand over: green lanyard · lunch card" in view.accessibleName()
        assert not any(s.isVisible() and "lanyard" in s.accessibleName() for s in view._strips)
        view.show_result(people.result(Outcome.ADMITTED, people.JURGEN))
        assert not view._give.isVisible()


class TestPhoto:
    @pytest.mark.parametrize(("photo", "told"), [("yes", "Photos: yes"), ("no", "Photos: no"), ("", "")])
    def test_consent_is_a_dot_with_words(self, qtbot, photo: str, told: str) -> None:
        result = replace(people.result(Outcome.ADMITTED, people.JURGEN), photo=photo)
        view = verdict(qtbot, result)
        assert view._head.photo == told
        assert ("Photos" in view.accessibleName()) == bool(told)
        image = view.grab().toImage()
        where = range(460, 560)
        dotted = any(image.pixelColor(x, 37) == theme().color("on_go") for x in where)
        assert dotted == bool(told)

    def test_yes_and_no_have_icons_of_their_own(self, qtbot) -> None:
        pictures = []
        for photo in ("yes", "no"):
            view = verdict(qtbot, replace(people.result(Outcome.ALREADY, people.MARTA), photo=photo))
            assert view._head.photo_icon == ("camera" if photo == "yes" else "camera-off")
            pictures.append(view.grab(view.rect().adjusted(0, 0, 0, -640)).toImage())
        assert pictures[0] != pictures[1]

    def test_a_refusal_has_none(self, qtbot) -> None:
        result = replace(people.result(Outcome.UNPAID, people.CLAIRE), photo="no")
        assert verdict(qtbot, result)._head.photo == ""
        already = replace(people.result(Outcome.ALREADY, people.MARTA), photo="no")
        assert verdict(qtbot, already)._head.photo == "Photos: no"
        assert verdict(qtbot, already, discreet=True)._head.photo == ""


class TestStays:
    @pytest.mark.parametrize(
        ("setting", "admitted", "noticed", "unpaid"),
        [("short", 1500, 3600, 6000), ("normal", 2500, 6000, 10000), ("long", 5000, 12000, 20000), ("next", 0, 0, 0)],
    )
    def test_the_setting_scales_it(self, setting: str, admitted: int, noticed: int, unpaid: int) -> None:
        assert stays_ms(people.result(Outcome.ADMITTED), setting) == admitted
        assert stays_ms(people.result(Outcome.ADMITTED, None, people.NOTICES), setting) == noticed
        assert stays_ms(replace(people.result(Outcome.ADMITTED), handed_over=True), setting) == noticed
        assert stays_ms(people.result(Outcome.UNPAID, people.CLAIRE), setting) == unpaid
        assert stays_ms(people.result(Outcome.AMBIGUOUS), setting) == 0

    def test_another_word_is_refused(self) -> None:
        with pytest.raises(KeyError):
            stays_ms(people.result(Outcome.ADMITTED), "for ever")

    def test_until_the_next_scan_nothing_runs(self, qtbot) -> None:
        view = verdict(qtbot, people.result(Outcome.ADMITTED))
        assert view.bar.running
        view.show_result(people.result(Outcome.ADMITTED), stays=stays_ms(people.result(Outcome.ADMITTED), "next"))
        assert not view.bar.running


class TestStrip:
    def test_a_question_is_answered_once(self, qtbot) -> None:
        made = strip(qtbot)
        made.show_question(strip_words.badge_question(), strip_words.badge_answers())
        heard: list[str] = []
        made.question_answered.connect(heard.append)
        made.reason_chosen.connect(lambda reason: heard.append(f"reason {reason}"))
        assert made.asks is Asks.BADGE
        assert [b.key for b in visible(made, QAbstractButton)] == ["Ctrl 1", "Ctrl 2"]
        assert made._buttons[1].accessibleName() == "Badge taken back? No, it is gone"
        assert made._timer.interval() == QUESTION_STAYS_MS
        assert not made.choose(3)
        assert made.choose(2)
        assert not made.choose(2)
        assert heard == [strip_words.GONE]
        assert made.asks is None

    def test_a_question_comes_after_the_reason(self, qtbot) -> None:
        made = strip(qtbot)
        made.show_taken_back("Taken back. Why?", REASONS)
        made.show_question("Badge taken back?", strip_words.badge_answers())
        assert made.asks is Asks.REASON
        with qtbot.waitSignal(made.reason_chosen) as heard:
            made.choose(2)
        assert heard.args == ["person"]
        assert made.asks is Asks.BADGE
        with qtbot.waitSignal(made.question_answered) as heard:
            made.choose(1)
        assert heard.args == ["yes"]

    def test_a_question_also_comes_when_no_reason_is_chosen(self, qtbot) -> None:
        made = strip(qtbot)
        made.show_taken_back("Taken back. Why?", REASONS)
        made.show_question("Badge taken back?", strip_words.badge_answers())
        assert made._timer.interval() == 4000
        made._timer.start(10)
        qtbot.waitUntil(lambda: made.asks is Asks.BADGE)
        made._timer.start(10)
        qtbot.waitUntil(lambda: made.asks is None)

    def test_a_new_undo_drops_the_question_of_the_one_before(self, qtbot) -> None:
        made = strip(qtbot)
        made.show_taken_back("Taken back. Why?", REASONS)
        made.show_question("Badge taken back?", strip_words.badge_answers())
        made.show_taken_back("Taken back: another. Why?", REASONS)
        made.choose(1)
        assert made.asks is Asks.REASON

    def test_somebody_elses_act_is_taken_back_by_one_key(self, qtbot) -> None:
        made = strip(qtbot)
        made.show_other("The last act here is Callum Reid’s.", "Jürgen Müller checked in, 09:12")
        assert made.accessibleName() == "The last act here is Callum Reid’s. Jürgen Müller checked in, 09:12"
        assert [b.words for b in visible(made, QAbstractButton)] == ["Take it back all the same"]
        assert not made.choose(2)
        with qtbot.waitSignal(made.other_confirmed):
            QTest.mouseClick(made._buttons[0], Qt.MouseButton.LeftButton)
        assert made.asks is None

    def test_why_a_badge_is_printed_again(self, qtbot) -> None:
        made = strip(qtbot)
        made.show_print_again(strip_words.print_question("Ő Nagy"), strip_words.print_reasons())
        assert "Ő Nagy" in made.accessibleName()
        for number, reason in enumerate(("damaged", "lost", "name corrected", "did not come out"), 1):
            made.show_print_again(strip_words.print_question(), strip_words.print_reasons())
            with qtbot.waitSignal(made.print_reason_chosen) as heard:
                assert made.choose(number)
            assert heard.args == [reason]

    @pytest.mark.parametrize("pane", [400, 336])
    @pytest.mark.parametrize("name", ["strip-question-named", "strip-other", "strip-other-two", "strip-print"])
    def test_it_fits_the_pane_with_its_keys(self, qtbot, pane: int, name: str) -> None:
        window = SCENES[name](*{400: (1280, 800), 336: (1024, 600)}[pane])
        qtbot.addWidget(window)
        QApplication.processEvents()
        left: LeftPane = window.desk.left
        assert left.width() == pane
        made = left.undo_strip
        buttons = visible(made, QAbstractButton)
        assert all(b.words_fit() and b._parts()[1] for b in buttons)
        assert all(made.rect().contains(b.geometry()) for b in buttons)
        assert not any(a.geometry().intersects(b.geometry()) for a in buttons for b in buttons if a is not b)


SCENES_HERE = [name for name in SCENES if not name.startswith(("lock", "help"))]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SCENES_HERE)
@pytest.mark.parametrize("long", [False, True], ids=["english", "longer"])
def test_nothing_is_cut_and_every_button_is_in_sight(qtbot, name: str, size, long: bool) -> None:
    translator = Longer()
    if long:
        QCoreApplication.installTranslator(translator)
    try:
        made: QWidget = SCENES[name](*size)
        qtbot.addWidget(made)
        for _ in range(2):
            QApplication.processEvents()
        assert (made.width(), made.height()) == size
        assert cut(made) == []
        if name.startswith("strip") and not long:
            made_strip = made.desk.left.undo_strip
            assert made_strip.visibleRegion().boundingRect() == made_strip.rect()
    finally:
        QCoreApplication.removeTranslator(translator)


def test_colours_of_a_discreet_verdict_are_readable() -> None:
    for mode in ("light", "dark", "high-contrast"):
        theme().set_mode(mode)
        ground, ink = theme().color("look"), theme().color("on_look")
        assert abs(_luminance(ground) - _luminance(ink)) > 0.4


def _luminance(colour: QColor) -> float:
    return 0.2126 * colour.redF() + 0.7152 * colour.greenF() + 0.0722 * colour.blueF()
