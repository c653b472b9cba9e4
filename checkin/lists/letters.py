"""The letters beyond ASCII by which the languages of attendee lists are told apart, the most frequent first.

Orders of frequency are those of running text and names; only their rank is used, so that they need not be exact.
`share` is how common a language is on European lists: it decides where few letters leave a choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_TABLE = """
de  10   üäöß
fr  10   éèàêçôîâûëïùœæÿ
es   9   áéíóñúüº
it   5   àèéìòùíóî
pt   6   ãéçáóõêâíúàôü
nl   5   ëéïèöüáíç
ca   1   àéèíóòçúïü·
pl   7   łóążęśćńź
cs   4   áíéěšřčžýůúťďňó
sk   2   áíéžščýúľťňôäďóŕĺ
hu   4   áéöóőüíúű
sl   1   čšžć
hr   2   ćčšžđ
ro   4   ăâîșțşţ
sq   1   ëç
da   2   øæåéü
sv   3   äöåéü
no   2   øåæéôò
fi   2   äöåš
is   0.2 áíðóéúýöæþ
et   0.5 äõüöšž
lv   0.5 āīēšūļķģžčņ
lt   0.5 ėšžčąįųęū
tr   5   ışğüçöiâî
az   0.3 əışğüçö
ru   6   оаеинтсрвлкмдпуяыьгзбчйхжшюцщэфъё
uk   3   оанивітерслкудмпязьбгйчхжцшюєїщфґ
be   0.5 аоінерстлкуымдвяпзьгбчцхйшжэюёўф
bg   2   аоиентрсвлкдмпзугябъчйцжхшщфюь
sr   2   аоиенртсдукјвлмпзгбјшчцжћхнђфљњџ
mk   0.5 аоиентрсвкдлмпузбгчјцжшхќфѓњљџѕ
el   3   αοιετσνηυρπκμλςωδγθφχβζξψάίόέήύώϊϋ
he   1   יהולארתמבשנכדםחקגפצטעזסןךףץ
ar   0.5 اليمنرتبةعدسفهكقحجشطصخذضزءغثظأإىؤئآ
"""

FOREIGN = 1e-4
"""How likely a letter is that a language has not."""
_CAPITAL = 0.2
"""A capital is so many times rarer than its small letter."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its share among lists and how likely each of its letters is beside its other ones."""

    name: str
    share: float
    letters: dict[str, float]


@lru_cache(maxsize=1)
def languages() -> tuple[Language, ...]:
    """All languages, their shares adding up to 1."""
    rows = [line.split() for line in _TABLE.strip().splitlines()]
    total = sum(float(share) for _, share, _ in rows)
    return tuple(Language(name, float(share) / total, _likely(letters)) for name, share, letters in rows)


def _likely(letters: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for rank, letter in enumerate(letters, 1):
        if letter.isascii():
            continue
        weights.setdefault(letter, 1 / rank)
        capital = letter.upper()
        if len(capital) == 1 and capital != letter:
            weights.setdefault(capital, _CAPITAL / rank)
    if "ı" in letters:
        weights["İ"] = weights["ı"] * _CAPITAL
    total = sum(weights.values())
    return {letter: weight / total for letter, weight in weights.items()}
