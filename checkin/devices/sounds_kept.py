"""The sounds at the volume that is set, as files that any player takes."""

from __future__ import annotations

import logging
import tempfile
import wave
from pathlib import Path

from checkin.devices.loudness import LOUDEST, quieter
from checkin.devices.sound import SOUNDS, sound_file

_log = logging.getLogger(__name__)


class SoundsKept:
    """Files of the sounds; those at less than full volume are made when first asked for, and gone after `close`."""

    def __init__(self, folder: Path = SOUNDS) -> None:
        self._folder = folder
        self._made: dict[tuple[str, int], Path] = {}
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    def file(self, family: str, notice: bool, percent: int) -> Path:
        """The WAV file to play. Where no quieter one can be made the sound is as loud as ever: better than none."""
        original = sound_file(family, notice, self._folder)
        if percent >= LOUDEST:
            return original
        key = (original.stem, percent)
        if key not in self._made:
            try:
                self._made[key] = self._make(original, percent)
            except (OSError, EOFError, wave.Error) as error:
                _log.warning("sound at its full volume: %s", type(error).__name__)
                return original
        return self._made[key]

    def _make(self, original: Path, percent: int) -> Path:
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="checkin-sounds-", ignore_cleanup_errors=True)
        made = Path(self._temporary.name) / f"{original.stem}-{percent}.wav"
        made.write_bytes(quieter(original.read_bytes(), percent))
        return made

    def close(self) -> None:
        """Take the files made away."""
        self._made.clear()
        temporary, self._temporary = self._temporary, None
        if temporary is not None:
            temporary.cleanup()
