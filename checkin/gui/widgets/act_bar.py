"""A row of buttons that fits its width: icons go first, then the last acts move to More."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui.theme import px, theme
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.more_menu import more_menu

_GAP = 8


def said_about(words: str, about: str) -> str:
    """What a screen reader says of an act: what is done, and with whom."""
    return f"{words}: {about}" if about else words


class ActBar(QWidget):
    """Buttons side by side, never in a second row. `act_requested` carries the id of an act.

    `main` is the kind of the first button, `kind` that of the others. Acts without room are in `overflow()`: with
    `own_more` a last button More offers them, else the owner does.
    """

    act_requested = Signal(str)

    def __init__(
        self, kind: Kind, main: Kind | None = None, height: int = 48, own_more: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._kind, self._main, self._height, self._px, self._gap = kind, main or kind, height, 15, _GAP
        self._acts: tuple[Act, ...] = ()
        self._buttons: list[Button] = []
        self._shown = 0
        self._ground: tuple[str, str] | None = None
        self._about = ""
        self._more = Button(self.tr("More"), "", self.tr("F10"), kind, height, self) if own_more else None
        if self._more is not None:
            self._more.clicked.connect(self.open_more)
            self._more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_acts(self, acts: Sequence[Act]) -> None:
        """Offer these acts, the most likely first."""
        self._acts = tuple(acts)
        while len(self._buttons) < len(acts):
            self._buttons.append(self._new_button(len(self._buttons)))
        for button, act in zip(self._buttons, acts, strict=False):
            button.set_words(act.text, act.icon, act.key, said_about(act.text, self._about))
            button.set_shut(act.shut)
        self.arrange()

    def set_about(self, about: str) -> None:
        """Whom or what the acts concern: a screen reader says it after each act's words."""
        self._about = about
        for button, act in zip(self._buttons, self._acts, strict=False):
            button.set_name(said_about(act.text, about))
        if self._more is not None:
            self._more.set_name(said_about(self.tr("More acts"), about))

    def set_ground(self, ground: str, ink: str) -> None:
        """Colour roles of the area the buttons stand on."""
        self._ground = (ground, ink)
        for button in self._every_button():
            button.set_ground(ground, ink)

    def set_metrics(self, height: int, type_px: int, gap: int = _GAP) -> None:
        """Change height of the buttons, size of their words and the gap between them, in pixels of 100 %."""
        self._height, self._px, self._gap = height, type_px, gap
        for button in self._every_button():
            button.set_metrics(height, type_px)
        self.updateGeometry()
        self.arrange()

    def overflow(self) -> tuple[Act, ...]:
        """Acts that have no room here."""
        return self._acts[self._shown :]

    @property
    def empty(self) -> bool:
        """True when there is no act at all."""
        return not self._acts

    def button(self, act: str) -> Button | None:
        """The button of an act, if it is shown."""
        for place, known in enumerate(self._acts[: self._shown]):
            if known.id == act:
                return self._buttons[place]
        return None

    def natural_width(self) -> int:
        """Width with every act and its icon."""
        self._show_icons(True)
        return self._width(len(self._acts))

    def taken_width(self) -> int:
        """How far the buttons reach."""
        return max((b.geometry().right() + 1 for b in self._every_button() if b.isVisible()), default=0)

    def open_more(self) -> None:
        """Open the menu of the acts without room, as F10 does."""
        if self._more is not None and self.overflow():
            menu = more_menu(self.overflow(), (), self.act_requested.emit, self)
            menu.popup(self._more.mapToGlobal(QPoint(0, -menu.sizeHint().height() - px(4))))

    def sizeHint(self) -> QSize:
        return QSize(px(200), theme().target(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(48), theme().target(self._height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the buttons at the present width."""
        count = len(self._acts)
        if self.natural_width() > self.width():
            self._show_icons(False)
        if self._width(count) > self.width():
            more = self._more.sizeHint().width() + px(self._gap) if self._more is not None else 0
            while count > 1 and self._width(count) + more > self.width():
                count -= 1
        self._shown, left = count, 0
        for place, button in enumerate(self._buttons):
            button.setVisible(place < count)
            if place < count:
                button.setGeometry(left, 0, button.sizeHint().width(), theme().target(self._height))
                left += button.width() + px(self._gap)
        if self._more is not None:
            self._more.setVisible(bool(self.overflow()))
            self._more.setGeometry(left, 0, self._more.sizeHint().width(), theme().target(self._height))

    def _every_button(self) -> list[Button]:
        return [*self._buttons, *([self._more] if self._more is not None else [])]

    def _show_icons(self, shown: bool) -> None:
        for button, act in zip(self._buttons, self._acts, strict=False):
            button.icon_name = act.icon if shown else ""

    def _width(self, count: int) -> int:
        return sum(b.sizeHint().width() for b in self._buttons[:count]) + px(self._gap) * max(0, count - 1)

    def _new_button(self, place: int) -> Button:
        button = Button(kind=self._main if place == 0 else self._kind, height=self._height, parent=self)
        if self._kind is not Kind.QUIET:
            button.set_metrics(self._height, self._px)
        if self._ground:
            button.set_ground(*self._ground)
        button.clicked.connect(lambda: self.act_requested.emit(self._acts[place].id))
        return button
