"""Makes the sounds of the verdict families from their pulses: own work, so nobody's licence is in the way.

`python -m checkin.devices.tones` writes them into resources/sounds anew, with a folder's name behind it into that.
"""

from __future__ import annotations

import io
import math
import struct
import sys
import wave
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from checkin.devices.sound import SOUNDS

RATE = 44_100
PEAK = 10 ** (-6 / 20)
"""−6 dB of full scale."""

_RAMP_S = 0.008
_OVERTONE = 0.25


@dataclass(frozen=True, slots=True)
class Pulse:
    """A tone from `hz` to `to_hz` (the same where it does not glide), its length and the pause before it in ms."""

    hz: float
    ms: float
    pause_ms: float = 0.0
    to_hz: float | None = None


FAMILIES: dict[str, tuple[Pulse, ...]] = {
    "go": (Pulse(523, 90), Pulse(784, 140)),
    "go_notice": (Pulse(523, 90), Pulse(784, 140), Pulse(659, 110, pause_ms=70)),
    "out": (Pulse(440, 160),),
    "already": (Pulse(659, 70), Pulse(659, 70, pause_ms=60)),
    "hold": (Pulse(659, 150), Pulse(440, 220)),
    "stop": (Pulse(196, 110), Pulse(196, 110, pause_ms=60), Pulse(196, 110, pause_ms=60)),
    "look": (Pulse(440, 260, to_hz=523),),
}
"""The pulses of reference/window/tokens.json; `go_notice` is go with a third pulse that asks to look at the card.
Stop's pauses are 60 ms instead of 70: with 70 it would be longer than the 450 ms that every sound keeps to.
"""


def seconds(pulses: tuple[Pulse, ...]) -> float:
    """How long a sound is heard."""
    return sum(p.pause_ms + p.ms for p in pulses) / 1000


def samples(pulses: tuple[Pulse, ...]) -> list[float]:
    """The sound as values between −PEAK and PEAK, at `RATE` a second; begins and ends in silence."""
    values: list[float] = []
    for pulse in pulses:
        values += [0.0] * round(RATE * pulse.pause_ms / 1000)
        values += _pulse(pulse)
    loudest = max(abs(v) for v in values)
    return [v * PEAK / loudest for v in values]


def _pulse(pulse: Pulse) -> list[float]:
    count = round(RATE * pulse.ms / 1000)
    ramp = round(RATE * _RAMP_S)
    last = pulse.to_hz or pulse.hz
    values, phase = [], 0.0
    for n in range(count):
        phase += 2 * math.pi * (pulse.hz + (last - pulse.hz) * n / count) / RATE
        # A cosine ramp at both ends: a tone that starts at once is heard as a click.
        edge = min(1.0, n / ramp, (count - 1 - n) / ramp)
        loud = (1 - math.cos(math.pi * edge)) / 2
        # One overtone carries the low tones through a laptop's speaker.
        values.append(loud * (math.sin(phase) + _OVERTONE * math.sin(2 * phase)))
    return values


def wav(pulses: tuple[Pulse, ...]) -> bytes:
    """The sound as a WAV file: 16 bit, one channel."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(v * 32767)) for v in samples(pulses)))
    return file.getvalue()


def largest_step(values: list[float]) -> float:
    """The largest jump between neighbouring samples: a click is a large one."""
    return max(abs(b - a) for a, b in pairwise(values))


def write_sounds(folder: Path) -> list[Path]:
    """Write every family's file."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, pulses in FAMILIES.items():
        path = folder / f"{name}.wav"
        path.write_bytes(wav(pulses))
        written.append(path)
    return written


if __name__ == "__main__":
    write_sounds(Path(sys.argv[1]) if len(sys.argv) > 1 else SOUNDS)
