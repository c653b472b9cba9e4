"""Compares headers with the names that columns have in registration systems and hand-kept lists."""

from __future__ import annotations

import re
from functools import lru_cache

from checkin.domain.names import fold
from checkin.lists.questions import ALWAYS, fields_asked, is_question
from checkin.lists.synonyms import AFTER, BEFORE, NEEDS_WORDS, SYNONYMS

# Columns that no desk needs: least data (DESIGN §2.6). Whole keys, or beginnings of keys.
_NEEDLESS = re.compile(
    r"""^(price|preis|prix|prezzo|precio|currency|tax|steuer\w*|vat|ust|total\ paid|fees?|eventbrite\ (fees|payment)
    |gross|net\ (at|total)|originalprice|paidprice|discount|order\ total|amount
    |ip|optin|confirm\ (ip|time)|latitude|longitude
    |gmtoff|dstoff|timezone|region|last\ changed|leid|euid|member\ rating|address|adresse|street|strasse|zip
    |postleitzahl|plz|postal|postcode|state$|bundesland|home\ address|billing|invoice|rechnungs\w*|payment|zahlungs\w*
    |promo|voucher|gutschein\w*|verwendetes\ gutschein\w*|order\ (locale|date|time|type|link)
    |bestell(sprache|datum|uhrzeit)|sales\ channel|verkaufskanal|external\ customer|externe\ kunden\w*|pseudonym\w*
    |product\ id|produkt\ id|variation\ id|varianten\ id|event\ (slug|name|id)|kurzname\ der\ veranstaltung
    |veranstaltungstitel|follow\ up\ date|datum\ zur\ wiedervorlage|position\ order\ link|link\ zur\ bestell\w*
    |check\ in\ listen|check\ in\ lists|email\ address\ verified|e\ mail\ adresse\ verifiziert|seat\ id
    |sitzplatz\ id|automatically\ checked|automatisch\ eingecheckt|created|modification\ date|last\ updated
    |last\ modified|registration\ date|start\ time|completion\ time|timestamp|zeitstempel|horodateur
    |marca\ temporal|tijdstempel
    |date\ of\ birth|birth\ ?da\w+|dob|geburts\w*|date\ de\ naissance|fecha\ de\ nacimiento|data\ di\ nascita
    |data\ de\ nascimento|geboortedatum|data\ urodzenia|gender|geschlecht|sexe?|sesso|genero|geslacht|plec
    |passport\w*|reisepass\w*|passeport|pasaporte|passaporto|paspoort\w*|iban|bank\ (account|details)|bankverbindung
    |informazioni\ cronologiche|carimbo\ de\ data|sygnatura\ czasowa|buyer)\b""",
    re.VERBOSE,
)
# Answers of these are only worth showing when they are no “No”.
_FLAGS = re.compile(r"^(checked (in|out)|eingecheckt|ausgetreten|requires special|benotigt besondere|has arrived)")
# One of these and no name of a person of its own: a list of orders.
_ORDERS = re.compile(
    r"^(order total|order link|positions|gross at|net at|gesamtbetrag|bestellsumme|positionen|"
    r"link zur bestellung|brutto|fee type|art der gebuhr|buyer (first|last) name|buyer name)\b"
)


_BRACKETS = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")
_BETWEEN = re.compile(r"\s*[/|\n·•]\s*|\s+[-–—]\s+|:\s+")
GROUP = " – "
"""Stands between a multiple choice and one of its options, where each option has a column of its own."""


@lru_cache(maxsize=4096)
def header_key(header: str) -> str:
    """A header as it is compared: folded, “#” read as “number”."""
    return fold(header.replace("#", " number "))


def _keys(text: str) -> tuple[str, ...]:
    return tuple(header_key(word) for line in text.splitlines() for word in line.split("|") if word.strip())


FIELDS: dict[str, tuple[str, ...]] = {name: _keys(text) for name, text in SYNONYMS.items()}
_FIELD_OF: dict[str, str] = {}
for _name, _synonyms in FIELDS.items():
    for _synonym in _synonyms:
        _FIELD_OF.setdefault(_synonym, _name)
AMBIGUOUS = frozenset(_keys(NEEDS_WORDS))
"""Headers that mean the registration status only where words of status stand below."""
WEAK = frozenset({"role", "groups", "type", "typ", "tipo", "code", "person", "people", "structure", "place", "lieu"})
"""Headers that mean our field mostly, but not always."""
_BEFORE = sorted(_keys(BEFORE), key=len, reverse=True)
_AFTER = sorted(_keys(AFTER), key=len, reverse=True)
HEADER_WORDS = frozenset(word.casefold() for text in SYNONYMS.values() for word in re.split(r"[|\n]\s*", text))
"""Names of columns as they are mostly written: a person who is called so is a header."""


@lru_cache(maxsize=4096)
def nearly(header: str) -> str:
    """The key of the known header that `header` is, but for words around it, brackets or a second language; "" when
    there is none.
    """
    plain = _BRACKETS.sub(" ", header)
    parts = [plain, *_BETWEEN.split(plain)] if _BETWEEN.search(plain.strip()) else [plain]
    for part in parts:
        key = header_key(part)
        for candidate in (key, _without(key)):
            if candidate in _FIELD_OF:
                return candidate
    return ""


def _without(key: str) -> str:
    """A key without the words that may stand around it."""
    for word in _AFTER:
        key = key.removesuffix(" " + word)
    for word in _BEFORE:
        if key.startswith(word + " "):
            return key[len(word) + 1 :]
    return key


def field_of(key: str) -> str:
    """Our field that a key means, "" when none."""
    return _FIELD_OF.get(key, "")


@lru_cache(maxsize=16_384)
def is_known_header(cell: str) -> bool:
    """Whether a cell reads like the header of a column that we understand."""
    return bool(cell) and len(cell) < 100 and (header_key(cell) in _FIELD_OF or bool(nearly(cell)))


@lru_cache(maxsize=4096)
def header_weight(cell: str) -> float:
    """How much a cell reads like the header of a column that we understand: 1 for a name, a little less for more
    words, 0 for anything else.
    """
    if not cell or len(cell) > 300:
        return 0.0
    key = header_key(cell)
    if key in _FIELD_OF:
        return 1.0
    if len(cell) < 100 and nearly(cell):
        return 0.9
    label = header_key(cell.partition(GROUP)[0])
    if GROUP in cell and field_of(label) in ("sessions", "visits"):
        return 0.9
    asked = is_question(cell, key) and (fields_asked(cell, key) or any(p.search(key) for p in ALWAYS.values()))
    return 0.8 if asked else 0.0


def is_needless(key: str) -> bool:
    """Whether nobody at a desk needs the column (prices, addresses, technical data)."""
    return bool(_NEEDLESS.match(key))


def is_flag(key: str) -> bool:
    """Whether a “No” in the column says nothing."""
    return bool(_FLAGS.match(key))


def is_order_mark(key: str) -> bool:
    """Whether the column stands in lists of orders or fees and not in lists of people."""
    return bool(_ORDERS.match(key))
