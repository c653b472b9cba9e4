"""Where a name or an organisation may be divided into two lines."""

from __future__ import annotations

import re
from functools import lru_cache

_PARTICLE_WORDS = """
von van vom zu zum zur und auf der den dem des de del della di da das dos do du la le las los les el y e i
ní nic ó ua mac mc ap ab bin ibn ben al af av ten ter te tot 't
"""
_DANGLING_WORDS = "for of and the in on at to a an für und der die das de des du et la le y e i & - – —"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_DANGLING = frozenset(_DANGLING_WORDS.split())
_BREAK = re.compile(r"(?<=\s)(?=\S)|(?<=[^\s\-][\-‐])(?=\w)")
_UNIT = re.compile(r"\s*,\s+|\s+[-–—]\s+")


@lru_cache(maxsize=2048)
def two_lines(text: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """The ways to set a name on two lines: first the good ones, then those that end a line with a particle.

    Broken only at spaces and after hyphens, never inside a name; the most even division comes first.
    """
    good: list[tuple[str, str]] = []
    poor: list[tuple[str, str]] = []
    for match in _BREAK.finditer(text):
        pair = (text[: match.start()].rstrip(), text[match.start() :])
        last = pair[0].split()[-1].casefold() if pair[0] else ""
        (poor if last in _PARTICLES else good).append(pair)
    return tuple(sorted(good, key=_longest)), tuple(sorted(poor, key=_longest))


def body_and_unit(organisation: str) -> tuple[str, str]:
    """The organisation parted at its first comma or dash; the unit is "" where there is none."""
    parts = _UNIT.split(organisation, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 and parts[0] and parts[1] else (organisation, "")


def cut_words(text: str) -> list[str]:
    """`text` cut at a word and closed with "…", longest first; never after "for", "of", "and" and their like."""
    words = text.split()
    cuts = []
    for count in range(len(words) - 1, 0, -1):
        kept = words[:count]
        if kept[-1].casefold() not in _DANGLING:
            cuts.append(" ".join(kept).rstrip(",;:–—-") + "…")
    return cuts


def cut_letters(text: str) -> list[str]:
    """`text` cut anywhere and closed with "…", longest first: the last resort for one endless word."""
    return [text[:count].rstrip() + "…" for count in range(len(text) - 1, 0, -1)]


def _longest(pair: tuple[str, str]) -> int:
    return max(map(len, pair))
