"""Plays sounds through the system's own player, started as a child process, without QtMultimedia."""

from __future__ import annotations

import logging
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

from checkin.devices.sound import SOUNDS, sound_file

_PLAYERS = {"darwin": (("afplay",),), "linux": (("paplay",), ("pw-play",), ("aplay", "-q"))}
_log = logging.getLogger(__name__)


class SystemSoundPlayer(QObject):
    """Linux: paplay, pw-play or aplay, the first that is there and works; macOS: afplay; Windows: winsound (not run).

    A machine without a player or a sound device stays silent: `audible` tells.
    """

    def __init__(self, parent: QObject | None = None, *, folder: Path = SOUNDS, platform: str = sys.platform) -> None:
        super().__init__(parent)
        self._folder = folder
        self._windows = platform == "win32"
        self._players = [found for p in _PLAYERS.get(platform, ()) if (found := _found(p))]
        self._process: QProcess | None = None

    @property
    def audible(self) -> bool:
        """Whether a player is left that has not failed."""
        return self._windows or bool(self._players)

    def play(self, family: str, *, notice: bool = False) -> None:
        """Start the sound and return at once."""
        file = sound_file(family, notice, self._folder)
        self._drop()
        if self._windows:
            _play_on_windows(file)
        elif self._players:
            self._start(file)

    def close(self) -> None:
        """End what plays, and wait for the end of its process."""
        process = self._drop()
        if process is not None:
            process.waitForFinished(1000)

    def _drop(self) -> QProcess | None:
        """Kill what plays without waiting; its process object goes when the process has gone."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_error)
            process.finished.connect(process.deleteLater)
            process.kill()
        return process

    def _start(self, file: Path) -> None:
        program, *words = self._players[0]
        process = QProcess(self)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        self._process = process
        process.start(program, [*words, str(file)])

    def _on_finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        self._settle(code == 0)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._settle(False)

    def _settle(self, worked: bool) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        if not worked and self._players:
            # paplay without a PulseAudio server fails each time; the next one may know the device.
            player = self._players.pop(0)
            _log.info("sound player %s does not work here; %d left", Path(player[0]).name, len(self._players))


def _found(player: tuple[str, ...]) -> tuple[str, ...] | None:
    program = shutil.which(player[0])
    return (program, *player[1:]) if program else None


def _play_on_windows(file: Path) -> None:
    import winsound

    flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT  # type: ignore[attr-defined,unused-ignore]
    try:
        winsound.PlaySound(str(file), flags)  # type: ignore[attr-defined,unused-ignore]
    except RuntimeError:
        _log.info("no sound device")
