"""Opens what people send: tells a workbook from a ZIP of lists from plain text, and refuses what is none of them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from checkin.domain.errors import EnvironmentFault, UserError
from checkin.domain.translation import mark, say
from checkin.lists.limits import UNPACKED_BYTES

_LIST_ENDINGS = {".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm"}
_PICTURES = {
    b"\x89PNG": mark("a picture"),
    b"\xff\xd8\xff": mark("a picture"),
    b"GIF8": mark("a picture"),
    b"BM": mark("a picture"),
    b"II*\x00": mark("a picture"),
    b"MM\x00*": mark("a picture"),
    b"RIFF": mark("a picture or a sound"),
    b"%PDF": mark("a PDF"),
    b"{\\rtf": mark("a text document"),
    b"SQLite format 3": mark("a database"),
    b"\x1f\x8b": mark("a packed file"),
    b"Rar!": mark("a packed file"),
    b"7z\xbc\xaf": mark("a packed file"),
}
_SAVE_AS = mark("Open it in a spreadsheet program and save it as CSV UTF-8 or as an Excel workbook (.xlsx).")


@dataclass(frozen=True, slots=True)
class Source:
    """One file that may hold a list; `opened` gives its bytes from the beginning, as often as needed."""

    file: str
    is_workbook: bool
    opened: Callable[[], BinaryIO]


def sources_of(path: Path) -> tuple[list[Source], list[str]]:
    """The lists inside `path` and, in words, what was passed over.

    Raises:
        UserError: it is no file that lists come in, is too large unpacked, encrypted or damaged.
        EnvironmentFault: the disk did not let us read it.
    """
    try:
        with path.open("rb") as stream:
            start = stream.read(4096)
        if start.startswith(b"PK"):
            return _packed(path)
        _refuse_strangers(path.name, start)
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise UserError(say("There is no file {path}.", path=path), say("Check the name and the folder.")) from error
    except IsADirectoryError as error:
        raise UserError(say("{path} is a folder.", path=path), say("Name the files in it one by one.")) from error
    except OSError as error:
        raise EnvironmentFault(
            say("{file} cannot be read: {cause}.", file=path.name, cause=error.strerror),
            say("Copy it to this computer."),
        ) from error
    _check_size(path.name, size)
    return [Source(path.name, False, lambda: path.open("rb"))], []


def _refuse_strangers(file: str, start: bytes) -> None:
    if not start.strip():
        raise UserError(say("{file} is empty.", file=file), say("Export the list again."))
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise UserError(
            say("{file} is an Excel workbook that is locked by a password, or one of the old kind (.xls).", file=file),
            say("Open it in a spreadsheet program, take the password off and save it as .xlsx."),
        )
    for magic, what in _PICTURES.items():
        if start.startswith(magic):
            raise UserError(
                say("{file} is {what}, not a list.", file=file, what=say(what)),
                say("Choose the file that the registration system exported."),
            )
    text = start.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if text.startswith((b"<!doctype", b"<html", b"<?xml", b"<table")):
        raise UserError(say("{file} is a web page, not a list.", file=file), say(_SAVE_AS))
    if text.startswith((b"{", b"[{", b"[\n", b"[]")):
        raise UserError(
            say("{file} holds data of a program (JSON), not a list.", file=file),
            say("Export the list as CSV or .xlsx."),
        )


def _check_size(file: str, size: int) -> None:
    if size > UNPACKED_BYTES:
        raise UserError(
            say(
                "{file} is {size:,.0f} MB large unpacked; no more than {most} MB is read.",
                file=file,
                size=size / 1e6,
                most=UNPACKED_BYTES // 1_000_000,
            ),
            say("A list of 100,000 people is below 60 MB: check that this is the right file, or split it."),
        )


def _packed(path: Path) -> tuple[list[Source], list[str]]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError) as error:
        raise UserError(
            say("{file} is damaged and cannot be unpacked.", file=path.name), say("Download or export it again.")
        ) from error
    _check_size(path.name, sum(m.file_size for m in members))
    names = {m.filename for m in members}
    if "[Content_Types].xml" in names and any(n.startswith("xl/") for n in names):
        return [Source(path.name, True, lambda: path.open("rb"))], []
    return _members(path, members)


def _members(path: Path, members: list[zipfile.ZipInfo]) -> tuple[list[Source], list[str]]:
    found: list[Source] = []
    passed_over: list[str] = []
    for member in members:
        inside = PurePosixPath(member.filename)
        if "__MACOSX" in inside.parts or inside.name.startswith("."):
            continue
        if inside.suffix.lower() not in _LIST_ENDINGS:
            passed_over.append(say("{file}: {name} is no list and was passed over.", file=path.name, name=inside.name))
            continue
        if member.flag_bits & 1:
            raise UserError(
                say("{file} is locked by a password.", file=path.name),
                say("Unpack it first and import the files in it."),
            )
        found.append(_member(path, member, inside.name))
    if not found:
        raise UserError(
            say("{file} holds no list (CSV, TSV, TXT or XLSX).", file=path.name),
            say("Unpack it and look what is in it."),
        )
    return found, passed_over


def _member(path: Path, member: zipfile.ZipInfo, name: str) -> Source:
    def opened() -> BinaryIO:
        try:
            with zipfile.ZipFile(path) as archive:
                return io.BytesIO(archive.read(member))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise UserError(
                say("{file}: {name} is damaged.", file=path.name, name=name), say("Download or export the file again.")
            ) from error

    with opened() as stream:
        start = stream.read(4096)
    if start.startswith(b"PK"):
        return Source(name, True, opened)
    _refuse_strangers(name, start)
    return Source(name, False, opened)
