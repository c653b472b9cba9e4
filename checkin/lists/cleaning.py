"""Cleans the text of a cell: composed, free of invisible characters, guards and stray blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

SEAM = "~"
"""Stands between the cells of a row while the whole row is looked at; any ASCII sign would do."""
_BLANK_FIRST, _BLANK_LAST, _GUARD_FIRST = f"{SEAM} ", f" {SEAM}", f"{SEAM}'"

# A guard that pretix, Excel and our own exports put before a cell that a spreadsheet would take for a formula.
# One apostrophe goes; "'t Hart" has a letter after it and stays.
_GUARD = re.compile(r"'+[-+=@|%\t\r]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
# Joiners are letters' business in Persian, Indic scripts and emoji, and rubbish between Latin letters.
_STRAY_JOINER = re.compile("(?<![\u0590-\U0010ffff])[\u200c\u200d]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def is_tidy(joined: str) -> bool:
    """Whether a row, its cells joined by SEAM, needs no cleaning at all; may say no to a clean row, never yes to
    an unclean one.
    """
    return (
        joined.isprintable()
        and "  " not in joined
        and _BLANK_FIRST not in joined
        and _BLANK_LAST not in joined
        and _GUARD_FIRST not in joined
        and not joined.startswith((" ", "'"))
        and not joined.endswith(" ")
        and (joined.isascii() or (unicodedata.is_normalized("NFC", joined) and not _INVISIBLE.search(joined)))
    )


def unguarded(text: str) -> str:
    """`text` without the one apostrophe that stands before + - = @ | % to keep spreadsheets from calculating."""
    return text[1:] if text.startswith("'") and _GUARD.match(text) else text


def _bare(text: str) -> str:
    if not text.isascii():
        text = _STRAY_JOINER.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    return unguarded(_CONTROL.sub("", text).strip())


def clean_line(text: str) -> str:
    """`text` on one line: trimmed, composed, inner blanks and line breaks collapsed to one blank."""
    return " ".join(_bare(text).split())


def clean_lines(text: str) -> str:
    """`text` as `clean_line` makes it, but with its line breaks kept (as LF) and without blank lines at its ends."""
    lines = [" ".join(line.split()) for line in _LINE_ENDS.split(_bare(text))]
    return "\n".join(lines).strip("\n")


Cleaner = Callable[[str], str]


def clean_row(cells: Sequence[str], cleaners: Sequence[Cleaner]) -> list[str]:
    """Each cell cleaned by its column's cleaner; cells beyond the last column by `clean_line`."""
    surplus = len(cells) - len(cleaners)
    line = [clean(cell) if cell else "" for clean, cell in zip(cleaners, cells, strict=False)]
    return line + [clean_line(cell) for cell in cells[len(cleaners) :]] if surplus > 0 else line
