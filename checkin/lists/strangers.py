"""Knows files that are no lists by how they begin, whatever they are called, and says what they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from checkin.domain.errors import UserError
from checkin.domain.translation import mark, say

_STARTS = {
    b"\x89PNG": mark("a picture"),
    b"\xff\xd8\xff": mark("a picture"),
    b"GIF87a": mark("a picture"),
    b"GIF89a": mark("a picture"),
    b"II*\x00": mark("a picture"),
    b"MM\x00*": mark("a picture"),
    b"%PDF": mark("a PDF"),
    b"{\\rtf": mark("a text document"),
    b"SQLite format 3": mark("a database"),
    b"\x1f\x8b": mark("a packed file"),
    b"Rar!": mark("a packed file"),
    b"7z\xbc\xaf": mark("a packed file"),
    b"BEGIN:VCARD": mark("a file of address cards"),
    b"BEGIN:VCALENDAR": mark("a calendar"),
}
# These two begin like words, so that a zero byte has to follow before they are believed.
_WORDLIKE = {b"BM": mark("a picture"), b"RIFF": mark("a picture or a sound")}
_OFFICE = b"\xd0\xcf\x11\xe0"
_OLD_OFFICE_BYTES = 64_000_000
_LOCKED = mark("{file} is a workbook that is locked by a password.")
_OLD_EXCEL = mark("{file} is an Excel workbook of the old kind (.xls).")
_OLD_OTHER = mark("{file} is a document of an office program, not a list.")
_LOCKED_OR_OLD = mark("{file} is an Excel workbook that is locked by a password, or one of the old kind (.xls).")
_PARTS = {
    b"EncryptedPackage": _LOCKED,
    b"WordDocument": _OLD_OTHER,
    b"PowerPoint Document": _OLD_OTHER,
    b"__substg1.0": _OLD_OTHER,
    b"Workbook": _OLD_EXCEL,
}
_SAVE_AS = mark("Open it in a spreadsheet program and save it as CSV UTF-8 or as an Excel workbook (.xlsx).")
_CHOOSE = mark("Choose the file that the registration system exported.")


def refuse_strangers(file: str, start: bytes, opened: Callable[[], BinaryIO]) -> None:
    """Look at the beginning of a file that should hold text.

    Raises:
        UserError: it is empty, or something else than a list.
    """
    if not start.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
        raise UserError(say("{file} is empty.", file=file), say("Export the list again."))
    if start.startswith(_OFFICE):
        raise _office(file, opened)
    what = next((told for magic, told in _STARTS.items() if start.startswith(magic)), None)
    if what is None and b"\x00" in start[:32]:
        what = next((told for magic, told in _WORDLIKE.items() if start.startswith(magic)), None)
        if start[4:8] == b"ftyp":
            what = mark("a picture or a film")
    if what is not None:
        raise UserError(say("{file} is {what}, not a list.", file=file, what=say(what)), say(_CHOOSE))
    _refuse_markup(file, start.lstrip(b"\xef\xbb\xbf \r\n\t").lower())


def _refuse_markup(file: str, text: bytes) -> None:
    if text.startswith(b"<?xml") and b"<html" not in text:
        raise UserError(say("{file} holds data of a program (XML), not a list.", file=file), say(_SAVE_AS))
    if text.startswith((b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta", b"<style")):
        raise UserError(say("{file} is a web page, not a list.", file=file), say(_SAVE_AS))
    if text.startswith((b"{", b"[{", b"[\n", b"[\r", b"[]")):
        raise UserError(
            say("{file} holds data of a program (JSON), not a list.", file=file),
            say("Export the list as CSV or .xlsx."),
        )


def _office(file: str, opened: Callable[[], BinaryIO]) -> UserError:
    """What an old office container is, told by the names of its parts, which are written in UTF-16."""
    with opened() as stream:
        data = stream.read(_OLD_OFFICE_BYTES)
    told = next((told for name, told in _PARTS.items() if name.decode().encode("utf-16-le") in data), _LOCKED_OR_OLD)
    if told == _OLD_OTHER:
        return UserError(say(told, file=file), say(_CHOOSE))
    if told == _OLD_EXCEL:
        return UserError(say(told, file=file), say("Open it in a spreadsheet program and save it as .xlsx."))
    return UserError(
        say(told, file=file), say("Open it in a spreadsheet program, take the password off and save it as .xlsx.")
    )
