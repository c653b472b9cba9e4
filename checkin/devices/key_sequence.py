"""Gathers keys that follow each other, fast or slow, while a scanner is tried out."""

from __future__ import annotations

from dataclasses import dataclass, field

from checkin.devices.keyboard import MOST_KEYS, Key, KeyKind

BREAK_MS = 500.0
"""Keys further apart belong to different sequences: no scanner waits so long, and people who think do."""

AFTER_END_MS = 120.0
"""After an Enter or Tab more of the same code comes within this, or nothing."""

LEAST_KEYS = 3
"""Fewer keys are never a scan, an Enter or Tab at their end left out."""


@dataclass(slots=True)
class KeySequence:
    """Takes every key pressed. A sequence is over with its Enter or Tab, or by silence: the caller calls `end` when
    `waits_ms` have passed without a key.
    """

    _keys: list[Key] = field(default_factory=list)

    @property
    def waits_ms(self) -> float:
        """How long the next key of the sequence may take; 0 when there is none."""
        if not self._keys:
            return 0.0
        return AFTER_END_MS if self._keys[-1].kind is KeyKind.END else BREAK_MS

    def press(self, key: Key) -> tuple[Key, ...]:
        """Take a key; the sequence that is over now, empty while none is."""
        if key.kind is KeyKind.MODIFIER:
            return ()
        over: tuple[Key, ...] = ()
        if self._keys and abs(key.at_ms - self._keys[-1].at_ms) > self.waits_ms:
            over = self.end()
        if key.kind is KeyKind.OTHER:
            # An arrow or Backspace: somebody types.
            self._keys.clear()
        elif (self._keys or key.kind is KeyKind.TEXT) and len(self._keys) < MOST_KEYS:
            self._keys.append(key)
        return over

    def end(self) -> tuple[Key, ...]:
        """Silence: the keys gathered, empty when they are too few to be a scan."""
        keys, self._keys = tuple(self._keys), []
        return keys if sum(key.kind is KeyKind.TEXT for key in keys) >= LEAST_KEYS else ()
