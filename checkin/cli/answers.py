"""Saying things: JSON lines on standard output, or people's text; diagnostics on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from checkin.domain.errors import CheckinError


class Answers:
    """Where a command's answers go. With JSON, nothing else ever reaches standard output."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def say(self, value: Mapping[str, Any], text: str = "") -> None:
        """One answer: an object for scripts, or `text` for people. Flushed, as scripts wait for it."""
        print(json.dumps(value, ensure_ascii=False) if self.as_json else text or _plain(value), flush=True)

    def note(self, text: str) -> None:
        """Something for people beside the answer."""
        print(text, file=sys.stderr, flush=True)

    def failure(self, error: CheckinError, **more: Any) -> None:
        """What went wrong, and the way out."""
        if self.as_json:
            self.say({**more, "error": error.sentence, "advice": error.advice})
        else:
            self.note(f"{error.sentence}\n{error.advice}")


def _plain(value: Mapping[str, Any]) -> str:
    return "\n".join(f"{key}: {_cell(v)}" for key, v in value.items() if v not in (None, "", [], {}))


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return f"{len(value)} × " + "; ".join(_cell(v) for v in value[:3]) if value else "none"
    if isinstance(value, dict):
        return ", ".join(f"{k} {_cell(v)}" for k, v in value.items())
    return str(value)
