"""pyzbar's question for libzbar is answered with the packed one, and no other question is."""

from __future__ import annotations

import ctypes.util
from pathlib import Path

import pytest

from checkin.devices.packed_zbar import tell_of_packed_zbar


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked for; it knows nothing but the C library."""
    names: list[str] = []

    def system(name: str) -> str | None:
        names.append(name)
        return "libc.so.6" if name == "c" else None

    monkeypatch.setattr(ctypes.util, "find_library", system)
    return names


@pytest.mark.parametrize("name", ["libzbar.so.0", "libzbar.0.dylib", "libzbar.dylib"])
def test_the_packed_library_is_found_before_the_systems(tmp_path: Path, asked: list[str], name: str) -> None:
    (tmp_path / name).touch()
    tell_of_packed_zbar(tmp_path)
    assert ctypes.util.find_library("zbar") == str(tmp_path / name)
    assert ctypes.util.find_library("c") == "libc.so.6"
    assert asked == ["c"]


def test_without_a_packed_library_the_system_is_asked(tmp_path: Path, asked: list[str]) -> None:
    tell_of_packed_zbar(tmp_path)
    assert ctypes.util.find_library("zbar") is None
    assert asked == ["zbar"]
