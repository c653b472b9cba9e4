"""Canonical JSON: the one text of a value that is hashed, signed and compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _fast() -> Callable[[Any], str]:
    """The encoder's own C core, made once: `JSONEncoder.encode` makes a new one for every value."""
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return _ENCODER.encode
    core = make(
        None, _ENCODER.default, json.encoder.encode_basestring_ascii, None, ":", ",", True, False, False
    )  # fmt: skip
    return lambda value: "".join(core(value, 0))


_encode = _fast()


def canonical(value: Any) -> str:
    """`value` as ASCII JSON with sorted keys and no blanks: the same value is always the same text.

    Lone surrogates come out as escapes, so that any scanned bytes survive (shared/reference/sync.md §3).
    """
    return _encode(value)
