"""What More F10 opens: acts without room on the card, and facts that are not for everybody in the queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget, QWidgetAction

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


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
    if lines:
        menu.addAction(_to_read(lines, menu))
    return menu


def _to_read(lines: Sequence[str], menu: QMenu) -> QWidgetAction:
    """Lines that nobody presses stand closer than acts: a menu that is higher than the screen breaks into columns."""
    block = QWidget()
    column = QVBoxLayout(block)
    room(column, (46, 6, 20, 8), 6)
    for line in lines:
        column.addWidget(Text(line, fonts.font(14, 500), "muted"))
    shown = QWidgetAction(menu)
    shown.setDefaultWidget(block)
    shown.setEnabled(False)
    return shown
