"""A hand scanner is heard wherever the focus is, and leaves no character anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from checkin.domain.people import Presence, Status
from tests.e2e.driver import Driver

ENDS = {"alone": None, "enter": Qt.Key.Key_Return, "tab": Qt.Key.Key_Tab}


def in_search(d: Driver) -> QWidget | None:
    d.left.search.setFocus()
    return d.left.search


def in_nothing(d: Driver) -> QWidget | None:
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    return None


def in_walk_in(d: Driver) -> QWidget | None:
    d.key(Qt.Key.Key_F4)
    d.wait_page("walk_in")
    d.cards.walk_in.family.edit.setFocus()
    return d.cards.walk_in.family.edit


def on_walk_in_button(d: Driver) -> QWidget | None:
    d.left._walk_in.setFocus()
    return d.left._walk_in


def on_camera_button(d: Driver) -> QWidget | None:
    d.left._camera.setFocus()
    return d.left._camera


def in_results(d: Driver) -> QWidget | None:
    assert len(d.search("mac")) > 1
    d.left.results.list.setFocus()
    return d.left.results.list


def in_acts(d: Driver) -> QWidget | None:
    d.left.acts.setFocus()
    return d.left.acts


def on_verb(d: Driver) -> QWidget | None:
    d.type("ailsa drummond")
    d.wait_name("Ailsa Drummond")
    d.cards.person.verb.setFocus()
    return d.cards.person.verb


FOCI = {
    f.__name__: f
    for f in (
        in_search, in_nothing, in_walk_in, on_walk_in_button, on_camera_button, in_results, in_acts, on_verb,
    )
}  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("focus", FOCI)
def test_a_scan_is_judged_whatever_has_the_focus(at_desk: Driver, focus: str, end: str) -> None:
    d = at_desk
    FOCI[focus](d)
    somebody = d.with_status(Status.CONFIRMED, 5)
    before, typed = len(d.judged), d.left.search.text()
    d.burst(somebody.badge_code, ENDS[end])
    d.wait_word("Admitted")
    QTest.qWait(200)
    assert [r.name for r in d.judged[before:]] == [somebody.name]
    assert d.presence(somebody.attendee) is Presence.IN
    assert d.presence(d.named("Ailsa Drummond").attendee) is Presence.EXPECTED
    assert d.left.search.text() == typed, "what was typed stays as it was"
    assert all(not field.value for field in d.cards.walk_in._fields)
    assert not d.page.watching.on
    assert d.cards.page == "verdict"


class StandIn(QDialog):
    """A modal dialog in place of the system's, with a field and a default button."""

    def __init__(self, d: Driver, end: Qt.Key | None, code: str) -> None:
        super().__init__(d.window)
        self._d, self._end, self._code = d, end, code
        rows, self.name, choose = QVBoxLayout(self), QLineEdit(), QPushButton("Choose")
        rows.addWidget(self.name)
        rows.addWidget(choose)
        choose.setDefault(True)
        choose.clicked.connect(self.accept)
        self.seen: tuple[bool, str, int] | None = None

    def ask(self) -> list[str]:
        """Open, be scanned over, and close again without a choice."""
        QTimer.singleShot(100, self._be_scanned_over)
        return ["chosen.csv"] if self.exec() else []

    def _be_scanned_over(self) -> None:
        try:
            self.activateWindow()
            self._d.burst(self._code, self._end, at=self)
            self._d.wait(lambda: self._d.judged)
            QTest.qWait(150)
            self.seen = (self.isVisible(), self.name.text(), len(self._d.judged))
        finally:
            self.reject()


@pytest.mark.parametrize("end", ENDS)
def test_a_scan_over_a_file_dialog_is_judged_and_the_dialog_stays(at_desk: Driver, end: str) -> None:
    d = at_desk
    somebody = d.with_status(Status.CONFIRMED, 7)
    dialog = StandIn(d, ENDS[end], somebody.badge_code)
    d.hands.instead = dialog.ask
    d.ctrl(Qt.Key.Key_O)
    d.wait(lambda: dialog.result() == QDialog.DialogCode.Rejected and not dialog.isVisible())
    assert dialog.seen == (True, "", 1)
    assert d.judged[0].name == somebody.name
    d.wait_word("Admitted")


def test_a_scan_over_an_import_brings_nothing_in_and_the_import_is_as_it_was(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    rows = tmp_path / "more.csv"
    rows.write_text("First name,Last name,E-mail\nZora,Quint,zora@example.org\n", encoding="utf-8")
    d.bring(str(rows))
    somebody = d.with_status(Status.CONFIRMED, 9)
    d.scan(somebody.badge_code)
    d.wait_word("Admitted")
    assert d.page.isVisible()
    assert d.services.people.search("zora quint") == []
    item = next(item for item in d.window.strip._items if item.state.key == "list")
    assert item.isVisible()
    item.click()
    d.wait_step("changes")
    d.apply_list()
    assert d.services.people.search("zora quint")
