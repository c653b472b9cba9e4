"""What a scanner that is tried out in the settings sends, and what that means, in words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from checkin.devices.key_decoding import Layout, decode, spells_a_code, us_text
from checkin.devices.keyboard import GAP_LIMITS_MS, GAP_MS, KEYS_LIMITS, LEAST_KEYS, Key, KeyKind, without_end
from checkin.domain.payload import parse_payload
from checkin.domain.translation import say

End = Literal["enter", "tab", "none"]
Guess = Literal["us", "host"]
Verdict = Literal["ours", "foreign", "slow", "too_slow", "few"]

_AS_PEOPLE_TYPE_MS = 90.0
"""Quick typists come below this between some keys: thresholds above take names for scans."""

DEAD_KEY = "◌"
"""Stands for a key that waits for the next one to put an accent on; a scanner has none."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A sequence of keys that may be a scan.

    Attributes:
        text: what a scan of it would be, by the layout that is set.
        keys: how many, without the Enter or Tab at the end.
        slowest_gap_ms: the longest time between two of them.
        mean_gap_ms: the mean of those times.
        end: what it ended with.
        layout_guess: "us" when its keys are to be read by their places, as of a US keyboard.
        suspicious: characters that codes hardly have, each once; most come from a wrong layout.
        verdict: a scan, one of our codes or not ("ours", "foreign"); or typing, by the thresholds in force: slower
            ("slow"), slower than any threshold may be ("too_slow"), or too short ("few").
        verdict_words: that in one or two sentences, with what to set.
        set_gap_ms: the threshold that would take it for a scan; 0 when it need not or cannot be set.
        set_keys: so for the least number of keys.
    """

    text: str
    keys: int
    slowest_gap_ms: float
    mean_gap_ms: float
    end: End
    layout_guess: Guess
    suspicious: tuple[str, ...]
    verdict: Verdict
    verdict_words: str
    set_gap_ms: int = 0
    set_keys: int = 0


def tried(
    pressed: Sequence[Key], *, gap_ms: float = GAP_MS, least_keys: int = LEAST_KEYS, layout: Layout = "auto"
) -> Tried:
    """What `pressed`, keys with or without an Enter or Tab at their end, is by the thresholds and layout given."""
    keys = without_end(tuple(pressed))
    # The last Enter may come late; the burst is over by then.
    gaps = [abs(b.at_ms - a.at_ms) for a, b in pairwise(keys)]
    text, guess, slowest = decode(keys, layout), layout_guess(keys), max(gaps, default=0.0)
    set_gap = _round_up(slowest) if slowest > gap_ms else 0
    set_keys = max(len(keys), KEYS_LIMITS[0]) if _counted(pressed, keys, gap_ms) < least_keys else 0
    if set_gap > GAP_LIMITS_MS[1]:
        verdict: Verdict = "too_slow"
        set_gap = set_keys = 0
    elif set_gap:
        verdict = "slow"
    elif set_keys:
        verdict = "few"
    else:
        verdict = "ours" if _is_ours(text) else "foreign"
    told = Tried(
        text, len(keys), slowest, sum(gaps) / len(gaps) if gaps else 0.0, _end_of(pressed), guess,
        _suspicious(keys, text), verdict, "", set_gap, set_keys,
    )  # fmt: skip
    return replace(told, verdict_words=" ".join(_sentences(told, least_keys, layout)))


def layout_guess(keys: Sequence[Key]) -> Guess:
    """The layout that a scanner types by: "us" where only that reading of its keys is a code."""
    us = us_text(keys)
    host = "".join(key.text for key in keys)
    return "us" if us is not None and us != host and spells_a_code(us) and not spells_a_code(host) else "host"


def _round_up(slowest: float) -> int:
    """A quarter more, to a multiple of five: the next scan is not as quick to the millisecond."""
    return math.ceil(slowest * 1.25 / 5) * 5


def _counted(pressed: Sequence[Key], keys: Sequence[Key], gap_ms: float) -> int:
    """The keys that the burst detector counts: an Enter that follows at once is one of them."""
    at_once = len(pressed) > len(keys) > 0 and abs(pressed[len(keys)].at_ms - keys[-1].at_ms) <= gap_ms
    return len(keys) + at_once


def _is_ours(text: str) -> bool:
    payload = parse_payload(text)
    return payload.plausible and bool(payload.candidates)


def _sentences(told: Tried, least_keys: int, layout: Layout) -> Iterator[str]:
    ms = round(told.slowest_gap_ms)
    if told.verdict == "ours":
        yield say("This scanner works: {keys} keys, at most {ms} ms apart.", keys=told.keys, ms=ms)
    elif told.verdict == "foreign":
        yield say("This scanner works. What it read is no badge and no ticket.")
    elif told.verdict == "too_slow":
        yield say(
            "These keys came up to {ms} ms apart, as people type. If a scanner sent them, shorten the delay between "
            "its characters: its manual has a code for that.",
            ms=ms,
        )
    if told.set_gap_ms:
        yield say("This scanner types every {ms} ms: set {gap}.", ms=ms, gap=told.set_gap_ms)
        if ms > _AS_PEOPLE_TYPE_MS:
            yield say("Some people type as fast as that; a shorter delay in the scanner itself is better.")
    if told.set_keys:
        yield say(
            "Only {keys} keys: fewer than {least} are taken for typing. Set the least number to {wanted}.",
            keys=told.keys, least=least_keys, wanted=told.set_keys,
        )  # fmt: skip
    if told.layout_guess == "us":
        yield _layout_words(layout)


def _layout_words(layout: Layout) -> str:
    if layout == "host":
        return say("It types as a US keyboard, which this computer has not: set the scanner's keyboard to US.")
    return say("It types as a US keyboard, which this computer has not: put right by where the keys lie.")


def _end_of(pressed: Sequence[Key]) -> End:
    last = pressed[-1] if pressed else None
    if last is None or last.kind is not KeyKind.END:
        return "none"
    return "tab" if last.text == "\t" else "enter"


def _suspicious(keys: Sequence[Key], text: str) -> tuple[str, ...]:
    """Each once, in the order of their coming."""
    strange = [c for c in text if not (c.isascii() and c.isprintable())]
    dead = [DEAD_KEY] if any(not key.text for key in keys) else []
    return tuple(dict.fromkeys(strange + dead))
