"""The acts of the Desk, each with its words, icon and key, so that button and shortcut never differ."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from checkin.gui.widgets.act import Act

_T = QT_TRANSLATE_NOOP
_ACTS: tuple[tuple[str, str, str, str], ...] = (
    ("check_in_print", _T("acts", "Check in and print badge"), "badge-check", _T("acts", "Enter")),
    ("check_in", _T("acts", "Check in"), "badge-check", _T("acts", "Enter")),
    ("check_in_only", _T("acts", "Check in only"), "check", _T("acts", "Ctrl Enter")),
    ("check_out", _T("acts", "Check out"), "log-out", _T("acts", "F7")),
    ("print_only", _T("acts", "Print only"), "printer", _T("acts", "Ctrl P")),
    ("print_again", _T("acts", "Print again"), "printer", _T("acts", "Ctrl P")),
    ("admit_anyway", _T("acts", "Admit anyway"), "shield-check", _T("acts", "F11")),
    ("correct", _T("acts", "Correct"), "pencil", _T("acts", "F2")),
    ("different_person", _T("acts", "Different person"), "user-round-x", _T("acts", "F3")),
    ("walk_in", _T("acts", "New walk-in"), "user-round-plus", _T("acts", "F4")),
    ("group", _T("acts", "Group"), "users-round", _T("acts", "F6")),
    ("undo", _T("acts", "Undo"), "undo-2", _T("acts", "F8")),
    ("show_person", _T("acts", "Show person"), "user-round", _T("acts", "Enter")),
    ("type_name", _T("acts", "Type a name"), "search", _T("acts", "Enter")),
    ("close", _T("acts", "Close"), "x", _T("acts", "Esc")),
    ("add_check_in_print", _T("acts", "Add, check in and print badge"), "user-round-plus", _T("acts", "Enter")),
    ("add_check_in", _T("acts", "Add and check in"), "user-round-plus", _T("acts", "Enter")),
    ("add_only", _T("acts", "Add only"), "user-round-plus", _T("acts", "Ctrl Enter")),
    ("import_list", _T("acts", "Import a list"), "file-up", _T("acts", "Ctrl O")),
    ("export_list", _T("acts", "Export attendance"), "file-down", _T("acts", "Ctrl E")),
)

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
