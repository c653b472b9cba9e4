"""The filter on real Qt windows: scans reach no widget, typing does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checkin.devices.qt.keyboard_scanner import KeyboardScanner
from checkin.devices.tried import Tried
from checkin.domain.errors import UserError

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CODE = "G5ABCD12347"


class Desk(QWidget):
    """A field, a default button, shortcuts on a digit and a letter; counts what happens to them."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.button = QLineEdit(), QPushButton("Check in")
        self.pressed = self.shortcuts = 0
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.button)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._count_press)
        for keys in ("1", "Ctrl+1", "F8"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._count_shortcut)

    def _count_press(self) -> None:
        self.pressed += 1

    def _count_shortcut(self) -> None:
        self.shortcuts += 1


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.show()
    qtbot.waitExposed(desk)
    desk.activateWindow()
    desk.field.setFocus()
    qtbot.waitUntil(lambda: desk.field.hasFocus())
    return desk


@pytest.fixture
def scanner(qtbot: QtBot) -> Iterator[KeyboardScanner]:
    scanner = KeyboardScanner()
    scanner.start()
    yield scanner
    scanner.stop()


@pytest.fixture
def scanned(scanner: KeyboardScanner) -> list[str]:
    texts: list[str] = []
    scanner.payload_scanned.connect(texts.append)
    return texts


def scan(widget: QWidget, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    window = widget.window().windowHandle()
    for c in text:
        QTest.keyClick(window, c)
    if end is not None:
        QTest.keyClick(window, end)


@pytest.mark.parametrize("end", [None, Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_scan_is_announced_and_touches_no_field(
    qtbot: QtBot, desk: Desk, scanned: list[str], end: Qt.Key | None
) -> None:
    scan(desk, CODE, end)
    qtbot.waitUntil(lambda: scanned == [CODE], timeout=1000)
    qtbot.wait(60)
    assert (desk.field.text(), desk.pressed, desk.shortcuts) == ("", 0, 0)
    assert desk.field.hasFocus()


def test_a_scan_presses_no_focused_button_and_no_digit_shortcut(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    desk.button.setFocus()
    scan(desk, "1111111", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: scanned == ["1111111"], timeout=1000)
    qtbot.wait(60)
    assert (desk.pressed, desk.shortcuts) == (0, 0)


def test_without_the_scanner_the_same_keys_do_all_that(qtbot: QtBot, desk: Desk) -> None:
    desk.button.setFocus()
    scan(desk, "1111111", Qt.Key.Key_Space)
    assert (desk.pressed, desk.shortcuts) == (1, 7)


def test_typed_letters_arrive_after_the_silence_in_order(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    for c in "Mull 2":
        QTest.keyClick(desk.windowHandle(), c)
        qtbot.wait(60)
    assert desk.field.text() == "Mull 2"
    assert scanned == []


def test_a_typed_digit_still_triggers_its_shortcut(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    desk.button.setFocus()
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_1)
    qtbot.waitUntil(lambda: desk.shortcuts == 1, timeout=1000)


def test_a_typed_space_presses_the_button_once(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    desk.button.setFocus()
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.pressed == 1, timeout=1000)
    qtbot.wait(60)
    assert desk.pressed == 1


def test_commands_and_editing_keys_pass_at_once(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    desk.field.setText("Ann")
    window = desk.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Backspace)
    assert desk.field.text() == "An"
    QTest.keyClick(window, Qt.Key.Key_Home)
    assert desk.field.cursorPosition() == 0
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert desk.shortcuts == 2
    desk.button.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert desk.pressed == 1


def test_a_letter_goes_before_the_backspace_that_follows(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    QTest.keyClick(desk.windowHandle(), "a")
    QTest.keyClick(desk.windowHandle(), "b")
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_Backspace)
    assert desk.field.text() == "a"


def test_a_key_held_down_repeats_into_the_field(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    press, modifiers = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    for n in range(10):
        event = QKeyEvent(press, Qt.Key.Key_X, modifiers, "x", n > 0)
        event.setTimestamp(1000 + n * 30)
        QCoreApplication.sendEvent(desk.windowHandle(), event)
    assert desk.field.text() == "x" * 10
    assert scanned == []


def test_a_scanner_that_sends_a_character_twice_is_no_held_key(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    """X11 marks the second as a repeat when the key's release and next press fall into one millisecond."""
    code = "G500002WSMZ"
    for n, c in enumerate(code):
        twice = n > 0 and code[n - 1] == c
        event = QKeyEvent(QEvent.Type.KeyPress, ord(c), Qt.KeyboardModifier.NoModifier, c, twice)
        event.setTimestamp(1000 + n * 2)
        QCoreApplication.sendEvent(desk.windowHandle(), event)
    qtbot.waitUntil(lambda: scanned == [code])
    assert desk.field.text() == ""


def test_composed_text_goes_after_the_letters_before_it(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    QTest.keyClick(desk.windowHandle(), "a")
    composed = QInputMethodEvent("", [])
    composed.setCommitString("é")
    QCoreApplication.sendEvent(desk.field, composed)
    assert desk.field.text() == "aé"


def test_the_events_own_time_counts_not_the_moment_of_handling(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    for n, c in enumerate("mulligan"):
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, c)
        event.setTimestamp(5000 + n * 150)
        QCoreApplication.sendEvent(desk.windowHandle(), event)
    qtbot.wait(60)
    assert desk.field.text() == "mulligan"
    assert scanned == []


def test_native_codes_read_a_us_scanner_on_another_layout(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    from checkin.domain.badge import make_code

    code = next(c for c in (make_code("G5", n * 7919) for n in range(500)) if "Z" in c and "Y" not in c)
    places = dict(zip("1234567890", range(10, 20), strict=True))
    for first, row in ((24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM")):
        places |= {c: first + n for n, c in enumerate(row)}
    for n, c in enumerate(code):
        shift = Qt.KeyboardModifier.ShiftModifier if c.isalpha() else Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, 0, shift, places[c], 0, 0, c.replace("Z", "Y"))
        event.setTimestamp(9000 + n * 5)
        QCoreApplication.sendEvent(desk.windowHandle(), event)
    qtbot.waitUntil(lambda: scanned == [code], timeout=1000)


def test_a_scan_over_a_modal_dialog_is_taken_and_the_dialog_stays(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    dialog = QDialog(desk)
    layout, field, button = QVBoxLayout(dialog), QLineEdit(), QPushButton("Apply")
    layout.addWidget(field)
    layout.addWidget(button)
    button.setDefault(True)
    button.clicked.connect(dialog.accept)
    dialog.setModal(True)
    dialog.open()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    scan(dialog, CODE)
    qtbot.waitUntil(lambda: scanned == [CODE], timeout=1000)
    assert dialog.isVisible()
    assert field.text() == ""
    qtbot.wait(60)
    QTest.keyClick(dialog.windowHandle(), "k")
    qtbot.waitUntil(lambda: field.text() == "k", timeout=1000)
    dialog.close()


def test_a_dialog_opened_by_a_replayed_key_takes_scans(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    dialog = QDialog(desk)
    seen: list[str] = []

    def open_dialog() -> None:
        QTimer.singleShot(80, lambda: scan(dialog, CODE))
        QTimer.singleShot(250, dialog.reject)
        dialog.exec()
        seen.append("closed")

    QShortcut(QKeySequence("k"), desk).activated.connect(open_dialog)
    desk.button.setFocus()
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_K)
    qtbot.waitUntil(lambda: seen == ["closed"], timeout=3000)
    assert scanned == [CODE]


def test_releases_of_a_scans_keys_reach_nobody(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    released: list[str] = []

    class Watch(QLineEdit):
        def keyReleaseEvent(self, event: QKeyEvent) -> None:
            released.append(event.text())

    watch = Watch(desk)
    watch.show()
    watch.setFocus()
    window = desk.windowHandle()
    for c in CODE:
        QTest.keyPress(window, c)
    qtbot.waitUntil(lambda: scanned == [CODE], timeout=1000)
    for c in CODE:
        QTest.keyRelease(window, c)
    assert released == []
    QTest.keyClick(window, "z")
    qtbot.waitUntil(lambda: released == ["z"], timeout=1000)


def test_keys_held_at_the_end_go_to_their_window(qtbot: QtBot, desk: Desk, scanner: KeyboardScanner) -> None:
    QTest.keyClick(desk.windowHandle(), "a")
    assert desk.field.text() == ""
    scanner.stop()
    assert desk.field.text() == "a"
    QTest.keyClick(desk.windowHandle(), "b")
    assert desk.field.text() == "ab"


def test_a_window_closed_meanwhile_is_no_harm(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    other = QLineEdit()
    other.show()
    qtbot.waitExposed(other)
    QTest.keyClick(other.windowHandle(), "a")
    other.close()
    other.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.wait(60)
    assert scanned == []


def test_a_busy_window_does_not_break_a_burst(qtbot: QtBot, desk: Desk, scanned: list[str]) -> None:
    import time

    for half in (CODE[:4], CODE[4:]):
        for c in half:
            QTest.keyClick(desk.windowHandle(), c)
        time.sleep(0.02)
    qtbot.waitUntil(lambda: scanned == [CODE], timeout=1000)
    assert desk.field.text() == ""


def test_thresholds_are_settable(qtbot: QtBot, desk: Desk, scanner: KeyboardScanner, scanned: list[str]) -> None:
    scanner.set_thresholds(20, 4)
    scan(desk, "AB12", None)
    qtbot.waitUntil(lambda: scanned == ["AB12"], timeout=1000)


@pytest.mark.parametrize(("gap", "least"), [(4, 6), (201, 6), (35, 2), (35, 65)])
def test_thresholds_beyond_their_limits_change_nothing(
    qtbot: QtBot, desk: Desk, scanner: KeyboardScanner, scanned: list[str], gap: float, least: int
) -> None:
    with pytest.raises(UserError):
        scanner.set_thresholds(gap, least)
    scan(desk, CODE)
    qtbot.waitUntil(lambda: scanned == [CODE], timeout=1000)


class Trial:
    """A scanner that is tried out at a desk."""

    def __init__(self, scanner: KeyboardScanner, desk: Desk) -> None:
        self.told: list[Tried] = []
        self.desk = desk
        scanner.tried.connect(self.told.append)
        scanner.set_trying(True)

    def send(self, text: str, gap: float, start: float = 5000.0) -> None:
        """Key events with times of their own, as fast as they go."""
        ends = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
        for n, c in enumerate(text):
            code = ends.get(c, Qt.Key(0))
            event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, c)
            event.setTimestamp(round(start + n * gap))
            QCoreApplication.sendEvent(self.desk.windowHandle(), event)


@pytest.fixture
def trial(scanner: KeyboardScanner, desk: Desk) -> Trial:
    return Trial(scanner, desk)


@pytest.mark.parametrize(("end", "name"), [("\r", "enter"), ("\t", "tab"), ("", "none")])
def test_tried_out_a_scan_is_shown_and_not_judged(
    qtbot: QtBot, desk: Desk, trial: Trial, scanned: list[str], end: str, name: str
) -> None:
    trial.send(CODE + end, 8)
    qtbot.waitUntil(lambda: len(trial.told) == 1, timeout=2000)
    told = trial.told[0]
    assert (told.text, told.keys, told.slowest_gap_ms, told.end, told.verdict) == (CODE, 11, 8.0, name, "ours")
    qtbot.wait(100)
    assert (scanned, len(trial.told), desk.field.text(), desk.pressed) == ([], 1, "", 0)


def test_tried_out_a_slow_scanner_is_told_what_to_set_and_works_with_it(
    qtbot: QtBot, desk: Desk, scanner: KeyboardScanner, trial: Trial, scanned: list[str]
) -> None:
    trial.send(CODE + "\r", 48)
    qtbot.waitUntil(lambda: len(trial.told) == 1, timeout=2000)
    assert trial.told[0].verdict_words == "This scanner types every 48 ms: set 60."
    scanner.set_thresholds(trial.told[0].set_gap_ms, 6)
    trial.send(CODE + "\r", 48, 9000.0)
    qtbot.waitUntil(lambda: [t.verdict for t in trial.told] == ["slow", "ours"], timeout=2000)
    scanner.set_trying(False)
    desk.field.clear()
    trial.send(CODE + "\r", 48, 15000.0)
    qtbot.waitUntil(lambda: scanned == [CODE], timeout=2000)
    assert (desk.field.text(), len(trial.told)) == ("", 2)


def test_tried_out_a_scanner_with_uneven_gaps_is_one_sequence(qtbot: QtBot, trial: Trial, scanned: list[str]) -> None:
    """By the thresholds its beginning is a burst and its rest is typing."""
    trial.send(CODE[:7], 30)
    trial.send(CODE[7:] + "\r", 30, 5000.0 + 6 * 30 + 50)
    qtbot.waitUntil(lambda: len(trial.told) == 1, timeout=2000)
    assert (trial.told[0].text, trial.told[0].slowest_gap_ms, trial.told[0].set_gap_ms) == (CODE, 50.0, 65)
    assert scanned == []


def test_tried_out_typing_without_enter_is_nothing_and_reaches_its_field(
    qtbot: QtBot, desk: Desk, trial: Trial, scanned: list[str]
) -> None:
    trial.send("mulligan", 120)
    qtbot.wait(800)
    assert (trial.told, scanned, desk.field.text()) == ([], [], "mulligan")


def test_tried_out_is_over_with_the_watching(scanner: KeyboardScanner, trial: Trial) -> None:
    assert scanner.trying
    scanner.stop()
    assert not scanner.trying
    scanner.set_trying(False)
