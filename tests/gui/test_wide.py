"""A wide screen: a wider pane, larger verdicts, and the camera's place is always there."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from checkin.domain.outcome import Outcome
from checkin.gui.theme import theme
from tests.gui import people
from tests.gui.skeleton import Skeleton

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def wide(qtbot) -> Skeleton:
    made = Skeleton()
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    made.show()
    QApplication.processEvents()
    return made


def test_the_pane_is_440_wide_and_the_verdict_as_large_as_it_gets(wide: Skeleton) -> None:
    wide.show_verdict(Outcome.ALREADY)
    assert wide.desk.left.width() == 440
    plan = wide.desk.cards.verdict._plan
    assert plan is not None
    assert plan.word_font.pixelSize() == theme().tokens["type"]["verdict"]["L"]["word"]


def test_the_cameras_place_stays_and_says_how_to_switch_it_on(wide: Skeleton) -> None:
    left = wide.desk.left
    assert left.camera.isVisible()
    assert left.camera.accessibleName() == "The camera is off: F9 switches it on"
    left.show_results(people.FOUND, "mul")
    assert left.camera.isVisible()
    wide.resize(1280, 800)
    QApplication.processEvents()
    assert not left.camera.isVisible(), "only a wide window has room for what is off"


def test_switched_off_it_shows_no_picture_of_before(wide: Skeleton) -> None:
    left, picture = wide.desk.left, QImage(64, 36, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    left.set_camera(True)
    left.camera.set_frame(picture)
    left.camera.set_words("Front camera", "Code found", True)
    assert left.camera.grab().toImage().pixelColor(20, 60) == QColor("red")
    left.set_camera(False)
    assert left.camera.grab().toImage().pixelColor(20, 60) != QColor("red")
    assert left.camera.accessibleName() == "The camera is off: F9 switches it on"
