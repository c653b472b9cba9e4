"""What plays the sound of a verdict's family, and the player for desks that want silence."""

from __future__ import annotations

from pathlib import Path

SOUNDS = Path(__file__).resolve().parents[2] / "resources" / "sounds"


class SilentPlayer:
    """Plays nothing and remembers what was asked for last."""

    trouble = ""

    def __init__(self) -> None:
        self.last: str | None = None
        self.volume = 100
        self.muted = False

    def play(self, family: str, *, notice: bool = False) -> None:
        if not self.muted:
            self.last = sound_file(family, notice).stem

    def try_sound(self, family: str) -> None:
        """What the button in the settings does."""
        self.last = sound_file(family).stem

    def set_volume(self, percent: int) -> None:
        self.volume = percent

    def set_muted(self, muted: bool) -> None:
        """Play nothing by `play`."""
        self.muted = muted

    def close(self) -> None:
        self.last = None


def sound_file(family: str, notice: bool = False, folder: Path = SOUNDS) -> Path:
    """The WAV file of a family; the variant for a notice where there is one."""
    with_notice = folder / f"{family}_notice.wav"
    return with_notice if notice and with_notice.exists() else folder / f"{family}.wav"
