"""Plays sounds through the system's own player, started as a child process, without QtMultimedia."""

from __future__ import annotations

import logging
import shutil
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from checkin.devices.sound import SOUNDS
from checkin.devices.sounds_kept import SoundsKept
from checkin.domain.translation import say

_PLAYERS = {"darwin": (("afplay",),), "linux": (("paplay",), ("pw-play",), ("aplay", "-q"))}
_LATE_S = 0.7
"""A sound that another player would begin later than this belongs to a verdict that is over."""

HANGS_S = 5.0
AGAIN_S = 30.0
"""Players that all failed are tried again after so long: somebody may have plugged a loudspeaker in."""

_log = logging.getLogger(__name__)


class SystemSoundPlayer(QObject):
    """Linux: paplay, pw-play or aplay, the first that is there and works; macOS: afplay; Windows: winsound (not run).

    A machine without a player or a sound device stays silent, which is no failure: `trouble` says why in a sentence,
    `trouble_changed` when that changes.
    """

    trouble_changed = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        folder: Path = SOUNDS,
        platform: str = sys.platform,
        hangs_s: float = HANGS_S,
        again_s: float = AGAIN_S,
    ) -> None:
        super().__init__(parent)
        self._sounds = SoundsKept(folder)
        self._volume, self._muted = 100, False
        self._platform = platform
        self._again_s, self._failed_at, self._began = again_s, 0.0, 0.0
        self._process: QProcess | None = None
        self._file = Path()
        self._hangs = QTimer(self, singleShot=True, interval=round(hangs_s * 1000))
        self._hangs.timeout.connect(lambda: self._settle(False))
        self._trouble = ""
        self._look_for_players()

    @property
    def audible(self) -> bool:
        """Whether a player is left that has not failed."""
        return (self._platform == "win32" and not self._trouble) or bool(self._players)

    @property
    def trouble(self) -> str:
        """Why nothing is heard, in a sentence or two; "" as far as is known."""
        return self._trouble

    def set_volume(self, percent: int) -> None:
        """How loud, from 0 (not at all) to 100, from the next sound on."""
        self._volume = min(max(percent, 0), 100)

    def set_muted(self, muted: bool) -> None:
        """Play nothing by `play`; `try_sound` is heard all the same."""
        self._muted = muted

    def play(self, family: str, *, notice: bool = False) -> None:
        """Start the sound and return at once."""
        if not self._muted:
            self._play(family, notice)

    def try_sound(self, family: str) -> None:
        """Play a sound because somebody asks to hear it: muted or not, and by players that failed before too."""
        self._look_for_players()
        self._play(family, False)

    def close(self) -> None:
        """End what plays, and wait for the end of its process."""
        process = self._drop()
        if process is not None:
            process.waitForFinished(1000)
        self._sounds.close()

    def _play(self, family: str, notice: bool) -> None:
        self._drop()
        if self._volume == 0:
            return
        if not self.audible and time.monotonic() - self._failed_at >= self._again_s:
            self._look_for_players()
        self._file = self._sounds.file(family, notice, self._volume)
        self._began = time.monotonic()
        if self._platform == "win32":
            self._tell_trouble("" if _play_on_windows(self._file) else _no_device())
        elif self._players:
            self._start()

    def _look_for_players(self) -> None:
        wanted = _PLAYERS.get(self._platform, ())
        self._players = [found for player in wanted if (found := _found(player))]
        if not self._players and self._platform != "win32":
            self._failed_at = time.monotonic()
            self._tell_trouble(_no_player(", ".join(player[0] for player in wanted)))

    def _tell_trouble(self, words: str) -> None:
        if words != self._trouble:
            self._trouble = words
            self.trouble_changed.emit(words)

    def _drop(self) -> QProcess | None:
        """Kill what plays without waiting; its process object goes when the process has gone."""
        self._hangs.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_error)
            if process.state() == QProcess.ProcessState.NotRunning:
                process.deleteLater()
            else:
                process.finished.connect(process.deleteLater)
                process.kill()
        return process

    def _start(self) -> None:
        program, *words = self._players[0]
        process = QProcess(self)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        self._process = process
        self._hangs.start()
        process.start(program, [*words, str(self._file)])

    def _on_finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        self._settle(code == 0)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._settle(False)

    def _settle(self, worked: bool) -> None:
        self._drop()
        if worked:
            self._tell_trouble("")
        elif self._players:
            # paplay without a PulseAudio server fails each time; the next one may know the device.
            player = self._players.pop(0)
            _log.info("sound player %s does not work here; %d left", Path(player[0]).name, len(self._players))
            if not self._players:
                self._failed_at = time.monotonic()
                self._tell_trouble(_no_device())
            elif time.monotonic() - self._began <= _LATE_S:
                self._start()


def _no_player(names: str) -> str:
    if not names:
        return say("This system has no program that plays sounds. The desk works without.")
    return say("No program that plays sounds was found ({names}). The desk works without.", names=names)


def _no_device() -> str:
    return say("No sound device answers. Check the plug and the system's sound settings. The desk works without.")


def _found(player: tuple[str, ...]) -> tuple[str, ...] | None:
    program = shutil.which(player[0])
    return (program, *player[1:]) if program else None


def _play_on_windows(file: Path) -> bool:
    """Whether the system took the sound."""
    import winsound

    flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT  # type: ignore[attr-defined,unused-ignore]
    try:
        winsound.PlaySound(str(file), flags)  # type: ignore[attr-defined,unused-ignore]
    except RuntimeError:
        _log.info("no sound device")
        return False
    return True
