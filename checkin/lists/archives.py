"""Tells what a ZIP archive is: an Excel workbook, an OpenDocument one, a document of another kind, or just packed."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from typing import Literal

from checkin.domain.errors import UserError
from checkin.domain.translation import mark, say

Kind = Literal["excel", "opendocument", "packed"]

_OPENDOCUMENT = "application/vnd.oasis.opendocument."
_MANIFEST_BYTES = 1_000_000
_SAVE_AS_XLSX = mark("Open it in a spreadsheet program and save it as .xlsx.")


def kind_of_archive(file: str, archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> Kind:
    """What `archive` is.

    Raises:
        UserError: it is a workbook that is locked or of a kind that is not read, or another program's document.
    """
    names = {m.filename for m in members}
    if "[Content_Types].xml" in names:
        if any(n.startswith("xl/") and n.endswith(".bin") and "workbook" in n for n in names):
            raise UserError(say("{file} is a binary Excel workbook (.xlsb).", file=file), say(_SAVE_AS_XLSX))
        if any(n.startswith("xl/") for n in names):
            return "excel"
        if any(n.startswith(("word/", "ppt/")) for n in names):
            raise _document(file)
    if "mimetype" in names and "content.xml" in names:
        return _opendocument(file, archive, names)
    if any(n.startswith("Index/") and n.endswith(".iwa") for n in names):
        raise UserError(
            say("{file} is a workbook of Apple Numbers.", file=file),
            say("Open it in Numbers and export it as CSV or as an Excel workbook (.xlsx)."),
        )
    return "packed"


def _opendocument(file: str, archive: zipfile.ZipFile, names: set[str]) -> Kind:
    with archive.open("mimetype") as stream:
        mimetype = stream.read(200).decode("ascii", "replace").strip()
    if not mimetype.startswith(_OPENDOCUMENT):
        return "packed"
    if not mimetype.startswith(_OPENDOCUMENT + "spreadsheet"):
        raise _document(file)
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as stream:
            if b"encryption-data" in stream.read(_MANIFEST_BYTES):
                raise UserError(
                    say("{file} is a workbook that is locked by a password.", file=file),
                    say("Open it in a spreadsheet program, take the password off and save it again."),
                )
    return "opendocument"


def _document(file: str) -> UserError:
    return UserError(
        say("{file} is a text document or a presentation, not a list.", file=file),
        say("Copy its table into a spreadsheet and save that as .xlsx."),
    )
