"""The least that any program would do for the same result by the bare driver: what `checkin bench` measures against."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from checkin.domain.canonical import canonical
from checkin.domain.ids import uuid7
from db.engine import WIDE_KIB, open_connection
from db.migrate import prepare

_TABLES = ("act", "link", "touch", "thing", "person", "code", "presence", "booking", "conflict", "entry")
_DAY = "2026-01-01"


class ScanFloor:
    """The reads, writes, JSON, hashes and signature of one admission, in one BEGIN IMMEDIATE transaction.

    Args:
        path, key: a home's database of its own; it is left inconsistent.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._db = open_connection(path, key)
        self._db.isolation_level = None
        self._signer = Ed25519PrivateKey.generate()
        self._station = self._db.execute("select station_id from me").fetchone()[0]

    def scan(self, code: str) -> None:
        """One admission by the bare driver."""
        run = self._db.execute
        run("begin immediate")
        last, seq, head = run(
            "select last_hlc, seq, hash from me, cursor where cursor.station_id = me.station_id"
        ).fetchone()
        run("select coalesce(max(rev), 0) + count(*) from thing").fetchone()
        run("select closed_hlc from day where day = ?", (_DAY,)).fetchone()
        attendee, text = run(
            "select p.attendee, p.state from code c join person p on p.attendee = c.attendee where c.code = ?", (code,)
        ).fetchone()
        state = json.loads(text)
        now = time.time_ns() // 1_000_000
        act_id = uuid7(now)
        body = canonical(
            {"at": now, "day": "2026-01-01", "door": "main", "label": "Desk", "outcome": "admitted", "op": ""}
        )
        pii = canonical({"payload": code, "salt": os.urandom(16).hex()}).encode()
        told = f"{act_id}|{self._station}|checked_in|1|{last + 1}|{attendee}|{body}|".encode()
        sig = self._signer.sign(hashlib.sha256(told).digest())
        new_head = hashlib.sha256(bytes(head) + told + sig).digest()
        row = (act_id, self._station, "checked_in", 1, last + 1, attendee, body, pii, b"", sig, None)
        run("insert into act values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        run("insert into link values (?, ?, ?, ?, ?)", (self._station, seq + 1, act_id, head, new_head))
        run("insert into touch values (?, ?)", (attendee, act_id))
        run("update cursor set seq = ?, hash = ? where station_id = ?", (seq + 1, new_head, self._station))
        run("update me set last_hlc = ?", (last + 1,))
        rev = run("update change set rev = rev + 1 returning rev").fetchone()[0]
        for old in run(
            "select a.body, a.pii from touch t join act a on a.act_id = t.act_id where t.subject = ?", (attendee,)
        ).fetchall():
            json.loads(old[0])
            json.loads(old[1] or b"{}")
        run(
            "update person set state = ?, main_n = 1, main_at = ?, main_day = ?, main_hlc = ?, rev = ?"
            " where attendee = ?",
            (canonical(state), now, _DAY, last + 1, rev, attendee),
        )
        run("insert or replace into presence values ('main', ?, ?, ?, ?)", (attendee, _DAY, now, last + 1))
        entry = (
            act_id,
            act_id,
            self._station,
            last + 1,
            "checked_in",
            now,
            attendee,
            "main",
            "admitted",
            0,
            "",
            "",
            "{}",
        )
        run("insert into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*entry, rev))
        run("commit")

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def rows_of(path: Path, key: bytes) -> dict[str, list[Any]]:
    """Every row that an import left in a home's database, to be written again by `import_floor`."""
    db = open_connection(path, key)
    try:
        found = {table: db.execute(f"select * from {table}").fetchall() for table in _TABLES}
        found["search"] = db.execute("select rowid, names, rest from search").fetchall()
        return found
    finally:
        db.close()


def import_floor(source: Path, target: Path, key: bytes, rows: dict[str, list[Any]]) -> float:
    """Seconds for csv.reader over the file and bare executemany of the very rows, in one transaction."""
    prepare(target, key)
    db = open_connection(target, key)
    db.isolation_level = None
    # The same page cache as the import has: only the work is compared, not the settings.
    db.execute(f"PRAGMA cache_size=-{WIDE_KIB}")
    started = time.perf_counter()
    with source.open(newline="", encoding="utf-8-sig") as file:
        for _ in csv.reader(file):
            pass
    db.execute("begin immediate")
    for table, found in rows.items():
        if found:
            columns = "(rowid, names, rest)" if table == "search" else ""
            marks = ", ".join("?" * len(found[0]))
            db.executemany(f"insert into {table}{columns} values ({marks})", found)
    db.execute("commit")
    took = time.perf_counter() - started
    db.close()
    return took


def look_at_every(names: Sequence[str], word: str) -> Iterator[str]:
    """The floor of a search: one look at every folded name in memory."""
    return (name for name in names if word in name)
