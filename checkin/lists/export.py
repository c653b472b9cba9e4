"""Writes tables for people and programs: CSV, Excel and JSON, beside the target and then renamed."""

from __future__ import annotations

import csv
import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.errors import EnvironmentFault, StorageFull, UserError
from checkin.domain.translation import say
from checkin.lists.export_cells import guarded, json_value, plain_text, visible

Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an export: the key of its values, its header (default: the key), its width in characters of a
    sheet (default: by its content).
    """

    key: str
    header: str = ""
    width: int | None = None

    @property
    def title(self) -> str:
        """What stands at the head of the column."""
        return self.header or self.key


def write_table(path: Path, columns: Sequence[Column], rows: Iterable[Record], *, delimiter: str = ",") -> int:
    """Write `rows` to `path` in the format that its ending tells (.csv, .xlsx, .json); returns how many.

    The file appears whole or not at all; memory does not grow with the rows. CSV: UTF-8 with a byte order mark,
    CRLF, ISO times. XLSX: numbers, truth and times typed (a time with a zone as ISO text, because Excel knows no
    zones), everything else text. JSON: a list of objects, one a line.

    Raises:
        UserError: the ending is none of these, or the delimiter is no single character.
        EnvironmentFault: the disk is full (StorageFull) or does not let us write.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise UserError(
            say("A file ending in “{ending}” cannot be written.", ending=path.suffix), say("Use .csv, .xlsx or .json.")
        )
    if len(delimiter) != 1 or delimiter in "\"\r\n'":
        raise UserError(
            say("“{delimiter}” cannot stand between columns.", delimiter=delimiter),
            say("Give one character, such as ; or TAB."),
        )
    with _beside(path) as part:
        return write(part, columns, rows, delimiter)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A file next to `path` that takes its place when all went well."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(path)
    except FileNotFoundError as error:
        raise UserError(
            say("There is no folder {folder}.", folder=path.parent), say("Make it first, or name another.")
        ) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StorageFull(
                say("The disk is full: {file} was not written.", file=path.name), say("Make room and try again.")
            ) from error
        raise EnvironmentFault(
            say("{file} cannot be written: {cause}.", file=path.name, cause=error.strerror),
            say("Close it in other programs, or choose another folder."),
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _write_csv(part: Path, columns: Sequence[Column], rows: Iterable[Record], delimiter: str) -> int:
    keys = [column.key for column in columns]
    count = 0
    with part.open("w", encoding="utf-8-sig", newline="") as stream:
        # Excel reads a leading blank of a quoted cell as part of it; only what needs quotes gets them.
        writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow([guarded(visible(column.title)) for column in columns])
        for row in rows:
            writer.writerow([_csv_cell(row.get(key)) for key in keys])
            count += 1
    return count


def _csv_cell(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return guarded(visible(plain_text(value)))


def _write_json(part: Path, columns: Sequence[Column], rows: Iterable[Record], delimiter: str) -> int:
    keys = [column.key for column in columns]
    count = 0
    with part.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write("[")
        for row in rows:
            line = json.dumps({key: json_value(row.get(key)) for key in keys}, ensure_ascii=False)
            stream.write(("\n" if not count else ",\n") + line)
            count += 1
        stream.write("\n]\n")
    return count


def _write_xlsx(part: Path, columns: Sequence[Column], rows: Iterable[Record], delimiter: str) -> int:
    from checkin.lists.export_workbook import write_workbook

    titles = [(column.key, column.title, column.width) for column in columns]
    return write_workbook(part, titles, rows)


_Writer = Callable[[Path, Sequence[Column], Iterable[Record], str], int]
_WRITERS: dict[str, _Writer] = {".csv": _write_csv, ".json": _write_json, ".xlsx": _write_xlsx}
