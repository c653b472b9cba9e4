"""The small painted widgets: sizes, states, keys, words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from checkin.domain.outcome import Family
from checkin.gui import fonts
from checkin.gui.layout_metrics import COMPACT, NORMAL, SMALL, WIDE, metrics_for
from checkin.gui.theme import theme
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.act_bar import ActBar
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind, State, look
from checkin.gui.widgets.camera_view import CameraView
from checkin.gui.widgets.chip import Chip
from checkin.gui.widgets.fit_name import FitName, fit_name
from checkin.gui.widgets.rail import Rail, RailPage
from checkin.gui.widgets.search_field import SearchField
from checkin.gui.widgets.status_strip import StatusStrip
from checkin.gui.widgets.strip_item import StripState
from checkin.gui.widgets.text_lines import break_lines, break_name
from checkin.gui.widgets.time_bar import TimeBar
from checkin.gui.widgets.top_bar import TopBar
from checkin.gui.widgets.undo_strip import UndoStrip
from checkin.gui.widgets.verdict_shape import VerdictShape

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

NAMES = (
    "Ő Nagy", "Aoife Ní Bhraonáin-O’Sullivan", "Wolfeschlegelsteinhausenbergerdorff", "Дарина Коваленко",
    "María del Carmen Fernández-Villaverde y Gutiérrez de la Concepción", "Þórunn Ægisdóttir", "Li",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [280, 480, 678])
def test_a_name_is_shown_whole_and_fits(name: str, width: int) -> None:
    font, lines = fit_name(name, width, 46, 38)
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")
    assert len(lines) <= 2
    assert all(fonts.width(font, line) <= width for line in lines)


def test_a_name_shrinks_before_it_takes_a_second_line() -> None:
    name = "Aoife Ní Bhraonáin-O’Sullivan"
    whole = round(fonts.width(fonts.font(46, 700), name)) + 1
    assert fit_name(name, whole, 46, 38)[0].pixelSize() == 46
    font, lines = fit_name(name, whole - 80, 46, 38)
    assert (len(lines), 38 <= font.pixelSize() < 46) == (1, True)
    assert fit_name(name, 400, 46, 38)[1] == ("Aoife Ní Bhraonáin-", "O’Sullivan")


def test_a_name_breaks_only_at_spaces_and_after_hyphens() -> None:
    font = fonts.font(40, 700)
    assert break_name("Anne-Marie Le Roux", font, 1) == ["Anne-", "Marie", "Le", "Roux"]
    assert break_name("", font, 100) == [""]


def test_fit_name_asks_for_the_height_it_paints() -> None:
    widget = FitName("Aoife Ní Bhraonáin-O’Sullivan")
    assert widget.heightForWidth(400) > 1.5 * widget.heightForWidth(700)


def test_running_text_loses_no_letter_when_broken() -> None:
    text = "Ask for the name and type it. Donaudampfschifffahrtsgesellschaftskapitän"
    lines = break_lines(text, fonts.font(18, 500), 160)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(fonts.width(fonts.font(18, 500), line) <= 161 for line in lines)


def test_a_button_holds_its_words_and_key() -> None:
    plain, keyed = Button("Print only"), Button("Print only", "printer", "Ctrl P")
    assert keyed.sizeHint().width() > plain.sizeHint().width() + 60
    assert keyed.sizeHint().height() == 48
    assert keyed.accessibleName() == "Print only"
    keyed.resize(keyed.sizeHint())
    assert keyed.words_fit()
    keyed.resize(60, 48)
    assert not keyed.words_fit()


def test_words_with_an_ampersand_keep_it() -> None:
    button = Button("Meals & drinks")
    assert (button.words, button.accessibleName()) == ("Meals & drinks", "Meals & drinks")


def test_the_verb_wraps_to_two_lines_before_anything_is_cut() -> None:
    verb = Button("Einchecken und Namensschild ausdrucken", "badge-check", "Enter", Kind.VERB, 72)
    verb.resize(380, 72)
    assert verb.words_fit()
    assert len(verb._lines()) == 2


def test_a_shut_button_tells_why(qtbot) -> None:
    button = Button("Depart", key="Ctrl Enter")
    qtbot.addWidget(button)
    button.set_shut("Three people are missing.")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "Three people are missing."
    button.set_shut("")
    assert button.isEnabled()
    assert button.toolTip() == ""


@pytest.mark.parametrize("kind", list(Kind))
def test_every_state_of_a_button_looks_different(kind: Kind) -> None:
    states = (State(), State(hover=True), State(hover=True, pressed=True), State(enabled=False))
    looks = {_key(look(kind, state, "stop", "on_stop")) for state in states}
    assert len(looks) == len(states)


def _key(found) -> tuple:
    return tuple(c.rgba() if c is not None else None for c in (found.fill, found.outline, found.text))


def test_the_focus_ring_is_painted(qtbot) -> None:
    for kind in (Kind.VERB, Kind.SECONDARY, Kind.QUIET):
        button = Button("Save", kind=kind)
        qtbot.addWidget(button)
        button.resize(160, 48)
        button.show()
        QTest.qWaitForWindowExposed(button)
        button.activateWindow()
        button.clearFocus()
        before = button.grab().toImage()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(button.hasFocus)
        assert button.grab().toImage() != before


ACTS = (Act("a", "Check in only", "check", "Ctrl Enter"), Act("b", "Print only", "printer", "Ctrl P"),
        Act("c", "Group of four", "users-round", "F6"))  # fmt: skip


def test_acts_lose_icons_then_move_to_more(qtbot) -> None:
    bar = ActBar(Kind.SECONDARY, own_more=True)
    qtbot.addWidget(bar)
    bar.set_acts(ACTS)
    bar.resize(900, 48)
    bar.show()
    assert bar.overflow() == ()
    assert bar.button("a").icon_name == "check"
    bar.resize(bar.natural_width() - 20, 48)
    assert bar.overflow() == ()
    assert bar.button("a").icon_name == ""
    room = bar._width(2) + 8 + bar._more.sizeHint().width()
    bar.resize(room, 48)
    assert [act.id for act in bar.overflow()] == ["c"]
    assert bar._more.isVisible()
    assert bar._more.geometry().right() <= room
    with qtbot.waitSignal(bar.act_requested) as heard:
        bar.button("b").click()
    assert heard.args == ["b"]


WELL = (StripState("waits", "green", "Nothing waiting", "3 desks agree"), StripState("hub", "green", "Hub", "2 s ago"),
        StripState("printer", "green", "Printer", "212 labels"))  # fmt: skip
ILL = (StripState("waits", "amber", "12 acts wait", "oldest 4 min"), *WELL[1:])


def strip(qtbot, states, width: int, metrics=NORMAL) -> StatusStrip:
    made = StatusStrip()
    qtbot.addWidget(made)
    made.set_operator("Ailsa Drummond", "Desk 2")
    made.set_metrics(metrics)
    made.set_items(states)
    made.resize(width, metrics.strip)
    made.show()
    return made


def test_the_strip_shows_everything_where_there_is_room(qtbot) -> None:
    made = strip(qtbot, WELL, 1184)
    assert [item.terse for item in made._items] == [False, False, False]
    assert all(item.isVisible() for item in made._items)


def test_healthy_items_give_way_first_and_ailing_ones_never_shrink(qtbot) -> None:
    made = strip(qtbot, ILL, 1184)
    seen = set()
    for width in range(1184, 600, -8):
        made.resize(width, 44)
        shown = [item for item in (*made._items, made._well) if item.isVisible()]
        assert made._items[0] in shown
        assert not made._items[0].terse
        assert max(item.geometry().right() for item in shown) <= width - 60
        seen.add(tuple((item.state.word, item.terse) for item in shown))
    assert (("12 acts wait", False), ("Hub", False), ("Printer", True)) in seen
    assert (("12 acts wait", False), ("Hub", True), ("Printer", True)) in seen
    assert (("12 acts wait", False), ("All well", False)) in seen


def test_a_compact_strip_shows_the_worst_only(qtbot) -> None:
    states = (*ILL, StripState("source", "red", "pretix", "1 set aside"))
    made = strip(qtbot, states, 584, COMPACT)
    assert [item.state.word for item in (*made._items, made._well) if item.isVisible()] == ["pretix"]


def test_a_strip_item_opens_its_page_and_says_its_state(qtbot) -> None:
    made = strip(qtbot, ILL, 1184)
    assert made._items[0].accessibleName() == "12 acts wait, oldest 4 min"
    with qtbot.waitSignal(made.item_opened) as heard:
        made._items[1].click()
    assert heard.args == ["hub"]
    with qtbot.waitSignal(made.lock_requested):
        made._operator.click()


def test_the_rail_shows_the_pages_given_and_no_others(qtbot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.set_pages((RailPage("desk", "scan-line", "Desk"), RailPage("rooms", "door-open", "Rooms")))
    rail.set_current("desk")
    rail.show()
    assert [button.page.key for button in rail._buttons] == ["desk", "rooms"]
    with qtbot.waitSignal(rail.page_chosen) as heard:
        rail._buttons[1].click()
    assert heard.args == ["rooms"]
    assert [button.isChecked() for button in rail._buttons] == [False, True]
    for metrics, width in ((COMPACT, 56), (SMALL, 80), (WIDE, 96)):
        rail.set_metrics(metrics)
        assert rail.width() == width
    rail.set_pages((RailPage("desk", "scan-line", "Desk"),))
    assert len(rail._buttons) == 1


@pytest.mark.parametrize(("size", "point"), [((899, 800), COMPACT), ((1199, 800), SMALL), ((1280, 699), SMALL),
                                             ((1280, 800), NORMAL), ((1600, 900), WIDE)])  # fmt: skip
def test_break_points(size, point) -> None:
    assert metrics_for(*size) is point


def test_the_time_bar_runs_out_once_and_can_be_held(qtbot) -> None:
    bar = TimeBar()
    qtbot.addWidget(bar)
    heard = []
    bar.ran_out.connect(lambda: heard.append(1))
    bar.start(120, "on_go")
    bar.pause()
    qtbot.wait(200)
    assert heard == []
    assert bar.left() > 0.5
    with qtbot.waitSignal(bar.ran_out, timeout=2000):
        bar.resume()
    qtbot.wait(120)
    assert heard == [1]
    bar.start(0, "on_go")
    assert not bar.running


def test_the_undo_strip_offers_reasons_and_goes_away(qtbot) -> None:
    made = UndoStrip()
    qtbot.addWidget(made)
    made.resize(360, 160)
    made.show_taken_back("Taken back: Ő Nagy", (("scan", "Wrong scan"), ("person", "Wrong person")))
    assert [button.isVisible() for button in made._buttons] == [True, True, False, False]
    with qtbot.waitSignal(made.reason_chosen) as heard:
        assert made.choose(2)
    assert heard.args == ["person"]
    assert not made.choose(3)
    made._timer.start(20)
    qtbot.waitUntil(lambda: not made.isVisible())
    assert not made.choose(1)


def test_the_search_field_steps_and_escapes(qtbot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    field.resize(360, 56)
    field.show()
    assert field.cap() == "Ctrl F"
    steps, escapes = [], []
    field.stepped.connect(steps.append)
    field.escaped.connect(lambda: escapes.append(1))
    field.setText("mul")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Escape):
        QTest.keyClick(field, key)
    assert (steps, escapes, field.text(), field.cap()) == ([1, -1, 6], [1], "mul", "Esc")
    assert field.placeholderText() == "Scan a badge or type a name"
    field.resize(290, 56)
    assert field.placeholderText() == "Scan or type a name"
    field.resize(220, 56)
    assert field.placeholderText() == "Scan or type"


def test_the_camera_outlines_what_it_found(qtbot) -> None:
    view = CameraView()
    qtbot.addWidget(view)
    view.resize(320, 180)
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    view.set_frame(image, [((100, 60), (200, 60), (200, 160), (100, 160))])
    green = QColor("#5CF2B8")
    assert view.grab().toImage().pixelColor(50, 50) == green
    view.set_frame(image, [((100, 60), (200, 60), (200, 160), (100, 160))], mirrored=True)
    shown = view.grab().toImage()
    assert shown.pixelColor(50, 50) != green
    assert shown.pixelColor(320 - 50, 50) == green


def test_the_five_shapes_are_told_apart_without_colour(qtbot) -> None:
    outlines = set()
    for family in (Family.GO, Family.ALREADY, Family.HOLD, Family.STOP, Family.LOOK):
        shape = VerdictShape(family, "check", 96)
        qtbot.addWidget(shape)
        shape.resize(96, 96)
        image = QImage(96, 96, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        shape.render(image, QPoint(0, 0), renderFlags=shape.RenderFlag.DrawChildren)
        outlines.add(tuple(image.pixelColor(x, y).alpha() > 128 for x in range(0, 96, 6) for y in range(0, 96, 6)))
    assert len(outlines) == 5


def test_chips_and_bars_say_what_they_show(qtbot) -> None:
    assert Chip("Not paid", "hold", "banknote").accessibleName() == "Not paid"
    bar = TopBar()
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    bar.show_fault("The disk is full.", "Free some space.", (("again", "Try again"),))
    assert bar.isVisible()
    assert bar.accessibleName() == "The disk is full. Free some space."
    with qtbot.waitSignal(bar.act_requested) as heard:
        bar._buttons[0].click()
    assert heard.args == ["again"]
    bar.clear()
    assert not bar.isVisible()


def test_colours_follow_the_mode_while_the_window_is_open(qtbot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(600, 64)
    bar.show_fault("The disk is full.", "Free some space.")
    assert bar.grab().toImage().pixelColor(2, 2) == QColor("#B3261E")
    theme().set_mode("dark")
    assert bar.grab().toImage().pixelColor(2, 2) == QColor("#C2332A")
