"""Real key events of an X server, typed by xdotool as a scanner and as a person."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.domain.badge import make_code
from checkin.domain.payload import parse_payload

NEEDED = ("Xvfb", "xdotool", "setxkbmap")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
ROOT = Path(__file__).parents[2]
TICKET = '{"i":["2","3f","AAAAAAAAAAAAAAAAAAAATQ=="]}'


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    if MISSING:
        if os.environ.get("CI") == "true":
            pytest.fail(f"not installed: {', '.join(MISSING)}")
        pytest.skip(f"not installed: {', '.join(MISSING)}")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1024x768x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


class Desk:
    """The window in a process of its own, and xdotool to type into it."""

    def __init__(self, display: str, *words: str) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        self.environment.pop("WAYLAND_DISPLAY", None)
        script = str(Path(__file__).with_name("scanned_window.py"))
        self.process = subprocess.Popen(
            [sys.executable, script, *words], env=self.environment, stdout=subprocess.PIPE, text=True
        )
        self.lines: queue.Queue[dict[str, object]] = queue.Queue()
        self.reader = threading.Thread(target=self._read, name="desk-stdout")
        self.reader.start()

    def wait(self) -> None:
        """Until the window has the keyboard."""
        self.until(lambda told: "focus" in told, 10, self._focus)

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(json.loads(line))

    def _focus(self) -> None:
        # Without a window manager nobody gives the focus to a new window.
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            env=self.environment, capture_output=True, text=True,
        )  # fmt: skip
        for window in found.stdout.split()[-1:]:
            subprocess.run(["xdotool", "windowfocus", window], env=self.environment, capture_output=True)

    def run(self, *command: str) -> None:
        subprocess.run(command, env=self.environment, check=True, timeout=20, capture_output=True)

    def type(self, text: str, delay_ms: int, *end: str) -> None:
        words = ["xdotool", "type", "--args", "1", "--delay", str(delay_ms), text]
        self.run(*words, *(["key", "--delay", "1", *end] if end else []))

    def until(self, wanted: object, seconds: float = 5.0, meanwhile: object = None) -> list[dict[str, object]]:
        """What was told until `wanted(told)` held."""
        told: list[dict[str, object]] = []
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            try:
                told.append(self.lines.get(timeout=0.2))
            except queue.Empty:
                if meanwhile is not None:
                    meanwhile()
                continue
            if wanted(told[-1]):
                return told
        raise AssertionError(f"waited in vain; told: {told}")

    def quiet(self, seconds: float = 0.7) -> list[dict[str, object]]:
        """What is told within a while."""
        time.sleep(seconds)
        told = []
        while not self.lines.empty():
            told.append(self.lines.get())
        return [t for t in told if "focus" not in t]

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(10)
        self.reader.join(5)
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def desk(display: str, request: pytest.FixtureRequest) -> Iterator[Desk]:
    words = getattr(request, "param", ("auto",))
    subprocess.run(["setxkbmap", "-display", display, "us"], check=True, capture_output=True)
    desk = Desk(display, *words)
    try:
        desk.wait()
        yield desk
    finally:
        desk.close()
    subprocess.run(["setxkbmap", "-display", display, "us"], check=True, capture_output=True)


def code_with_z() -> str:
    codes = (make_code("G5", n * 7919) for n in range(500))
    return next(c for c in codes if "Z" in c and "Y" not in c)


@pytest.mark.parametrize("end", [(), ("Return",), ("Tab",)])
def test_a_scan_reaches_no_field(desk: Desk, end: tuple[str, ...]) -> None:
    desk.type("G5ABCD12347", 2, *end)
    assert desk.until(lambda told: "scanned" in told) == [{"scanned": "G5ABCD12347"}]
    assert desk.quiet() == []


@pytest.mark.parametrize("code", ["0011222333", "G500002WSMZ"])
def test_characters_and_ends_sent_twice_are_no_keys_held_down(desk: Desk, code: str) -> None:
    """xdotool lets go of a key and presses it again within a millisecond: Qt takes the second for a repeat."""
    desk.type(code, 2, "Return", "Return")
    assert desk.until(lambda told: "scanned" in told) == [{"scanned": code}]
    assert desk.quiet() == []


def test_two_scans_back_to_back(desk: Desk) -> None:
    desk.run("xdotool", "type", "--delay", "2", "G5ABCD12347\nG5WXYZ98760\n")
    desk.until(lambda told: told == {"scanned": "G5ABCD12347"})
    assert desk.until(lambda told: "scanned" in told) == [{"scanned": "G5WXYZ98760"}]
    assert desk.quiet() == []


def test_a_person_types_as_ever(desk: Desk) -> None:
    desk.type("mull", 600)
    time.sleep(0.6)
    desk.run("xdotool", "key", "Return")
    told = [t for t in desk.until(lambda told: "entered" in told) if "focus" not in t]
    assert [t.get("field") for t in told[:-1]] == ["m", "mu", "mul", "mull"]
    assert told[-1] == {"entered": "mull"}
    desk.run("xdotool", "key", "BackSpace")
    assert desk.until(lambda told: "field" in told)[-1] == {"field": "mul"}
    desk.run("xdotool", "key", "ctrl+a", "x")
    assert desk.until(lambda told: "field" in told)[-1] == {"field": "x"}


def test_capitals_of_a_person_arrive_as_capitals(desk: Desk) -> None:
    desk.type("McL", 600)
    assert desk.until(lambda told: told.get("field") == "McL")
    assert [t for t in desk.quiet() if "scanned" in t] == []


def test_a_scan_between_typing_leaves_what_was_typed(desk: Desk) -> None:
    desk.type("mul", 600)
    desk.until(lambda told: told.get("field") == "mul")
    time.sleep(0.6)
    desk.type("G5ABCD12347", 2, "Return")
    assert desk.until(lambda told: "scanned" in told) == [{"scanned": "G5ABCD12347"}]
    assert desk.quiet() == []


def test_a_us_scanner_on_a_british_keyboard(desk: Desk, display: str) -> None:
    press_as_us(desk, display, TICKET, "gb")
    told = desk.until(lambda told: "scanned" in told)
    assert told == [{"scanned": TICKET}]
    assert parse_payload(TICKET).candidates == ("00000000-0000-0000-0000-00000000004d",)


def test_a_us_scanner_on_a_german_keyboard(desk: Desk, display: str) -> None:
    press_as_us(desk, display, code_with_z(), "de")
    assert desk.until(lambda told: "scanned" in told) == [{"scanned": code_with_z()}]


@pytest.mark.parametrize("desk", [("host",)], indirect=True)
def test_the_host_layout_can_be_forced(desk: Desk, display: str) -> None:
    press_as_us(desk, display, code_with_z(), "de")
    assert desk.until(lambda told: "scanned" in told) == [{"scanned": code_with_z().replace("Z", "Y")}]


def test_a_scanner_set_to_the_german_layout(desk: Desk, display: str) -> None:
    subprocess.run(["setxkbmap", "-display", display, "de"], check=True, capture_output=True)
    # The window and xdotool load the new layout when it is first used; nobody changes it in the middle of a scan.
    desk.type("m", 2)
    assert desk.until(lambda told: told == {"field": "m"})
    desk.run("xdotool", "key", "BackSpace")
    assert desk.until(lambda told: told == {"field": ""})
    time.sleep(0.6)
    desk.type(code_with_z(), 2, "Return")
    assert desk.until(lambda told: "scanned" in told) == [{"scanned": code_with_z()}]


@pytest.mark.parametrize("desk", [("auto", "dialog")], indirect=True)
def test_a_scan_over_a_dialog_does_not_press_its_button(desk: Desk) -> None:
    desk.type("G5ABCD12347", 2, "Return")
    assert desk.until(lambda told: "scanned" in told) == [{"scanned": "G5ABCD12347"}]
    assert desk.quiet() == []
    desk.type("ok", 600)
    time.sleep(0.6)
    desk.run("xdotool", "key", "Return")
    told = desk.until(lambda told: told.get("dialog") == "accepted")
    assert [t["dialog"] for t in told if "dialog" in t] == ["o", "ok", "accepted"]


def press_as_us(desk: Desk, display: str, text: str, host: str) -> None:
    """Press the physical keys that a US keyboard has the text on, while the host's layout is another."""
    from checkin.devices.key_places import US

    place = {c: (place + 8, shift) for place, pair in US.items() for shift, c in enumerate(pair)}
    subprocess.run(["setxkbmap", "-display", display, host], check=True, capture_output=True)
    words = ["xdotool"]
    for c in text:
        code, shift = place[c]
        words += ["keydown", "50"] if shift else []
        words += ["key", "--delay", "1", str(code)]
        words += ["keyup", "50"] if shift else []
    desk.run(*words, "key", "Return")
