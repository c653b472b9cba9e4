"""Reads the codes of files: pictures, films, the pages of a PDF, and folders of them."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checkin.devices.engines import ENGINES, Found
from checkin.devices.frame import Picture
from checkin.devices.opencv import opencv
from checkin.devices.pdf_pages import pdf_pages
from checkin.devices.picture_file import PICTURES, is_pdf, read_picture
from checkin.devices.recorded import VideoFile
from checkin.domain.errors import EnvironmentFault, NotFound, UserError
from checkin.domain.translation import say

FILMS = frozenset({".avi", ".mp4", ".mkv", ".mov", ".webm", ".m4v", ".mjpg"})
MOST_PAGES = 50
"""Pages of a PDF that is dropped on the window: a second of work for every five to ten."""

_SCALED_ABOVE = 12_000_000
"""Pixels; a larger photo is tried at a smaller size first, which the engines like better too."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """The codes of one picture, film frame or page (`frame`, from 0), and the milliseconds that finding them took."""

    file: Path
    frame: int
    found: tuple[Found, ...]
    ms: float


def codes_in_file(path: Path) -> list[str]:
    """The codes of a picture or a PDF, each once, page by page and on a page in the order of reading; empty when it has
    none. Takes up to some seconds: not for the window's thread.

    Raises:
        NotFound: there is no such file.
        UserError: it is neither picture nor PDF, damaged, locked, too large, or of a kind that cannot be read (HEIC).
        EnvironmentFault: the system does not let it be read.
    """
    codes: dict[str, None] = {}
    for page in _still_pictures(path):
        codes.update(dict.fromkeys(found.text for found in in_reading_order(_found_in(page))))
    return list(codes)


def in_reading_order(found: Iterable[Found]) -> list[Found]:
    """Row by row from the top, in a row from the left. Codes are in one row when one's middle is within the other."""
    left = sorted(found, key=lambda f: f.centre[1])
    ordered: list[Found] = []
    while left:
        bottom = max(y for _, y in left[0].quad)
        row = [f for f in left if f.centre[1] <= bottom]
        ordered += sorted(row, key=lambda f: f.centre[0])
        left = left[len(row) :]
    return ordered


def engine_names(names: Iterable[str]) -> tuple[str, ...]:
    """The engines named, in the order of the cascade.

    Raises:
        UserError: a name that is no engine's.
    """
    wanted = {name.strip().lower() for name in names if name.strip()}
    unknown = sorted(wanted - ENGINES.keys())
    if unknown or not wanted:
        raise UserError(
            say("No engine is called {names}.", names=", ".join(unknown) or say("(nothing)")),
            say("Engines: {engines}.", engines=", ".join(ENGINES)),
        )
    return tuple(name for name in ENGINES if name in wanted)


def read_file(path: Path, engines: Iterable[str] = tuple(ENGINES)) -> Iterator[FileRead]:
    """Every picture under `path`, a file or a folder with its folders, each through the cascade of `engines`.

    Files in a folder that are no pictures are passed over.

    Raises:
        NotFound: there is no such file.
        UserError: a file named, or a picture in the folder, cannot be read.
    """
    names = engine_names(engines)
    if path.is_dir():
        for each in sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".")):
            if each.suffix.lower() in PICTURES | FILMS | {".pdf"}:
                yield from _read_one(each, names)
        return
    if not path.exists():
        raise NotFound(say("There is no file {path}.", path=path), say("Check the name and the folder."))
    yield from _read_one(path, names)


def cascade(grey: Picture, names: Iterable[str]) -> tuple[Found, ...]:
    """The codes of one still picture: by the first engine that finds any, joined by the enlarged picture's others.

    A still picture has no next frame, so every engine gets its chance at it.
    """
    found: list[Found] = []
    for name in names:
        # Of several codes the plain picture shows the larger ones only; the enlarged one costs little.
        if not found or name == "zxing2x":
            known = {f.text for f in found}
            found += [f for f in ENGINES[name](grey) if f.text not in known]
    return tuple(found)


def _still_pictures(path: Path) -> Iterator[Picture]:
    if not path.exists():
        raise NotFound(say("There is no file {path}.", path=path), say("Check the name and the folder."))
    if path.is_dir():
        raise UserError(say("{name} is a folder.", name=path.name), say("Choose one picture or PDF in it."))
    if is_pdf(path):
        yield from pdf_pages(path, MOST_PAGES)
    else:
        yield read_picture(path)


def _found_in(grey: Picture) -> tuple[Found, ...]:
    if grey.size > _SCALED_ABOVE:
        share = math.sqrt(_SCALED_ABOVE / grey.size)
        smaller = opencv().resize(grey, None, fx=share, fy=share, interpolation=opencv().INTER_AREA)
        if found := cascade(smaller, ENGINES):
            return found
        # Small codes in a large picture: by the quick engine only, the others would take minutes.
        return cascade(grey, ("zxing",))
    return cascade(grey, ENGINES)


def _read_one(path: Path, names: tuple[str, ...]) -> Iterator[FileRead]:
    for number, grey in enumerate(_pictures(path)):
        began = time.perf_counter()
        found = cascade(grey, names)
        yield FileRead(path, number, found, (time.perf_counter() - began) * 1000)


def _pictures(path: Path) -> Iterator[Picture]:
    kind = path.suffix.lower()
    if kind == ".pdf":
        yield from pdf_pages(path)
    elif kind in FILMS:
        yield from _frames(path)
    else:
        yield read_picture(path)


def _frames(path: Path) -> Iterator[Picture]:
    try:
        with VideoFile(path) as film:
            while (frame := film.read()) is not None:
                yield frame.grey
    except EnvironmentFault as fault:
        raise UserError(fault.sentence, fault.advice) from fault
