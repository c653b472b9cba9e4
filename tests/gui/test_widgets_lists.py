"""Lists of acts and of people found: rows, words for screen readers, matches, order."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from checkin.domain.outcome import Family
from checkin.gui.models.act_list_model import ActListModel, mark_of
from checkin.gui.models.result_list_model import ResultListModel, folded, matches
from checkin.gui.theme import theme
from checkin.gui.widgets.act_list_view import ActListView
from checkin.gui.widgets.booking_list import HEAD, ROW, BookingList, in_order
from checkin.gui.widgets.result_list_view import ResultListView
from tests.gui import people

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]


def test_an_act_says_one_sentence() -> None:
    model = ActListModel()
    model.set_entries(people.ENTRIES)
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Siân Rhys-Davies, Checked in, badge printed, 08:46"
    assert model.index(9).data() == "Scan again"
    assert model.data(QModelIndex()) is None


def test_an_acts_mark_follows_its_outcome_and_goes_when_it_is_taken_back() -> None:
    marks = [mark_of(entry) for entry in people.ENTRIES]
    assert marks[0] == (Family.GO, "check")
    assert marks[2] == (Family.ALREADY, "history")
    assert marks[4] == (Family.HOLD, "banknote")
    assert marks[6] == (None, "undo-2")
    assert marks[9] == (Family.LOOK, "scan-line")
    assert mark_of(people.entry("X", "?", "8:00", "something_new", None)) == (None, "circle-check")


@pytest.mark.parametrize(("name", "query", "found"), [
    ("Jürgen Müller", "muller", [(7, 13)]),
    ("Anke Müller-Şahin", "sahin an", [(0, 2), (12, 17)]),
    ("Łukasz Wiśniewski", "lukasz wis", [(0, 6), (7, 10)]),
    ("Siân Rhys-Davies", "avies", []),
    ("Jan van den Broek", "van", [(4, 7)]),
])  # fmt: skip
def test_matches_are_found_whatever_the_accents(name: str, query: str, found: list) -> None:
    assert matches(name, query) == found


@pytest.mark.parametrize("text", ["Þórunn Ægisdóttir", "Ḡ ạ̈", "ß", "Дарина", "İstanbul"])
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_a_person_found_says_one_sentence() -> None:
    model = ResultListModel()
    model.set_people(people.FOUND, "mul")
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Jürgen Müller, Stadt Leipzig, Sozialamt, Leipzig, Not in yet"


def test_rows_have_the_heights_of_the_tokens() -> None:
    for view, name in ((ActListView(), "row_act"), (ResultListView(), "row_result")):
        hint = view.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        assert hint.height() == theme().size(name)
        assert view.uniformItemSizes()
        assert view.accessibleName()


def test_choosing_stops_at_the_ends_and_tells_who(qtbot) -> None:
    view = ResultListView()
    qtbot.addWidget(view)
    heard = []
    view.person_highlighted.connect(heard.append)
    view.set_people(people.FOUND, "muller")
    assert view.current_attendee() == "Jürgen Müller"
    view.step(1)
    view.step(99)
    assert view.current_attendee() == "Claire Muller"
    view.step(-99)
    assert view.current_attendee() == "Jürgen Müller"
    assert heard == ["Jürgen Müller", "Marie Mullerova", "Claire Muller", "Jürgen Müller"]
    view.set_people((), "zzz")
    assert view.current_attendee() == ""


def test_a_hundred_thousand_rows_are_fine(qtbot) -> None:
    view = ActListView()
    qtbot.addWidget(view)
    view.resize(380, 600)
    view.show()
    view.set_entries(people.ENTRIES * 10_000)
    assert view.acts.rowCount() == 100_000
    assert not view.grab().isNull()


def test_todays_bookings_come_first() -> None:
    today = date(2019, 3, 26)
    assert [booking.door for booking in in_order(people.BOOKINGS, today)] == ["d2", "d3", "d1"]
    assert [booking.door for booking in in_order(people.BOOKINGS, None)] == ["d1", "d2", "d3"]


def test_bookings_take_whole_rows_only() -> None:
    view = BookingList()
    view.set_bookings(people.BOOKINGS, None)
    assert view.height_for(10) == 0
    assert view.height_for(HEAD + ROW + 39) == HEAD + ROW
    assert view.height_for(1000) == HEAD + 3 * ROW
    assert "Time clash" in view.accessibleName()
