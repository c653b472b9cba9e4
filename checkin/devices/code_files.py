"""Reads the codes of files: pictures, films, the pages of a PDF, and folders of them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checkin.devices.engines import ENGINES, Found
from checkin.devices.frame import Picture
from checkin.devices.opencv import opencv
from checkin.devices.picture_file import PICTURES, read_picture
from checkin.devices.recorded import VideoFile
from checkin.domain.errors import EnvironmentFault, NotFound, UserError

FILMS = frozenset({".avi", ".mp4", ".mkv", ".mov", ".webm", ".m4v", ".mjpg"})
_PDF_DOTS_PER_INCH = 200


@dataclass(frozen=True, slots=True)
class FileRead:
    """The codes of one picture, film frame or page (`frame`, from 0), and the milliseconds that finding them took."""

    file: Path
    frame: int
    found: tuple[Found, ...]
    ms: float


def engine_names(names: Iterable[str]) -> tuple[str, ...]:
    """The engines named, in the order of the cascade.

    Raises:
        UserError: a name that is no engine's.
    """
    wanted = {name.strip().lower() for name in names if name.strip()}
    unknown = sorted(wanted - ENGINES.keys())
    if unknown or not wanted:
        raise UserError(f"No engine is called {', '.join(unknown) or '(nothing)'}.", f"Engines: {', '.join(ENGINES)}.")
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
        raise NotFound(f"There is no file {path}.", "Check the name and the folder.")
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


def _read_one(path: Path, names: tuple[str, ...]) -> Iterator[FileRead]:
    for number, grey in enumerate(_pictures(path)):
        began = time.perf_counter()
        found = cascade(grey, names)
        yield FileRead(path, number, found, (time.perf_counter() - began) * 1000)


def _pictures(path: Path) -> Iterator[Picture]:
    kind = path.suffix.lower()
    if kind == ".pdf":
        yield from _pages(path)
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


def _pages(path: Path) -> Iterator[Picture]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise UserError(f"The file {path.name} cannot be read.", "Choose a PDF that opens elsewhere.") from error
    with document:
        for page in document:
            bitmap = page.render(scale=_PDF_DOTS_PER_INCH / 72, grayscale=True)
            grey = bitmap.to_numpy()
            if grey.ndim == 3:
                grey = grey[:, :, 0] if grey.shape[2] == 1 else opencv().cvtColor(grey, opencv().COLOR_BGR2GRAY)
            yield grey.copy()
            bitmap.close()
            page.close()
