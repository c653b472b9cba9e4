"""The camera's thread: badges shown to the simulated camera arrive as codes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from checkin.devices.camera import SimulatedCamera
from checkin.devices.camera_list import CameraName
from checkin.devices.frame import Frame
from checkin.devices.hint import Hint
from checkin.devices.remembered_camera import RememberedCamera
from checkin.devices.simulated_camera import Timing
from checkin.domain.badge import make_code, normal_code
from checkin.domain.errors import EnvironmentFault
from checkin.workers.camera_worker import CameraWorker

CODES = [make_code("G5", n * 7919) for n in range(1, 4)]
FAST = Timing(bring=0.2, hold=0.3, take=0.2, pause=0.1)


def is_ours(text: str) -> bool:
    return normal_code(text) is not None


class FakeCamera:
    """Gives the pictures of a list; an exception in it is raised. Counts how often it was opened and closed."""

    name = "Fake camera"

    def __init__(self, *pictures: Any) -> None:
        self.pictures, self.opened, self.closed, self.number = list(pictures), 0, 0, 0
        self.threads: set[str] = set()

    def open(self) -> None:
        self.opened += 1
        if self.pictures and isinstance(self.pictures[0], EnvironmentFault):
            raise self.pictures.pop(0)

    def read(self) -> Frame | None:
        self.threads.add(threading.current_thread().name)
        time.sleep(0.005)
        if not self.pictures:
            return None
        picture = self.pictures.pop(0)
        if isinstance(picture, Exception):
            raise picture
        self.number += 1
        return Frame(picture, self.number, time.monotonic())

    def close(self) -> None:
        self.closed += 1


class Heard:
    """What a worker told."""

    def __init__(self, worker: CameraWorker) -> None:
        self.codes: list[str] = []
        self.several: list[list[str]] = []
        self.faults: list[EnvironmentFault] = []
        self.previews: list[tuple[QImage, list[Any], str]] = []
        self.hints: list[tuple[str, str]] = []
        self.broken: list[Exception] = []
        self.recovered = self.stopped = 0
        worker.hint_changed.connect(lambda *told: self.hints.append(told))
        worker.broken.connect(self.broken.append)
        worker.stopped.connect(self._count_stop)
        worker.payload_scanned.connect(self.codes.append)
        worker.several_codes_seen.connect(self.several.append)
        worker.failed.connect(self.faults.append)
        worker.preview_ready.connect(lambda *told: self.previews.append(told))
        worker.recovered.connect(self._count)

    def _count(self) -> None:
        self.recovered += 1

    def _count_stop(self) -> None:
        self.stopped += 1


@pytest.fixture
def make_worker(qtbot: QtBot) -> Iterator[Any]:
    made: list[CameraWorker] = []

    def make(source: Any, again_s: float = 0.05) -> tuple[CameraWorker, Heard]:
        worker = CameraWorker(source, is_ours, again_s=again_s)
        made.append(worker)
        return worker, Heard(worker)

    yield make
    for worker in made:
        worker.stop()


def test_badges_held_up_one_after_the_other_arrive_once_each(qtbot: QtBot, make_worker: Any) -> None:
    worker, heard = make_worker(SimulatedCamera(CODES, seed=3, timing=FAST))
    worker.start()
    worker.start()
    qtbot.waitUntil(lambda: len(heard.codes) == 3, timeout=15000)
    qtbot.wait(300)
    assert heard.codes == CODES
    assert heard.faults == []
    assert heard.several == []


def test_the_preview_is_small_marked_and_at_most_fifteen_a_second(qtbot: QtBot, make_worker: Any) -> None:
    worker, heard = make_worker(SimulatedCamera(CODES[:1], seed=3, timing=Timing(hold=5.0)))
    worker.start()
    qtbot.waitUntil(lambda: bool(heard.previews), timeout=10000)
    heard.previews.clear()
    qtbot.wait(1500)
    worker.stop()
    assert 5 <= len(heard.previews) <= 24
    image, quads, hint = heard.previews[-1]
    assert (image.width(), image.height(), hint) == (640, 360, "")
    assert len(quads) == 1
    assert all(0 < x < 640 and 0 < y < 360 for x, y in quads[0])


def test_a_window_that_is_busy_gets_one_picture_not_a_heap(qtbot: QtBot, make_worker: Any) -> None:
    dark = np.full((180, 320, 3), 20, np.uint8)
    worker, heard = make_worker(FakeCamera(*[dark] * 200))
    worker.start()
    time.sleep(0.6)
    qtbot.wait(20)
    assert len(heard.previews) <= 2


def test_a_hint_comes_in_words_with_what_to_do_and_goes_with_a_readable_code(qtbot: QtBot, make_worker: Any) -> None:
    camera = FakeCamera(*[np.full((180, 320, 3), 20, np.uint8)] * 2000)
    worker, heard = make_worker(camera)
    worker.start()
    qtbot.waitUntil(lambda: bool(heard.hints), timeout=10000)
    assert heard.hints == [(Hint.DARK.words, Hint.DARK.advice)]
    qtbot.waitUntil(lambda: heard.previews[-1][2] == Hint.DARK.words)
    assert {told[2] for told in heard.previews} == {"", Hint.DARK.words}
    camera.pictures[:] = [code_on_grey(CODES[0])] * 200
    qtbot.waitUntil(lambda: bool(heard.codes), timeout=10000)
    qtbot.waitUntil(lambda: heard.hints[1:] == [("", "")])


def code_on_grey(code: str) -> Any:
    import segno

    picture = np.full((720, 1280, 3), 130, np.uint8)
    dark = np.array([list(r) for r in segno.make_qr(code).matrix_iter(scale=6, border=4)], bool)
    picture[250 : 250 + len(dark), 350 : 350 + len(dark)] = np.where(dark, 20, 235)[..., None]
    return picture


def test_the_preview_is_as_the_camera_sees_it_and_the_corners_fit_it(qtbot: QtBot, make_worker: Any) -> None:
    """Mirroring is the window's: it turns picture and corners together."""
    picture = code_on_grey(CODES[0])
    picture[:, :100] = (0, 0, 255)
    worker, heard = make_worker(FakeCamera(*[picture] * 200))
    worker.start()
    qtbot.waitUntil(lambda: any(quads for _, quads, _ in heard.previews), timeout=10000)
    image, quads, _ = next(told for told in heard.previews if told[1])
    left, right = image.pixelColor(20, 180), image.pixelColor(620, 180)
    assert (left.red(), left.blue()) == (255, 0)
    assert right.red() == right.blue()
    xs, ys = [x for x, _ in quads[0]], [y for _, y in quads[0]]
    assert xs[0] == min(xs[0], xs[1])
    # Inside the corners the code's own dark corner, outside the light edge around it.
    assert image.pixelColor(round(min(xs)) + 2, round(min(ys)) + 2).lightness() < 90
    assert image.pixelColor(round(min(xs)) - 5, round(min(ys)) - 5).lightness() > 180
    assert 175 <= min(xs) <= 195


def test_codes_held_up_together_admit_nobody(qtbot: QtBot, make_worker: Any) -> None:
    import segno

    picture = np.full((720, 1280), 130, np.uint8)
    for n, code in enumerate(CODES[:2]):
        dark = np.array([list(r) for r in segno.make_qr(code).matrix_iter(scale=6, border=4)], bool)
        picture[250 : 250 + len(dark), 350 + 330 * n : 350 + 330 * n + len(dark)] = np.where(dark, 20, 235)
    worker, heard = make_worker(FakeCamera(*[picture] * 30))
    worker.start()
    qtbot.waitUntil(lambda: heard.several == [sorted(CODES[:2])])
    qtbot.wait(200)
    assert heard.codes == []
    assert len(heard.several) == 1


def test_a_lost_camera_is_told_once_and_tried_again(qtbot: QtBot, make_worker: Any) -> None:
    grey = np.full((180, 320), 120, np.uint8)
    gone = [EnvironmentFault("It was unplugged.", "Plug it in.") for _ in range(4)]
    camera = FakeCamera(grey, *gone, grey, grey)
    worker, heard = make_worker(camera)
    worker.start()
    qtbot.waitUntil(lambda: heard.recovered == 1)
    assert [f.sentence for f in heard.faults] == ["It was unplugged."]
    assert camera.opened == 5
    assert camera.threads == {"camera"}


def test_stopping_while_it_waits_for_a_camera_takes_no_time(qtbot: QtBot, make_worker: Any) -> None:
    camera = FakeCamera(*[EnvironmentFault("There is no camera.", "Plug one in.") for _ in range(9)])
    worker, heard = make_worker(camera, again_s=60)
    worker.start()
    qtbot.waitUntil(lambda: len(heard.faults) == 1)
    began = time.monotonic()
    worker.stop()
    assert time.monotonic() - began < 1.0
    assert not worker.is_running
    assert camera.closed == camera.opened


def test_it_lets_the_camera_go_and_begins_again(qtbot: QtBot, make_worker: Any) -> None:
    camera = FakeCamera(*[np.full((180, 320), 120, np.uint8)] * 500)
    worker, _ = make_worker(camera)
    for _ in range(3):
        worker.start()
        assert worker.is_running
        worker.stop()
        worker.stop()
        assert not worker.is_running
    assert camera.opened == camera.closed


class SlowCamera(FakeCamera):
    """Takes its time to give a picture and to be let go."""

    def read(self) -> Frame | None:
        time.sleep(0.4)
        return super().read()

    def close(self) -> None:
        time.sleep(0.2)
        super().close()


def test_stopping_soon_does_not_wait_for_a_slow_camera(qtbot: QtBot, make_worker: Any) -> None:
    camera = SlowCamera(*[np.full((180, 320), 120, np.uint8)] * 50)
    worker, heard = make_worker(camera)
    worker.start()
    qtbot.waitUntil(lambda: bool(heard.previews))
    began = time.monotonic()
    worker.stop_soon()
    assert time.monotonic() - began < 0.05
    qtbot.waitUntil(lambda: heard.stopped == 1)
    assert (camera.closed, worker.is_running) == (1, False)
    worker.stop_soon()
    qtbot.waitUntil(lambda: heard.stopped == 2)


def test_started_again_at_once_it_begins_when_the_camera_was_let_go(qtbot: QtBot, make_worker: Any) -> None:
    camera = SlowCamera(*[np.full((180, 320), 120, np.uint8)] * 50)
    worker, heard = make_worker(camera)
    worker.start()
    qtbot.waitUntil(lambda: bool(heard.previews))
    worker.stop_soon()
    worker.start()
    qtbot.waitUntil(lambda: camera.opened == 2)
    assert camera.closed == 1
    assert heard.stopped == 0
    worker.stop_soon()
    qtbot.waitUntil(lambda: heard.stopped == 1)


def test_a_film_at_its_end_stops_at_once(qtbot: QtBot, make_worker: Any) -> None:
    worker, _ = make_worker(FakeCamera(), again_s=30)
    worker.start()
    qtbot.wait(120)
    for _ in range(3):
        began = time.monotonic()
        worker.stop()
        assert time.monotonic() - began < 1.0
        worker.start()
        qtbot.wait(30)


def test_a_picture_that_breaks_the_program_is_told_once_and_the_camera_goes_on(qtbot: QtBot, make_worker: Any) -> None:
    no_picture = np.zeros((0, 0, 3), np.uint8)
    camera = FakeCamera(no_picture, no_picture, *[code_on_grey(CODES[0])] * 200)
    worker, heard = make_worker(camera)
    worker.start()
    qtbot.waitUntil(lambda: heard.codes == CODES[:1], timeout=10000)
    assert len(heard.broken) == 1
    assert camera.opened == 3
    assert heard.recovered == 1
    assert heard.faults == []


def test_a_camera_that_comes_back_under_another_number_is_found(qtbot: QtBot, make_worker: Any) -> None:
    grey = np.full((180, 320), 120, np.uint8)
    there = [CameraName(0, "Built-in"), CameraName(2, "C920")]
    opened: list[int] = []

    class Device(FakeCamera):
        def __init__(self, found: CameraName) -> None:
            super().__init__(*[grey] * 10_000)
            self.place = found

        def open(self) -> None:
            super().open()
            opened.append(self.place.number)

        def read(self) -> Frame | None:
            if self.place not in there:
                raise EnvironmentFault("C920 was unplugged.", "Plug it in again; it goes on by itself.")
            return super().read()

    source = RememberedCamera("2", cameras=lambda: list(there), make=Device)  # type: ignore[arg-type]
    worker, heard = make_worker(source)
    worker.start()
    qtbot.waitUntil(lambda: bool(heard.previews))
    there.remove(CameraName(2, "C920"))
    qtbot.waitUntil(lambda: len(heard.faults) == 2)
    assert [f.sentence for f in heard.faults] == ["C920 was unplugged.", "Camera 2 is not plugged in."]
    there.append(CameraName(4, "C920"))
    qtbot.waitUntil(lambda: heard.recovered == 1)
    assert opened == [2, 4]
