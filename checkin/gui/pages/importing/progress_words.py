"""How far an import is, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from checkin.gui.pages.importing.columns_shown import ImportProgress


def what(progress: ImportProgress) -> str:
    """What is being done."""
    words = {
        "reading": _say("Reading the list"), "comparing": _say("Comparing with what is known"),
        "storing": _say("Bringing the list in"),
    }  # fmt: skip
    return words[progress.phase]


def how_far(p: ImportProgress) -> str:
    """How many of how many, and the time left where that is known."""
    if p.total <= 0:
        return _say("{done} rows so far").format(done=p.done)
    if p.seconds_left is None:
        return _say("{done} of {total} people").format(done=p.done, total=p.total)
    if p.seconds_left < 90:
        words = _say("{done} of {total} people, about {seconds} s left")
        return words.format(done=p.done, total=p.total, seconds=p.seconds_left)
    words = _say("{done} of {total} people, about {minutes} min left")
    return words.format(done=p.done, total=p.total, minutes=round(p.seconds_left / 60))


def in_short(p: ImportProgress) -> str:
    """The same in one word, for the status strip."""
    if p.share >= 0:
        return _say("List {percent} %").format(percent=int(p.share * 100))
    return _say("List {done} rows").format(done=p.done)


def _say(text: str) -> str:
    return QCoreApplication.translate("progress_words", text)
