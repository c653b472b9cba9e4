"""The people of one figure: who is new, who changes and how, who is gone; of the unchanged only how many."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checkin.gui.pages.importing.changes_shown import ChangesShown, PeopleShown
from checkin.gui.pages.importing.figure_bar import Figure
from checkin.gui.pages.importing.panel import Panel
from checkin.gui.pages.importing.person_lines import PersonLines
from checkin.gui.widgets.count_face import grouped


class PeoplePanel(Panel):
    """`row_requested(row, file)` when somebody who stands in the file was pressed."""

    row_requested = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = PersonLines("")
        self.body.addWidget(self.list, 1)
        self.list.row_requested.connect(self.row_requested)
        self.setFocusProxy(self.list)

    def show_figure(self, figure: Figure, shown: ChangesShown) -> None:
        """Show the people of one of the first four figures."""
        people, count, title, beside, sentence, nothing = self._of(figure, shown)
        self.set_head(title.format(count=grouped(count)), beside if count else "", sentence if count else "")
        self.list.setAccessibleName(title.format(count=grouped(count)))
        self.list.set_people(people)
        self.set_empty("" if people.people else nothing)

    def _of(self, figure: Figure, s: ChangesShown) -> tuple[PeopleShown, int, str, str, str, str]:
        """People, their number, heading, what stands beside it, a sentence, and what is said when there is nobody."""
        if figure is Figure.NEW:
            nothing = self.tr("Nobody is new. People who were not known before stand here.")
            return s.newcomers, s.new, self.tr("New, {count}"), "", "", nothing
        if figure is Figure.GONE:
            sentence = self.tr(
                "They stay on the list. Not on the newest version: admitted with a notice. Is somebody not to come any "
                "more? Put them back into the list with the status “cancelled” and bring it in again."
            )
            nothing = self.tr("Nobody is gone: everybody known is on this version too.")
            return s.left, s.gone, self.tr("Gone, {count}"), "", sentence, nothing
        if figure is Figure.UNCHANGED:
            nothing = self.tr("No row is as it was before.")
            if s.unchanged:
                nothing = self.tr("{count} rows say what is known already. Nothing is written for them.")
                nothing = self.tr("1 row says what is known already.") if s.unchanged == 1 else nothing
            return PeopleShown(), s.unchanged, self.tr("Unchanged, {count}"), "", "", nothing.format(
                count=grouped(s.unchanged)
            )  # fmt: skip
        sentence = self.tr("Those of whom something already happened stand first.") if s.touched else ""
        nothing = self.tr("Nobody changes. Who changes stands here, each field with the old value and the new one.")
        return s.altered, s.changed, self.tr("Changed, {count}"), self.tr("Old, then new"), sentence, nothing
