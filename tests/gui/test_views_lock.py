"""The lock screen: what it hides, who signs in by which key, and that no key leaves it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QStackedLayout, QWidget

from checkin.gui.layout_metrics import metrics_for
from checkin.gui.pages.lock.lock_look import lock_colour
from checkin.gui.pages.lock.operator_model import Operator
from checkin.gui.pages.lock_page import ORGANISER, LockPage
from checkin.gui.theme import theme
from checkin.gui.zooming import fit
from tests.gui import people
from tests.gui.gallery_lock import OPERATORS, SCENES, SIZES, THIRTY
from tests.gui.longer import Longer
from tests.gui.skeleton import Skeleton
from tests.gui.test_views_fit import cut, visible

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]
LOCKS = [name for name in SCENES if name.startswith("lock")]


class Window(QWidget):
    """As the main window does it: the desk and the lock screen in one stack. Remembers keys that reached it."""

    def __init__(self) -> None:
        super().__init__()
        self.desk, self.lock = Skeleton(), LockPage()
        self.stack = QStackedLayout(self)
        for page in (self.desk, self.lock):
            self.stack.addWidget(page)
        self.heard: list[str] = []
        self.fired: list[str] = []
        for sequence in ("Ctrl+1", "F7", "Ctrl+P"):
            shortcut = QShortcut(QKeySequence(sequence), self.desk)
            shortcut.activated.connect(lambda name=sequence: self.fired.append(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.text())


@pytest.fixture
def page(qtbot) -> LockPage:
    made = LockPage()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show_operators(OPERATORS, "Desk 2", "operator:1")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.field.hasFocus)
    return made


@pytest.fixture
def signed(page: LockPage) -> list[str]:
    heard: list[str] = []
    page.signed_in.connect(heard.append)
    return heard


@pytest.fixture
def added(page: LockPage) -> list[str]:
    heard: list[str] = []
    page.operator_added.connect(heard.append)
    return heard


def spoken(widget: QWidget) -> Iterator[str]:
    """Every name that a screen reader can come to from this widget."""
    pending = [QAccessible.queryAccessibleInterface(widget)]
    while pending:
        place = pending.pop()
        if place is None or place.state().invisible:
            continue
        yield place.text(QAccessible.Text.Name)
        pending += [place.child(number) for number in range(place.childCount())]


def test_a_locked_window_tells_no_name_no_figure_and_no_act(qtbot) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.lock.show_operators(OPERATORS, "Desk 2", "operator:1")
    window.desk.show_card()
    window.show()
    secret = [person.name for person in (people.AOIFE, *people.FOUND)]
    assert people.AOIFE.name in " ".join(spoken(window))
    window.stack.setCurrentWidget(window.lock)
    QApplication.processEvents()
    told = " ".join(spoken(window))
    assert "Callum Reid" in told
    for word in (*secret, "84 of 130", "212 labels", "Siân Rhys-Davies"):
        assert word not in told
    image = window.grab().toImage()
    for where in ((4, 4), (4, 400), (1270, 790), (640, 30), (1240, 300)):
        assert image.pixelColor(*where) == lock_colour("ground")


def test_keys_of_the_desk_do_nothing_while_it_is_locked(qtbot) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.lock.show_operators(OPERATORS, "Desk 2", "operator:1")
    window.show()
    window.activateWindow()
    search = window.desk.desk.left.search
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    QTest.keyClick(search, Qt.Key.Key_F7)
    assert window.fired == ["F7"]
    window.stack.setCurrentWidget(window.lock)
    qtbot.waitUntil(window.lock.field.hasFocus)
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F9, Qt.Key.Key_Escape):
        QTest.keyClick(window.lock.field, key)
    QTest.keyClick(window.lock.field, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    window.lock.another.add.setFocus()
    QTest.keyClicks(window.lock.another.add, "m")
    assert window.fired == ["F7"]
    assert window.heard == []
    assert window.lock.field.text() == "m"
    window.lock.field.clear()
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert window.lock.isAncestorOf(QApplication.focusWidget())


def test_two_letters_and_enter_sign_in(page: LockPage, signed: list[str]) -> None:
    QTest.keyClicks(page.field, "ka")
    assert page.list.operators.rowCount() == 0
    page.field.clear()
    QTest.keyClicks(page.field, "ca")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert signed == ["operator:2"]


def test_enter_alone_signs_in_who_was_here_last(page: LockPage, signed: list[str]) -> None:
    page.show_operators(OPERATORS, "Desk 2", "operator:3")
    page.begin()
    QTest.keyClick(page.field, Qt.Key.Key_Enter)
    assert signed == ["operator:3"]


@pytest.mark.parametrize("number", [1, 4])
def test_ctrl_and_a_number_sign_in_at_once(page: LockPage, signed: list[str], number: int) -> None:
    key = Qt.Key(Qt.Key.Key_0 + number)
    QTest.keyClick(page.field, key, Qt.KeyboardModifier.ControlModifier)
    assert signed == [f"operator:{number}"]
    assert not page.choose(5)
    assert not page.choose(0)


def test_up_and_down_choose_and_stop_at_the_ends(page: LockPage, signed: list[str]) -> None:
    for key, chosen in ((Qt.Key.Key_Up, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_PageDown, 4), (Qt.Key.Key_Down, 4)):
        QTest.keyClick(page.field, key)
        assert page.list.chosen == f"operator:{chosen}"
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert signed == ["operator:4"]


def test_a_row_is_one_target_of_64(page: LockPage, signed: list[str]) -> None:
    row = page.list.visualRect(page.list.operators.index(1))
    assert row.height() - 8 == 64
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center() - QPoint(150, 20))
    assert signed == ["operator:2"]


def test_names_are_found_without_their_accents(page: LockPage) -> None:
    page.show_operators(THIRTY, "Desk 2", "")
    for typed, name in (("angs", "Ewan Ångström"), ("zoe s", "Zoë Šahin"), ("oneill li", "Li O’Neill")):
        page.field.setText(typed)
        assert page.list.operators.operator(0).name == name
        assert page.list.chosen == page.list.operators.operator(0).id
    page.field.setText("m")
    first = page.list.operators.operator(0).name
    assert first.startswith("M")


def test_thirty_operators_scroll_and_the_first_nine_have_keys(page: LockPage) -> None:
    page.show_operators(THIRTY, "Desk 2", "operator:1")
    for _ in range(40):
        QTest.keyClick(page.field, Qt.Key.Key_Down)
    last = page.list.operators.rowCount() - 1
    assert last == 29
    assert page.list.currentIndex().row() == last
    assert page.list.viewport().rect().contains(page.list.visualRect(page.list.currentIndex()).center())
    rows = [page.list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(12)]
    assert rows[0] == "Ailsa Drummond, Desk · was here last, Ctrl 1"
    assert rows[8].endswith("Ctrl 9")
    assert "Ctrl" not in rows[9]


def test_operators_that_change_leave_the_choice_alone(page: LockPage, signed: list[str]) -> None:
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    page.show_operators((("operator:0", "Aaron Aa", "desk"), *OPERATORS), "Desk 2", "operator:1")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert signed == ["operator:2"]


def test_another_name_is_added_without_its_blanks(page: LockPage, added: list[str], signed: list[str]) -> None:
    page.another.field.setFocus()
    QTest.keyClicks(page.another.field, "  Kirsty   Boyd ")
    QTest.keyClick(page.another.field, Qt.Key.Key_Return)
    page.another.add.click()
    assert added == ["Kirsty Boyd", "Kirsty Boyd"]
    assert signed == []


def test_no_name_is_no_operator(page: LockPage, added: list[str]) -> None:
    page.another.add.click()
    assert added == []
    assert page.another.field.hasFocus()
    assert page.another.field.accessibleDescription() == "Type the name first."
    QTest.keyClicks(page.another.field, "K")
    assert page.another.field.accessibleDescription() == ""


def test_a_name_that_nobody_has_is_taken_over_and_added_by_a_second_enter(page: LockPage, added, signed) -> None:
    QTest.keyClicks(page.field, "Kirsty Boyd")
    assert "Kirsty Boyd" in page._none.whole
    assert page._none.isVisible()
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert (added, page.another.field.hasFocus(), page.field.text()) == ([], True, "")
    QTest.keyClick(page.another.field, Qt.Key.Key_Return)
    assert (added, signed) == (["Kirsty Boyd"], [])


def test_a_desk_without_operators_says_so(page: LockPage, added: list[str], signed: list[str]) -> None:
    page.show_operators((), "Desk 2", "")
    page.begin()
    assert page.nobody.isVisible()
    assert not page.list.isVisible()
    assert page.another.field.hasFocus()
    assert page.another.field.accessibleName() == "Your name"
    page.nobody.go_on.setFocus()
    QTest.keyClicks(page.nobody.go_on, "A")
    QTest.keyClicks(page.another.field, "il")
    QTest.keyClick(page.another.field, Qt.Key.Key_Return)
    page.nobody.go_on.click()
    QTest.keyClick(page.another.field, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert (added, signed) == (["Ail"], [ORGANISER, ORGANISER])
    assert not page.choose(2)


def test_esc_empties_first_and_goes_back_only_where_it_may(qtbot, page: LockPage) -> None:
    closed: list[int] = []
    page.closed.connect(lambda: closed.append(1))
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert closed == []
    assert not page.head.back.isVisible()
    page.set_closable(True)
    assert page.head.back.isVisible()
    QTest.keyClicks(page.field, "ca")
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert (closed, page.field.text()) == ([], "")
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    page.head.back.click()
    assert closed == [1, 1]
    assert (
        page.list.operators.index(0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .startswith("Ailsa Drummond, Desk · at this desk now")
    )


def test_scans_that_wait_are_counted_in_amber(page: LockPage) -> None:
    assert page.head._about.whole == "Scans wait until somebody signs in."
    assert not page.head._waiting.isVisible()
    page.set_waiting(1)
    assert page.head._waiting.whole == "1 scan waits."
    page.set_waiting(12)
    assert page.head._waiting.whole == "12 scans wait."
    assert page.head._waiting.palette().windowText().color() == QColor("#F6B73C")
    page.set_waiting(0)
    assert not page.head._waiting.isVisible()


def test_a_fault_stays_until_the_next_key(page: LockPage) -> None:
    page.set_fault("There is an operator called Kirsty Boyd already.")
    assert page.head.fault.isVisible()
    assert page.head.fault.accessibleName() == "There is an operator called Kirsty Boyd already."
    QTest.keyClicks(page.another.field, "x")
    assert not page.head.fault.isVisible()


def test_nothing_is_left_of_the_last_time(page: LockPage) -> None:
    page.field.setText("call")
    page.another.field.setText("Some Body")
    page.set_fault("Something.")
    page.hide()
    page.show()
    assert (page.field.text(), page.another.field.text(), page.list.chosen) == ("", "", "operator:1")
    assert not page.head.fault.isVisible()


@pytest.mark.parametrize(("mode", "ground"), [("light", "#161B25"), ("dark", "#161B25"), ("high-contrast", "#000000")])
def test_it_is_dark_in_every_theme_also_when_the_theme_changes(page: LockPage, mode: str, ground: str) -> None:
    theme().set_mode(mode)
    QApplication.processEvents()
    image = page.grab().toImage()
    assert image.pixelColor(5, 5) == QColor(ground)
    field = page.field.mapTo(page, QPoint(300, 8))
    assert image.pixelColor(field).lightness() < 100
    assert lock_colour("text").lightness() > 240


def test_initials_are_of_the_first_and_the_last_name() -> None:
    names = ("Ailsa Drummond", "María del Carmen García", "Þóra", "")
    assert [Operator("", name, "").initials for name in names] == ["AD", "MG", "Þ", ""]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", LOCKS)
@pytest.mark.parametrize("long", [False, True], ids=["english", "longer"])
def test_nothing_is_cut_and_every_target_is_large_and_named(qtbot, name: str, size, long: bool) -> None:
    translator = Longer()
    if long:
        QCoreApplication.installTranslator(translator)
    try:
        made = SCENES[name](*size)
        qtbot.addWidget(made)
        QApplication.processEvents()
        assert (made.width(), made.height()) == size
        assert cut(made) == []
        parts = visible(made, QAbstractButton) + visible(made, QLineEdit)
        assert parts
        for part in parts:
            assert part.accessibleName()
            assert part.height() >= 48
            assert part.width() >= 48
            assert made.rect().contains(part.geometry().translated(part.parentWidget().mapTo(made, QPoint())))
    finally:
        QCoreApplication.removeTranslator(translator)


def test_at_twice_the_size_it_still_has_all(qtbot) -> None:
    made = LockPage()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show_operators(OPERATORS, "Desk 2", "operator:1")
    made.show()
    try:
        theme().set_zoom(200)
        made.set_metrics(metrics_for(1280, 800, 200))
        fit(made)
        QApplication.processEvents()
        assert made.field.height() == 96
        assert made.list.visualRect(made.list.operators.index(0)).height() == 144
        assert cut(made) == []
        for part in (made.field, made.another.add):
            assert made.rect().contains(part.geometry().translated(part.parentWidget().mapTo(made, QPoint())))
    finally:
        theme().set_zoom(100)


def test_whoever_sits_there_by_now_is_offered_not_whoever_was_offered_before(page: LockPage) -> None:
    assert page.list.chosen == "operator:1"
    page.show_operators(OPERATORS, "Desk 2", "operator:2")
    assert page.list.chosen == "operator:2"


def test_a_choice_is_kept_while_the_operators_change(page: LockPage) -> None:
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    chosen = page.list.chosen
    page.show_operators(OPERATORS, "Desk 2", "operator:2")
    assert page.list.chosen == chosen == "operator:3"
