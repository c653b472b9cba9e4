"""A file with one kind of trouble, and what makes such files."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from checkin.domain.listing import ReadOptions

# A time in every archive, so that the same bytes come out again.
_TIME = (2026, 5, 18, 8, 0, 0)


@dataclass(frozen=True)
class Trap:
    """One file: its name in the world, its bytes, and what the caller says of it."""

    name: str
    file: str
    data: bytes
    options: ReadOptions = field(default_factory=ReadOptions)


def text(
    name: str, *lines: str, file: str = "list.csv", encoding: str = "utf-8", end: str = "\r\n", **options: object
) -> Trap:
    """A text file of lines."""
    data = "".join(line + end for line in lines).encode(encoding)
    return Trap(name, file, data, ReadOptions(**options))  # type: ignore[arg-type]


def packed(members: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, _TIME), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">'
    '<office:automatic-styles><style:style style:name="ta1" style:family="table">'
    '<style:table-properties table:display="true"/></style:style>'
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    "</office:automatic-styles><office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    "</office:document-content>"
)
_MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def ods_sheet(title: str, *rows: str, columns: str = "", hidden: bool = False) -> str:
    """A sheet of an OpenDocument workbook; rows are made by `ods_row`."""
    style = "ta2" if hidden else "ta1"
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    end = f'<table:table-row table:number-rows-repeated="1048000">{blank}'
    return (
        f'<table:table table:name="{escape(title)}" table:style-name="{style}">{columns}{"".join(rows)}{end}'
        "</table:table-row></table:table>"
    )


def ods_row(*cells: object, attributes: str = "") -> str:
    """A row; a cell is a text, a number, None, or XML that begins with “<”."""
    return f"<table:table-row{attributes}>{''.join(map(_ods_cell, cells))}</table:table-row>"


def ods_cell(kind: str, value: object, shown: str) -> str:
    """A typed cell: what is stored and what is shown."""
    name = {"date": "date-value", "boolean": "boolean-value", "time": "time-value"}.get(kind, "value")
    attributes = f'office:value-type="{kind}" office:{name}="{value}"'
    return f"<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>"


def _ods_cell(cell: object) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, str) and cell.startswith("<"):
        return cell
    if isinstance(cell, int | float):
        return ods_cell("float", cell, str(cell))
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(cell).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def ods(*sheets: str, **more: bytes) -> bytes:
    """An OpenDocument workbook."""
    content = _ODS.replace("{sheets}", "".join(sheets)).encode()
    return packed({"mimetype": _MIMETYPE, "content.xml": content, **more})
