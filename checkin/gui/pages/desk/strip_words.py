"""What the strip above the acts asks about badges, in words: why again, and whether one was taken back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

LOST = "lost"
"""The reason for printing again that kills the old code."""

GONE = "no"
"""The answer that kills the code of a badge that was not taken back."""

_translate = QCoreApplication.translate


def print_question(name: str = "") -> str:
    """Why a badge is printed again, with the person's name where there may be doubt."""
    if name:
        return _translate("strip", "Why print the badge of {name} again?").format(name=name)
    return _translate("strip", "Why print again?")


def print_reasons() -> list[tuple[str, str]]:
    """Pairs of id and words, in the order of Ctrl 1 to 4. The ids are what is written."""
    return [
        ("damaged", _translate("strip", "Damaged")),
        (LOST, _translate("strip", "Lost")),
        ("name corrected", _translate("strip", "Name corrected")),
        ("did not come out", _translate("strip", "Did not come out")),
    ]


def badge_question(name: str = "") -> str:
    """Whether somebody whose check-in was taken back gave their badge back."""
    if name:
        return _translate("strip", "Badge of {name} taken back?").format(name=name)
    return _translate("strip", "Badge taken back?")


def badge_answers() -> list[tuple[str, str]]:
    """Pairs of id and words: `yes`, or `no`, which kills the badge's code."""
    return [("yes", _translate("strip", "Yes")), (GONE, _translate("strip", "No, it is gone"))]
