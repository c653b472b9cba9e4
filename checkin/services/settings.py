"""What can be set at a desk: every setting once, with its default and its help."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checkin.domain.errors import UserError
from checkin.domain.names import plain_text
from checkin.domain.translation import say
from checkin.paper.badge import TEMPLATES
from checkin.services.desk import Desk

YES_NO = ("yes", "no")
DESK_NAME = "desk.name"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `choices` is empty where any text is allowed; `least` and `most` bound a whole number."""

    key: str
    default: str
    help: str
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None

    def fault(self, value: str) -> str:
        """What is wrong with `value`, as the end of a sentence; "" when the setting takes it."""
        if self.choices and value not in self.choices:
            return say("It can be: {choices}.", choices=", ".join(self.choices))
        if self.least is None or self.most is None:
            return ""
        fits = value.isascii() and value.isdigit() and self.least <= int(value) <= self.most
        return "" if fits else say("It is a whole number from {least} to {most}.", least=self.least, most=self.most)


SETTINGS: tuple[Setting, ...] = (
    Setting(DESK_NAME, "", "What this desk is called; its acts bear this name from then on."),
    Setting("desk.door", "", "The door that the window admits at: empty is the event's own, else an id or name."),
    Setting("desk.confirm", "no", "A scan only opens the card; Enter admits.", YES_NO),
    Setting("desk.faces_people", "no", "People see this screen: refusals say “One moment”, the reason small.", YES_NO),
    Setting("desk.verdict_stays", "normal", "How long a verdict is shown.", ("short", "normal", "long", "next")),
    Setting("badge.template", "label-62x100", "Which badge is printed.", tuple(TEMPLATES)),
    Setting("badge.printer", "pdf", "Where badges go: `pdf` is a folder of files, else the name of a print queue."),
    Setting("badge.on_check_in", "yes", "Print a badge when somebody is checked in.", ("yes", "no", "ask")),
    Setting("lists.watch", "", "A file or folder whose new attendee lists come in by themselves; empty is none."),
    Setting(
        "camera.source",
        "",
        "Which camera: empty is the first one, a number, a device's path, a film's path, or `simulated` (the demo's).",
    ),
    Setting("camera.mirror", "yes", "Show the camera's picture as a mirror does.", YES_NO),
    Setting("scanner.layout", "auto", "What keyboard a USB scanner plays.", ("auto", "us", "host")),
    Setting("scanner.gap_ms", "35", "Keys within so many milliseconds of each other are a scanner's.", (), 5, 200),
    Setting("scanner.least_keys", "6", "So many keys at least are a scan; fewer are typing.", (), 3, 64),
    Setting("look.theme", "system", "Colours of the window.", ("system", "light", "dark", "high-contrast")),
    Setting(
        "look.zoom", "100", "Size of everything in the window, in percent.",
        ("80", "90", "100", "110", "125", "150", "175", "200"),
    ),
    Setting("look.motion", "full", "Panels slide and bars grow, or nothing moves.", ("full", "reduced")),
    Setting("look.language", "system", "Language of the window: `system`, `en`, or another that is there."),
    Setting("sound.on", "yes", "Verdicts are heard.", YES_NO),
    Setting("sound.volume", "80", "How loud, 0 to 100.", (), 0, 100),
)  # fmt: skip
_KNOWN = {s.key: s for s in SETTINGS}


class SettingService:
    """Reads and writes this desk's settings; they are never given to another desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> list[tuple[Setting, str]]:
        """Every setting with its value."""
        with self._desk.database.read() as connection:
            stored: dict[str, str] = dict(connection.exec_driver_sql("select key, value from setting").fetchall())
        stored |= self._name()
        return [(s, stored.get(s.key, s.default)) for s in SETTINGS]

    def get(self, key: str) -> str:
        """The value of one setting.

        Raises:
            UserError: there is no such setting.
        """
        setting = self._setting(key)
        if key == DESK_NAME:
            return self._name().get(key, "")
        with self._desk.database.read() as connection:
            row = connection.exec_driver_sql("select value from setting where key = ?", (key,)).fetchone()
        return str(row[0]) if row else setting.default

    def set(self, key: str, value: str) -> Setting:
        """Change one setting.

        Raises:
            UserError: there is no such setting, or it does not take this value.
        """
        setting = self._setting(key)
        fault = setting.fault(value)
        if fault:
            raise UserError(say("{key} cannot be {value!r}.", key=key, value=value), fault)
        if key == DESK_NAME:
            self._rename(plain_text(value))
            return setting
        if key == "lists.watch" and value:
            # What is watched is the same wherever the program is started.
            value = str(Path(value).expanduser().absolute())
        if key == "desk.door" and value:
            with self._desk.database.read() as connection:
                self._desk.door(connection, value)
        with self._desk.database.write() as connection:
            connection.exec_driver_sql("insert or replace into setting values (?, ?)", (key, value))
        return setting

    def _name(self) -> dict[str, str]:
        """The desk's name lies with its identity, as its acts bear it."""
        founded = self._desk.founded
        return {DESK_NAME: founded.label} if founded else {}

    def _rename(self, name: str) -> None:
        if not name or len(name) > 60:
            raise UserError(say("A desk's name has 1 to 60 characters."), say("For example: Desk 2, or Main entrance."))
        if name != self._desk.identity.label:
            self._desk.rename(name)

    def _setting(self, key: str) -> Setting:
        if key not in _KNOWN:
            raise UserError(
                say("There is no setting {key!r}.", key=key),
                say("Settings are: {settings}.", settings=", ".join(_KNOWN)),
            )
        return _KNOWN[key]
