"""An act as the journal keeps it, its digest and its place in a chain (reference/sync.md §8)."""

from __future__ import annotations

import hmac
import json
from typing import Any, NamedTuple

from checkin.domain.canonical import canonical
from checkin.domain.ids import sha256


class Act(NamedTuple):
    """One immutable act. `body` is canonical JSON of ids, enums, numbers and times; `pii` (canonical JSON, or None
    when there is none or it was erased) holds everything a person could be known by.
    """

    act_id: str
    author: str
    kind: str
    v: int
    hlc: int
    subject: str
    body: str
    pii: bytes | None
    pii_tag: bytes | None
    sig: bytes
    batch: str | None


class Fact(NamedTuple):
    """An act read for folding: body and personal part as values. `personal` is empty when it was erased."""

    act_id: str
    author: str
    kind: str
    hlc: int
    subject: str
    body: dict[str, Any]
    personal: dict[str, Any]
    batch: str | None

    @property
    def order(self) -> tuple[int, str]:
        """The order of acts everywhere: by logical clock, ties by id."""
        return self.hlc, self.act_id


def fact(act: Act) -> Fact:
    """`act` with its JSON read."""
    personal = json.loads(act.pii) if act.pii is not None else {}
    return Fact(act.act_id, act.author, act.kind, act.hlc, act.subject, json.loads(act.body), personal, act.batch)


def sealed(personal: dict[str, Any], salt: bytes) -> tuple[bytes, bytes]:
    """The personal part as stored bytes and its tag: an HMAC under a random salt that is kept inside the part,
    so that neither the tag nor the chain lets anybody guess a name, and erasing breaks no hash.
    """
    data = canonical({**personal, "salt": salt.hex()}).encode("ascii")
    return data, hmac.digest(salt, data, "sha256")


def tag_of(pii: bytes) -> bytes:
    """The tag that a stored personal part must have."""
    salt = json.loads(pii).get("salt", "")
    return hmac.digest(bytes.fromhex(salt), pii, "sha256")


def told(act: Act) -> bytes:
    """An act in the one text that is signed and chained: act_id|author|kind|v|hlc|subject|body|hex(pii_tag)."""
    tag = act.pii_tag.hex() if act.pii_tag is not None else ""
    text = f"{act.act_id}|{act.author}|{act.kind}|{act.v}|{act.hlc}|{act.subject}|{act.body}|{tag}"
    return text.encode("utf-8", "surrogatepass")


def digest(act: Act) -> bytes:
    """What a station signs: SHA-256 of the act's text (DESIGN §5)."""
    return sha256(told(act))


def link_hash(prev: bytes, station: str, seq: int, act: Act) -> bytes:
    """The hash of an act's place in a chain; the very text that the hub recomputes (`hub.row_hash`)."""
    return chained(prev, station, seq, told(act), act.sig)


def chained(prev: bytes, station: str, seq: int, text: bytes, sig: bytes) -> bytes:
    """`link_hash` where the act's text is at hand."""
    return sha256(b"%b%b|%d|%b|%b" % (prev, station.encode(), seq, text, sig.hex().encode()))


_WIDER = frozenset({"scan_refused", "merged", "unmerged", "substituted", "undone"})
"""The kinds that concern another subject than their own, or more than one."""


def touched(act_fact: Fact) -> list[str]:
    """The subjects an act concerns, its own first. An undo also touches the batch it names.

    A refused scan concerns nobody's state: it is filed under `scan:`, so that a badge that is scanned a thousand times
    costs the thousandth time what it cost the first.
    """
    if act_fact.kind not in _WIDER:
        return [act_fact.subject]
    if act_fact.kind == "scan_refused":
        return [f"scan:{act_fact.subject}"]
    subjects = [act_fact.subject]
    body = act_fact.body
    if act_fact.kind in ("merged", "unmerged"):
        subjects.append(body["other"])
    if act_fact.kind == "substituted":
        subjects.append(body["instead_of"])
    if act_fact.kind == "undone":
        subjects += body.get("of", [])
        if body.get("undoes_batch"):
            subjects.append(f"batch:{body['undoes_batch']}")
    return list(dict.fromkeys(subjects))
