"""What to do when something does not go as it should: five things that happen at a desk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_translate = QCoreApplication.translate


def what_to_do() -> list[tuple[str, str, str]]:
    """Icon, what happened, and what helps."""
    return [
        (
            "printer",
            _translate("help", "The printer does nothing"),
            _translate(
                "help",
                "The line at the foot says what it lacks: look for power, paper and an open lid. Nothing is lost: "
                "people are in, and the bar offers to print their badges again.",
            ),
        ),
        (
            "scan-line",
            _translate("help", "The scanner types into other programs"),
            _translate(
                "help",
                "It is a keyboard: what it reads goes to the program in front. Click on this window and scan again.",
            ),
        ),
        (
            "camera-off",
            _translate("help", "The camera sees nothing"),
            _translate(
                "help",
                "The words under the picture say why. Wipe the lens, hold the badge flat and a hand away, light on it, "
                "not behind it. Meanwhile type the characters under the code.",
            ),
        ),
        (
            "undo-2",
            _translate("help", "The wrong person was checked in"),
            _translate(
                "help",
                "Press F8: the last act is taken back. Ctrl 1 to 4 say why. Ask for the badge, then scan the right "
                "one.",
            ),
        ),
        (
            "cloud-off",
            _translate("help", "The network is gone"),
            _translate("help", "Nothing to do. This desk works without it; everything is stored here."),
        ),
    ]
