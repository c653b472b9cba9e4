"""Sounds by a child process; the players are scripts that write down what they were given."""

from __future__ import annotations

import math
import sys
import time
import wave
from array import array
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.devices.loudness import gain, quieter
from checkin.devices.qt.sound import SystemSoundPlayer
from checkin.devices.sound import SOUNDS
from checkin.devices.sounds_kept import SoundsKept

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


def test_a_player_that_fails_makes_way_for_the_next_with_the_same_sound(qtbot: QtBot, bin_folder: Path) -> None:
    failing = script(bin_folder, "paplay", "exit 1")
    log = script(bin_folder, "aplay", "exit 0")
    player = SystemSoundPlayer(platform="linux")
    player.play("go")
    qtbot.waitUntil(lambda: log.exists() and "go.wav" in log.read_text())
    player.play("go", notice=True)
    qtbot.waitUntil(lambda: "go_notice.wav" in log.read_text())
    assert len(failing.read_text().splitlines()) == 1
    assert player.trouble == ""
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


def test_trouble_is_a_sentence_that_goes_when_something_is_heard(qtbot: QtBot, bin_folder: Path) -> None:
    player = SystemSoundPlayer(platform="linux")
    told: list[str] = []
    player.trouble_changed.connect(told.append)
    assert player.trouble.startswith("No program that plays sounds was found (paplay, pw-play, aplay).")
    script(bin_folder, "aplay", "exit 1")
    player.try_sound("go")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["No sound device answers. Check the plug and the system's sound settings. The desk works without."]
    log = script(bin_folder, "aplay", "exit 0")
    player.play("go")
    qtbot.wait(100)
    # It failed a moment ago: no verdict waits for it again so soon.
    assert len(log.read_text().splitlines()) == 1
    player.try_sound("stop")
    qtbot.waitUntil(lambda: player.trouble == "")
    assert told[1:] == [""]
    assert "stop.wav" in log.read_text()
    player.close()


def test_players_that_failed_are_tried_again_after_a_while(qtbot: QtBot, bin_folder: Path) -> None:
    script(bin_folder, "aplay", "exit 1")
    player = SystemSoundPlayer(platform="linux", again_s=0.3)
    player.play("go")
    qtbot.waitUntil(lambda: not player.audible)
    log = script(bin_folder, "aplay", "exit 0")
    log.unlink()
    player.play("go")
    qtbot.wait(100)
    assert not log.exists()
    qtbot.wait(300)
    player.play("go")
    qtbot.waitUntil(log.exists)
    qtbot.waitUntil(lambda: player.trouble == "")
    player.close()


def test_a_player_that_hangs_is_given_up(qtbot: QtBot, bin_folder: Path) -> None:
    script(bin_folder, "paplay", "exec /bin/sleep 30")
    log = script(bin_folder, "aplay", "exit 0")
    player = SystemSoundPlayer(platform="linux", hangs_s=0.2)
    player.play("go")
    qtbot.wait(400)
    player.play("stop")
    qtbot.waitUntil(lambda: log.exists() and "stop.wav" in log.read_text())
    player.close()


def test_muted_it_plays_nothing_but_what_is_tried(qtbot: QtBot, bin_folder: Path) -> None:
    log = script(bin_folder, "aplay", "exit 0")
    player = SystemSoundPlayer(platform="linux")
    player.set_muted(True)
    player.play("stop")
    qtbot.wait(150)
    assert not log.exists()
    player.try_sound("hold")
    qtbot.waitUntil(lambda: log.exists() and "hold.wav" in log.read_text())
    player.set_muted(False)
    player.play("stop")
    qtbot.waitUntil(lambda: "stop.wav" in log.read_text())
    player.close()


def loudest(file: Path) -> int:
    with wave.open(str(file)) as sound:
        return max(abs(value) for value in array("h", sound.readframes(sound.getnframes())))


def test_the_volume_changes_the_sound_that_is_played(qtbot: QtBot, bin_folder: Path) -> None:
    log = script(bin_folder, "aplay", f'/bin/cp "$2" {bin_folder}/heard.wav')
    player = SystemSoundPlayer(platform="linux")
    full, heard = loudest(SOUNDS / "go.wav"), bin_folder / "heard.wav"
    size = (SOUNDS / "go.wav").stat().st_size
    for percent, share in ((100, 1.0), (50, 0.315), (10, 0.0215)):
        player.set_volume(percent)
        log.unlink(missing_ok=True)
        heard.unlink(missing_ok=True)
        player.play("go")
        qtbot.waitUntil(lambda: heard.exists() and heard.stat().st_size == size)
        assert loudest(heard) == pytest.approx(full * share, rel=0.02, abs=2)
    made = Path(log.read_text().split()[-1])
    assert made.exists()
    player.set_volume(0)
    heard.unlink()
    player.play("go")
    qtbot.wait(150)
    assert not heard.exists()
    player.close()
    assert not made.exists()


def test_where_no_quieter_file_can_be_made_the_sound_is_as_loud_as_ever(tmp_path: Path) -> None:
    sounds = SoundsKept(tmp_path)
    (tmp_path / "go.wav").write_bytes(b"no sound")
    assert sounds.file("go", False, 50) == tmp_path / "go.wav"
    assert sounds.file("stop", False, 50) == tmp_path / "stop.wav"
    sounds.close()


def test_half_the_percent_is_heard_as_half_as_loud() -> None:
    """Ten decibels."""
    assert 20 * math.log10(gain(100) / gain(50)) == pytest.approx(10, abs=0.1)
    assert (gain(0), gain(100), gain(-5), gain(140)) == (0.0, 1.0, 0.0, 1.0)
    assert quieter((SOUNDS / "go.wav").read_bytes(), 100) == (SOUNDS / "go.wav").read_bytes()
