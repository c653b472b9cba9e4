"""Opens an Excel workbook: its sheets, its shared texts and formats, and the cells that are joined."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from checkin.lists.excel_formats import Format, format_of
from checkin.lists.excel_sheet import SheetRows, unescaped
from checkin.lists.limits import CELL_CHARACTERS
from checkin.lists.merged_cells import MergedCells
from checkin.lists.table import Row
from checkin.lists.xml_pieces import Attributes, LocalNames, pieces

_BOOK = "xl/workbook.xml"
_TEXTS = 2_000_000
"""Most different texts of a workbook; more would fill the machine's memory."""
_PIECE = 1 << 20
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook and where its cells lie."""

    title: str
    visible: bool
    path: str


class ExcelBook:
    """An Excel workbook whose sheets can be read one after the other.

    Raises:
        KeyError, ValueError, ExpatError and what zipfile raises: it is damaged.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        targets, kinds = self._relations(_BOOK)
        self._from_1904 = False
        self.sheets: list[SheetPart] = []
        self._read_book(targets, kinds)
        self._strings: list[str] | None = None
        self._formats: list[Format] | None = None
        self._parts = {kind.rpartition("/")[2]: targets[key] for key, kind in kinds.items()}

    def rows(self, part: SheetPart, handler: SheetRows) -> Iterator[Row]:
        """The rows of a sheet that hold something."""
        with self._archive.open(part.path) as stream:
            for _ in pieces(stream, handler):
                yield from handler.rows
                handler.rows.clear()

    def handler(self) -> SheetRows:
        """A reader for the rows of one sheet."""
        if self._strings is None or self._formats is None:
            self._strings, self._formats = self._shared_strings(), self._cell_formats()
        return SheetRows(self._strings, self._formats, from_1904=self._from_1904)

    def merged(self, part: SheetPart) -> MergedCells:
        """The joined cells of a sheet, which are told behind its rows."""
        found, rest = MergedCells(), b""
        with self._archive.open(part.path) as stream:
            while piece := stream.read(_PIECE):
                data = rest + piece
                if b"mergeCell" in data:
                    end = 0
                    for match in _MERGED.finditer(data):
                        first, top, last, bottom = match.groups()
                        found.add(int(top), _column(first), _column(last), int(bottom))
                        end = match.end()
                    rest = data[max(end, len(data) - 200) :]
                else:
                    rest = data[-200:]
        return found

    def _relations(self, path: str) -> tuple[dict[str, str], dict[str, str]]:
        """Where the parts that `path` names lie, and of what kind they are, by their ids."""
        targets: dict[str, str] = {}
        kinds: dict[str, str] = {}
        folder, name = posixpath.split(path)

        def heard(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes["Target"]
                place = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                targets[attributes["Id"]] = posixpath.normpath(place)
                kinds[attributes["Id"]] = attributes["Type"]

        self._hear(f"{folder}/_rels/{name}.rels", Attributes(heard))
        return targets, kinds

    def _read_book(self, targets: dict[str, str], kinds: dict[str, str]) -> None:
        def heard(tag: str, attributes: dict[str, str]) -> None:
            if tag == "workbookPr":
                self._from_1904 = attributes.get("date1904") in ("1", "true")
            elif tag == "sheet":
                key = attributes["id"]
                if kinds.get(key, "").endswith("/worksheet"):
                    visible = attributes.get("state", "visible") == "visible"
                    self.sheets.append(SheetPart(attributes["name"], visible, targets[key]))

        self._hear(_BOOK, Attributes(heard))

    def _shared_strings(self) -> list[str]:
        path = self._parts.get("sharedStrings")
        if path is None:
            return []
        texts = _Texts()
        self._hear(path, texts)
        return texts.found

    def _cell_formats(self) -> list[Format]:
        path = self._parts.get("styles")
        if path is None:
            return []
        codes: dict[int, str] = {}
        numbers: list[int] = []
        inside = False

        def heard(tag: str, attributes: dict[str, str]) -> None:
            nonlocal inside
            if tag == "numFmt" and not inside:
                codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
            elif tag in ("cellXfs", "cellStyles", "dxfs"):
                inside = tag == "cellXfs"
            elif tag == "xf" and inside:
                numbers.append(int(attributes.get("numFmtId", "0")))

        self._hear(path, Attributes(heard))
        known = {number: format_of(number, codes.get(number)) for number in set(numbers)}
        return [known[number] for number in numbers]

    def _hear(self, path: str, handler: Attributes | _Texts) -> None:
        with self._archive.open(path) as stream:
            for _ in pieces(stream, handler):
                pass


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column - 1


class _Texts:
    """Hears of the texts that the cells of all sheets share."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._names = LocalNames()
        self._parts: list[str] = []
        self._length = 0
        self._open = False
        self._aside = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = self._names[tag]
        if name == "t":
            self._open = not self._aside
        elif name == "si":
            self._parts, self._length = [], 0
        elif name == "rPh":
            self._aside += 1

    def text(self, text: str) -> None:
        """Text of a shared text that is open; what no cell can hold is cut off, and refused when a cell has it."""
        if self._open and self._length <= CELL_CHARACTERS:
            self._parts.append(text)
            self._length += len(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = self._names[tag]
        if name == "t":
            self._open = False
        elif name == "si":
            self.found.append(unescaped("".join(self._parts)))
            if len(self.found) > _TEXTS:
                raise ValueError("too many texts")
        elif name == "rPh":
            self._aside -= 1
