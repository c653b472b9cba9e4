"""Homes to be maltreated, a seed that is told, and a disk that can be filled."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.programs import Program

DISK_KIB = 8 * 1024


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> random.Random:
    """Seeded; a failing test shows its seed, SEED=N repeats it."""
    seed = int(os.environ.get("SEED", "7"))
    print(f"seed {seed} of {request.node.name}")
    return random.Random(seed)


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo home of 130 people that nobody writes into."""
    home = tmp_path_factory.mktemp("faults") / "home"
    made = Program(home)("demo", "--seed-only")
    assert made.rc == 0, made
    return home


@pytest.fixture(scope="session")
def sample(demo_home: Path) -> list[str]:
    """Badge codes of confirmed people of the demo, nobody of whom is in."""
    rows = Program(demo_home).rows("attendance")
    return [r["badge_code"] for r in rows if r["status"] == "confirmed" and r["badge_code"]]


@pytest.fixture
def program(demo_home: Path, tmp_path: Path) -> Program:
    """The demo in a home of its own."""
    shutil.copytree(demo_home, tmp_path / "home")
    return Program(tmp_path / "home")


class SmallDisk:
    """A disk of a few MiB of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._ballast = root / "ballast"

    def fill(self, *, leave: int = 0) -> None:
        """Leave so many bytes."""
        with self._ballast.open("ab") as file:
            try:
                while True:
                    os.write(file.fileno(), bytes(4096))
            except OSError:
                file.truncate(self._ballast.stat().st_size - leave)
        assert shutil.disk_usage(self.root).free <= leave

    def free(self) -> None:
        """Somebody has made room."""
        self._ballast.unlink()


def _mounted(root: Path) -> bool:
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_KIB}k,mode=700,uid={os.getuid()}", "tmpfs", str(root)]
    for words in (mount, ["sudo", "-n", *mount]):
        if shutil.which(words[0]) and subprocess.run(words, capture_output=True, check=False).returncode == 0:
            return True
    return False


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A tmpfs. Where none can be mounted these tests are left out, on CI they fail: there they have to run."""
    root = tmp_path / "small"
    root.mkdir()
    if not _mounted(root):
        if os.environ.get("CI") == "true":
            pytest.fail("CI must let its tests mount a tmpfs: the full disk was not tried")
        pytest.skip("no tmpfs can be mounted here; test_full_database tries the rest")
    yield SmallDisk(root)
    words = ["umount", "-l", str(root)]
    if subprocess.run(words, capture_output=True, check=False).returncode != 0:
        subprocess.run(["sudo", "-n", *words], check=True)


@pytest.fixture
def cramped(demo_home: Path, small_disk: SmallDisk) -> Program:
    """The demo on the small disk."""
    shutil.copytree(demo_home, small_disk.root / "home")
    return Program(small_disk.root / "home")
