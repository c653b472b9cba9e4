"""What a key event means to the burst detector, and a copy of it to be replayed."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

from checkin.devices.key_places import key_place
from checkin.devices.keyboard import Key, KeyKind

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
        Qt.Key.Key_Mode_switch,
    }
)
_ENDS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier


class HeldKey(QKeyEvent):
    """A copy of a key event with all that it carries, and the window that it was for."""

    def __init__(self, window: QWindow, event: QKeyEvent) -> None:
        super().__init__(
            event.type(),
            event.key(),
            event.modifiers(),
            event.nativeScanCode(),
            event.nativeVirtualKey(),
            event.nativeModifiers(),
            event.text(),
            event.isAutoRepeat(),
            event.count(),
        )
        self.setTimestamp(event.timestamp())
        self.window = window
        self.code = same_key(event)
        self.is_press = event.type() == QEvent.Type.KeyPress


def same_key(event: QKeyEvent) -> int:
    """What a key's press and its release have in common; the character may differ when Shift was let go between."""
    return event.nativeScanCode() or -event.key()


def key_of(event: QKeyEvent, platform: str) -> Key:
    """The pressed key as the detector sees it.

    Its time is the event's own, so that a busy window does not bunch what a person typed; events without one
    (made by programs) take the present moment.
    """
    kind = _kind(event)
    return Key(
        text=_ENDS.get(Qt.Key(event.key()), event.text()) if kind is KeyKind.END else event.text(),
        place=key_place(platform, event.nativeScanCode(), event.nativeVirtualKey()),
        shift=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier),
        at_ms=float(event.timestamp()) or time.monotonic() * 1000,
        kind=kind,
        repeats=event.isAutoRepeat(),
    )


def _kind(event: QKeyEvent) -> KeyKind:
    code, commands = event.key(), event.modifiers() & _COMMANDS
    if code in _MODIFIERS:
        return KeyKind.MODIFIER
    if code in _ENDS:
        return KeyKind.END if commands == _NONE else KeyKind.OTHER
    if event.text() in ("\r", "\n"):
        # Line feeds of scanners come as Ctrl+J, Ctrl+M or the Linefeed key.
        return KeyKind.END
    if commands not in (_NONE, _ALT_GR):
        return KeyKind.OTHER
    if Qt.Key.Key_Dead_Grave <= code <= Qt.Key.Key_Dead_Longsolidusoverlay:
        return KeyKind.TEXT
    text = event.text()
    return KeyKind.TEXT if text and text.isprintable() else KeyKind.OTHER
