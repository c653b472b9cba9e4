"""Short builders of acts, facts, doors and databases, and the storing of foreign acts as a sync would do it."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from checkin.domain.act import Act, Fact, digest, fact, link_hash, sealed, touched
from checkin.domain.canonical import canonical
from checkin.domain.ids import sha256
from checkin.domain.person_fold import State, fold_person
from checkin.domain.programme import MAIN_DOOR, Door, EventInfo
from db import migrate, projections
from db.engine import Connection, Database

DAY = "2026-03-24"
START = datetime(2026, 3, 24, 9, 0, tzinfo=UTC)
START_MS = int(START.timestamp() * 1000)
KEY = bytes(range(32))
MINUTE = 60_000


def an_id(*parts: object) -> str:
    """A stable id in a UUID's form; ids of successive numbers are in no order."""
    text = hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()
    return f"{text[:8]}-{text[8:12]}-7{text[12:15]}-8{text[15:18]}-{text[18:30]}"


def signer_of(station: str) -> Ed25519PrivateKey:
    """The signing key of an invented station."""
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(station.encode()).digest())


def an_act(
    kind: str,
    subject: str = "p1",
    body: Mapping[str, Any] | None = None,
    personal: Mapping[str, Any] | None = None,
    *,
    n: int = 1,
    hlc: int | None = None,
    station: str = "A",
    batch: str | None = None,
    signed: bool = True,
) -> Act:
    """An act: its id made from station, kind, subject and `n`, its clock `n` minutes after the start unless told."""
    at = START_MS + n * MINUTE
    whole: dict[str, Any] = {"at": at, "op": "operator:organiser", "label": f"Desk {station}", **(body or {})}
    if batch:
        whole["batch"] = batch
    salt = hashlib.sha256(f"{station}{n}".encode()).digest()[:16]
    pii, tag = sealed(dict(personal), salt) if personal else (None, None)
    act_id, clock = an_id(station, kind, subject, n), (at << 16 if hlc is None else hlc)
    act = Act(act_id, station, kind, 1, clock, subject, canonical(whole), pii, tag, b"", batch)
    return act._replace(sig=signer_of(station).sign(digest(act))) if signed else act


def a_fact(kind: str, *args: Any, **named: Any) -> Fact:
    """`an_act`, read."""
    return fact(an_act(kind, *args, **named))


def listed(n: int = 1, subject: str = "p1", *, personal: Mapping[str, Any] | None = None, **named: Any) -> Fact:
    """A person on the list: `given=Ada`, and what is named in `set` of either part."""
    values = {"given": "Ada", "family": "Lovelace", **named.pop("values", {})}
    body = {"list": "list:one", "set": {"status": "confirmed", **named.pop("public", {})}, **named.pop("body", {})}
    part = {
        "key": f"email:{subject}",
        "row": "r1",
        "set": values,
        "codes": [[f"CODE{subject}", "badge", ""]],
        **(personal or {}),
    }
    return a_fact("listed", subject, body, part, n=n, **named)


def entry(
    n: int, door: str = MAIN_DOOR, refs: Sequence[str] = (), *, day: str = DAY, kind: str = "checked_in", **named: Any
) -> Fact:
    """A check-in (or another entry) at a door."""
    return a_fact(
        kind,
        named.pop("subject", "p1"),
        {"door": door, "day": day, "outcome": "admitted", "refs": list(refs)},
        n=n,
        **named,
    )


def leaving(n: int, door: str = MAIN_DOOR, refs: Sequence[str] = (), **named: Any) -> Fact:
    """An exit; with `refs` it names the entries it closes."""
    return entry(n, door, refs, kind=named.pop("kind", "checked_out"), **named)


def undo(
    n: int, *refs: str, batch: str | None = None, subject: str = "p1", of: Sequence[str] = (), **named: Any
) -> Fact:
    """An undo of acts, or of a batch."""
    body: dict[str, Any] = {"refs": list(refs), "of": list(of) or [subject]}
    if batch:
        body["undoes_batch"] = batch
    return a_fact("undone", subject, body, n=n, **named)


def folded(*facts: Fact, attendee: str = "p1") -> State:
    """The state that `facts` make; there must be one."""
    state = fold_person(attendee, facts)
    assert state is not None
    return state


def a_person(*more: Fact, **values: Any) -> State:
    """A folded person who is on the list, and did `more`. `status` and `blocked` are public values."""
    public = {k: values.pop(k) for k in ("status", "blocked") if k in values}
    bookings = values.pop("bookings", {})
    return folded(listed(values=values, public=public, body={"bookings": bookings} if bookings else {}), *more)


def a_door(**named: Any) -> Door:
    """The event's door, or one of another kind."""
    values: dict[str, Any] = {"id": MAIN_DOOR, "name": "Main door", "kind": "event", "capacity": None, "mode": "open"}
    return Door(**{**values, **named})


def an_event(**named: Any) -> EventInfo:
    """An event of three days in London."""
    values: dict[str, Any] = {
        "title": "Glasgow", "subtitle": "", "short": "G5", "timezone": "Europe/London",
        "starts": date(2026, 3, 23), "ends": date(2026, 3, 25),
    }  # fmt: skip
    return EventInfo(**{**values, **named})


def at_minute(n: float) -> datetime:
    """`n` minutes after the start."""
    return START + timedelta(minutes=n)


_template: Path | None = None


def a_database(folder: Path, name: str = "desk.db", **named: Any) -> Database:
    """A new encrypted database in `folder`; the schema is made once and copied."""
    global _template
    if _template is None or not _template.exists():
        _template = Path(tempfile.mkdtemp(prefix="checkin-schema-")) / "template.db"
        migrate.prepare(_template, KEY)
    target = folder / name
    shutil.copyfile(_template, target)
    return Database(target, KEY, **named)


def store_foreign(connection: Connection, acts: Iterable[Act], relay: str = "relay") -> None:
    """Store acts of other stations as a sync does: those that are new, each in the next place of the relaying
    station's chain, then folded. What is known already is passed over.
    """
    run = connection.exec_driver_sql
    _know(connection, relay)
    seq, head = run("select seq, hash from cursor where station_id = ?", (relay,)).one()
    head = bytes(head)
    new: list[Fact] = []
    for act in acts:
        if run("insert or ignore into act values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", tuple(act)).rowcount == 0:
            continue
        _know(connection, act.author)
        seq += 1
        mine = link_hash(head, relay, seq, act)
        run("insert into link values (?, ?, ?, ?, ?)", (relay, seq, act.act_id, head, mine))
        head = mine
        new.append(fact(act))
        run("insert or ignore into touch values (?, ?)", [(s, act.act_id) for s in touched(new[-1])])
    run("update cursor set seq = ?, hash = ? where station_id = ?", (seq, head, relay))
    if new:
        projections.apply(connection, new, local=False)


def _know(connection: Connection, station: str) -> None:
    key = signer_of(station).public_key().public_bytes_raw()
    connection.exec_driver_sql("insert or ignore into cursor values (?, 0, ?, 0, ?)", (station, b"", key))


def sealing(acts: Sequence[Act]) -> dict[str, Any]:
    """What the closing act of an import says of the unsigned `acts`."""
    digests = b"".join(digest(a) for a in sorted(acts, key=lambda a: a.act_id))
    return {"acts": len(acts), "digests": sha256(digests).hex()}
