"""What is handed over with the badge: rules of the event file, by category, booking or answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checkin.domain.names import fold
from checkin.domain.person_fold import State
from checkin.domain.programme import Door

EVERYBODY = "*"
_BOOKED = "booked:"
_PHOTO = "photo:"
_NOTHING = frozenset({"", "no", "none", "nein", "non", "keine", "aucun", "nothing", "n a", "na", "no restrictions"})


def is_no_answer(text: str) -> bool:
    """Whether somebody who was asked what they need answered: nothing."""
    return fold(text) in _NOTHING


def handed_over_to(state: State, rules: Mapping[str, str], doors: Sequence[Door] = ()) -> list[str]:
    """What a person gets, in the order of the rules, each thing once.

    A rule's key is a category, `*` for everybody, `booked:visit`, `booked:session` or `booked:ID` for those who have
    such a booking, `diet` or `access` for those who need something, or `photo:yes`, `photo:no`, `photo:` (not asked).
    `{door}` in its words is the name of the booking.
    """
    found: dict[str, None] = {}
    for key, words in rules.items():
        for name in _fits(state, key, doors):
            found[words.replace("{door}", name).strip()] = None
    return [item for item in found if item]


def _fits(state: State, key: str, doors: Sequence[Door]) -> Iterator[str]:
    """The name of each booking that the rule is about; "" once for any other rule that fits."""
    if key.startswith(_BOOKED):
        wanted = key.removeprefix(_BOOKED)
        held = [door for door in doors if state["bookings"].get(door.id) == "booked"]
        yield from (door.name for door in held if wanted in (door.kind, door.id))
    elif key.startswith(_PHOTO):
        if str(state.get("photo") or "") == key.removeprefix(_PHOTO):
            yield ""
    elif key in ("diet", "access"):
        if not is_no_answer(str(state.get(key) or "")):
            yield ""
    elif key == EVERYBODY or _is_category(key, str(state.get("category") or "")):
        yield ""


def _is_category(key: str, category: str) -> bool:
    """Lists write one category in many ways: Speaker, SPEAKER."""
    return key == category != "" or fold(key) == fold(category) != ""
