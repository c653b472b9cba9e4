"""The sentences of the step "What changes" that are made of numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from checkin.gui.pages.importing.changes_shown import ChangesShown
from checkin.gui.widgets.count_face import grouped


def sum_sentence(s: ChangesShown) -> str:
    """How the rows of the list add up, and what becomes of what was done at the desk."""
    parts = [
        (s.new, _say("{count} new")), (s.changed, _say("{count} changed")), (s.unchanged, _say("{count} unchanged")),
        (s.extras, _say("{count} with extras")), (s.merged, _say("{count} merged")),
        (len(s.aside), _say("{count} set aside")),
    ]  # fmt: skip
    summed = ", ".join(words.format(count=grouped(count)) for count, words in parts if count)
    kept = _say("Nothing done at the desk is lost.")
    if not summed:
        return kept
    rows = _say("1 row: {sum}.") if s.rows == 1 else _say("{rows} rows: {sum}.")
    return f"{rows.format(rows=grouped(s.rows), sum=summed)} {kept}"


def apply_words(s: ChangesShown, joined: int) -> str:
    """What the button does; `joined` pairs were decided to be one person."""
    changes = s.new + s.changed + joined
    if changes == 1:
        return _say("Apply 1 change")
    if changes:
        return _say("Apply {count} changes").format(count=grouped(changes))
    if s.gone:
        return _say("Apply: 1 person is gone") if s.gone == 1 else _say("Apply: {count} are gone").format(
            count=grouped(s.gone)
        )  # fmt: skip
    if s.extras:
        return _say("Apply the extras")
    return _say("Nothing changes, close")


def _say(text: str) -> str:
    return QCoreApplication.translate("changes_words", text)
