"""Opens what people send: tells workbooks and ZIPs of lists from plain text, and refuses what is none of them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Literal

from checkin.domain.errors import EnvironmentFault, UserError
from checkin.domain.translation import say
from checkin.lists.archives import Kind, kind_of_archive
from checkin.lists.limits import UNPACKED_BYTES
from checkin.lists.strangers import refuse_strangers

_LIST_ENDINGS = {".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".ods"}
DAMAGED_ZIP = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, LookupError,
    OverflowError,
)  # fmt: skip
"""What zipfile raises on archives that are damaged or made by hand."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file that may hold a list; `opened` gives its bytes from the beginning, as often as needed."""

    file: str
    kind: Literal["text", "excel", "opendocument"]
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
        refuse_strangers(path.name, start, lambda: path.open("rb"))
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
    return [Source(path.name, "text", lambda: path.open("rb"))], []


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


def _looked_into(file: str, opened: Callable[[], BinaryIO]) -> tuple[Kind, list[zipfile.ZipInfo]]:
    """What an archive is, and its members."""
    try:
        with opened() as stream, zipfile.ZipFile(stream) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
            kind = kind_of_archive(file, archive, members)
    except DAMAGED_ZIP as error:
        raise UserError(
            say("{file} is damaged and cannot be unpacked.", file=file), say("Download or export it again.")
        ) from error
    # pictures in a workbook are never unpacked
    counted = members if kind == "packed" else [m for m in members if m.filename.endswith((".xml", ".rels"))]
    _check_size(file, sum(m.file_size for m in counted))
    return kind, members


def _packed(path: Path) -> tuple[list[Source], list[str]]:
    kind, members = _looked_into(path.name, lambda: path.open("rb"))
    if kind != "packed":
        return [Source(path.name, kind, lambda: path.open("rb"))], []
    found: list[Source] = []
    passed_over: list[str] = []
    for member in members:
        inside = PurePosixPath(member.filename)
        if "__MACOSX" in inside.parts or inside.name.startswith((".", "~$")):
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
            say("{file} holds no list (CSV, TSV, TXT, XLSX or ODS).", file=path.name),
            say("Unpack it and look what is in it."),
        )
    return found, passed_over


def _member(path: Path, member: zipfile.ZipInfo, name: str) -> Source:
    def opened() -> BinaryIO:
        try:
            with zipfile.ZipFile(path) as archive:
                return io.BytesIO(archive.read(member))
        except DAMAGED_ZIP as error:
            raise UserError(
                say("{file}: {name} is damaged.", file=path.name, name=name), say("Download or export the file again.")
            ) from error

    with opened() as stream:
        start = stream.read(4096)
    if not start.startswith(b"PK"):
        refuse_strangers(name, start, opened)
        return Source(name, "text", opened)
    kind, _ = _looked_into(name, opened)
    if kind == "packed":
        raise UserError(
            say("{file}: {name} is no workbook.", file=path.name, name=name),
            say("Unpack it and look what is in it."),
        )
    return Source(name, kind, opened)
