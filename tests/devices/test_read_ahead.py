"""What a module is linked with is read before it is loaded."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from checkin.devices.opencv import opencv
from checkin.devices.read_ahead import read_ahead


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package of 30 compiled bytes, with 12 more in the folder beside it, and what is none."""
    package, libraries = tmp_path / "invented_module", tmp_path / "invented.libs"
    for folder in (package, libraries, package / "folder.so"):
        folder.mkdir()
    (package / "__init__.py").write_text("raise ImportError('it must not be imported')")
    (package / "core.abi3.so").write_bytes(bytes(10))
    (package / "core.pyd").write_bytes(bytes(20))
    (package / "data.bin").write_bytes(bytes(1000))
    (libraries / "libmath-0a1b.so.5.0.0").write_bytes(bytes(12))
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    return package.name


def test_compiled_files_are_read_and_nothing_is_imported(module: str) -> None:
    assert read_ahead(module) == 30
    assert read_ahead(module, ("invented.libs", "nobody.libs")) == 42


def test_a_module_that_is_not_there_is_nothing_to_read() -> None:
    assert read_ahead("nobody_has_this_module") == 0


def test_opencv_is_read_ahead() -> None:
    assert read_ahead("cv2") > 1_000_000
    assert opencv().getNumThreads() == 1
