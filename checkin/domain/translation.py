"""Every text in the language of whoever reads it: one catalogue for the whole process, English without one.

The English text is the key. Its gaps are those of `str.format`: `say("There is no door {door}.", door=name)`. What the
catalogue has not, or has with other gaps, stays English: nobody is left without a sentence.
"""

from __future__ import annotations

from typing import Any, Protocol


class Words(Protocol):
    """What translates: a catalogue, or a language made by program."""

    def find(self, text: str, context: str = "") -> str | None:
        """The translation of an English text, None when there is none. `context` parts texts that read alike."""

    def find_count(self, one: str, many: str, n: int, context: str = "") -> str | None:
        """The translation that goes with the number `n`, None when there is none."""


_words: Words | None = None


def use(words: Words | None) -> Words | None:
    """Translate by `words` from now on, None for English; returns what was used before."""
    global _words
    before, _words = _words, words
    return before


def current() -> Words | None:
    """What is translated by at present; None is English."""
    return _words


def mark(text: str, context: str = "") -> str:
    """The text itself: says that it is translated when it is shown, so that translators find it in a table."""
    return text


def say(text: str, /, *, context: str = "", **gaps: Any) -> str:
    """The text in the language of the process, with its named gaps filled."""
    found = _words.find(text, context) if _words is not None else None
    return _filled(found, text, gaps)


def say_count(one: str, many: str, n: int, /, *, context: str = "", **gaps: Any) -> str:
    """One of two English texts by the number `n`, or whichever form another language has for it; fills the gap `n`."""
    found = _words.find_count(one, many, n, context) if _words is not None else None
    return _filled(found, one if n == 1 else many, {"n": n, **gaps})


class Said(str):
    """A text in another language that knows what it is in English, with the same values in its gaps."""

    __slots__ = ("english",)

    english: str


def in_english(text: object) -> Any:
    """What `say` said, as English says it: for what is stored or answered to a script. Anything else as it is."""
    return text.english if isinstance(text, Said) else text


def together(*texts: str) -> str:
    """Sentences one after the other; their English is not lost."""
    joined = " ".join(texts)
    if not any(isinstance(text, Said) for text in texts):
        return joined
    return _said(joined, " ".join(map(in_english, texts)))


def _said(text: str, english: str) -> Said:
    said = Said(text)
    said.english = english
    return said


def _filled(found: str | None, english: str, gaps: dict[str, Any]) -> str:
    if found is not None:
        try:
            plain = english.format(**{name: in_english(value) for name, value in gaps.items()}) if gaps else english
            return _said(found.format(**gaps) if gaps else found, plain)
        except (KeyError, IndexError, ValueError, AttributeError):
            # A gap that does not exist: the sentence is worth more than its language.
            pass
    return english.format(**gaps) if gaps else english
