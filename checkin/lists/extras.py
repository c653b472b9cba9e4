"""Rows that are no people but give something to one: told by name of the product or by an add-on column."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checkin.domain.listing import Entitlement, ListedPerson
from checkin.domain.names import fold

# “T-Shirt – XL”, “T-Shirt (XL)”: what comes after the dash or in brackets is the variation.
_VARIATION = re.compile(r"\s+[–—-]\s+.*$|\s*\([^()]*\)$")


@lru_cache(maxsize=4096)
def base_product(product: str) -> str:
    """A product without its variation."""
    return _VARIATION.sub("", product).strip() or product


class ExtraNames:
    """The products that the caller named as extras, compared without case, accents and variation."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {fold(name): name for name in names if name.strip()}
        self._known: dict[str, bool] = {}
        self._used: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._names)

    def match(self, product: str) -> bool:
        """Whether the product is one of them, with or without its variation."""
        known = self._known.get(product)
        if known is None:
            hits = {fold(product), fold(base_product(product))} & self._names.keys()
            self._used |= hits
            known = self._known[product] = bool(hits)
        return known

    def unused(self) -> list[str]:
        """Those that named no product so far."""
        return [name for key, name in self._names.items() if key not in self._used]


@dataclass(frozen=True, slots=True)
class ExtraRow:
    """A row of an extra, its holder not looked for yet. `parent` is the position it is added to, "" when untold."""

    row: int
    product: str
    code: str
    order: str
    parent: str
    email: str
    name: str
    valid: bool


class Holders:
    """Finds whom an extra belongs to among the people of all lists of one call."""

    def __init__(self) -> None:
        self._by_position: dict[tuple[str, str], ListedPerson] = {}
        self._by_name: defaultdict[tuple[str, str], list[ListedPerson]] = defaultdict(list)
        self._given: Counter[tuple[str, str]] = Counter()

    def add(self, people: Sequence[ListedPerson], positions: dict[tuple[str, str], ListedPerson]) -> None:
        """Let these people be holders."""
        self._by_position.update(positions)
        for person in people:
            if person.guest_of:
                continue
            name = fold(person.name) or person.name
            if person.order:
                self._by_name[person.order, name].append(person)
            if person.email:
                self._by_name[person.email.casefold(), name].append(person)

    def entitlement(self, extra: ExtraRow) -> Entitlement:
        """The extra with its holder, if somebody holds it. Where two people of one order bear one name, each gets
        one before anybody gets a second of the same product.
        """
        holder = self._by_position.get((extra.order, extra.parent)) if extra.parent else None
        if holder is None and extra.name:
            name = fold(extra.name) or extra.name
            found = self._by_name.get((extra.order or extra.email.casefold(), name), [])
            holder = min(found, key=lambda p: self._given[p.key, extra.product], default=None)
        if holder is not None:
            self._given[holder.key, extra.product] += 1
        return Entitlement(
            extra.row,
            extra.product,
            extra.code,
            holder.key if holder else "",
            extra.order,
            extra.name or (holder.name if holder else ""),
            extra.valid,
        )


def suspected_extras(people: Sequence[ListedPerson]) -> tuple[str, ...]:
    """Products that look like extras because one order and name stands on several rows with different products.

    Those whose rows nearly always stand beside another product of the same person; where none does, all that do.
    """
    first: dict[str, ListedPerson] = {}
    several = {p.order for p in people if p.order and first.setdefault(p.order, p) is not p}
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for person in people:
        if person.order in several and person.category and not person.guest_of:
            groups[person.order, person.name].append(base_product(person.category))
    rows: Counter[str] = Counter(base_product(p.category) for p in people if several)
    beside: Counter[str] = Counter()
    for products in groups.values():
        if len(set(products)) > 1:
            beside.update(products)
    nearly_always = [p for p in beside if beside[p] >= 0.8 * rows[p]]
    return tuple(sorted(nearly_always or beside))
