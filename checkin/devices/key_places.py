"""Where the keys of a keyboard lie, by the codes that each system gives them, and what a US keyboard has there.

A place is numbered as Linux numbers keys (linux/input-event-codes.h). Windows' set-1 scan codes are the same numbers in
the main block, an X11 or Wayland keycode is 8 more, macOS numbers its keys differently (HIToolbox/Events.h).
"""

from __future__ import annotations

_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
US: dict[int, tuple[str, str]] = {
    first + n: (plain, shifted)
    for first, row, shifted_row in _ROWS
    for n, (plain, shifted) in enumerate(zip(row, shifted_row, strict=True))
}
"""Place → the character of a US keyboard without and with Shift."""

_MACOS_ROWS = (
    (0, (30, 31, 32, 33, 35, 34, 44, 45, 46, 47)),
    (11, (48, 16, 17, 18, 19, 21, 20, 2, 3, 4, 5, 7, 6, 13, 10, 8, 12, 9, 11, 27, 24, 22, 26, 23, 25, 28, 38, 36)),
    (39, (40, 37, 39, 43, 51, 53, 49, 50, 52, 15, 57, 41)),
)
_MACOS = {first + n: place for first, row in _MACOS_ROWS for n, place in enumerate(row)}


def key_place(platform: str, scan_code: int, virtual_key: int) -> int:
    """The place of a key event's native codes; 0 when they tell none (made by a program, or a special key).

    `platform` is Qt's name of it: xcb, wayland, windows, cocoa, offscreen (whose test events follow X11).
    """
    if platform == "windows":
        return scan_code if 0 < scan_code < 0x80 else 0
    if platform == "cocoa":
        return _MACOS.get(virtual_key, 0)
    return scan_code - 8 if scan_code > 8 else 0
