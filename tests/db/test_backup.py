"""Copies: whole at any moment, encrypted, few; and bringing one back, whatever is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checkin.domain.errors import CheckinError, EnvironmentFault, UserError
from db import backup, verify
from db.engine import Database
from tests.db.conftest import Station
from tests.factories import KEY

WRITING = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from checkin.domain.kinds import Kind
from db import identity
from db.engine import Database
from db.journal import Writer
database = Database(Path(sys.argv[1]), bytes(range(32)))
n = 0
while True:
    n += 1
    with database.write() as connection:
        writer = Writer(connection, identity.load(connection), 1774342800000 + n, "operator:organiser")
        writer.add(Kind.BADGE_PRINTED, "p1", {"n": n})
        writer.finish()
    print(n, flush=True)
"""


def acts(path: Path) -> int:
    database = Database(path, KEY)
    try:
        with database.read() as connection:
            assert verify.verify(connection, signatures=True).whole
            return verify.acts(connection)
    finally:
        database.close()


def test_a_copy_is_the_same_and_encrypted(station: Station, tmp_path: Path) -> None:
    station.listed(family="Xylophonographia")
    station.enter()
    target = tmp_path / "sub" / "copy.db"
    size = backup.copy(station.database.path, target, KEY)
    assert size == target.stat().st_size > 0
    assert b"Xylophonographia" not in target.read_bytes()
    assert acts(target) == 2
    assert [p.name for p in target.parent.iterdir() if p.suffix not in (".db-wal", ".db-shm")] == ["copy.db"]


def test_a_copy_takes_the_place_of_an_older_one(station: Station, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_bytes(b"old")
    station.listed()
    backup.copy(station.database.path, target, KEY)
    assert acts(target) == 1


def test_a_copy_while_another_program_writes(station: Station, tmp_path: Path) -> None:
    station.listed()
    command = [sys.executable, "-c", WRITING, str(station.database.path), str(Path(__file__).parents[2])]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout
        try:
            told = [int(other.stdout.readline()) for _ in range(3)][-1]
            counts = []
            for n in range(4):
                backup.copy(station.database.path, tmp_path / f"{n}.db", KEY)
                counts.append(acts(tmp_path / f"{n}.db"))
        finally:
            other.kill()
    assert counts == sorted(counts)
    assert counts[0] >= told + 1
    assert station.rows("select count(*) from act")[0][0] >= counts[-1]


def test_a_copy_that_fails_leaves_nothing_and_the_old_one(station: Station, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_bytes(b"old")
    with pytest.raises(EnvironmentFault):
        backup.copy(station.database.path, target, bytes(32))
    assert target.read_bytes() == b"old"
    assert not list(tmp_path.glob("*.part*"))
    (tmp_path / "folder").write_text("a file in the way")
    with pytest.raises(CheckinError) as told:
        backup.copy(station.database.path, tmp_path / "folder" / "copy.db", KEY)
    assert told.value.advice


def test_only_the_newest_copies_stay(station: Station, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for n in range(40):
        (folder / f"checkin-20200101-{n:06}.db").write_bytes(b"")
    (folder / "by-hand.db").write_bytes(b"mine")
    made = backup.automatic(station.database.path, folder, KEY)
    kept = sorted(p.name for p in folder.glob("checkin-*.db"))
    assert len(kept) == backup.KEEP
    assert kept[-1] == made.name
    assert kept[0] == f"checkin-20200101-{40 - backup.KEEP + 1:06}.db"
    assert (folder / "by-hand.db").read_bytes() == b"mine"


def test_bringing_a_copy_back(station: Station, tmp_path: Path) -> None:
    station.listed()
    copy = tmp_path / "copy.db"
    backup.copy(station.database.path, copy, KEY)
    untouched = copy.read_bytes()
    station.enter()
    station.enter()
    backup.restore(copy, station.database.path, KEY)
    assert acts(station.database.path) == 1
    (kept,) = station.database.path.parent.glob("*.before-restore.*.db")
    assert acts(kept) == 3
    assert copy.read_bytes() == untouched
    station.enter("p1")
    assert acts(station.database.path) == 2


def test_bringing_a_copy_back_while_the_window_is_open(station: Station, tmp_path: Path) -> None:
    station.listed()
    copy = tmp_path / "copy.db"
    backup.copy(station.database.path, copy, KEY)
    station.enter()
    with station.database.read() as reading:
        assert reading.exec_driver_sql("select count(*) from act").scalar_one() == 2
        backup.restore(copy, station.database.path, KEY)
        assert reading.exec_driver_sql("select count(*) from act").scalar_one() == 2
    assert station.rows("select count(*) from act") == [(1,)]


@pytest.mark.parametrize("damage", ["noise", "cut", "empty", "gone", "half"])
def test_bringing_a_copy_back_over_a_damaged_database(station: Station, tmp_path: Path, damage: str) -> None:
    station.imported(100)
    path = station.database.path
    copy = tmp_path / "copy.db"
    backup.copy(path, copy, KEY)
    station.database.close()
    data = path.read_bytes()
    half = len(data) // 2
    content = {
        "noise": bytes((b * 7 + i) & 255 for i, b in enumerate(data)), "cut": data[: half + 100], "empty": b"",
        "half": data[:half] + bytes(8192) + data[half + 8192 :],
    }.get(damage)  # fmt: skip
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    backup.restore(copy, path, KEY)
    assert acts(path) == 101
    kept = list(path.parent.glob("*.before-restore.*"))
    assert bool(kept) == (content is not None)


@pytest.mark.parametrize("content", [None, b"", b"no database" * 900, "cut", "wrong key"])
def test_what_is_no_copy_is_refused_and_all_stays(
    station: Station, tmp_path: Path, content: bytes | str | None
) -> None:
    station.listed()
    station.imported(100)
    source = tmp_path / "source.db"
    key = KEY
    if content in ("cut", "wrong key"):
        backup.copy(station.database.path, source, KEY)
        if content == "cut":
            source.write_bytes(source.read_bytes()[:20_000])
        else:
            key = bytes(32)
    elif isinstance(content, bytes):
        source.write_bytes(content)
    station.database.close()
    before = station.database.path.read_bytes()
    with pytest.raises(UserError) as told:
        backup.restore(source, station.database.path, key)
    assert told.value.advice
    assert station.database.path.read_bytes() == before
    assert not list(tmp_path.glob("*.before-restore.*"))
