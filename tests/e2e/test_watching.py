"""From a badge held into a camera to the person admitted and the badge on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.devices.engines import ENGINES
from checkin.devices.recorded import VideoFile
from checkin.devices.remembered_camera import RememberedCamera
from checkin.devices.simulated_camera import SimulatedCamera, Timing
from checkin.domain.people import Person, Presence, Status
from checkin.paths import Home
from checkin.services.settings import SettingService
from tests.e2e.driver import Driver
from tests.e2e.frames import StillCamera, film, held, together

QUICK = Timing(bring=0.2, hold=0.6, take=0.2, pause=0.4)
Opens = Callable[..., Driver]


def printed(d: Driver, count: int = 1) -> list[Path]:
    d.wait(lambda: len(list(d.desk.home.prints.glob("*.pdf"))) >= count)
    return sorted(d.desk.home.prints.glob("*.pdf"))


def words_and_codes(pdf: Path) -> tuple[str, set[str]]:
    """What stands on a printed badge, and what its QR says to a reader of the picture."""
    import numpy as np
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text = page.get_textpage()
        words = text.get_text_range()
        text.close()
        picture = np.ascontiguousarray(page.render(scale=4).to_pil().convert("L"))
        page.close()
    return words, {found.text for found in ENGINES["zxing"](picture)}


def assert_badge_of(person: Person, pdf: Path) -> None:
    words, codes = words_and_codes(pdf)
    plain = " ".join(words.split())
    for part in (*person.given.split(), *person.family.split()):
        assert part in plain
    assert codes == {person.badge_code}


def test_a_badge_in_the_camera_is_admitted_and_its_badge_is_right(window_on: Opens, demo_home: Home) -> None:
    codes: list[str] = []
    d = window_on(demo_home, lambda: SimulatedCamera(codes, timing=QUICK))
    people = [d.named("Ingeborg Sæther-Østby"), d.named("Ő Nagy")]
    codes += [p.badge_code for p in people]
    d.key(Qt.Key.Key_F9)
    d.wait(lambda: len(d.judged) == 2, 20_000)
    assert [r.name for r in d.judged] == [p.name for p in people]
    assert all(d.presence(p.attendee) is Presence.IN for p in people)
    for person in people:
        assert_badge_of(person, next(f for f in printed(d, 2) if person.badge_code in f.name))


def test_a_film_in_place_of_the_camera_admits_its_badges_once_each(
    window_on: Opens, demo_home: Home, tmp_path: Path
) -> None:
    path = tmp_path / "queue.avi"
    d = window_on(demo_home, lambda: VideoFile(path, per_second=30))
    people = [d.with_status(Status.CONFIRMED, n) for n in (11, 23)]
    film(path, [p.badge_code for p in people])
    d.key(Qt.Key.Key_F9)
    d.wait(lambda: len(d.judged) == 2, 20_000)
    assert [(r.outcome.value, r.name) for r in d.judged] == [("admitted", p.name) for p in people]
    for person in people:
        assert_badge_of(person, next(f for f in printed(d, 2) if person.badge_code in f.name))
    d.wait(lambda: d.cards.verdict.text.reason == "Badge printed")


def test_the_camera_of_the_settings_may_be_a_film(window_on: Opens, demo_home: Home, tmp_path: Path) -> None:
    d = window_on(demo_home)
    assert isinstance(d.app._camera(), SimulatedCamera)
    SettingService(d.desk).set("camera.source", "0")
    assert isinstance(d.app._camera(), RememberedCamera)
    somebody = d.with_status(Status.CONFIRMED, 11)
    path = film(tmp_path / "one.avi", [somebody.badge_code])
    SettingService(d.desk).set("camera.source", str(path))
    d.left._camera.click()
    d.wait(lambda: d.judged, 20_000)
    assert d.judged[0].name == somebody.name
    d.left._camera.click()
    assert not d.page.watching.on


def test_two_badges_in_one_picture_admit_nobody_until_one_is_chosen(window_on: Opens, demo_home: Home) -> None:
    pictures: list[Any] = []
    d = window_on(demo_home, lambda: StillCamera(pictures[0]))
    people = [d.with_status(Status.CONFIRMED, n) for n in (11, 23)]
    pictures.append(together([p.badge_code for p in people]))
    d.key(Qt.Key.Key_F9)
    d.wait_word("Which one?")
    QTest.qWait(600)
    assert d.judged == []
    assert all(d.presence(p.attendee) is Presence.EXPECTED for p in people)
    listed = [p.name for p in d.cards.verdict._candidates]
    assert sorted(listed) == sorted(p.name for p in people)
    d.ctrl(Qt.Key.Key_2)
    d.wait_word("Admitted")
    assert [r.name for r in d.judged] == [listed[1]]


def test_a_badge_that_stays_in_the_picture_is_not_scanned_at_each_frame(window_on: Opens, demo_home: Home) -> None:
    pictures: list[Any] = []
    d = window_on(demo_home, lambda: StillCamera(pictures[0]))
    pictures.append(held(d.with_status(Status.CONFIRMED, 11).badge_code))
    d.key(Qt.Key.Key_F9)
    d.wait(lambda: d.judged)
    QTest.qWait(1500)
    assert len(d.judged) == 1
    assert len(d.left.camera._quads) == 1


def test_a_camera_that_is_not_there_says_so_and_the_desk_goes_on(window_on: Opens, demo_home: Home) -> None:
    d = window_on(demo_home, lambda: VideoFile(Path("/nowhere/at/all.avi")))
    d.key(Qt.Key.Key_F9)
    d.wait(lambda: "cannot be read" in d.left.camera.accessibleName())
    assert d.scan(d.with_status(Status.CONFIRMED, 11).badge_code).outcome.value == "admitted"
    d.key(Qt.Key.Key_F9)
    assert not d.page.watching.on
    assert not d.left.camera.isVisible()
