"""Makes the people who come with somebody: named or not, of the same booking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checkin.domain.listing import ListedPerson
from checkin.domain.names import fold


def named(holder: ListedPerson, names: Sequence[str]) -> list[ListedPerson]:
    """Guests with names; two of one name are two people."""
    guests = []
    seen: Counter[str] = Counter()
    for name in names:
        own = fold(name) or name
        seen[own] += 1
        guests.append(_guest(holder, own if seen[own] == 1 else f"{own}#{seen[own]}", "", "", name))
    return guests


def unnamed(holder: ListedPerson, count: int) -> list[ListedPerson]:
    """So many guests of whom only the number is known."""
    guests = []
    for number in range(1, count + 1):
        given = "Guest" if count == 1 else f"Guest {number}"
        family = f"of {holder.name}"
        guests.append(_guest(holder, str(number), given, family, f"{given} {family}"))
    return guests


def _guest(holder: ListedPerson, own: str, given: str, family: str, name: str) -> ListedPerson:
    return ListedPerson(
        row=holder.row,
        key=f"guest:{holder.key}/{own}",
        given=given,
        family=family,
        name=name,
        category=holder.category,
        status=holder.status,
        order=holder.order,
        blocked=holder.blocked,
        valid_from=holder.valid_from,
        valid_until=holder.valid_until,
        guest_of=holder.key,
    )
