"""What can be set at a desk: every setting once, with its default and its help."""

from __future__ import annotations

from dataclasses import dataclass

from checkin.domain.errors import UserError
from checkin.paper.badge import TEMPLATES
from checkin.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `choices` is empty where any text is allowed."""

    key: str
    default: str
    help: str
    choices: tuple[str, ...] = ()


SETTINGS: tuple[Setting, ...] = (
    Setting("badge.template", "label-62x100", "Which badge is printed.", tuple(TEMPLATES)),
    Setting("badge.printer", "pdf", "Where badges go: `pdf` is a folder of files, else the name of a print queue."),
    Setting("badge.on_check_in", "yes", "Print a badge when somebody is checked in.", ("yes", "no")),
    Setting(
        "camera.source",
        "",
        "Which camera: empty is the first one, a number, a film's path, or `simulated` (the demo's).",
    ),
    Setting("camera.mirror", "yes", "Show the camera's picture as a mirror does.", ("yes", "no")),
    Setting("scanner.layout", "auto", "What keyboard a USB scanner plays.", ("auto", "us", "host")),
    Setting("look.theme", "system", "Colours of the window.", ("system", "light", "dark", "high-contrast")),
    Setting("sound.on", "yes", "Verdicts are heard.", ("yes", "no")),
)
_KNOWN = {s.key: s for s in SETTINGS}


class SettingService:
    """Reads and writes this desk's settings; they are never given to another desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[tuple[Setting, str]]:
        """Every setting with its value."""
        with self._desk.database.read() as connection:
            stored: dict[str, str] = dict(connection.exec_driver_sql("select key, value from setting").fetchall())
        return [(s, stored.get(s.key, s.default)) for s in SETTINGS]

    def get(self, key: str) -> str:
        """The value of one setting.

        Raises:
            UserError: there is no such setting.
        """
        setting = self._setting(key)
        with self._desk.database.read() as connection:
            row = connection.exec_driver_sql("select value from setting where key = ?", (key,)).fetchone()
        return str(row[0]) if row else setting.default

    def set(self, key: str, value: str) -> Setting:
        """Change one setting.

        Raises:
            UserError: there is no such setting, or it does not take this value.
        """
        setting = self._setting(key)
        if setting.choices and value not in setting.choices:
            raise UserError(f"{key} cannot be {value!r}.", f"It can be: {', '.join(setting.choices)}.")
        with self._desk.database.write() as connection:
            connection.exec_driver_sql("insert or replace into setting values (?, ?)", (key, value))
        return setting

    def _setting(self, key: str) -> Setting:
        if key not in _KNOWN:
            raise UserError(f"There is no setting {key!r}.", f"Settings are: {', '.join(_KNOWN)}.")
        return _KNOWN[key]
