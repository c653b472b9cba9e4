"""What settings and their values are called on screen, so that a control and the undo of it say the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_T = QT_TRANSLATE_NOOP
_NAMES: dict[str, tuple[Any, Any]] = {
    "desk.name": (_T("settings", "Name of this desk"), _T("settings", "Its acts bear this name from then on.")),
    "desk.door": (_T("settings", "Door of this desk"), ""),
    "desk.confirm": (
        _T("settings", "Confirm before admitting"), _T("settings", "A scan only opens the card; Enter admits."),
    ),
    "desk.faces_people": (
        _T("settings", "People see this screen"),
        _T("settings", "Refusals say “One moment”; the reason stands small and beside."),
    ),
    "desk.verdict_stays": (_T("settings", "A verdict stays"), ""),
    "badge.template": (_T("settings", "Stock"), _T("settings", "What lies in the printer.")),
    "badge.printer": (_T("settings", "Printer"), ""),
    "badge.on_check_in": (_T("settings", "Print a badge on check-in"), ""),
    "lists.watch": (
        _T("settings", "Watched file or folder"),
        _T("settings", "Each new export there comes in by itself; one that loses anybody waits for you."),
    ),
    "camera.source": (_T("settings", "Camera"), ""),
    "camera.mirror": (_T("settings", "Show the picture mirrored"), ""),
    "scanner.layout": (
        _T("settings", "Keyboard that the scanner plays"),
        _T("settings", "A code with wrong letters or signs comes from another keyboard."),
    ),
    "scanner.gap_ms": (
        _T("settings", "Longest pause between two keys"),
        _T("settings", "Keys that follow each other faster are a scanner's, slower ones are typing."),
    ),
    "scanner.least_keys": (
        _T("settings", "Shortest code"), _T("settings", "Fewer keys in a row are taken for typing."),
    ),
    "look.theme": (_T("settings", "Theme"), ""),
    "look.zoom": (_T("settings", "Size of everything"), _T("settings", "Ctrl and plus or minus, anywhere")),
    "look.motion": (_T("settings", "Motion"), ""),
    "look.language": (_T("settings", "Language"), _T("settings", "Holds from the next start on.")),
    "sound.on": (_T("settings", "Sounds"), ""),
    "sound.volume": (_T("settings", "Loudness"), _T("settings", "Every computer needs its own.")),
}  # fmt: skip
_YES_NO = (("yes", _T("settings", "Yes")), ("no", _T("settings", "No")))
_CHOICES: dict[str, tuple[tuple[str, Any], ...]] = {
    "desk.confirm": _YES_NO,
    "desk.faces_people": _YES_NO,
    "desk.verdict_stays": (
        ("short", _T("settings", "Short")), ("normal", _T("settings", "Normal")), ("long", _T("settings", "Long")),
        ("next", _T("settings", "Until the next scan")),
    ),
    "badge.template": (
        ("label-62x100", _T("settings", "Label, 100 × 62 mm")), ("a6", _T("settings", "A6, 105 × 148 mm")),
    ),
    "badge.on_check_in": (
        ("yes", _T("settings", "Always")), ("no", _T("settings", "Never")), ("ask", _T("settings", "Ask each time")),
    ),
    "camera.mirror": _YES_NO,
    "scanner.layout": (
        ("auto", _T("settings", "Find out")), ("us", _T("settings", "US")),
        ("host", _T("settings", "Same as this computer")),
    ),
    "look.theme": (
        ("system", _T("settings", "Like the computer")), ("light", _T("settings", "Light")),
        ("dark", _T("settings", "Dark")), ("high-contrast", _T("settings", "High contrast")),
    ),
    "look.zoom": tuple((str(n), _T("settings", "{n} %")) for n in (80, 90, 100, 110, 125, 150, 175, 200)),
    "look.motion": (("full", _T("settings", "A little")), ("reduced", _T("settings", "None"))),
    "sound.on": (("yes", _T("settings", "On")), ("no", _T("settings", "Off"))),
}  # fmt: skip


def name_of(key: str) -> str:
    """What a setting is called. KeyError for one that no page shows."""
    return _words(_NAMES[key][0])


def about(key: str) -> str:
    """A line about a setting, "" when its name says all."""
    return _words(_NAMES[key][1])


def choices_of(key: str) -> list[tuple[str, str]]:
    """The values of a setting with their words; none where any text is allowed."""
    return [(value, _words(words).format(n=value)) for value, words in _CHOICES.get(key, ())]


def value_words(key: str, value: str, known: Mapping[str, str] | None = None) -> str:
    """A value as people call it; `known` are the names of values that only the desk knows, such as doors."""
    found = (known or {}).get(value) or dict(choices_of(key)).get(value)
    return found or value or _words(_T("settings", "nothing"))


def keys() -> tuple[str, ...]:
    """Every setting that the pages show."""
    return tuple(_NAMES)


def _words(text: Any) -> str:
    return QCoreApplication.translate("settings", str(text)) if text else ""
