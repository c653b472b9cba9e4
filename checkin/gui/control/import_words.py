"""What fields are called on the screen, which of their values are shown, and a change of one as a sentence."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from checkin.domain.people import Status
from checkin.gui.words import status_chip

_T = QT_TRANSLATE_NOOP
_FIELDS: dict[str, Any] = {
    "given": _T("import_words", "Given name"),
    "family": _T("import_words", "Family name"),
    "name": _T("import_words", "Whole name"),
    "email": _T("import_words", "E-mail"),
    "phone": _T("import_words", "Phone"),
    "organisation": _T("import_words", "Organisation"),
    "city": _T("import_words", "City"),
    "country": _T("import_words", "Country"),
    "category": _T("import_words", "Category"),
    "status": _T("import_words", "Status"),
    "order": _T("import_words", "Order"),
    "ticket_code": _T("import_words", "Ticket code"),
    "diet": _T("import_words", "Diet"),
    "access": _T("import_words", "Access need"),
    "photo": _T("import_words", "Photo consent"),
    "box": _T("import_words", "Badge box"),
    "number": _T("import_words", "Badge number"),
    "fields": _T("import_words", "Another column"),
}
_SHOWN = frozenset({"given", "family", "name", "organisation", "city", "country", "category", "order", "box", "number"})
"""Fields whose values stand on the screen; of the others it says that they change: no needs, contacts or codes."""


def field_word(field: str) -> str:
    """What one of our fields is called on the screen."""
    return _say(_FIELDS[field]) if field in _FIELDS else _say("Another detail")


def is_shown(field: str) -> bool:
    """Whether a field's values stand on the screen; of the others it says that they change."""
    return field in _SHOWN or field == "status"


def value_word(field: str, value: str) -> str:
    """A value of a field as people read it."""
    return status_chip(Status(value))[0] if field == "status" and value in set(Status) else value


def only_told(words: str) -> str:
    """That a field changes, where its values are not shown."""
    return _say("{field} changes").format(field=words)


def change_told(words: str, old: str, new: str) -> str:
    """A change with its values as a sentence; `words` is what the field is called."""
    if not new:
        return _say("{field}: {old} is taken away").format(field=words, old=old)
    if not old:
        return _say("{field}: {new}, until now nothing").format(field=words, new=new)
    return _say("{field}: {old} → {new}").format(field=words, old=old, new=new)


def _say(text: str) -> str:
    return QCoreApplication.translate("import_words", text)
