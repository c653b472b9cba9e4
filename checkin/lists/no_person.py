"""Recognises rows between the people that are none: totals, repeated headers, titles, the head of another table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checkin.domain.names import fold
from checkin.domain.translation import mark, say
from checkin.lists.headers import HEADER_WORDS, is_known_header

_TOTAL = re.compile(
    r"(?:(?:grand |sub ?|zwischen|sous )?(?:total|totals|totale|totali|totaux|totaal|sum|summe|suma|somme|somma|gesamt"
    r"|gesamtsumme|gesamtzahl|anzahl|count|razem|lacznie|ogolem|aantal|cantidad|conteggio|contagem)"
    r"|(?:total |number |nombre |numero |gesamtzahl |anzahl |aantal |liczba )(?:(?:of|de|di|del|dei|der|van) )?\w+)"
    r"(?: (?:participants?|attendees?|people|persons?|guests?|registrations?|tickets?|general|geral|generale|general"
    r"|teilnehmer\w*|personen|personnes|personas|persone|pessoas|deelnemers|osob|rows?))?(?: \d+)*"
    r"|\d+ (?:participants?|attendees?|people|persons?|guests?|registrations?|teilnehmer\w*|personen|inscrits"
    r"|personas|persone)"
)
_BEGINS = frozenset("TSGCARLNOZtsgcarlnoz0123456789łŁ")
"""What the words for totals begin with, and the numbers before them."""
_ANY_DIGIT = re.compile(r"\d")
_NUMBERED_TITLE = re.compile(r"\d{1,2}\.\s+\S.*")
_STAMP = re.compile(
    r"(?:stand|as of|as at|exported|printed|generated|created|(?:last )?updated|page|seite|erstellt|gedruckt|exportiert"
    r"|etat au|exporte|imprime|genere|mis a jour|a jour au|actualizado|generado|exportado|pagina|aggiornato|esportato"
    r"|atualizado|gerado|bijgewerkt|afgedrukt|stan na|wydrukowano|strona)\b.*\d.*"
)
"""What stands below a list to say when it was made, or on which page."""
_TOTAL_TOLD = mark("The row is a total, no person.")


def why_no_person(name: str, cells: Sequence[str]) -> str:
    """Why a row without a name or an e-mail address is no person, "" when it may be one."""
    if not name:
        filled = [cell for cell in cells if cell]
        numbers = all(cell.replace(".", "").replace(",", "").replace("%", "").isdigit() for cell in filled)
        is_total = numbers or any(_TOTAL.fullmatch(fold(cell)) for cell in filled[:3])
        return say(_TOTAL_TOLD) if is_total else say("The row has no name.")
    if len(name) < 40 and name[0] in _BEGINS and _TOTAL.fullmatch(fold(name)):
        return say(_TOTAL_TOLD)
    if sum(map(bool, cells)) == 1 and _ANY_DIGIT.search(name):
        if _NUMBERED_TITLE.fullmatch(name):
            return say("The row is a title, no person.")
        if _STAMP.fullmatch(fold(name)):
            return say("The row tells when the list was made, no person.")
    return ""


def is_header_like(given: str, name: str, cells: Sequence[str]) -> bool:
    """Whether a row is the header of another table."""
    if name.casefold() not in HEADER_WORDS and (not given or given.casefold() not in HEADER_WORDS):
        return False
    filled = [cell for cell in cells if cell]
    known = sum(map(is_known_header, filled))
    return known >= 2 and known * 2 >= len(filled)
