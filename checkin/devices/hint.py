"""What is told about the camera's picture, and that it stands still: a hint comes and goes with about a second."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from checkin.domain.translation import mark, say


class Hint(Enum):
    """What may be wrong with a picture: a few words for the picture's edge, and what to do about it."""

    NONE = ("", "")
    COVERED = (mark("Covered: open the shutter"), mark("Open the camera's shutter, or take off what covers it."))
    DARK = (mark("Too dark: more light"), mark("Turn on a lamp that shines on the badge."))
    BRIGHT = (mark("Too bright: turn it away"), mark("Turn the camera away from the window or the lamp."))
    MOVING = (mark("Hold the badge still"), mark("Hold the badge still for a moment."))
    BLURRED = (
        mark("Blurred: hold it further away"),
        mark("Hold the badge a hand's breadth further away; if that does not help, wipe the camera's lens."),
    )

    @property
    def words(self) -> str:
        """A few words, in the language of the process; "" when all is well."""
        return say(self.value[0])

    @property
    def advice(self) -> str:
        """What to do, one sentence; "" when all is well."""
        return say(self.value[1])


SHOWN_AFTER_S = 0.8
"""A hint comes when its cause was seen for so long, net of the pictures without it."""

GONE_BELOW_S = 0.3
_MOST_S = 1.0

LONGEST_STEP_S = 0.25
"""Between two pictures: a camera that paused has told nothing about the time between."""


@dataclass(slots=True)
class HintSettler:
    """Each cause gains the time in which it is seen, and loses it again in which it is not: what comes and goes with
    every other picture never shows, what shows does not flicker."""

    shown: Hint = Hint.NONE
    _seen_s: dict[Hint, float] = field(default_factory=dict)
    _last_s: float | None = None

    def settle(self, seen: Hint, at: float) -> Hint:
        """The hint to show after a picture taken at `at` (seconds, any steady clock) with `seen` wrong."""
        step = 0.0 if self._last_s is None else min(max(at - self._last_s, 0.0), LONGEST_STEP_S)
        self._last_s = at
        for hint in {*self._seen_s, seen} - {Hint.NONE}:
            change = step if hint is seen else -step
            self._seen_s[hint] = min(max(self._seen_s.get(hint, 0.0) + change, 0.0), _MOST_S)
        if self._seen_s.get(self.shown, 0.0) < GONE_BELOW_S:
            self.shown = Hint.NONE
        longest = max(self._seen_s, key=lambda hint: self._seen_s[hint], default=Hint.NONE)
        if self.shown is Hint.NONE and self._seen_s.get(longest, 0.0) >= SHOWN_AFTER_S:
            self.shown = longest
        return self.shown

    def clear(self) -> None:
        """A code was read: nothing is wrong."""
        self.shown = Hint.NONE
        self._seen_s.clear()
        self._last_s = None
