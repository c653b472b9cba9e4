"""The sounds of the six families."""

from __future__ import annotations

import io
import math
import struct
import subprocess
import sys
import wave
from itertools import pairwise
from pathlib import Path

import pytest

from checkin.devices.sound import SOUNDS, SilentPlayer, sound_file
from checkin.devices.tones import FAMILIES, PEAK, RATE, largest_step, samples, seconds, wav
from checkin.domain.outcome import Family

ROOT = Path(__file__).parents[2]
SIX = ("go", "out", "already", "hold", "stop", "look")


def values_of(data: bytes) -> tuple[int, ...]:
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        frames = file.readframes(file.getnframes())
    return struct.unpack(f"<{len(frames) // 2}h", frames)


@pytest.mark.parametrize("name", FAMILIES)
def test_short_not_too_loud_and_without_clicks(name: str) -> None:
    values = samples(FAMILIES[name])
    assert seconds(FAMILIES[name]) <= 0.45
    assert len(values) / RATE <= 0.4501
    assert max(abs(v) for v in values) == pytest.approx(10 ** (-6 / 20))
    assert abs(values[0]) < 0.001
    assert abs(values[-1]) < 0.001
    highest = max(max(p.hz, p.to_hz or 0) for p in FAMILIES[name])
    assert largest_step(values) < PEAK * 2 * math.pi * highest * 1.5 / RATE


@pytest.mark.parametrize("name", FAMILIES)
def test_the_files_are_what_the_pulses_make(name: str) -> None:
    kept, made = values_of((SOUNDS / f"{name}.wav").read_bytes()), values_of(wav(FAMILIES[name]))
    assert len(kept) == len(made)
    assert max(abs(a - b) for a, b in zip(kept, made, strict=True)) <= 1


def test_the_script_makes_the_files_that_are_kept(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        subprocess.run([sys.executable, "-m", "checkin.devices.tones", str(tmp_path / folder)], check=True, cwd=ROOT)
    names = sorted(path.name for path in SOUNDS.glob("*.wav"))
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == names
    for name in names:
        made = (tmp_path / "one" / name).read_bytes()
        assert made == (tmp_path / "two" / name).read_bytes()
        # Another system's sine may differ in its last bit, and a sample then by one.
        kept = values_of((SOUNDS / name).read_bytes())
        assert max(abs(a - b) for a, b in zip(kept, values_of(made), strict=True)) <= 1


def test_every_family_of_the_verdicts_has_its_sound() -> None:
    assert {family.value for family in Family} <= set(FAMILIES)
    assert {path.stem for path in SOUNDS.iterdir()} == set(FAMILIES)


def test_every_family_has_a_sound_of_its_own_rhythm() -> None:
    rhythms = {tuple((p.ms, p.pause_ms, p.to_hz) for p in FAMILIES[name]) for name in SIX}
    assert len(rhythms) == 6


def test_the_pitch_is_what_was_asked_for() -> None:
    def hz(values: list[float]) -> float:
        crossings = sum(1 for a, b in pairwise(values) if a < 0 <= b)
        return crossings * RATE / len(values)

    assert hz(samples(FAMILIES["out"])) == pytest.approx(440, rel=0.03)
    glide = samples(FAMILIES["look"])
    assert hz(glide[: len(glide) // 4]) < hz(glide[-len(glide) // 4 :])


def test_a_notice_has_its_variant_where_there_is_one() -> None:
    assert sound_file("go", True).name == "go_notice.wav"
    assert sound_file("go").name == "go.wav"
    assert sound_file("stop", True).name == "stop.wav"
    player = SilentPlayer()
    player.play("go", notice=True)
    assert player.last == "go_notice"
    player.set_muted(True)
    player.play("stop")
    assert player.last == "go_notice"
    player.try_sound("hold")
    assert player.last == "hold"
