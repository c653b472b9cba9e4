"""Walking the chains: is every act there, in its place, and the one that its station made?"""

from __future__ import annotations

import json
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.engine import Connection

from checkin.domain.act import Act, digest, link_hash, tag_of
from checkin.domain.ids import sha256
from checkin.domain.kinds import Kind
from db.projections.facts import COLUMNS

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError)
"""What reading a damaged act raises."""


def walk(connection: Connection, breaks: list[str], *, signatures: bool) -> None:
    """Follow every chain from its beginning to its head, and see that each act is the one that was made; what is wrong
    is added to `breaks` as sentences. With `signatures` each one is checked with its author's key.
    """
    cursors = connection.exec_driver_sql("select station_id, seq, hash, pubkey from cursor").fetchall()
    keys = {station: pubkey for station, _, _, pubkey in cursors if pubkey}
    seals: dict[str, dict[str, bytes]] = {}
    closed: dict[str, dict[str, Any]] = {}
    for station, seq, head, _ in cursors:
        prev, expected = b"", 0
        rows = connection.exec_driver_sql(
            f"select l.seq, l.prev, l.hash, {COLUMNS} from link l left join act a on a.act_id = l.act_id"
            " where l.station_id = ? order by l.seq",
            (station,),
        )
        for number, was, hashed, *columns in rows:
            expected += 1
            if columns[0] is None:
                breaks.append(f"The act at {number} of the chain of {station} is gone.")
                prev = bytes(hashed)
                continue
            act = Act(*columns)
            if number != expected or bytes(was) != prev or link_hash(prev, station, number, act) != bytes(hashed):
                breaks.append(f"The chain of {station} breaks at {number}.")
            _check_act(act, keys.get(act.author), breaks, signatures=signatures)
            if act.batch and not act.sig:
                seals.setdefault(act.batch, {})[act.act_id] = digest(act)
            elif act.batch and act.kind == Kind.LIST_IMPORTED:
                body = _seal_of(act)
                if body["acts"] >= closed.get(act.batch, body)["acts"]:
                    closed[act.batch] = body
            prev = bytes(hashed)
        if expected != seq or prev != bytes(head):
            breaks.append(f"The chain of {station} ends at {expected}, its head says {seq}.")
    known = {station for station, *_ in cursors}
    for (station,) in connection.exec_driver_sql("select distinct station_id from link").fetchall():
        if station not in known:
            breaks.append(f"The chain of {station} has lost its head.")
    # An act may stand in two chains (that of a station that is no more, and of the one that took it over).
    loose = connection.exec_driver_sql("select count(*) from act where act_id not in (select act_id from link)")
    if number := int(loose.scalar_one()):
        breaks.append(f"{number} acts stand in no chain.")
    for batch, digests in seals.items():
        vouched = closed.get(batch)
        sealed = sha256(b"".join(d for _, d in sorted(digests.items()))).hex()
        if vouched != {"acts": len(digests), "digests": sealed}:
            breaks.append(f"The import {batch} is not what its closing act vouches for.")


def _seal_of(act: Act) -> dict[str, Any]:
    try:
        body = json.loads(act.body)
        return {"acts": int(body["acts"]), "digests": body["digests"]}
    except UNREADABLE:
        return {"acts": 0, "digests": ""}


def _is_whole(act: Act) -> bool:
    try:
        return act.pii is None or tag_of(act.pii) == act.pii_tag
    except UNREADABLE:
        return False


def _check_act(act: Act, pubkey: bytes | None, breaks: list[str], *, signatures: bool) -> None:
    if not _is_whole(act):
        breaks.append(f"The personal part of {act.act_id} was altered.")
    if not act.sig and not act.batch:
        breaks.append(f"The act {act.act_id} bears no signature.")
    if signatures and act.sig and pubkey:
        try:
            Ed25519PublicKey.from_public_bytes(bytes(pubkey)).verify(act.sig, digest(act))
        except InvalidSignature:
            breaks.append(f"The signature of {act.act_id} is not its station's.")
