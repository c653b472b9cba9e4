"""A list that was compared, as the step "What changes" shows it: the services' values become words and plain values."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from checkin.domain.list_diff import FieldChange, LikelyPair, PersonChange, Side, Touched
from checkin.domain.listing import ListedPerson
from checkin.gui.control.import_notes import aside_note, told_note, warning_notes
from checkin.gui.control.import_words import change_told, field_word, is_shown, only_told, value_word
from checkin.gui.models.person_lines_model import row_words
from checkin.gui.pages.importing.changes_shown import (
    ChangesShown,
    Chip,
    FieldShown,
    Made,
    PairShown,
    PeopleShown,
    PersonShown,
    SideShown,
    stacked,
)
from checkin.services.import_run import ImportResult

_PICTURE_ORDER = (Touched.INSIDE, Touched.ABOARD, Touched.ON_MANIFEST)


def changes_shown(result: ImportResult, decisions: Mapping[tuple[str, str], str] | None = None) -> ChangesShown:
    """What the step shows of `result`. `decisions` are those made of likely pairs so far: "same" or "apart" by the ids.

    People become words when somebody looks at them, so this takes no longer for a hundred thousand.
    """
    several = len(result.readings) > 1
    altered = sorted(result.altered, key=lambda change: not change.touched)
    left = sorted(result.gone, key=lambda change: not change.touched)
    rejected = [(reading, row) for reading in result.readings for row in reading.rejected]
    merged = [(reading, rows) for reading in result.readings for rows in (*reading.duplicates, *reading.merged)]
    return ChangesShown(
        rows=result.rows,
        new=result.new,
        changed=result.changed,
        unchanged=result.unchanged,
        gone=result.vanished,
        extras=result.entitlements,
        merged=result.merged,
        newcomers=PeopleShown(
            Made(result.newcomers, _newcomer), [bool(p.organisation or p.city) for p in result.newcomers]
        ),
        altered=PeopleShown(
            Made(altered, _altered), [_chip_lines(c) + sum(map(_field_lines, c.changes)) for c in altered]
        ),
        left=PeopleShown(Made(left, _left), [_chip_lines(c) for c in left]),
        touched=bool(altered and altered[0].touched),
        pairs=[_pair(pair, decisions or {}) for pair in result.likely],
        told=Made(merged, lambda told: told_note(told[0], told[1], several)),
        aside=Made(rejected, lambda row: aside_note(row[0], row[1], several)),
        warnings=warning_notes(result, several),
    )


def _newcomer(person: ListedPerson) -> PersonShown:
    detail = ", ".join(part for part in (person.organisation, person.city) if part)
    name = person.name or " ".join(part for part in (person.given, person.family) if part)
    return PersonShown("", name, person.row, detail=detail)


def _altered(change: PersonChange) -> PersonShown:
    badge = None
    if Touched.BADGE_PRINTED in change.touched:
        words = _say("Badge printed")
        if change.badge_place:
            words = _say("Badge in {place} is out of date").format(place=change.badge_place)
        badge = (words, "hold", "id-card")
    fields = tuple(_field(field) for field in change.changes)
    return PersonShown(
        change.attendee, change.name, change.row, change.file, states=_states(change), badge=badge, fields=fields
    )


def _left(change: PersonChange) -> PersonShown:
    badge = None
    if Touched.BADGE_PRINTED in change.touched:
        place = change.badge_place
        badge = (_say("Badge in {place}").format(place=place) if place else _say("Badge printed"), "hold", "id-card")
    return PersonShown(change.attendee, change.name, None, change.file, states=_states(change), badge=badge)


def _chip_lines(change: PersonChange) -> int:
    return any(state in change.touched for state in _PICTURE_ORDER) + (Touched.BADGE_PRINTED in change.touched)


def _states(change: PersonChange) -> tuple[Chip, ...]:
    chips: dict[Touched, Chip] = {
        Touched.INSIDE: (_say("In"), "go", "check"),
        Touched.ABOARD: (_say("Aboard"), "out", "bus"),
        Touched.ON_MANIFEST: (_say("On a printed manifest"), "hold", "list-checks"),
    }
    return tuple(chips[state] for state in _PICTURE_ORDER if state in change.touched)


def _field(change: FieldChange) -> FieldShown:
    if change.field == "bookings":
        return _booking(change)
    words = change.label if change.field == "fields" and change.label else field_word(change.field)
    old, new = value_word(change.field, change.old), value_word(change.field, change.new)
    if not is_shown(change.field):
        told = _kept(words, _say("The list says something else.")) if change.kept else (only_told(words),)
        return FieldShown(words, " ".join(told), told=told)
    if change.kept:
        sides = _say("The desk says {desk}, the list {list}.")
        told = _kept(words, sides.format(desk=old or _say("nothing"), list=new or _say("nothing")))
        return FieldShown(words, " ".join(told), told=told)
    return FieldShown(words, change_told(words, old, new), old, new)


def _kept(words: str, sides: str) -> tuple[str, str]:
    """A correction made here that stands, and what the two sides say."""
    return _say("{field}: a correction made at a desk stands.").format(field=words), sides


def _field_lines(change: FieldChange) -> int:
    """As many lines as `_field` makes of it, without the words."""
    if change.kept and change.field != "bookings":
        return 2
    shown = change.field == "bookings" or is_shown(change.field)
    return 1 + (shown and stacked(value_word(change.field, change.old), value_word(change.field, change.new)))


def _booking(change: FieldChange) -> FieldShown:
    """A place in a session or departure that comes, goes, or becomes another."""
    words, label = _say("Booking"), change.label
    old, new = ("" if place == "released" else place for place in (change.old, change.new))
    if label and bool(old) != bool(new):
        old, new = (label, "") if old else ("", label)
    elif label and label not in (old, new):
        words = label
    return FieldShown(words, change_told(words, old, new), old, new)


def _pair(pair: LikelyPair, decisions: Mapping[tuple[str, str], str]) -> PairShown:
    one, other = pair.one.email.casefold(), pair.other.email.casefold()
    email = ("same" if one == other else "other") if one and other else ""
    decided = decisions.get((pair.one.attendee, pair.other.attendee), "")
    return PairShown(_side(pair.one), _side(pair.other), pair.why, email, decided)


def _side(side: Side) -> SideShown:
    where = row_words(side.row) if side.row is not None else _say("known already")
    return SideShown(side.attendee, side.name, where, side.organisation, side.city, side.category)


def _say(text: str) -> str:
    return QCoreApplication.translate("import_shown", text)
