"""The hybrid logical clock: 48 bits of milliseconds, 16 bits of counter in one integer (reference/sync.md §3)."""

from __future__ import annotations

FORWARD_LIMIT_MS = 10 * 60 * 1000
"""A received clock further ahead than this is not followed; the act is taken all the same."""


LATEST_MS = (1 << 46) - 1
"""A clock beyond this (the year 4199) does not fit into a database's 64-bit integer."""


def tick(last: int, now_ms: int) -> int:
    """The clock of a new act: the given time when it is later than the last act's, else one on."""
    return max(last + 1, min(now_ms, LATEST_MS) << 16)


def merged(last: int, received: int, now_ms: int) -> int:
    """The clock after an act of another station was received; one that runs hours ahead is not followed."""
    if received >> 16 > now_ms + FORWARD_LIMIT_MS:
        return last
    return max(last, received)


def milliseconds(hlc: int) -> int:
    """The time part of a clock value, Unix milliseconds."""
    return hlc >> 16
