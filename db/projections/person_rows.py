"""The rows that one folded attendee makes in the tables that are searched and counted; pure."""

from __future__ import annotations

from typing import Any

from checkin.domain.canonical import canonical
from checkin.domain.ids import sha256
from checkin.domain.names import fold, full_name
from checkin.domain.person_fold import State
from checkin.domain.programme import MAIN_DOOR
from checkin.domain.search_keys import name_words, number_words, other_words

Row = tuple[Any, ...]


def person_row(state: State) -> Row:
    """The columns of `person` after its number and before its revision."""
    main = state["doors"].get(MAIN_DOOR)
    first = main["first"][1] if main and main["first"] else 0
    # The newest of several open entries tells whether the person came after the day was closed.
    entry = main["open"][-1] if main and main["open"] else None
    codes = state["codes"]
    value = state.get
    return (
        state["attendee"],
        canonical(state),
        full_name(value("given") or "", value("family") or "", value("name") or ""),
        value("given") or "",
        value("family") or "",
        value("organisation") or "",
        value("city") or "",
        value("country") or "",
        value("category") or "",
        value("email") or "",
        value("status") or "confirmed",
        state["badge"],
        next((c[0] for c in codes if c[1] == "badge" and c[2]), ""),
        next((c[0] for c in codes if c[1] == "ticket" and c[2]), ""),
        value("order") or "",
        int(state["walk_in"]),
        main["n"] if main else 0,
        first,
        entry[2] if entry else "",
        entry[3] if entry else 0,
        max(main["days"]) if main and main["days"] else "",
    )


def code_rows(state: State) -> set[Row]:
    """code, attendee, live, kind, product."""
    return {(code, state["attendee"], int(live), kind, product) for code, kind, live, product in state["codes"]}


def presence_rows(state: State) -> set[Row]:
    """door, attendee, day, at, hlc of each door the person stands inside of."""
    return {
        (door, state["attendee"], e["open"][0][2], e["open"][0][1], e["open"][-1][3])
        for door, e in state["doors"].items()
        if e["open"]
    }


def booking_rows(state: State) -> set[Row]:
    """door, attendee, state."""
    return {(door, state["attendee"], place) for door, place in state["bookings"].items()}


def conflict_rows(state: State) -> set[Row]:
    """id, kind, attendee, state; the id is the same on every desk."""
    rows = set()
    for conflict in state.get("conflicts", ()):
        told = canonical({**conflict, "attendee": state["attendee"]})
        rows.add((sha256(told.encode("ascii")).hex()[:16], conflict["kind"], state["attendee"], told))
    return rows


def search_row(state: State) -> Row:
    """The words and keys of the names, and those of all else that people are searched by."""
    value = state.get
    fields = value("fields")
    native = fields.get("native_name", "") if fields else ""
    names = name_words(value("given") or "", value("family") or "", value("name") or "", native, *value("also", ()))
    # What is nobody else's is folded afresh: it would only push out of memory what repeats.
    own = [value("email") or "", value("order") or ""]
    own += [code[0] for code in state["codes"]]
    rest = [*other_words(value("organisation") or ""), *other_words(value("city") or "")]
    rest += fold(" ".join(own)).split()
    rest += [fold(part.replace("-", "")) for part in own if "-" in part]
    rest += number_words(value("phone") or "")
    return names, " ".join(dict.fromkeys(rest))
