"""A hand scanner is heard wherever the focus is, and leaves no character anywhere."""

from __future__ import annotations

from collections.abc import Callable
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
    d.type("mac")
    d.wait(lambda: len(d.found) > 1)
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
    before = len(d.judged)
    d.burst(somebody.badge_code, ENDS[end])
    d.wait_word("Admitted")
    QTest.qWait(200)
    assert [r.name for r in d.judged[before:]] == [somebody.name]
    assert d.presence(somebody.attendee) is Presence.IN
    assert d.presence(d.named("Ailsa Drummond").attendee) is Presence.EXPECTED
    assert d.left.search.text() == ""
    assert all(not field.value for field in d.cards.walk_in._fields)
    assert not d.page.watching.on
    assert d.cards.page == "verdict"


def stand_in(d: Driver, during: Callable[[QDialog], None]) -> tuple[QDialog, QLineEdit]:
    """A modal dialog in place of the system's, with a field and a default button, while it is open `during` runs."""
    dialog = QDialog(d.window)
    rows, name, choose = QVBoxLayout(dialog), QLineEdit(), QPushButton("Choose")
    rows.addWidget(name)
    rows.addWidget(choose)
    choose.setDefault(True)
    choose.clicked.connect(dialog.accept)
    dialog.setModal(True)
    QTimer.singleShot(100, lambda: during(dialog))
    return dialog, name


@pytest.mark.parametrize("end", ENDS)
def test_a_scan_over_a_file_dialog_is_judged_and_the_dialog_stays(at_desk: Driver, end: str) -> None:
    d = at_desk
    somebody = d.with_status(Status.CONFIRMED, 7)
    seen: list[tuple[bool, str]] = []

    def during(dialog: QDialog) -> None:
        dialog.activateWindow()
        d.burst(somebody.badge_code, ENDS[end], at=dialog)
        d.wait(lambda: d.judged)
        QTest.qWait(150)
        seen.append((dialog.isVisible(), name.text()))
        dialog.reject()

    dialog, name = stand_in(d, during)
    d.hands.instead = lambda: [] if dialog.exec() == QDialog.DialogCode.Rejected else ["chosen"]
    d.ctrl(Qt.Key.Key_O)
    d.wait(lambda: seen)
    assert seen == [(True, "")]
    assert [r.name for r in d.judged] == [somebody.name]
    d.wait_word("Admitted")


def test_a_scan_over_the_import_preview_brings_nothing_in_and_the_preview_comes_back(
    at_desk: Driver, tmp_path: Path
) -> None:
    d = at_desk
    rows = tmp_path / "more.csv"
    rows.write_text("First name,Last name,E-mail\nZora,Quint,zora@example.org\n", encoding="utf-8")
    d.hands.files = [str(rows)]
    d.ctrl(Qt.Key.Key_O)
    d.wait_page("imported")
    somebody = d.with_status(Status.CONFIRMED, 9)
    d.scan(somebody.badge_code)
    d.wait_word("Admitted")
    assert d.services.people.search("zora quint") == []
    d.key(Qt.Key.Key_Escape)
    d.wait_page("imported")
    d.ctrl(Qt.Key.Key_Return)
    d.wait(lambda: d.services.people.search("zora quint"))
    d.wait_page("ready")
