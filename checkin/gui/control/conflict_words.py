"""A conflict in words, as the desk and the settings tell it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from checkin.gui.control.import_words import field_word, is_shown, value_word
from checkin.gui.pages.conflict_shown import ConflictShown
from checkin.services.conflicts import Conflict

_CONTACTS = frozenset({"email", "phone"})


def conflicts_shown(conflicts: Sequence[Conflict], *, contacts: bool) -> list[ConflictShown]:
    """The conflicts as they are shown. `contacts` where e-mail and phone may stand on the screen.

    What somebody eats, needs or consents to stands there nowhere: only whether either side says anything.
    """
    return [_shown(conflict, contacts) for conflict in conflicts]


def _shown(conflict: Conflict, contacts: bool) -> ConflictShown:
    of_field = conflict.kind == "field_changed_twice"
    title, sentence = field_word(conflict.field), _of_field(conflict, contacts)
    if not of_field:
        title, sentence = _title(conflict.kind), conflict.text
    return ConflictShown(conflict.id, conflict.attendee, conflict.name, title, sentence, of_field)


def _of_field(conflict: Conflict, contacts: bool) -> str:
    field, here, theirs = conflict.field, conflict.here, conflict.theirs
    if is_shown(field) or field == "fields" or (contacts and field in _CONTACTS):
        here, theirs = (value_word(field, value) for value in (here, theirs))
        if not theirs:
            return _say("The desk says “{here}”, the list says nothing now.").format(here=here)
        if not here:
            return _say("The desk says nothing, the list says “{theirs}” now.").format(theirs=theirs)
        return _say("The desk says “{here}”, the list says “{theirs}” now.").format(here=here, theirs=theirs)
    if not theirs:
        return _say("The list says nothing about it any more.")
    return _say("The list says something else than the desk.") if here else _say("Only the list says something.")


def _title(kind: str) -> str:
    return {
        "admitted_twice": _say("In twice"),
        "substituted_twice": _say("Two came instead"),
        "replaced_but_came": _say("Came all the same"),
    }.get(kind, _say("Two facts"))


def _say(text: str) -> str:
    return QCoreApplication.translate("conflict_words", text)
