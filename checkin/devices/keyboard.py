"""Tells a hand scanner's burst of keys from a person's typing, by the time between keys alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from checkin.domain.errors import UserError
from checkin.domain.translation import say

GAP_MS = 35.0
LEAST_KEYS = 6
GAP_LIMITS_MS = (5, 200)
KEYS_LIMITS = (3, 64)
"""What may be set, ends included. Above, people's own typing would be taken for scans."""

TAIL_MS = 120.0
"""A lone Enter or Tab so soon after a burst is the scanner's, sent late; no person is that fast."""

REPEAT_MS = 15.0
"""No keyboard repeats a held key faster than this; a scanner may send the same character twice so soon."""

FIRST_REPEAT_MS = 100.0
"""A key that a person holds down repeats for the first time after a tenth of a second at the soonest."""

MOST_KEYS = 8192
"""Keys of one burst that are kept; the largest QR code has 7,089 digits."""

_ENDS = ("\r", "\n", "\t")


class KeyKind(Enum):
    """What a pressed key can be to a burst."""

    TEXT = "text"
    END = "end"
    MODIFIER = "modifier"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Key:
    """A pressed key: the text that the host's layout made of it, and when it was pressed (any steady clock, ms).

    `place` is where the key lies, by the numbers of `key_places`; 0 when unknown. `repeats` when the system takes it
    for a key held down: on X11 also where a scanner lets go of a key and presses it again in one millisecond ("0000").
    """

    text: str
    place: int = 0
    shift: bool = False
    at_ms: float = 0.0
    kind: KeyKind = KeyKind.TEXT
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What to do after a key: first `replay` these keys to the window, or announce `burst`; then keep the key itself
    back (`keep`) or let it through."""

    keep: bool = False
    replay: tuple[Key, ...] = ()
    burst: tuple[Key, ...] = ()


@dataclass(slots=True)
class BurstDetector:
    """Holds keys back until it is clear whose they are.

    Keys at most `gap_ms` apart, `least_keys` of them and more, are a scanner's. A burst ends with Enter or Tab, or by
    silence: the caller calls `end` when `gap_ms` have passed without a key.
    """

    gap_ms: float = GAP_MS
    least_keys: int = LEAST_KEYS
    tail_ms: float = TAIL_MS
    _keys: list[Key] = field(default_factory=list)
    _last_ms: float = float("-inf")
    _ended_ms: float = float("-inf")
    _goes_on: bool = False

    @property
    def pending(self) -> int:
        """How many keys are held back."""
        return len(self._keys)

    def would_keep(self, key: Key) -> bool:
        """Whether `press` would keep this key back; changes nothing."""
        follows = self._follows(key)
        if key.kind is KeyKind.MODIFIER or (key.repeats and not self._sent_twice(key)):
            return False
        if follows and self._certain:
            return True
        if key.kind is KeyKind.END:
            return (follows and bool(self._keys)) or abs(key.at_ms - self._end_before(key)) <= self.tail_ms
        return key.kind is KeyKind.TEXT

    def press(self, key: Key) -> Step:
        """Take a pressed key."""
        if key.kind is KeyKind.MODIFIER:
            return Step()
        before = Step() if self._follows(key) else self.end()
        if not self.would_keep(key):
            # An arrow or Backspace acts on what was typed before it: that goes first.
            return before if before.burst else Step(replay=before.replay + self._take())
        burst = before.burst
        if key.kind is not KeyKind.END or self._keys:
            self._hold(key)
            if key.kind is KeyKind.END and self._certain:
                burst = self._announced(key.at_ms)
        return Step(keep=True, replay=before.replay, burst=burst)

    def end(self) -> Step:
        """Silence: the keys held are a burst, or go back to the window."""
        if len(self._keys) >= self.least_keys:
            return Step(burst=self._announced(self._last_ms))
        if self._goes_on:
            # The rest of a code with line breaks in it, after its first lines were announced: no field may get it.
            self._take()
            self._ended_ms = self._last_ms
        self._goes_on = False
        return Step(replay=self._take())

    @property
    def _certain(self) -> bool:
        return self._goes_on or len(self._keys) >= self.least_keys

    def _sent_twice(self, key: Key) -> bool:
        """Whether a key that seems held down is a scanner's next one: too soon for any keyboard, or amid other keys and
        too soon for the first repeat of a key that a person holds. The repeats after the first follow one that was let
        through, long after the last key that was kept.
        """
        since = abs(key.at_ms - self._last_ms)
        if since <= min(REPEAT_MS, self.gap_ms):
            # Also right after a burst's end: CR CR, or an empty line in a code of several.
            return True
        amid = self._certain or any(held.text != key.text for held in self._keys)
        return amid and self._follows(key) and since < FIRST_REPEAT_MS

    def _end_before(self, key: Key) -> float:
        """When the burst before this key ended; also one over by silence that `end` was not called for yet."""
        over = not self._follows(key) and (self._goes_on or len(self._keys) >= self.least_keys)
        return self._last_ms if over else self._ended_ms

    def _follows(self, key: Key) -> bool:
        # The X server's clock begins anew every 49 days.
        return abs(key.at_ms - self._last_ms) <= self.gap_ms

    def _hold(self, key: Key) -> None:
        self._last_ms = key.at_ms
        if len(self._keys) < MOST_KEYS:
            self._keys.append(key)

    def _announced(self, at_ms: float) -> tuple[Key, ...]:
        self._ended_ms = at_ms
        keys = self._take()
        self._goes_on = bool(keys) and keys[-1].kind is KeyKind.END
        return keys if len(keys) >= self.least_keys else ()

    def _take(self) -> tuple[Key, ...]:
        keys, self._keys = tuple(self._keys), []
        return keys


def without_end(keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """The keys of a burst without the Enter or Tab that scanners add, be it one or CR and LF."""
    last = len(keys)
    while last and keys[last - 1].text in _ENDS:
        last -= 1
    return keys[:last]


def check_thresholds(gap_ms: float, least_keys: int) -> None:
    """Whether these may be what tells a scanner from a person.

    Raises:
        UserError: outside `GAP_LIMITS_MS` or `KEYS_LIMITS`.
    """
    for what, value, (least, most) in (
        (say("Milliseconds between a scanner's keys"), gap_ms, GAP_LIMITS_MS),
        (say("The least number of keys of a scan"), least_keys, KEYS_LIMITS),
    ):
        if not least <= value <= most:
            raise UserError(
                say("{what}: {value:g} cannot be used.", what=what, value=value),
                say("Choose between {least} and {most}.", least=least, most=most),
            )
