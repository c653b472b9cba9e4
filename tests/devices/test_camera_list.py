"""Cameras by name, and the one that is remembered found again wherever it is plugged in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from checkin.devices.camera_faults import why_not_found
from checkin.devices.camera_list import CameraName, find_camera, list_cameras, names_a_camera, spoken_name
from checkin.devices.frame import Frame
from checkin.devices.remembered_camera import RememberedCamera
from checkin.domain.errors import EnvironmentFault

C920 = "usb-046d_HD_Pro_Webcam_C920_8A5B2F1F-video-index0"
BUILT_IN = "usb-Chicony_Electronics_Co._Ltd._Integrated_Camera_0001-video-index0"


class Machine:
    """The folders in which Linux tells of its cameras."""

    def __init__(self, root: Path) -> None:
        self.classes, self.links, self.devices = root / "class", root / "v4l", root / "dev"
        for folder in (self.classes, self.links / "by-id", self.links / "by-path", self.devices):
            folder.mkdir(parents=True)

    def plug(self, number: int, name: str, by_id: str = "", by_path: str = "") -> None:
        """A camera of two nodes, as most are."""
        for n, index in ((number, "0"), (number + 1, "1")):
            node = self.classes / f"video{n}"
            node.mkdir()
            (node / "name").write_text(name + "\n")
            (node / "index").write_text(index + "\n")
            (self.devices / f"video{n}").touch()
        for kind, link in (("by-id", by_id), ("by-path", by_path)):
            if link:
                (self.links / kind / link).symlink_to(self.devices / f"video{number}")

    def unplug(self, number: int) -> None:
        for n in (number, number + 1):
            for file in (self.classes / f"video{n}").iterdir():
                file.unlink()
            (self.classes / f"video{n}").rmdir()
            (self.devices / f"video{n}").unlink()
        for link in self.links.rglob("usb-*"):
            if not link.exists():
                link.unlink()

    def cameras(self) -> list[CameraName]:
        return list_cameras(self.classes, "linux", links=self.links)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    if sys.platform == "win32":
        pytest.skip("links are Linux's")
    return Machine(tmp_path)


def test_cameras_by_name_without_their_second_nodes(machine: Machine) -> None:
    machine.plug(0, "Integrated Camera", BUILT_IN)
    machine.plug(2, "HD Pro Webcam C920", C920, "pci-0000:00:14.0-usb-0:1:1.0-video-index0")
    machine.plug(4, "No link")
    links = machine.links / "by-id"
    assert machine.cameras() == [
        CameraName(0, "Integrated Camera", str(links / BUILT_IN)),
        CameraName(2, "HD Pro Webcam C920", str(links / C920)),
        CameraName(4, "No link"),
    ]
    assert [c.remembered for c in machine.cameras()] == [str(links / BUILT_IN), str(links / C920), "4"]


def test_a_machine_without_cameras_and_one_that_tells_only_numbers(tmp_path: Path) -> None:
    assert list_cameras(tmp_path / "none", "linux") == []
    assert [(c.number, c.name) for c in list_cameras(tmp_path, "darwin")] == [(n, f"Camera {n}") for n in range(4)]


def test_two_of_a_kind_are_told_apart(machine: Machine) -> None:
    """Without serial numbers both have one link by identity, and udev gives it to one of them."""
    twin = "usb-046d_C270-video-index0"
    machine.plug(0, "C270", twin, "usb-0:1:1.0-video-index0")
    machine.plug(2, "C270", "", "usb-0:2:1.0-video-index0")
    assert [c.label for c in machine.cameras()] == ["C270 (0)", "C270 (2)"]
    first, second = (c.remembered for c in machine.cameras())
    assert first.endswith(f"by-id/{twin}")
    assert second.endswith("by-path/usb-0:2:1.0-video-index0")
    assert [find_camera(r, machine.cameras()).number for r in (first, second)] == [0, 2]  # type: ignore[union-attr]


def test_it_is_found_under_another_number(machine: Machine) -> None:
    machine.plug(0, "Integrated Camera", BUILT_IN)
    machine.plug(2, "C920", C920)
    remembered = machine.cameras()[1].remembered
    machine.unplug(2)
    assert find_camera(remembered, machine.cameras()) is None
    machine.plug(6, "C920", C920)
    found = find_camera(remembered, machine.cameras())
    assert found is not None
    assert (found.number, found.name) == (6, "C920")


def test_by_number_by_device_file_and_the_first(machine: Machine) -> None:
    machine.plug(0, "Integrated Camera", BUILT_IN)
    machine.plug(2, "C920")
    for remembered, number in (("", 0), ("2", 2), (str(machine.devices / "video2"), 2)):
        found = find_camera(remembered, machine.cameras())
        assert found is not None
        assert found.number == number
    assert find_camera("9", machine.cameras()) is None
    assert find_camera("", []) is None


def test_a_number_that_went_to_another_camera_is_not_taken_for_it() -> None:
    was = CameraName(2, "C920")
    here = [CameraName(0, "Integrated Camera"), CameraName(2, "Document camera")]
    assert find_camera("2", here, was=was) is None
    assert find_camera("2", [*here, CameraName(4, "C920")], was=was) == CameraName(4, "C920")
    assert find_camera("2", [*here, CameraName(4, "C920"), CameraName(6, "C920")], was=was) is None
    assert find_camera("2", here) == here[1]


def test_what_the_setting_means() -> None:
    assert all(names_a_camera(text) for text in ("", "0", "12", "/dev/v4l/by-id/x", "/dev/video0"))
    assert not any(names_a_camera(text) for text in ("simulated", "/home/a/film.avi", "C:\\film.mp4"))


@pytest.mark.parametrize(
    ("remembered", "name"),
    [
        (f"/dev/v4l/by-id/{C920}", "HD Pro Webcam C920"),
        (f"/dev/v4l/by-id/{BUILT_IN}", "Chicony Electronics Co. Ltd. Integrated Camera"),
        ("/dev/v4l/by-id/usb-046d_C270-video-index0", "C270"),
        ("/dev/video3", "video3"),
        ("3", "Camera 3"),
        ("", "The camera"),
    ],
)
def test_a_camera_that_is_not_there_has_a_name(remembered: str, name: str) -> None:
    assert spoken_name(remembered) == name


def test_why_it_is_not_there() -> None:
    remembered = f"/dev/v4l/by-id/{C920}"
    assert why_not_found(remembered, []).sentence == "There is no camera on this machine."
    fault = why_not_found(remembered, [CameraName(0, "Integrated Camera")])
    assert fault.sentence == "HD Pro Webcam C920 is not plugged in."
    assert "Integrated Camera" in fault.advice


class FakeCamera:
    """Stands for `OpenCvCamera`: gives its number as a picture."""

    def __init__(self, found: CameraName) -> None:
        self.number, self.open_now = found.number, False

    def open(self) -> None:
        self.open_now = True

    def read(self) -> Any:
        return self.number

    def close(self) -> None:
        self.open_now = False


def test_the_remembered_camera_is_looked_for_at_each_opening(machine: Machine) -> None:
    made: list[FakeCamera] = []

    def make(found: CameraName) -> Any:
        made.append(FakeCamera(found))
        return made[-1]

    machine.plug(0, "Integrated Camera", BUILT_IN)
    machine.plug(2, "C920")
    camera = RememberedCamera("2", cameras=machine.cameras, make=make)
    assert camera.name == "C920"
    camera.open()
    assert camera.read() == 2  # type: ignore[comparison-overlap]
    machine.unplug(2)
    with pytest.raises(EnvironmentFault, match="not plugged in"):
        camera.open()
    assert not made[0].open_now
    nothing: Frame | None = camera.read()
    assert nothing is None
    assert camera.name == "C920"
    machine.plug(4, "C920")
    camera.open()
    assert camera.read() == 4  # type: ignore[comparison-overlap]
    camera.close()
    assert not made[1].open_now


def test_no_camera_at_all(machine: Machine) -> None:
    with pytest.raises(EnvironmentFault, match="no camera on this machine"):
        RememberedCamera(cameras=machine.cameras).open()
