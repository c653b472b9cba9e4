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
from checkin.devices.frame import Frame
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
        self.recovered = 0
        worker.payload_scanned.connect(self.codes.append)
        worker.several_codes_seen.connect(self.several.append)
        worker.failed.connect(self.faults.append)
        worker.preview_ready.connect(lambda *told: self.previews.append(told))
        worker.recovered.connect(self._count)

    def _count(self) -> None:
        self.recovered += 1


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
    assert heard.previews[0][2] == "Too dark"


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
