"""Brings a library's files into memory before it is loaded, so that loading it holds nobody up."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

_AT_ONCE = 1 << 20
_ENDINGS = frozenset((".so", ".pyd", ".dll", ".dylib"))


def read_ahead(module: str, beside: Sequence[str] = ()) -> int:
    """Read the compiled files of a module that is about to be imported; returns how many bytes.

    Loading a compiled module holds Python's interpreter lock until its pages have come from the disk: with OpenCV the
    whole window stood still for 100 ms (a quick disk, nothing cached). Reading lets go of the lock, and afterwards
    the pages are there: 10 ms. A file that cannot be read is left to the import itself.

    Args:
        beside: folders beside the module's own that hold libraries it is linked with (`numpy.libs`).
    """
    read = 0
    buffer = bytearray(_AT_ONCE)
    for path in _files(module, beside):
        with contextlib.suppress(OSError), path.open("rb", buffering=0) as file:
            while count := file.readinto(buffer):
                read += count
    return read


def _files(module: str, beside: Sequence[str]) -> Iterator[Path]:
    spec = find_spec(module)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place)
        for found in (folder, *(folder.parent / name for name in beside)):
            if found.is_dir():
                yield from sorted(path for path in found.iterdir() if _is_compiled(path))


def _is_compiled(path: Path) -> bool:
    """Whether it is a library; on Linux its version may follow its ending."""
    return not _ENDINGS.isdisjoint(path.suffixes) and path.is_file()
