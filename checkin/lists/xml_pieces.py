"""Reads the XML inside workbooks piece by piece, without entities, so that no file can fill memory or reach outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, Any, NoReturn, Protocol
from xml.parsers import expat

_PIECE = 1 << 16
XML_DAMAGE = (expat.ExpatError, ValueError)
"""What `pieces` raises on XML that is damaged or dangerous."""


class Handlers(Protocol):
    """What hears of the elements of an XML file."""

    def start(self, tag: str, attributes: dict[str, str]) -> Any:
        """An element begins."""

    def end(self, tag: str) -> Any:
        """An element ends."""

    def text(self, text: str) -> Any:
        """Text between two tags."""


def _refuse(*_: object) -> NoReturn:
    # No spreadsheet program writes a DOCTYPE or an entity; both are ways to blow memory up or to read other files.
    raise ValueError("a document type or an entity")


def pieces(stream: IO[bytes], handlers: Handlers) -> Iterator[None]:
    """Tell `handlers` of the elements in `stream`; gives control back after every piece of some kilobytes.

    Raises:
        ExpatError, ValueError: it is no well-formed XML, or it declares a document type or entities.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = _PIECE
    parser.StartElementHandler = handlers.start
    parser.EndElementHandler = handlers.end
    parser.CharacterDataHandler = handlers.text
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    while piece := stream.read(_PIECE):
        parser.Parse(piece, False)
        yield
    parser.Parse(b"", True)
    yield


class LocalNames(dict[str, str]):
    """Names of elements and attributes without their prefix, remembered: `x:row` and `row` are the same."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(":")[2]
        return local


class Attributes:
    """Hears of elements with their attributes only; names are given without prefix."""

    def __init__(self, heard: Callable[[str, dict[str, str]], Any]) -> None:
        self._heard = heard
        self._names = LocalNames()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        names = self._names
        self._heard(names[tag], {names[name]: value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        """An element ends: nothing to do."""

    def text(self, text: str) -> None:
        """Text: nothing to do."""
