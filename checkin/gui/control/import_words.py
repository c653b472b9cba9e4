"""What an import tells in words beside its counts: which columns were taken for what, and what changes for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from checkin.domain.listing import ListReading
from checkin.domain.people import Status
from checkin.gui.words import status_chip

Change = tuple[str, str, str, str]
"""A person's id, our field, the old value and the new one."""

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


def columns_told(readings: Sequence[ListReading]) -> str:
    """Our fields and the headers they were read from, in one sentence; "" when nothing is to be told."""
    if len(readings) != 1:
        return ""
    mapping = readings[0].mapping
    pair = _say("{field} from “{column}”")
    found = [pair.format(field=_say(words), column=mapping[name]) for name, words in _FIELDS.items() if name in mapping]
    return _say("Columns: {list}.").format(list=", ".join(found)) if found else ""


def changes_told(changes: Iterable[Change], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each person whom a list changes, and what becomes of each field, in the order of the list."""
    told: dict[str, list[str]] = {}
    for attendee, field, old, new in changes:
        told.setdefault(attendee, []).append(_change(field, old, new))
    return [(names.get(attendee, ""), "; ".join(lines)) for attendee, lines in told.items()]


def _change(field: str, old: str, new: str) -> str:
    words = _say(_FIELDS[field]) if field in _FIELDS else _say("Another detail")
    if field == "status":
        old, new = (status_chip(Status(value))[0] if value in set(Status) else value for value in (old, new))
    elif field not in _SHOWN:
        return _say("{field} changes").format(field=words)
    if not new:
        return _say("{field}: {old} is taken away").format(field=words, old=old)
    if not old:
        return _say("{field}: {new}, until now nothing").format(field=words, new=new)
    return _say("{field}: {old} → {new}").format(field=words, old=old, new=new)


def _say(text: str) -> str:
    return QCoreApplication.translate("import_words", text)
