"""The keys of the Desk page for its help, from the very table that prints them on the buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from checkin.gui.pages.desk.acts import act

_translate = QCoreApplication.translate

Group = tuple[str, list[tuple[str, str]]]


def desk_keys() -> list[Group]:
    """Groups of (heading, [(keys, words)])."""
    return [
        (_translate("help", "At the desk"), [
            (_translate("help", "any letter, Ctrl F"), _translate("help", "Find a name")),
            (_translate("help", "Up, Down, Ctrl 1 to 9"), _translate("help", "Choose who is meant")),
            (_translate("help", "Enter"), _translate("help", "Do what the large button says, for whoever was chosen")),
            *_of("check_in_only", "walk_in", "group", "check_out"),
            (_translate("help", "F8, Ctrl Z"), _translate("help", "Take the last act back")),
            (_translate("help", "Shift F8"), _translate("help", "Take it back and say why first")),
            (_translate("help", "Esc"), _translate("help", "Close, clear, back to ready")),
        ]),
        (_translate("help", "About a person"), [
            *_of("correct", "different_person", "instead_of", "note", "delivered", "same_person", "part_again"),
            *_of("admit_anyway"),
            (_translate("help", "F10"), _translate("help", "More about the person")),
        ]),
        (_translate("help", "Badges"), _of("print_again", "hand_over", "keep_badge", "lost_badge")),
        (_translate("help", "The window"), [
            (_translate("help", "F9"), _translate("help", "Camera on and off")),
            (_translate("help", "F12"), _translate("help", "Lock the desk, or change who is at it")),
            *_of("import_list", "export_list", "export_scans"),
            (_translate("help", "Ctrl +, Ctrl −, Ctrl 0"), _translate("help", "Larger, smaller, as it was")),
            (_translate("help", "Alt Enter"), _translate("help", "Full screen")),
            (_translate("help", "Alt 1, Alt 2"), _translate("help", "Pages")),
        ]),
    ]  # fmt: skip


def _of(*names: str) -> list[tuple[str, str]]:
    return [(made.key, made.text) for made in map(act, names)]
