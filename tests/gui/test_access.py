"""Read back through Qt's own accessibility interface: every control says what it does and with what."""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from checkin.domain.outcome import Outcome
from checkin.gui.pages.desk.verdict_view import VerdictView
from checkin.gui.widgets.top_bar import TopBar
from tests.gui import people
from tests.gui.picture_states import STATES
from tests.gui.seen import CLOSELY, Node, Stop, View, seen

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

PRESSED = ("Button", "CheckBox", "RadioButton", "ComboBox")
MUTE = {"Icon", "_Mark", "Rule", "TimeBar", "VerdictShape", "Surface", "Text"}
"""What is only ornament or repeats what stands beside it in words; and a text, whose name is its words: empty, then."""


def one_word(node: Node) -> bool:
    return node.role in PRESSED and node.focusable and len(node.name.replace(":", " ").split()) < 2


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_role_and_says_verb_and_object(state: str) -> None:
    for view in seen(state):
        controls = [node for node in view.nodes if node.focusable or node.role in PRESSED]
        assert controls
        assert [node for node in controls if not node.name.strip() or node.role == "NoRole"] == []
        assert [node.name for node in controls if one_word(node)] == []


@pytest.mark.parametrize("state", STATES)
def test_whatever_is_painted_is_told_too(state: str) -> None:
    """A widget of ours at the end of a branch is words or figures, or one of the few that are ornament."""
    for view in seen(state):
        silent = {n.widget for n in view.nodes if n.leaf and not n.name and n.widget[:1] != "Q"}
        assert silent - MUTE == set()


@pytest.mark.parametrize(("state", "told"), [
    ("idle", r"\w.*, (Checked in|Checked out|Not paid|Taken back: Checked in), \d\d:\d\d"),
    ("searching", r"(\w.*, (Not in yet|In|Out)|\w.*, \d\d:\d\d)"),
    ("group", r"\w.*, .*"),
])  # fmt: skip
def test_rows_are_one_sentence_each(state: str, told: str) -> None:
    rows = [node.name for node in seen(state)[0].nodes if node.role == "ListItem"]
    assert len(rows) > 1
    assert [row for row in rows if not re.fullmatch(told, row)] == []


def read_as(stops: tuple[Stop, ...]) -> list[Stop]:
    """Rows from the top, each from the left."""
    left = sorted(stops, key=lambda stop: stop.top)
    ordered: list[Stop] = []
    while left:
        foot = left[0].top + left[0].high
        row = [stop for stop in left if stop is left[0] or stop.top + stop.high / 2 <= foot]
        ordered += sorted(row, key=lambda stop: stop.left)
        left = [stop for stop in left if stop not in row]
    return ordered


@pytest.mark.parametrize("state", CLOSELY)
class TestTab:
    """The whole page by keyboard."""

    def test_reaches_everything(self, state: str) -> None:
        for view in seen(state):
            assert view.reachable - {stop.name for stop in view.stops} == set(), view.size

    def test_goes_as_one_reads_and_ends_with_rail_and_strip(self, state: str) -> None:
        order = ("bar", "left", "card", "sections", "settings", "rail", "strip")
        for view in seen(state):
            stops = self.from_the_top(view, order)
            places = [order.index(stop.region) for stop in stops]
            assert places == sorted(places), (view.size, [(stop.region, stop.name) for stop in stops])
            for region in order:
                here = tuple(stop for stop in stops if stop.region == region)
                assert list(here) == read_as(here), (view.size, region)

    def from_the_top(self, view: View, order: tuple[str, ...]) -> tuple[Stop, ...]:
        """Tab begins where the focus is; told from the first region on."""
        first = min(range(len(view.stops)), key=lambda n: (order.index(view.stops[n].region), n))
        while first and order.index(view.stops[first - 1].region) == order.index(view.stops[first].region):
            first -= 1
        return view.stops[first:] + view.stops[:first]

    def test_draws_a_ring_wherever_it_stops(self, state: str) -> None:
        for view in seen(state):
            assert [stop.name for stop in view.stops if not stop.ringed] == [], view.size


@pytest.fixture
def heard() -> Iterator[list[tuple[str, QAccessible.AnnouncementPoliteness]]]:
    """What a screen reader would be told, taken from Qt itself: PySide6 binds no handler, so it is put in by ctypes."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the name of the function in Qt's library is that of Linux")
    library = ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"))
    install = library["_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"]
    told: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    @ctypes.CFUNCTYPE(None, ctypes.c_void_p)
    def handler(address: int) -> None:
        event = shiboken6.wrapInstance(address, QAccessibleEvent)
        if event.type() == QAccessible.Event.Announcement:
            announced = shiboken6.wrapInstance(address, QAccessibleAnnouncementEvent)
            told.append((announced.message(), announced.politeness()))

    QAccessible.setActive(True)
    install.argtypes = [ctypes.c_void_p]
    install.restype = ctypes.c_void_p
    before = install(ctypes.cast(handler, ctypes.c_void_p))
    yield told
    install(before)
    QAccessible.setActive(False)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_verdict_is_announced_at_once_with_word_name_reason_and_way_out(qtbot, heard, outcome: Outcome) -> None:
    view = VerdictView()
    qtbot.addWidget(view)
    result = people.result(outcome)
    view.show_result(result)
    ((said, manner),) = heard
    assert manner == QAccessible.AnnouncementPoliteness.Assertive
    parts = (view.text.word, result.name, result.reason, result.way_out)
    places = [said.index(part.rstrip(".")) for part in parts if part]
    assert places == sorted(places)
    assert view.accessibleName() == said


def test_what_failed_is_announced_once(qtbot, heard) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    for _ in range(2):
        bar.show_fault("The disk is full.", "Free some space.", (("dismiss", "Close"),))
    assert heard == [("The disk is full. Free some space.", QAccessible.AnnouncementPoliteness.Assertive)]
    assert bar._buttons[0].accessibleName() == "Close: The disk is full."


def test_nobody_is_told_where_no_reader_listens(qtbot, heard) -> None:
    QAccessible.setActive(False)
    view = VerdictView()
    qtbot.addWidget(view)
    view.show_result(people.result(Outcome.ADMITTED))
    assert heard == []


def test_a_list_that_is_reached_by_tab_shows_where_it_stands(qtbot) -> None:
    from checkin.gui.widgets.act_list_view import ActListView

    view = ActListView()
    qtbot.addWidget(view)
    view.set_entries(people.ENTRIES)
    view.resize(360, 520)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    assert view.currentIndex().row() == 0
    with qtbot.waitSignal(view.entry_opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [people.ENTRIES[0].entry]
