"""What must be done stands there whole: why a camera gives no picture, what to hand over, whom to tell what."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from checkin.domain.people import Note, Notice
from checkin.gui.pages.desk.note_strip import NoteStrip
from checkin.gui.widgets.camera_view import CameraView
from checkin.gui.widgets.prominent_line import ProminentLine
from tests.gui import people
from tests.gui.gallery_people import FULL
from tests.gui.painted import shown_in
from tests.gui.skeleton import Skeleton
from tests.gui.test_views_fit import visible

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

SENTENCE = "USB camera with a very long name is in use by another program."
ADVICE = "Close video calls and browser pages that show the camera, or choose another one in the settings."
TELL = "Tell Marta when she arrives: your speaker's folder lies at the press desk, and the taxi waits at 17:00."
GIVE = "speaker lanyard, microphone card · coach card “Learning centre, Easterhouse” · Give the green meal card"


@pytest.mark.parametrize("size", [(376, 212), (312, 176), (280, 158)], ids=str)
def test_why_there_is_no_picture_is_painted_whole(qtbot, size: tuple[int, int]) -> None:
    view = CameraView()
    qtbot.addWidget(view)
    view.setFixedWidth(size[0])
    view.set_fault("USB camera", SENTENCE, ADVICE)
    view.show()
    QApplication.processEvents()
    runs = next(found for widget, found in shown_in(view) if widget is view)
    assert " ".join(run.text for run in runs) == f"{SENTENCE} {ADVICE}"
    assert all(run.left >= 0 and run.right <= view.width() and 0 < run.base <= view.height() for run in runs)
    assert view.accessibleName() == f"USB camera: {SENTENCE} {ADVICE}"
    view.set_words("USB camera", "Hold the badge in the middle", True)
    runs = next(found for widget, found in shown_in(view) if widget is view)
    assert ADVICE not in " ".join(run.text for run in runs)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)], ids=str)
def test_messages_and_what_to_hand_over_are_whole_on_the_card(qtbot, size: tuple[int, int]) -> None:
    window = Skeleton()
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    told = Note("m1", TELL, people.at(8, 5), "Callum Reid", at_scan=True)
    person = replace(FULL.person, name="Ada Quill", organisation="Acme")
    window.show_card(replace(FULL, person=person, notes=(told,), notices=(Notice("hand_over", "Hand over", GIVE),)))
    QApplication.processEvents()
    strips = visible(window.desk.cards.person, NoteStrip)
    assert len(strips) == 2
    for strip in strips:
        assert strip._lines(strip.width()) == strip._broken(strip.width())
        assert strip.height() >= strip.heightForWidth(strip.width())
        assert strip.toolTip() == ""
        assert strip.geometry().bottom() < window.desk.cards.person.verb.y()


def test_a_long_line_to_hand_over_is_somewhat_smaller(qtbot) -> None:
    line = ProminentLine("gift")
    qtbot.addWidget(line)
    line.set_metrics(20)
    line.set_words("Hand over: programme and city map", "go", "on_go")
    assert line._font(640).pixelSize() == 20
    line.set_words(f"Hand over: {GIVE} · programme and city map · exhibition card", "go", "on_go")
    assert line._font(640).pixelSize() == 17
    assert " ".join(line.lines(640)).replace("\u00a0", " ") == line.words


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)], ids=str)
def test_whoever_may_be_the_same_person_is_in_sight_at_once(qtbot, size: tuple[int, int]) -> None:
    window = Skeleton()
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    view = window.desk.cards.walk_in
    view.set_categories(("Practitioner", "Policy-maker", "Change maker", "Speaker", "Volunteer", "Organiser"))
    window.desk.cards.show_page("walk_in")
    view.begin("Marta", "Angstrom")
    view.set_twins((people.MARTA,))
    QApplication.processEvents()
    assert view.twins.visibleRegion().boundingRect().height() == view.twins.height()
