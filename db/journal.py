"""Appending acts: each gets its clock, its signature and its place in this station's chain."""

from __future__ import annotations

import os
from collections.abc import Container
from typing import Any

from sqlalchemy.engine import Connection

from checkin.domain.act import Act, Fact, chained, sealed, told, touched
from checkin.domain.canonical import canonical
from checkin.domain.hlc import tick
from checkin.domain.ids import sha256, uuid7
from checkin.domain.kinds import VERSION, Kind
from db import projections
from db.identity import Identity

_ACT = "insert into act values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_LINK = "insert into link values (?, ?, ?, ?, ?)"
_TOUCH = "insert or ignore into touch values (?, ?)"
_HEAD = "update cursor set seq = ?, hash = ? where station_id = ?"
BODY_LIMIT = 16384
SALT_BYTES = 16


class Writer:
    """The acts of one transaction. Nothing is in the database before `finish`.

    Args:
        connection: inside `Database.write()`.
        identity: this station.
        now_ms: the time of the acts, Unix milliseconds.
        operator: the subject id of who acts.
        batched: several acts follow and belong together; all carry one batch id.
    """

    def __init__(
        self, connection: Connection, identity: Identity, now_ms: int, operator: str, *, batched: bool = False
    ) -> None:
        self.connection = connection
        self.identity = identity
        self.now_ms = now_ms
        self.batch = uuid7(now_ms) if batched else None
        self._common = {"at": now_ms, "op": operator, "label": identity.label}
        last, offset, seq, head = connection.exec_driver_sql(
            "select last_hlc, clock_off_ms, seq, hash from me, cursor where cursor.station_id = me.station_id"
        ).one()
        if offset:
            self._common["off"] = offset
        self._hlc, self._seq, self._head = int(last), int(seq), bytes(head)
        self._acts: list[Act] = []
        self._links: list[tuple[Any, ...]] = []
        self._facts: list[Fact] = []
        self._touches: list[tuple[str, str]] = []
        self._first: str | None = None
        self._body: tuple[dict[str, Any], str] = ({}, "{}")
        self._unsigned: list[tuple[str, bytes]] = []

    def add(self, kind: Kind, subject: str, body: dict[str, Any], personal: dict[str, Any] | None = None) -> Fact:
        """Append one signed act; it gets the common body (time, operator, desk) beside its own."""
        return self._append(kind, subject, {**self._common, **body}, personal, signed=True)

    def add_listed(self, kind: Kind, subject: str, body: dict[str, Any], personal: dict[str, Any] | None) -> Fact:
        """Append one act of an import: unsigned, vouched for by the signed `list_imported` that closes the batch."""
        return self._append(kind, subject, {"at": self.now_ms, **body}, personal, signed=False)

    def seal(self) -> dict[str, Any]:
        """What the closing act of an import holds: how many acts, and SHA-256 of their digests in act_id order."""
        digests = b"".join(d for _, d in sorted(self._unsigned))
        return {"acts": len(self._unsigned), "digests": sha256(digests).hex()}

    def _append(
        self, kind: Kind, subject: str, body: dict[str, Any], personal: dict[str, Any] | None, *, signed: bool
    ) -> Fact:
        if self.batch:
            body["batch"] = self.batch
        self._hlc = tick(self._hlc, self.now_ms)
        self._seq += 1
        act_id = uuid7(self.now_ms)
        told_body = self._text_of(body)
        if len(told_body) > BODY_LIMIT:
            raise ValueError(f"body of {kind} has {len(told_body)} characters; the hub takes {BODY_LIMIT}")
        pii, tag = sealed(personal, os.urandom(SALT_BYTES)) if personal else (None, None)
        author, name = self.identity.station_id, str(kind)
        act = Act(act_id, author, name, VERSION, self._hlc, subject, told_body, pii, tag, b"", self.batch)
        text = told(act)
        if signed:
            act = act._replace(sig=self.identity.signer.sign(sha256(text)))
        else:
            self._unsigned.append((act_id, sha256(text)))
        new_head = chained(self._head, author, self._seq, text, act.sig)
        self._links.append((author, self._seq, act_id, self._head, new_head))
        self._head = new_head
        made = Fact(act_id, author, name, self._hlc, subject, body, personal or {}, self.batch)
        self._acts.append(act)
        self._facts.append(made)
        self._touches += [(s, act_id) for s in touched(made)]
        return made

    def _text_of(self, body: dict[str, Any]) -> str:
        """The canonical text of a body; the acts of an import mostly have the same one."""
        if body != self._body[0]:
            self._body = (body, canonical(body))
        return self._body[1]

    @property
    def entry(self) -> str:
        """The id by which people and `undo` name what was written."""
        return self.batch or self._first or self._facts[0].act_id

    @property
    def facts(self) -> list[Fact]:
        """The acts added since the last flush."""
        return self._facts

    def flush(self, *, fresh: Container[str] = ()) -> projections.Applied:
        """Write what was added so far and bring the projections up to date, still inside the transaction.

        Args:
            fresh: subjects of which nothing is stored yet, so that nothing needs to be read back.
        """
        run = self.connection.exec_driver_sql
        facts, self._facts = self._facts, []
        self._first = self._first or (facts[0].act_id if facts else None)
        for statement, rows in ((_ACT, self._acts), (_LINK, self._links), (_TOUCH, self._touches)):
            if rows:
                run(statement, rows)
        self._acts, self._links, self._touches = [], [], []
        return projections.apply(self.connection, facts, fresh=fresh, local=True)

    def finish(self, *, fresh: Container[str] = ()) -> projections.Applied:
        """Flush, and move this station's head and clock; after this the transaction only needs its commit."""
        applied = self.flush(fresh=fresh)
        run = self.connection.exec_driver_sql
        run(_HEAD, (self._seq, self._head, self.identity.station_id))
        run("update me set last_hlc = ?", (self._hlc,))
        return applied
