"""What More F10 opens: acts without room on the card, and facts that are not for everybody in the queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.act import Act


def more_menu(acts: Sequence[Act], lines: Sequence[str], chosen: Callable[[str], object], parent: QWidget) -> QMenu:
    """A menu of acts, below them lines that can only be read. `chosen` is called with the id of an act."""
    menu = QMenu(parent)
    menu.setFont(fonts.font(15, 500))
    menu.setAccessibleName(parent.tr("More"))
    for act in acts:
        name = f"{act.text}\t{act.key}" if act.key else act.text
        entry = menu.addAction(name)
        if act.icon:
            entry.setIcon(icons.icon(act.icon, theme().color("text"), px(20)))
        entry.setEnabled(not act.shut)
        entry.setToolTip(act.shut)
        entry.triggered.connect(lambda _checked=False, key=act.id: chosen(key))
    if acts and lines:
        menu.addSeparator()
    for line in lines:
        menu.addAction(line).setEnabled(False)
    return menu
