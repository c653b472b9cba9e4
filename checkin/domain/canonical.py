"""Canonical JSON: the one text of a value that is hashed, signed and compared."""

from __future__ import annotations

import json
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: Any) -> str:
    """`value` as ASCII JSON with sorted keys and no blanks: the same value is always the same text.

    Lone surrogates come out as escapes, so that any scanned bytes survive (shared/reference/sync.md §3).
    """
    return _ENCODER.encode(value)
