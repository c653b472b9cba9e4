"""The settings' views: what they show of plain values, what they emit, that nothing is cut, and that all is named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QSlider, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import metrics_for
from checkin.gui.pages.settings.event_section import DoorLine, EventFacts
from checkin.gui.pages.settings.setting_words import choices_of, keys, name_of, value_words
from checkin.gui.pages.settings.settings_view import SettingsView
from checkin.gui.pages.settings.try_card import TriedWords
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.line import Line
from checkin.gui.widgets.segments import Segments
from checkin.gui.widgets.slider import NumberSlider
from checkin.gui.widgets.stepper import Stepper
from checkin.gui.widgets.text import Text
from checkin.gui.widgets.told_box import ToldBox
from checkin.services.settings import SETTINGS

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

DEFAULTS = {setting.key: setting.default for setting in SETTINGS}
SIZES = [(1280, 800), (1024, 600), (640, 400)]
SECTIONS = ["event", "list", "scanners", "printers", "look", "backup"]
QUIET = ("Everybody", "quiet", "")
FACTS = EventFacts(
    title="Social Innovation Lab Glasgow",
    about="Making Inclusive Cities through Social Innovation\n23 March 2026 to 25 March 2026, Glasgow, Europe/London",
    notice="Demo data: all names, contacts and bookings are invented.",
    rooms=(Line("Hall", "6 wheelchair places among them", "door-open", side="180 people"),),
    doors=(
        DoorLine("main", "", Line("Main door", "", "door-open", chip=QUIET, lead="all day")),
        DoorLine("one", "2026-03-24", Line("Official opening", "Hall, 180 people", "presentation", chip=QUIET)),
        DoorLine("two", "2026-03-25", Line("Closing", "Hall, 180 people", "presentation", chip=QUIET)),
    ),
    days=(("2026-03-24", "Tue 24 Mar"), ("2026-03-25", "Wed 25 Mar")),
    today="2026-03-24",
    sentences=(("Not paid", "Send them to the pay desk in the foyer. Once it is paid there, scan again."),),
)


def filled(qtbot, size: tuple[int, int] = (1184, 756), section: str = "event") -> SettingsView:
    """The view as it looks on a desk with everything to tell, in a window of that size."""
    view = SettingsView()
    qtbot.addWidget(view)
    view.resize(*size)
    view.set_metrics(metrics_for(size[0] + 96, size[1] + 44))
    view.event_section.show_event(FACTS)
    view.list_section.show_lists([Line("people.csv", "130 rows, 24 March 2026, 09:00", "file-up")], "130 people.")
    view.look_section.set_languages([("en", "English"), ("de", "Deutsch")])
    view.look_section.set_audible(False)
    cameras = [("", Line("The first one", "Front camera", "camera")), ("2", Line("Logitech BRIO", "", "camera"))]
    view.scanner_section.camera.show_cameras(cameras, "", "Looking for cameras…")
    view.scanner_section.camera.show_advice("Move the badge closer.", use_here=True)
    view.scanner_section.try_card.show_tried(
        TriedWords("GX1E KWM XQQ3 was taken for typing", "Every 48 ms: set 60.", "hold", "triangle-alert", 60, 4)
    )
    printers = [("pdf", Line("A folder of PDF files", "/home/ailsa/prints", "folder-open"))]
    view.printer_section.show_printers(printers, "pdf", "Looking for printers…")
    view.printer_section.show_test("Out of labels", "Put a roll in, then print again.", "stop", "triangle-alert")
    view.backup_section.show_copy(Line("24 March 2026, 08:31", "checkin.db", "shield", side="946 kB"), "/home/backups")
    view.backup_section.ask("Bring back checkin.db, 946 kB, of 24 March?", "What was done since is kept beside.")
    view.fill(DEFAULTS)
    view.header.set_undo("Loudness 80 → 40")
    view.show_section(section)
    view.show()
    for _ in range(3):
        QApplication.processEvents()
    return view


def visible(root: QWidget, kind: type) -> list:
    return [child for child in root.findChildren(kind) if child.isVisible()]


def cut(root: QWidget) -> list[str]:
    """Words that are painted in less room than they need."""
    found = [f"button {b.words!r} in {b.width()}" for b in visible(root, Button) if not b.words_fit()]
    for box in visible(root, ToldBox):
        if box.heightForWidth(box.width()) > box.height():
            found.append(f"box {box.title!r} in {box.height()}")
    for segments in visible(root, Segments):
        if segments.heightForWidth(segments.width()) > segments.height():
            found.append(f"choices {segments.accessibleName()!r} in {segments.height()}")
    for text in visible(root, Text):
        if text.elidable or not text.text():
            continue
        if text.wordWrap():
            short = text.heightForWidth(text.width()) > text.height() + 2
        else:
            short = fonts.width(text.font(), text.text()) > text.width() + 1
        if short:
            found.append(f"text {text.text()!r} in {text.width()}×{text.height()}")
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("section", SECTIONS)
def test_no_words_are_cut(qtbot, section: str, size: tuple[int, int]) -> None:
    view = filled(qtbot, (size[0] - 96, size[1] - 44), section)
    assert (view.width(), view.height()) == (size[0] - 96, size[1] - 44)
    assert cut(view) == []
    view.toggle_commands()
    for _ in range(3):
        QApplication.processEvents()
    assert cut(view) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("section", SECTIONS)
def test_no_words_are_cut_in_a_longer_language(qtbot, longer, section: str, size: tuple[int, int]) -> None:
    view = filled(qtbot, (size[0] - 96, size[1] - 44), section)
    assert cut(view) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_targets_are_large_and_named(qtbot, section: str) -> None:
    view = filled(qtbot, section=section)
    controls = [*visible(view, QAbstractButton), *visible(view, QLineEdit), *visible(view, QSlider)]
    assert len(controls) > 7
    for control in controls:
        assert control.accessibleName(), control
        assert min(control.height(), control.width()) >= 48, control.accessibleName()


def test_words_of_the_settings_are_those_of_the_services() -> None:
    """Every setting is on a page, with every value that it can have and no other."""
    assert set(keys()) == set(DEFAULTS)
    for setting in SETTINGS:
        assert name_of(setting.key)
        if setting.choices:
            assert sorted(value for value, _ in choices_of(setting.key)) == sorted(setting.choices)
    assert value_words("look.theme", "high-contrast") == "High contrast"
    assert value_words("desk.door", "one", {"one": "Official opening"}) == "Official opening"
    assert value_words("desk.door", "") == "nothing"


def test_every_setting_has_a_control_and_its_command(qtbot) -> None:
    view = filled(qtbot, section="look")
    rows = {key: row for section in view.sections.values() for key, row in section.settings.items()}
    assert set(rows) == set(DEFAULTS)
    assert rows["look.theme"].command == "checkin setting look.theme system"
    assert rows["desk.door"].command == 'checkin setting desk.door ""'
    theme_row = rows["look.theme"]
    shown = [t.text() for t in visible(theme_row, Text)]
    assert theme_row.command not in shown
    view.toggle_commands()
    assert theme_row.command in [t.text() for t in visible(theme_row, Text)]
    assert theme_row.control.accessibleDescription() == theme_row.command


def test_a_choice_is_announced_once_and_a_filling_is_not(qtbot) -> None:
    view = filled(qtbot, section="look")
    heard: list[tuple[str, str]] = []
    view.look_section.setting_changed.connect(lambda key, value: heard.append((key, value)))
    theme_choice = view.look_section.settings["look.theme"].control
    theme_choice.button("dark").click()
    view.fill({**DEFAULTS, "look.theme": "light"})
    assert heard == [("look.theme", "dark")]
    assert theme_choice.chosen == "light"


def test_arrows_go_through_choices(qtbot) -> None:
    segments = Segments("Theme")
    qtbot.addWidget(segments)
    segments.set_choices([("a", "One"), ("b", "Two")])
    segments.set_chosen("a")
    segments.show()
    segments.activateWindow()
    heard: list[str] = []
    segments.chosen_changed.connect(heard.append)
    segments.button("a").setFocus()
    qtbot.waitUntil(segments.button("a").hasFocus)
    QTest.keyClick(segments.button("a"), Qt.Key.Key_Right)
    assert (segments.chosen, heard) == ("b", ["b"])


def test_a_number_goes_by_steps_within_its_bounds_and_is_told_once(qtbot) -> None:
    stepper = Stepper("Pause", 5, 200, 5, "ms")
    qtbot.addWidget(stepper)
    stepper.set_value(37)
    heard: list[int] = []
    stepper.value_changed.connect(heard.append)
    stepper.more.click()
    assert stepper.value == 40
    stepper.more.click()
    stepper.set_value(10)
    assert stepper.value == 45
    qtbot.waitUntil(lambda: heard == [45], timeout=3000)
    stepper.set_value(12)
    stepper.less.click()
    assert stepper.value == 10
    stepper.less.click()
    assert (stepper.value, stepper.less.isEnabled()) == (5, False)
    qtbot.waitUntil(lambda: heard == [45, 5], timeout=3000)


def test_the_slider_follows_keys_and_presses(qtbot) -> None:
    slider = NumberSlider("Loudness")
    qtbot.addWidget(slider)
    slider.resize(320, 48)
    slider.show()
    slider.set_value(80)
    heard: list[int] = []
    slider.value_changed.connect(heard.append)
    QTest.keyClick(slider.line, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: heard == [75], timeout=3000)
    QTest.mouseClick(slider.line, Qt.MouseButton.LeftButton, pos=QPoint(slider.line.width() // 2, 24))
    assert heard[-1] == slider.value
    assert 48 <= slider.value <= 52


def test_the_door_in_force_is_in_sight_whatever_day_is_shown(qtbot) -> None:
    view = filled(qtbot)
    section = view.event_section
    assert list(section.doors.rows) == ["main", "one"]
    assert section.doors.chosen == "main"
    view.fill({**DEFAULTS, "desk.door": "two"})
    assert list(section.doors.rows) == ["main", "one", "two"]
    assert section.doors.chosen == "two"
    heard: list[tuple[str, str]] = []
    section.setting_changed.connect(lambda key, value: heard.append((key, value)))
    section.doors.rows["one"].setFocus()
    QTest.keyClick(section.doors.rows["one"], Qt.Key.Key_Down)
    assert section.doors.rows["two"].hasFocus()
    assert heard == []
    QTest.keyClick(section.doors.rows["two"], Qt.Key.Key_Up)
    QTest.keyClick(section.doors.rows["one"], Qt.Key.Key_Return)
    assert heard == [("desk.door", "one")]


def test_a_name_is_taken_on_enter_or_when_the_field_is_left(qtbot) -> None:
    view = filled(qtbot)
    view.fill({**DEFAULTS, "desk.name": "Desk 2"})
    heard: list[str] = []
    view.event_section.setting_changed.connect(lambda _key, value: heard.append(value))
    name = view.event_section.name
    view.activateWindow()
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    name.selectAll()
    QTest.keyClicks(name, "Main")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert heard == ["Main"]
    view.event_section.set_fault("desk.name", "A desk's name has 1 to 60 characters.")
    assert view.event_section.settings["desk.name"].fault.startswith("A desk's name")
    QTest.keyClick(name, Qt.Key.Key_Escape)
    assert name.text() == "Desk 2"
    QTest.keyClicks(name, "x")
    view.list_of.setFocus()
    assert heard == ["Main", "Desk 2x"]


def test_files_that_are_dropped_are_told(qtbot, tmp_path) -> None:
    view = filled(qtbot, section="list")
    heard: list[list[str]] = []
    view.list_section.files_dropped.connect(heard.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.csv")), QUrl("https://example.org/b.csv")])
    drop = view.list_section.drop
    where = QPointF(10, 10)
    drop.dropEvent(
        QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )
    assert heard == [[str(tmp_path / "a.csv")]]


def test_sections_are_gone_through_by_arrows(qtbot) -> None:
    view = filled(qtbot)
    shown: list[str] = []
    view.section_shown.connect(shown.append)
    view.activateWindow()
    view.setFocus()
    button = view.list_of.buttons["event"]
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert (shown, view.section, view.header.title.whole) == (["list"], "list", "Attendee list")
    assert view.list_of.buttons["list"].hasFocus()


def test_undo_says_what_it_takes_back_as_far_as_there_is_room(qtbot) -> None:
    view = filled(qtbot)
    assert view.header.undo.words == "Undo: Loudness 80 → 40"
    view.header.set_undo("Where badges go A folder of PDF files → Brother-QL-820NWB-of-the-main-entrance")
    assert view.header.undo.words == "Undo"
    assert "Brother" in view.header.undo.accessibleName()
    view.header.set_undo("")
    assert not view.header.undo.isEnabled()
    assert view.header.undo.toolTip()


def test_thresholds_that_are_proposed_can_be_taken(qtbot) -> None:
    view = filled(qtbot, section="scanners")
    heard: list[tuple[str, str]] = []
    view.scanner_section.setting_changed.connect(lambda key, value: heard.append((key, value)))
    card = view.scanner_section.try_card
    assert card.use_gap.words == "Use 60 ms"
    card.use_gap.click()
    card.use_keys.click()
    assert heard == [("scanner.gap_ms", "60"), ("scanner.least_keys", "4")]
    card.show_waiting()
    assert not card.use_gap.isVisible()
    assert not card.use_keys.isVisible()


@pytest.mark.parametrize("width", [1184, 944, 600])
def test_the_sentence_of_a_section_is_there_whole_or_not_at_all(qtbot, width: int) -> None:
    view = filled(qtbot, (width, 500))
    for key in view.sections:
        view.show_section(key)
        QApplication.processEvents()
        sentence = view.header._sentence
        assert not sentence.isVisible() or sentence.text() == sentence.whole
    assert width < 1184 or view.header._sentence.isVisible()
