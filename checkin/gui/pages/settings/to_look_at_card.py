"""Settings, Attendee list: what contradicts itself, and who may be on the list twice, until somebody decides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from checkin.gui.pages.conflict_shown import ConflictShown
from checkin.gui.pages.settings.card import SettingsCard
from checkin.gui.pages.settings.to_look_at_rows import ConflictRow, PairRow, PairTold
from checkin.gui.widgets.paragraph import Paragraph

MOST = 20
"""So many rows are shown of each kind; the others follow as these are decided."""


class ToLookAtCard(SettingsCard):
    """Signals: `conflict_decided(id, what)`, `pair_decided(id, "one" | "two")`, `person_requested(attendee)`."""

    conflict_decided = Signal(str, str)
    pair_decided = Signal(str, str)
    person_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("To look at"))
        self.shown: dict[str, ConflictRow | PairRow] = {}
        self._told: tuple[Sequence[ConflictShown], Sequence[PairTold]] | None = None
        self.left_out = Paragraph()
        self.rows.addWidget(self.left_out)
        self.show_all((), ())

    def show_all(self, conflicts: Sequence[ConflictShown], pairs: Sequence[PairTold]) -> None:
        """Show what waits. Rows that stay keep the cursor; without one that went, it moves to the next."""
        if (conflicts, pairs) == self._told:
            return
        self._told = conflicts, pairs
        held = next((place for place, row in enumerate(self.shown.values()) if _has_focus(row)), None)
        wanted: list[ConflictShown | PairTold] = [*conflicts[:MOST], *pairs[:MOST]]
        kept = {told.id: row for told in wanted if (row := self.shown.get(told.id)) and row.told == told}
        for id_, row in self.shown.items():
            if id_ not in kept:
                row.hide()
                self.rows.removeWidget(row)
                row.deleteLater()
        self.shown = {told.id: kept.get(told.id) or self._row(told) for told in wanted}
        for place, row in enumerate(self.shown.values()):
            self.rows.insertWidget(place, row)
            row.show()
        self._say_count(len(conflicts) + len(pairs))
        if held is not None and not any(_has_focus(row) for row in self.shown.values()):
            self._focus(held)

    def _say_count(self, count: int) -> None:
        about = self.tr("Each waits until somebody decides. F8 at the Desk takes back what was kept, taken or joined.")
        self.set_about(about if count else self.tr("Nothing to look at."))
        more = count - len(self.shown)
        self.left_out.set_text(self.tr("%n more when these are decided.", "", more) if more else "")
        self.left_out.setVisible(bool(more))

    def _focus(self, place: int) -> None:
        rows = list(self.shown.values())
        if rows:
            rows[min(place, len(rows) - 1)].take_focus()

    def _row(self, told: ConflictShown | PairTold) -> ConflictRow | PairRow:
        row: ConflictRow | PairRow
        if isinstance(told, ConflictShown):
            row = ConflictRow(told)
            row.decided.connect(self.conflict_decided)
        else:
            row = PairRow(told)
            row.decided.connect(self.pair_decided)
        row.person_requested.connect(self.person_requested)
        return row


def _has_focus(row: ConflictRow | PairRow) -> bool:
    window = row.window()
    focus = window.focusWidget() if window is not None else None
    return focus is not None and row.isAncestorOf(focus)
