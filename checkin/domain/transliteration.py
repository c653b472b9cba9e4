"""Names in Greek or Cyrillic letters spelt in Latin ones, in every way that passports and newspapers do.

Each table has a line for a letter, or for letters that are spelt together, and a column for each way; a line that ends
early goes on as it began, `-` is nothing. Cyrillic: English (BGN/PCGN), passports (ICAO 9303), German, French, Czech,
Polish, Ukrainian, Bulgarian, Serbian. Greek: passports (ELOT 743), as it is spoken, as in Latin. `+` begins what else
is met. The tables are our own: a library (anyascii, ISC; text-unidecode, Artistic; Unidecode is GPL) gives one spelling
of a name, letter by letter, and somebody at a desk types any of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from checkin.domain.sounds import sound

_CYRILLIC = """
а a
б b
в v v w v v w v v v
г g g g g g g h g g
ґ g
д d
е e
є ye ie je ie je je ye ye je + e
ё yo e jo io jo io yo yo jo + o
(?<=[жцчшщ])ё yo e o io o o yo yo o
ж zh zh sch j z z zh zh z
з z z s z z z z z z
и i i i i i i y i i
і i
ї yi i ji i ji ji i yi ji
й y i j i j j y y j
ј y j j y j j y y j
к k
л l
м m
н n
о o
п p
р r
с s
т t
у u u u ou u u u u u
ў u u u ou u u u u u + v
ф f
х kh kh ch kh ch ch kh h h + h
ц ts ts z ts c c ts ts c
ч ch ch tsch tch c cz ch ch c
ш sh sh sch ch s sz sh sh s
щ shch shch schtsch chtch sc szcz shch sht sc + sch
ъ - - - - - - - a - + u
ы y
ь -
ьо yo
э e
ю yu iu ju iou ju ju yu yu ju
я ya ia ja ia ja ja ya ya ja
ђ dj d dj dj dj dj dj dj d
ѓ gj
ѕ dz
ћ c c c tch c c ch ch c
ќ kj k
љ lj lj lj li lj lj ly ly lj
њ nj nj nj ni nj nj ny ny nj
џ dz dz dsch dj dz dz dzh dzh dz
ә a
ғ g
қ k
ң n
ө o
ұ u
ү u
һ h
кс ks ks x x ks ks ks ks ks
ия ia iia ija ia ija ia iya iya ija
ий$ y ii i i ij i yi iy ij + iy
ый$ y yi y y yj y yi yy yj
"""
_GREEK = """
α a
β v v b
γ g
δ d
ε e
ζ z
η i i e
θ th
ι i
κ k k c
λ l
μ m
ν n
ξ x ks x
ο o
π p
ρ r
σ s
τ t
υ y i y
φ f f ph
χ ch h ch + kh
ψ ps
ω o
αι ai e ai
ει ei i ei
οι oi i oi
υι yi i yi
ου ou u ou
αυ av af au
ευ ev ef eu
ηυ iv if iu
γγ ng g ng + gg
γκ gk g nk + g
γξ nx
γχ nch nh nch
γι(?=[αεηιουω]) gi y gi + yi
(?<!.)μπ b b mp
μπ mp b mp + mb
ντ nt d nt + d
τζ tz tz tz + ts
"""
_MOST, _MOST_TRIED = 8, 32
_LONGEST = 40
"""Letters of a word; no name is longer."""
_SCRIPTS = re.compile("[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]")
_GREEK_LETTER = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_STRESSES = dict.fromkeys(map(ord, "\u0300\u0301\u0342"), "|")
_APART = re.compile("([ιυ])\u0308")
_SOFT_E = re.compile("(?:^|(?<=[аеёиоуыэюяіїєјьъ]))е")


class _Piece(NamedTuple):
    """Letters that are spelt together: once in each way; what else is met; those of all that sound different."""

    spelt: tuple[str, ...]
    more: tuple[str, ...]
    heard: tuple[str, ...]


class _Table:
    """The lines of one alphabet."""

    def __init__(self, text: str) -> None:
        lines = [line.partition("+")[::2] for line in text.strip().splitlines()]
        self.width = max(len(line.split()) for line, _ in lines) - 1
        self._pieces: list[_Piece] = []
        patterns = []
        for line, rest in sorted(lines, key=lambda line: -len(line[0].split()[0])):
            letters, *ways = ("" if part == "-" else part for part in line.split())
            spelt, more = (*ways, *ways[:1] * (self.width - len(ways))), tuple(rest.split())
            heard = {sound(way): way for way in reversed((*spelt, *more))}
            self._pieces.append(_Piece(spelt, more, tuple(heard.values())[::-1]))
            patterns.append(f"({letters})")
        self._pattern = re.compile("|".join(patterns))

    def pieces(self, word: str) -> list[_Piece]:
        """The pieces of `word`; what is no letter of the alphabet is left out."""
        return [self._pieces[(found.lastindex or 1) - 1] for found in self._pattern.finditer(word)]


_CYRILLIC_TABLE, _GREEK_TABLE = _Table(_CYRILLIC), _Table(_GREEK)


def is_native(text: str) -> bool:
    """Whether some of `text` is in Greek or Cyrillic letters."""
    return not text.isascii() and _SCRIPTS.search(text) is not None


@lru_cache(maxsize=2_000)
def spellings(word: str) -> tuple[str, ...]:
    """One word in Greek or Cyrillic letters in Latin ones, a to z: once in each way, and with whatever else is met."""
    width, pieces = _pieces(word)
    found = ["".join(piece.spelt[way] for piece in pieces) for way in range(width)]
    usual = [piece.spelt[0] for piece in pieces]
    for place, piece in enumerate(pieces):
        found += ("".join((*usual[:place], other, *usual[place + 1 :])) for other in piece.more)
    return tuple(dict.fromkeys(filter(None, found)))


def sounds_of(word: str) -> tuple[str, ...]:
    """How one word in Greek or Cyrillic letters may sound, see `checkin.domain.sounds`: in each way, and in some
    mixtures of ways, as people spell their own names.
    """
    _, pieces = _pieces(word)
    found = dict.fromkeys(sound("".join(way)) for way in zip(*(piece.spelt for piece in pieces), strict=True))
    for mixture in islice(product(*(piece.heard for piece in pieces)), _MOST_TRIED):
        found[sound("".join(mixture))] = None
        if len(found) >= _MOST:
            break
    found.pop("", None)
    return tuple(found)


def _pieces(word: str) -> tuple[int, list[_Piece]]:
    word = word[:_LONGEST]
    if _GREEK_LETTER.search(word):
        apart = _APART.sub(r"|\1", unicodedata.normalize("NFD", word.casefold()))
        return _GREEK_TABLE.width, _GREEK_TABLE.pieces(apart.translate(_STRESSES))
    plain = unicodedata.normalize("NFC", word.casefold())
    return _CYRILLIC_TABLE.width, _CYRILLIC_TABLE.pieces(_SOFT_E.sub("є", plain))
