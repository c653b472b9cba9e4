"""Opens an OpenDocument workbook (.ods): the names of its sheets and which of them are hidden."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checkin.lists.opendocument_sheet import SheetRows
from checkin.lists.table import Row
from checkin.lists.xml_pieces import LocalNames, pieces

_CONTENT = "content.xml"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook and its place, counted from 0."""

    title: str
    visible: bool
    place: int


class OpenDocumentBook:
    """An OpenDocument workbook whose sheets can be read one after the other. All of them lie in one file, so that its
    whole length is read once to know their names.

    Raises:
        KeyError, ValueError, ExpatError and what zipfile raises: it is damaged.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        names = _SheetNames()
        with archive.open(_CONTENT) as stream:
            for _ in pieces(stream, names):
                pass
        self.sheets = names.found()

    def rows(self, handler: SheetRows) -> Iterator[Row]:
        """The rows of a sheet that hold something."""
        with self._archive.open(_CONTENT) as stream:
            for _ in pieces(stream, handler):
                yield from handler.rows
                handler.rows.clear()
                if handler.over:
                    return


class _SheetNames:
    """Hears of the sheets of a workbook, and of the styles by which some are hidden."""

    def __init__(self) -> None:
        self._names = LocalNames()
        self._style = ""
        self._hidden: set[str] = set()
        self._sheets: list[tuple[str, str]] = []
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> Any:
        """An element begins."""
        name = self._names[tag]
        if name in ("style", "table-properties", "table"):
            local = {self._names[key]: value for key, value in attributes.items()}
            if name == "style":
                self._style = local.get("name", "")
            elif name == "table-properties" and local.get("display") == "false":
                self._hidden.add(self._style)
            elif name == "table":
                self._depth += 1
                if self._depth == 1:
                    self._sheets.append((local.get("name", ""), local.get("style-name", "")))

    def end(self, tag: str) -> Any:
        """An element ends."""
        if self._names[tag] == "table":
            self._depth -= 1

    def text(self, text: str) -> Any:
        """Text: nothing to do."""

    def found(self) -> list[SheetPart]:
        """The sheets in their order."""
        return [SheetPart(title, style not in self._hidden, at) for at, (title, style) in enumerate(self._sheets)]
