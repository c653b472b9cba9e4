"""The acts of the Desk, each with its words, icon and key, so that button and shortcut never differ."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from checkin.gui.widgets.act import Act

_ACTS: tuple[tuple[str, Any, str, str], ...] = (
    ("check_in_print", QT_TRANSLATE_NOOP("acts", "Check in and print badge"), "badge-check", "Enter"),
    ("check_in", QT_TRANSLATE_NOOP("acts", "Check in"), "badge-check", "Enter"),
    ("check_in_only", QT_TRANSLATE_NOOP("acts", "Check in only"), "check", "Ctrl Enter"),
    ("check_out", QT_TRANSLATE_NOOP("acts", "Check out"), "log-out", "F7"),
    ("print_only", QT_TRANSLATE_NOOP("acts", "Print only"), "printer", "Ctrl P"),
    ("print_again", QT_TRANSLATE_NOOP("acts", "Print again"), "printer", "Ctrl P"),
    ("admit_anyway", QT_TRANSLATE_NOOP("acts", "Admit anyway"), "shield-check", "F11"),
    ("correct", QT_TRANSLATE_NOOP("acts", "Correct"), "pencil", "F2"),
    ("different_person", QT_TRANSLATE_NOOP("acts", "Different person"), "user-round-x", "F3"),
    ("walk_in", QT_TRANSLATE_NOOP("acts", "New walk-in"), "user-round-plus", "F4"),
    ("group", QT_TRANSLATE_NOOP("acts", "Group"), "users-round", "F6"),
    ("undo", QT_TRANSLATE_NOOP("acts", "Undo"), "undo-2", "F8"),
    ("show_person", QT_TRANSLATE_NOOP("acts", "Show person"), "user-round", "Enter"),
    ("type_name", QT_TRANSLATE_NOOP("acts", "Type a name"), "search", "Enter"),
    ("close", QT_TRANSLATE_NOOP("acts", "Close"), "x", "Esc"),
    ("add_check_in_print", QT_TRANSLATE_NOOP("acts", "Add, check in and print badge"), "user-round-plus", "Enter"),
    ("add_check_in", QT_TRANSLATE_NOOP("acts", "Add and check in"), "user-round-plus", "Enter"),
    ("add_only", QT_TRANSLATE_NOOP("acts", "Add only"), "user-round-plus", "Ctrl Enter"),
    ("instead_of", QT_TRANSLATE_NOOP("acts", "Somebody comes instead"), "arrow-left-right", "Ctrl I"),
    ("note", QT_TRANSLATE_NOOP("acts", "Write a note"), "sticky-note", "Ctrl N"),
    ("same_person", QT_TRANSLATE_NOOP("acts", "Same person twice"), "merge", "Ctrl M"),
    ("part_again", QT_TRANSLATE_NOOP("acts", "Part them again"), "split", "Ctrl U"),
    ("hand_over", QT_TRANSLATE_NOOP("acts", "Hand over badge"), "hand-helping", "Ctrl H"),
    ("keep_badge", QT_TRANSLATE_NOOP("acts", "Keep badge here"), "archive", "Ctrl K"),
    ("lost_badge", QT_TRANSLATE_NOOP("acts", "Badge is lost"), "badge-x", "Ctrl B"),
    ("delivered", QT_TRANSLATE_NOOP("acts", "Delivered"), "check-check", "Ctrl T"),
    ("check_in_group", QT_TRANSLATE_NOOP("acts", "Check in"), "badge-check", "Enter"),
    ("tick_all", QT_TRANSLATE_NOOP("acts", "All"), "list-checks", "Ctrl A"),
    ("tick_none", QT_TRANSLATE_NOOP("acts", "None"), "list-x", "Ctrl D"),
    ("save_print", QT_TRANSLATE_NOOP("acts", "Save and print the badge again"), "printer", "Enter"),
    ("save", QT_TRANSLATE_NOOP("acts", "Save"), "check", "Enter"),
    ("save_only", QT_TRANSLATE_NOOP("acts", "Save only"), "check", "Ctrl Enter"),
    ("put_in_print", QT_TRANSLATE_NOOP("acts", "Put them in, check in and print badge"), "arrow-left-right", "Enter"),
    ("put_in", QT_TRANSLATE_NOOP("acts", "Put them in and check in"), "arrow-left-right", "Enter"),
    ("put_in_only", QT_TRANSLATE_NOOP("acts", "Put them in only"), "arrow-left-right", "Ctrl Enter"),
    ("save_note", QT_TRANSLATE_NOOP("acts", "Save the note"), "check", "Enter"),
    ("one_person", QT_TRANSLATE_NOOP("acts", "They are one person"), "merge", "Ctrl Enter"),
    ("two_people", QT_TRANSLATE_NOOP("acts", "Two people: keep both"), "users-round", "Esc"),
    ("import_list", QT_TRANSLATE_NOOP("acts", "Import a list"), "file-up", "Ctrl O"),
    ("export_list", QT_TRANSLATE_NOOP("acts", "Export attendance"), "file-down", "Ctrl E"),
    ("export_scans", QT_TRANSLATE_NOOP("acts", "Export the scan log"), "file-down", "Ctrl L"),
)

KEYS = (
    QT_TRANSLATE_NOOP("acts", "Ctrl A"),
    QT_TRANSLATE_NOOP("acts", "Ctrl B"),
    QT_TRANSLATE_NOOP("acts", "Ctrl D"),
    QT_TRANSLATE_NOOP("acts", "Ctrl E"),
    QT_TRANSLATE_NOOP("acts", "Ctrl Enter"),
    QT_TRANSLATE_NOOP("acts", "Ctrl H"),
    QT_TRANSLATE_NOOP("acts", "Ctrl I"),
    QT_TRANSLATE_NOOP("acts", "Ctrl K"),
    QT_TRANSLATE_NOOP("acts", "Ctrl L"),
    QT_TRANSLATE_NOOP("acts", "Ctrl M"),
    QT_TRANSLATE_NOOP("acts", "Ctrl N"),
    QT_TRANSLATE_NOOP("acts", "Ctrl O"),
    QT_TRANSLATE_NOOP("acts", "Ctrl P"),
    QT_TRANSLATE_NOOP("acts", "Ctrl U"),
    QT_TRANSLATE_NOOP("acts", "Ctrl T"),
    QT_TRANSLATE_NOOP("acts", "Enter"),
    QT_TRANSLATE_NOOP("acts", "Esc"),
    QT_TRANSLATE_NOOP("acts", "F11"),
    QT_TRANSLATE_NOOP("acts", "F2"),
    QT_TRANSLATE_NOOP("acts", "F3"),
    QT_TRANSLATE_NOOP("acts", "F4"),
    QT_TRANSLATE_NOOP("acts", "F6"),
    QT_TRANSLATE_NOOP("acts", "F7"),
    QT_TRANSLATE_NOOP("acts", "F8"),
)
"""The key caps in use, listed for translators."""

SEQUENCES: dict[str, str] = {
    name: key.replace("Ctrl ", "Ctrl+").replace("Enter", "Return") for name, _, _, key in _ACTS
}
"""Act id to the text of its QKeySequence, such as "Ctrl+Return"."""


def act(name: str, text: str = "", shut: str = "", key: str | None = None) -> Act:
    """The act `name`, with other words where a person's case needs them. KeyError for a name not in the table."""
    words, icon, printed = {entry[0]: entry[1:] for entry in _ACTS}[name]
    made = Act(name, QCoreApplication.translate("acts", words), icon, QCoreApplication.translate("acts", printed), shut)
    return replace(made, text=text or made.text, key=made.key if key is None else key)


def names() -> tuple[str, ...]:
    """Every act's id."""
    return tuple(entry[0] for entry in _ACTS)
