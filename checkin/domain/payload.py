"""What a scanned or typed text may mean: which codes to look up for it."""

from __future__ import annotations

import base64
import binascii
import json
import re
import uuid
from dataclasses import dataclass

from checkin.domain.badge import normal_code

MOST_BYTES = 4096
"""More than this of a payload is never taken (DESIGN §11)."""

KEPT_BYTES = 512
"""So much of a payload is kept in the journal, beside its length and its SHA-256 (DESIGN §5)."""

_TOKEN = re.compile(r"[\w.+/=@:#*-]{3,200}\Z")
_ECI = re.compile(r"\A\\0000\d\d")


@dataclass(frozen=True, slots=True)
class Payload:
    """A payload read. `candidates`: codes to look up, best first; empty when it cannot be one of ours.

    `badge_code` is set when it spells a badge code of ours (of this event or another). `plausible` is false for
    what no system would print as a ticket: then nobody found means unreadable instead of unknown.
    """

    text: str
    candidates: tuple[str, ...]
    badge_code: str | None = None
    plausible: bool = True


def parse_payload(text: str) -> Payload:
    """Read a payload of our badges, pretix (the secret alone), Indico (JSON v1 and v2, peers-and-indico.md §1.5),
    alf.io (`uuid/hmac`), and any other system whose code is the whole text.
    """
    plain = _ECI.sub("", text.strip().strip("\x00\ufeff"))
    if not plain.strip() or len(plain.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return Payload(plain[:KEPT_BYTES], (), plausible=False)
    code = normal_code(plain)
    if code:
        return Payload(plain, tuple(dict.fromkeys((code, plain))), badge_code=code)
    if plain.startswith("{"):
        found = _indico(plain)
        return Payload(plain, found, plausible=bool(found))
    candidates = [plain]
    head, slash, _ = plain.partition("/")
    if slash and _is_uuid(head):
        candidates.append(head)
    plausible = bool(_TOKEN.match(plain)) and "://" not in plain
    return Payload(plain, tuple(candidates), plausible=plausible)


def _indico(text: str) -> tuple[str, ...]:
    try:
        value = json.loads(text)
        if isinstance(value.get("i"), list):
            # A fourth element names a companion, who has a code of their own.
            ticket = value["i"][3] if len(value["i"]) > 3 else value["i"][2]
            return (str(uuid.UUID(bytes=base64.b64decode(ticket, validate=True))),)
        if isinstance(value.get("checkin_secret"), str):
            return (value["checkin_secret"],)
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError, binascii.Error):
        return ()
    return ()


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True
