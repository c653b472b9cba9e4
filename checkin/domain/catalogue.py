"""A language of the program, read from gettext's text form (.po) by the standard library alone."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a .po file: the English text, its second form with a number, and its translations by form."""

    text: str
    many: str = ""
    context: str = ""
    forms: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations of one language; those that are fuzzy or empty are left out, as gettext does."""

    header: Mapping[str, str]
    texts: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)
    plural: Callable[[int], int] = field(repr=False)

    def find(self, text: str, context: str = "") -> str | None:
        """The translation of an English text, None when there is none."""
        forms = self.texts.get((context, text))
        return forms[0] if forms else None

    def find_count(self, one: str, many: str, n: int, context: str = "") -> str | None:
        """The form that goes with the number `n` in this language, None when there is none."""
        forms = self.texts.get((context, one))
        form = self.plural(n)
        return forms[form] if forms and form < len(forms) else None


def catalogue_of(po: str) -> Catalogue:
    """The catalogue in the text of a .po file.

    Raises:
        ValueError: it is no .po text; says which line.
    """
    read = list(messages(po))
    header = _header(next((m.forms[0] for m in read if not m.text and m.forms), ""))
    texts = {
        (m.context, m.text): m.forms for m in read if m.text and m.forms and all(m.forms) and "fuzzy" not in m.flags
    }
    rule = header.get("plural-forms", "").partition("plural=")[2].rstrip(" ;") or "n != 1"
    return Catalogue(header, texts, gettext.c2py(rule))


def messages(po: str) -> Iterator[Message]:
    """Every entry of a .po text in its order, the header first.

    Raises:
        ValueError: a line is none of a .po text.
    """
    told: dict[str, str] = {}
    flags: set[str] = set()
    key = ""
    for number, line in enumerate([*po.splitlines(), ""], 1):
        if line.startswith("#,"):
            flags |= {flag.strip() for flag in line[2:].split(",")}
        elif not line.strip() and told:
            yield _message(told, flags)
            told, flags = {}, set()
        elif line.strip() and not line.startswith("#"):
            word, _, rest = (key, "", line) if line.startswith('"') else line.partition(" ")
            key = word
            told[key] = told.get(key, "") + _quoted(rest, number)


def _quoted(text: str, line: int) -> str:
    found = _QUOTED.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"line {line} is none of a .po file: {text[:40]}")
    return _ESCAPE.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), found[1]) if "\\" in text else found[1]


def _message(told: dict[str, str], flags: set[str]) -> Message:
    forms = tuple(value for key, value in sorted(told.items()) if key.startswith("msgstr"))
    if "msgid" not in told:
        raise ValueError(f"an entry without msgid: {next(iter(told.values()))[:40]}")
    return Message(told["msgid"], told.get("msgid_plural", ""), told.get("msgctxt", ""), forms, frozenset(flags))


def _header(text: str) -> dict[str, str]:
    lines = (line.partition(":") for line in text.splitlines() if ":" in line)
    return {key.strip().lower(): value.strip() for key, _, value in lines}
