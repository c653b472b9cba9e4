"""Identities: of acts (time-ordered), of stations, and of listed attendees (keyed, so nobody can recompute them)."""

from __future__ import annotations

import hashlib
import hmac
import os
import time

_RANDOM = 10


def uuid7(ms: int | None = None) -> str:
    """A UUID version 7 (RFC 9562): 48 bits of Unix time in milliseconds, then 74 random bits."""
    ms = time.time_ns() // 1_000_000 if ms is None else ms
    number = (max(ms, 0) & ((1 << 48) - 1)) << 80 | int.from_bytes(os.urandom(_RANDOM), "big")
    number = number & ~(0xF << 76) | 7 << 76
    number = number & ~(0x3 << 62) | 2 << 62
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def attendee_id(event_key: bytes, key: str) -> str:
    """The id of the attendee that a source calls `key`: 96 bits of an HMAC under the event's key.

    Two desks of one event that load the same list mean the same people; without the key nobody can compute an id.
    """
    digest = hmac.digest(event_key, b"attendee|" + key.encode("utf-8", "surrogatepass"), "sha256")
    return "p" + digest.hex()[:24]


def badge_number(event_key: bytes, attendee: str, attempt: int = 0) -> int:
    """The 40 secret bits of an attendee's badge code: the same on every desk of the event.

    `attempt` counts up when the code is somebody else's already, or when a lost badge is replaced.
    """
    digest = hmac.digest(event_key, f"badge|{attendee}|{attempt}".encode(), "sha256")
    return int.from_bytes(digest[:5], "big")


def sha256(data: bytes) -> bytes:
    """SHA-256 of `data`, 32 bytes."""
    return hashlib.sha256(data).digest()
