"""Notices text that was read in a wrong encoding before it was saved: “JÃ¼rgen”."""

from __future__ import annotations

from collections.abc import Iterable

from checkin.domain.translation import mark, say

_TOLD = mark(
    "“{word}” looks like “{meant}”: the list was read in a wrong encoding before it was saved. Ask for it again, saved "
    "as CSV UTF-8."
)


def garbled(cells: Iterable[str]) -> str:
    """What is told of the first garbled word among some cells, "" when there is none."""
    for cell in cells:
        if cell.isascii() or not ("Ã" in cell or "Â" in cell or "â€" in cell or "Å" in cell or "Ä" in cell):
            continue
        for word in cell.split():
            meant = _meant(word)
            if meant:
                return say(_TOLD, word=word[:40], meant=meant[:40])
    return ""


def _meant(word: str) -> str:
    """The word whose bytes of UTF-8 were taken for Windows-1252, "" when it is none."""
    try:
        meant = word.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
    return meant if meant != word and any(c.isalpha() and not c.isascii() for c in meant) else ""
