"""The words of a badge as the typeface can set them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from checkin.domain.badge import BadgeContent, BadgeWarning, spaced
from checkin.domain.translation import mark, say
from checkin.paper.letters import shown

_FIELDS = ("given", "family", "organisation", "city", "country", "category", "event_title", "event_subtitle")
_SPOKEN = {
    "given": mark("given name"),
    "family": mark("family name"),
    "organisation": mark("organisation"),
    "city": mark("city"),
    "country": mark("country"),
    "category": mark("category"),
    "event_title": mark("event's name"),
    "event_subtitle": mark("event's second line"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """What is set: every field cleaned, `code_line` in its groups, and what to tell of letters left out.

    A person without a given name is shown by the family name in its place and weight; `promoted` says so.
    """

    given: str
    family: str
    organisation: str
    city: str
    country: str
    category: str
    event_title: str
    event_subtitle: str
    code_line: str
    warnings: tuple[BadgeWarning, ...]
    promoted: bool = False


def words_of(content: BadgeContent) -> Words:
    """The words of `content`; never raises, whatever characters stand in it."""
    texts: dict[str, str] = {}
    warnings: list[BadgeWarning] = []
    for field in _FIELDS:
        result = shown(getattr(content, field))
        texts[field] = result.text
        if result.missing:
            warnings.append(BadgeWarning(field, _missing(field, result.missing, bool(result.text))))
        elif result.plain:
            warnings.append(BadgeWarning(field, say("The {field} is written in plain letters.", field=spoken(field))))
    promoted = not texts["given"]
    if promoted:
        texts["given"], texts["family"] = texts["family"], ""
    return Words(
        given=texts["given"],
        family=texts["family"],
        organisation=texts["organisation"],
        city=texts["city"],
        country=texts["country"],
        category=texts["category"],
        event_title=texts["event_title"],
        event_subtitle=texts["event_subtitle"],
        code_line=shown(spaced(content.code)).text,
        warnings=tuple(warnings),
        promoted=promoted,
    )


def spoken(field: str) -> str:
    """The field's name as people say it."""
    return say(_SPOKEN.get(field, field))


def _missing(field: str, missing: str, some: bool) -> str:
    letters = "".join(c if unicodedata.category(c)[0] != "C" else f" U+{ord(c):04X}" for c in missing[:20]).strip()
    told = mark("The badge cannot show these letters of the {field}: {letters}; they are left out.")
    if not some:
        told = mark("The badge cannot show these letters of the {field}: {letters}; the badge has no {field}.")
    return say(told, field=spoken(field), letters=letters)
