"""What our fields, encodings and signs are called where a person chooses among them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from checkin.gui.pages.importing.columns_shown import KEPT, LEFT_OUT

_T = QT_TRANSLATE_NOOP
_FIELDS: dict[str, Any] = {
    "given": _T("column_words", "Given name"),
    "family": _T("column_words", "Family name"),
    "particle": _T("column_words", "Particle of the name"),
    "name": _T("column_words", "Whole name"),
    "email": _T("column_words", "E-mail"),
    "phone": _T("column_words", "Phone"),
    "organisation": _T("column_words", "Organisation"),
    "city": _T("column_words", "City"),
    "country": _T("column_words", "Country"),
    "category": _T("column_words", "Category"),
    "status": _T("column_words", "Status"),
    "paid": _T("column_words", "Status: paid or not"),
    "ticket_code": _T("column_words", "Ticket code"),
    "order": _T("column_words", "Order"),
    "position": _T("column_words", "Position in the order"),
    "source_id": _T("column_words", "Number in the other system"),
    "product": _T("column_words", "Product"),
    "variation": _T("column_words", "Variation of the product"),
    "addon_to": _T("column_words", "Extra that belongs to"),
    "quantity": _T("column_words", "How many people"),
    "guests": _T("column_words", "Guests"),
    "sessions": _T("column_words", "Sessions"),
    "visits": _T("column_words", "Site visits"),
    "diet": _T("column_words", "Diet"),
    "access": _T("column_words", "Access need"),
    "photo": _T("column_words", "Photo consent"),
    "box": _T("column_words", "Badge box"),
    "number": _T("column_words", "Badge number"),
    "blocked": _T("column_words", "Stopped by an organiser"),
    "valid_from": _T("column_words", "Valid from"),
    "valid_until": _T("column_words", "Valid until"),
    "notes": _T("column_words", "Note"),
}
_ENCODINGS: dict[str, Any] = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": _T("column_words", "Windows-1252, Western Europe"),
    "cp1250": _T("column_words", "Windows-1250, Central Europe"),
    "cp1251": _T("column_words", "Windows-1251, Cyrillic"),
    "cp1253": _T("column_words", "Windows-1253, Greek"),
    "cp1254": _T("column_words", "Windows-1254, Turkish"),
    "iso-8859-2": _T("column_words", "ISO 8859-2, Central Europe"),
    "mac-roman": _T("column_words", "Mac, Western Europe"),
}
_SAME = {"utf-8-sig": "utf-8", "utf_8": "utf-8", "utf_8_sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16",
         "iso8859-2": "iso-8859-2", "iso8859_2": "iso-8859-2", "mac_roman": "mac-roman", "macroman": "mac-roman",
         "windows-1252": "cp1252", "windows-1250": "cp1250", "windows-1251": "cp1251"}  # fmt: skip
_SIGNS: dict[str, Any] = {
    ",": _T("column_words", "commas"),
    ";": _T("column_words", "semicolons"),
    "\t": _T("column_words", "tabs"),
    "|": _T("column_words", "vertical bars"),
}


def field_choices(*beside: str) -> tuple[tuple[str, str], ...]:
    """What a column may go to; `beside` are fields that a list has though they are not among those offered."""
    offered = [(field, _say(words)) for field, words in _FIELDS.items()]
    offered += [(field, field) for field in beside if field not in _FIELDS and field not in (KEPT, LEFT_OUT)]
    return (*offered, (KEPT, _say("Extra field on the card")), (LEFT_OUT, _say("Leave out")))


def encoding_choices(encoding: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """How the letters of a file may be meant, and which of it `encoding` is."""
    chosen = plain_encoding(encoding)
    known = [(name, _say(words)) for name, words in _ENCODINGS.items()]
    return (*known, *(() if chosen in _ENCODINGS else ((chosen, encoding.upper()),))), chosen


def encoding_word(encoding: str) -> str:
    """An encoding in short, as the head of an import names it."""
    name = plain_encoding(encoding)
    return _say(_ENCODINGS[name]).partition(",")[0] if name in _ENCODINGS else encoding.upper()


def plain_encoding(encoding: str) -> str:
    """One name for the names that an encoding goes by."""
    return _SAME.get(encoding.casefold(), encoding.casefold())


def sign_choices(sign: str) -> tuple[tuple[str, str], ...]:
    """What may stand between the values of a file."""
    known = [(known, _say(words).capitalize()) for known, words in _SIGNS.items()]
    return (*known, *(() if sign in _SIGNS else ((sign, sign),)))


def sign_word(sign: str) -> str:
    """What stands between the values, as a word."""
    return _say(_SIGNS[sign]) if sign in _SIGNS else f"“{sign}”"


def _say(text: str) -> str:
    return QCoreApplication.translate("column_words", text)
