"""Identities: of acts (time-ordered), of stations, and of listed attendees (keyed, so nobody can recompute them)."""

from __future__ import annotations

import hashlib
import hmac
import os
import time

_RANDOM = 10
_MOST_MS = (1 << 48) - 1
_VARIANT = {f"{n:x}": "89ab"[n & 3] for n in range(16)}
"""The variant's two bits and two random ones in one hexadecimal digit."""


def uuid7(ms: int | None = None) -> str:
    """A UUID version 7 (RFC 9562): 48 bits of Unix time in milliseconds, then 74 random bits."""
    ms = time.time_ns() // 1_000_000 if ms is None else ms
    time_part = f"{max(ms, 0) & _MOST_MS:012x}"
    rand = os.urandom(_RANDOM).hex()
    return f"{time_part[:8]}-{time_part[8:]}-7{rand[:3]}-{_VARIANT[rand[3]]}{rand[4:7]}-{rand[7:19]}"


def attendee_id(event_key: bytes, key: str) -> str:
    """The id of the attendee that a source calls `key`: 96 bits of an HMAC under the event's key.

    Two desks of one event that load the same list mean the same people; without the key nobody can compute an id.
    """
    return attendee_and_number(event_key, key)[0]


def attendee_and_number(event_key: bytes, key: str) -> tuple[str, int]:
    """The id of `attendee_id` and 40 further secret bits of the same HMAC: a new attendee's first badge code."""
    digest = hmac.digest(event_key, b"attendee|" + key.encode("utf-8", "surrogatepass"), "sha256")
    return "p" + digest.hex()[:24], int.from_bytes(digest[-5:], "big")


def badge_number(event_key: bytes, attendee: str, attempt: int = 0) -> int:
    """The 40 secret bits of an attendee's badge code: the same on every desk of the event.

    `attempt` counts up when the code is somebody else's already, or when a lost badge is replaced.
    """
    digest = hmac.digest(event_key, f"badge|{attendee}|{attempt}".encode(), "sha256")
    return int.from_bytes(digest[:5], "big")


def sha256(data: bytes) -> bytes:
    """SHA-256 of `data`, 32 bytes."""
    return hashlib.sha256(data).digest()
