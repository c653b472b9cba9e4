"""Makes a sound quieter by changing its samples: players differ in what they understand by volume, some know none."""

from __future__ import annotations

import io
import math
import sys
import wave
from array import array

LOUDEST = 100
_STEVENS = 5 / 3
"""People hear twice as loud what has ten decibels more: loudness grows with the 0.6th power of the amplitude (Stevens),
so half the percent are heard as half as loud."""


def gain(percent: int) -> float:
    """The factor for the samples at a volume of 0 to 100; beyond, the nearest of them."""
    return math.pow(min(max(percent, 0), LOUDEST) / LOUDEST, _STEVENS)


def quieter(sound: bytes, percent: int) -> bytes:
    """A WAV file of 16 bit at a volume of 0 to 100.

    Raises:
        wave.Error, EOFError: it is no such file.
    """
    factor = gain(percent)
    with wave.open(io.BytesIO(sound)) as file:
        form = file.getparams()
        if form.sampwidth != 2:
            raise wave.Error(f"{8 * form.sampwidth} bits a sample instead of 16")
        values = array("h", file.readframes(form.nframes))
    if sys.byteorder == "big":
        values.byteswap()
    softened = array("h", (round(value * factor) for value in values))
    if sys.byteorder == "big":
        softened.byteswap()
    made = io.BytesIO()
    with wave.open(made, "wb") as out:
        out.setparams(form)
        out.writeframes(softened.tobytes())
    return made.getvalue()
