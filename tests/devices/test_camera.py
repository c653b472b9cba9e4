"""Sources of pictures, and what is told when there is none."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from badge_pictures import code_picture, save

from checkin.devices.camera import ImageFolder, OpenCvCamera, SimulatedCamera, VideoFile
from checkin.devices.camera_faults import camera_lost, why_not_opened
from checkin.devices.engines import ENGINES
from checkin.devices.opencv import drop_foreign_qt_folders, opencv
from checkin.domain.badge import make_code
from checkin.domain.errors import EnvironmentFault

CODES = [make_code("G5", n * 7919) for n in range(1, 4)]
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="device files are Linux's")


class FakeCapture:
    """OpenCV's VideoCapture with pictures numbered by their grey value; `backlog` of them wait in the driver."""

    def __init__(self, opens: bool = True, pictures: int = 100, backlog: int = 0) -> None:
        self.opens, self.left, self.backlog, self.value, self.released = opens, pictures, backlog, 0, False

    def isOpened(self) -> bool:
        return self.opens

    def set(self, what: int, value: float) -> bool:
        return True

    def grab(self) -> bool:
        import time

        if not self.left:
            return False
        if self.backlog:
            self.backlog -= 1
        else:
            time.sleep(0.01)
        self.left -= 1
        self.value += 1
        return True

    def retrieve(self) -> tuple[bool, Any]:
        return True, np.full((72, 128, 3), self.value, np.uint8)

    def release(self) -> None:
        self.released = True


@pytest.fixture
def film(tmp_path: Path) -> Path:
    cv2 = opencv()
    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 30, (640, 480))
    for code in CODES:
        writer.write(cv2.cvtColor(code_picture(code), cv2.COLOR_GRAY2BGR))
    writer.release()
    return path


def test_the_newest_picture_is_given_not_those_that_waited() -> None:
    capture = FakeCapture(backlog=4)
    camera = OpenCvCamera(0, capture=lambda _: capture)
    with camera:
        frame = camera.read()
        assert frame is not None
        assert (frame.number, int(frame.pixels[0, 0, 0])) == (0, 5)
        again = camera.read()
        assert again is not None
        assert (again.number, int(again.pixels[0, 0, 0])) == (1, 6)
        assert again.at > frame.at
    assert capture.released


def test_a_camera_that_is_pulled_out_says_so_and_is_let_go(tmp_path: Path) -> None:
    capture = FakeCapture(pictures=2)
    (tmp_path / "video0").touch()
    camera = OpenCvCamera(0, name="Logitech C270", capture=lambda _: capture, devices=tmp_path)
    camera.open()
    assert camera.read() is not None
    (tmp_path / "video0").unlink()
    with pytest.raises(EnvironmentFault) as told:
        camera.read()
    if sys.platform.startswith("linux"):
        assert told.value.sentence == "Logitech C270 was unplugged."
    assert capture.released
    assert camera.read() is None


@linux
def test_why_a_camera_does_not_open(tmp_path: Path) -> None:
    def sentence(**more: Any) -> str:
        return why_not_opened(0, "The camera", tmp_path, **more).sentence

    assert sentence() == "There is no camera on this machine."
    (tmp_path / "video2").touch()
    assert sentence() == "The camera is not plugged in."
    (tmp_path / "video0").touch()
    assert sentence(may_use=lambda _: False) == "This user may not use The camera."
    assert sentence(may_use=lambda _: True) == "The camera is in use by another program."
    assert camera_lost(0, "It", tmp_path).sentence == "It stopped giving pictures."


@linux
def test_opening_a_camera_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as told:
        OpenCvCamera(77, devices=tmp_path).open()
    assert told.value.advice


@linux
def test_busy_shows_at_the_first_picture(tmp_path: Path) -> None:
    (tmp_path / "video0").touch()
    with pytest.raises(EnvironmentFault, match="in use"):
        OpenCvCamera(0, capture=lambda _: FakeCapture(pictures=0), devices=tmp_path).open()


@pytest.mark.parametrize(("platform", "words"), [("darwin", "System Settings"), ("win32", "Privacy & security")])
def test_where_the_system_does_not_tell_why_its_own_place_is_named(tmp_path: Path, platform: str, words: str) -> None:
    fault = why_not_opened(1, "Camera 1", tmp_path / "none", platform=platform)
    assert fault.sentence == "Camera 1 gives no picture."
    assert words in fault.advice


def test_a_film_plays_once_or_for_ever(film: Path) -> None:
    with VideoFile(film) as once:
        frames = [once.read() for _ in range(5)]
    assert [f.number for f in frames if f] == [0, 1, 2]
    assert frames[3:] == [None, None]
    with VideoFile(film, loop=True) as again:
        texts = [ENGINES["zxing"](again.read().grey)[0].text for _ in range(5)]  # type: ignore[union-attr]
    assert texts == CODES + CODES[:2]


def test_a_film_that_is_none(tmp_path: Path) -> None:
    broken = tmp_path / "broken.avi"
    broken.write_bytes(b"nothing")
    for path in (broken, tmp_path / "missing.avi"):
        with pytest.raises(EnvironmentFault, match="cannot be read"):
            VideoFile(path).open()


def test_a_folder_of_pictures(tmp_path: Path) -> None:
    for n, code in enumerate(CODES):
        save(tmp_path / f"{n}.png", code_picture(code))
    (tmp_path / "1a.png").write_bytes(b"no picture")
    with ImageFolder(tmp_path) as folder:
        texts = [ENGINES["zxing"](f.grey)[0].text for _ in range(3) if (f := folder.read())]
        assert folder.read() is None
    assert texts == CODES
    with pytest.raises(EnvironmentFault):
        ImageFolder(tmp_path / "none").open()


def test_the_simulated_camera_shows_each_badge_once_in_order() -> None:
    seen: list[str] = []
    with SimulatedCamera(CODES, seed=2, per_second=0) as camera:
        for n in range(3 * 75 + 20):
            frame = camera.read()
            assert frame is not None
            assert frame.size == (1280, 720)
            if n % 5 == 0:
                for f in ENGINES["zxing"](frame.grey):
                    if f.text not in seen:
                        assert f.text == camera.showing
                        seen.append(f.text)
        assert camera.showing is None
    assert seen == CODES


def test_the_same_seed_gives_the_same_pictures() -> None:
    def pixels(seed: int) -> Any:
        with SimulatedCamera(CODES, (320, 180), seed, per_second=0) as camera:
            return np.stack([camera.read().pixels for _ in range(20)])  # type: ignore[union-attr]

    assert (pixels(4) == pixels(4)).all()
    assert (pixels(4) != pixels(5)).any()


def test_a_badge_may_be_added_while_it_runs() -> None:
    with SimulatedCamera([], seed=2, per_second=0) as camera:
        camera.read()
        assert camera.showing is None
        camera.show(CODES[0])
        camera.read()
        assert camera.showing == CODES[0]


def test_foreign_qt_folders_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "/x/cv2/qt/plugins")
    monkeypatch.setenv("QT_QPA_FONTDIR", "/usr/share/fonts")
    drop_foreign_qt_folders()
    assert "QT_QPA_PLATFORM_PLUGIN_PATH" not in os.environ
    assert os.environ["QT_QPA_FONTDIR"] == "/usr/share/fonts"
