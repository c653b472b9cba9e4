"""Sounds by a child process; the players are scripts that write down what they were given."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.devices.qt.sound import SystemSoundPlayer
from checkin.devices.sound import SOUNDS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def script(folder: Path, name: str, body: str) -> Path:
    log = folder / f"{name}.log"
    (folder / name).write_text(f'#!/bin/sh\necho "$@" >> {log}\n{body}\n')
    (folder / name).chmod(0o755)
    return log


def test_the_file_is_given_to_the_player(qtbot: QtBot, bin_folder: Path) -> None:
    log = script(bin_folder, "aplay", "exit 0")
    player = SystemSoundPlayer(platform="linux")
    player.play("stop")
    qtbot.waitUntil(lambda: log.exists() and log.read_text() == f"-q {SOUNDS / 'stop.wav'}\n")
    assert player.audible
    player.close()


def test_it_never_waits_and_a_newer_sound_ends_the_older(qtbot: QtBot, bin_folder: Path) -> None:
    log = script(bin_folder, "paplay", "exec /bin/sleep 30")
    player = SystemSoundPlayer(platform="linux")
    for _ in range(3):
        began = time.monotonic()
        player.play("go")
        assert time.monotonic() - began < 0.25
        qtbot.wait(80)
    qtbot.waitUntil(log.exists)
    player.close()
    assert player.audible


def test_a_player_that_fails_makes_way_for_the_next(qtbot: QtBot, bin_folder: Path) -> None:
    script(bin_folder, "paplay", "exit 1")
    log = script(bin_folder, "aplay", "exit 0")
    player = SystemSoundPlayer(platform="linux")
    player.play("go")
    qtbot.wait(200)
    player.play("go", notice=True)
    qtbot.waitUntil(lambda: log.exists() and "go_notice.wav" in log.read_text())
    player.close()


def test_no_player_and_no_device_are_no_failure(qtbot: QtBot, bin_folder: Path) -> None:
    silent = SystemSoundPlayer(platform="linux")
    silent.play("go")
    assert not silent.audible
    silent.close()
    script(bin_folder, "aplay", "exit 1")
    broken = SystemSoundPlayer(platform="linux")
    broken.play("go")
    qtbot.waitUntil(lambda: not broken.audible)
    broken.play("go")
    broken.close()
