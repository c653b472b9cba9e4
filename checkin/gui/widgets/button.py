"""The button of the whole window: icon, words and the key that does the same."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from checkin.gui import fonts, icons
from checkin.gui.theme import px, theme
from checkin.gui.widgets.button_look import Kind, Look, State, look
from checkin.gui.widgets.key_cap import cap_width, paint_cap
from checkin.gui.widgets.pressing import Pressing, between
from checkin.gui.widgets.surface import box
from checkin.gui.widgets.text_lines import break_lines

_LEAST_PAD = 12
_FILLED = (Kind.PRIMARY, Kind.VERB, Kind.ON_GROUND, Kind.ON_GROUND_MAIN)


class Button(QAbstractButton):
    """Says what happens, in words. `key` is printed on it; whoever shows the button binds the key.

    A disabled button carries its reason (`shut`), which the view shows beside it too.
    """

    def __init__(
        self, text: str = "", icon: str = "", key: str = "", kind: Kind = Kind.SECONDARY, height: int = 48,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.kind, self.key, self.icon_name = kind, key, icon
        self.type_px = {Kind.VERB: 20, Kind.QUIET: 14}.get(kind, 15)
        self._height, self._ground, self._ink, self._icon_only = height, "surface", "text", False
        self._name = ""
        self._pressing = Pressing(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy.Policy.Expanding if kind is Kind.VERB else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.set_words(text)

    def set_words(self, text: str, icon: str | None = None, key: str | None = None, name: str = "") -> None:
        """Change words, icon and key at once. `name` is what a screen reader says, else the words."""
        self.icon_name = self.icon_name if icon is None else icon
        self.key = self.key if key is None else key
        self._name = name
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name or text)
        self.updateGeometry()
        self.update()

    def set_name(self, name: str) -> None:
        """What a screen reader says in place of the words."""
        self._name = name
        self.setAccessibleName(name or self.words)

    @property
    def words(self) -> str:
        """The words on the button."""
        return self.text().replace("&&", "&")

    def set_shut(self, reason: str) -> None:
        """Disable with a reason in words, or enable with an empty one."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def set_ground(self, ground: str, ink: str) -> None:
        """The colour roles of the coloured area this button stands on."""
        self._ground, self._ink = ground, ink
        self.update()

    def set_metrics(self, height: int, type_px: int | None = None) -> None:
        """Change height and size of the words, in pixels of 100 %."""
        self._height, self.type_px = height, type_px or self.type_px
        self.updateGeometry()

    def set_icon_only(self, alone: bool, across: QSizePolicy.Policy = QSizePolicy.Policy.Fixed) -> None:
        """Show the icon alone, where words have no room; the words stay as tool tip and name.

        `across` is how the button takes part in the width when it shows its words.
        """
        self._icon_only = alone
        self.setSizePolicy(QSizePolicy.Policy.Fixed if alone else across, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.words if alone else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._icon_only:
            return QSize(theme().target(self._height), theme().target(self._height))
        return QSize(round(self._content_width(self.words) + 2 * self._pad() + 1), theme().target(self._height))

    def minimumSizeHint(self) -> QSize:
        if self.kind is not Kind.VERB or self._icon_only:
            return self.sizeHint()
        longest = max(self.words.split() or [""], key=len)
        return QSize(round(self._content_width(longest) + 2 * self._pad()), theme().target(self._height))

    def words_fit(self) -> bool:
        """True when nothing of the words is cut off at the present width."""
        if self._icon_only:
            return True
        lines = self._lines()
        wide = max(fonts.width(self._font(), line) for line in lines) + self._around(*self._parts())
        return len(lines) <= 2 and wide <= self.width() - px(_LEAST_PAD)

    def _pad(self) -> int:
        return px(12 if self.kind in (Kind.QUIET, Kind.LINK) else 16)

    def _font(self) -> QFont:
        return fonts.font(self.type_px, 600)

    def _icon_size(self) -> int:
        return px(24) if self.kind is Kind.VERB else theme().size("icon")

    def _shown_icon(self) -> str:
        return "check" if self.isCheckable() and self.isChecked() and not self.icon_name else self.icon_name

    def _around(self, icon: bool, key: bool) -> int:
        """Width of icon and cap with their gaps, where they are shown."""
        return (self._icon_size() + px(8) if icon else 0) + (px(12) + cap_width(self.key) if key else 0)

    def _content_width(self, words: str) -> float:
        return self._around(bool(self._shown_icon()), bool(self.key)) + fonts.width(self._font(), words)

    def _parts(self) -> tuple[bool, bool]:
        """Whether icon and cap are shown: in a narrow place the icon goes first, then the cap, never the words."""
        icon, key = bool(self._shown_icon()), bool(self.key)
        words = max(self.words.split() or [""], key=len) if self.kind is Kind.VERB else self.words
        room = self.width() - px(_LEAST_PAD) - fonts.width(self._font(), words)
        if icon and self._around(icon, key) > room:
            icon = False
        return icon, key and self._around(icon, key) <= room

    def _lines(self) -> list[str]:
        if self.kind is not Kind.VERB:
            return [self.words]
        return break_lines(self.words, self._font(), self.width() - 2 * self._pad() - self._around(*self._parts()))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._look(pressed=self.isDown())
        share = self._pressing.share
        if 0 < share < 1:
            fill = between(self._look(pressed=False).fill, self._look(pressed=True).fill, share)
            colours = replace(colours, fill=fill)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme().radius("verb" if self.kind is Kind.VERB else "control")
        box(painter, QRectF(self.rect()), colours.fill, colours.outline, radius, colours.line)
        if self.hasFocus():
            inset = px(3 if self.kind in _FILLED else 2)
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            box(painter, ring, None, colours.ring, radius - px(2), theme().line(2))
        self._paint_content(painter, colours)

    def _look(self, *, pressed: bool) -> Look:
        ticked = self.isCheckable() and self.isChecked()
        return look(self.kind, State(self.isEnabled(), self.underMouse(), pressed, ticked), self._ground, self._ink)

    def _paint_content(self, painter: QPainter, colours: Look) -> None:
        middle = self.height() / 2
        if self._icon_only:
            icons.paint(painter, self.icon_name, colours.text, QPointF(self.width() / 2, middle), theme().size("icon"))
            return
        lines = self._lines()
        icon, key = self._parts()
        wide = max(fonts.width(self._font(), line) for line in lines)
        x = round((self.width() - self._around(icon, key) - wide) / 2)
        if icon:
            size = self._icon_size()
            icons.paint(painter, self._shown_icon(), colours.text, QPointF(x + size / 2, middle), size)
            x += size + px(8)
        painter.setPen(colours.text)
        self._paint_lines(painter, lines, x, wide)
        if key:
            paint_cap(painter, QPointF(x + wide + px(12), middle), self.key, colours.text, colours.cap)

    def _paint_lines(self, painter: QPainter, lines: list[str], left: float, wide: float) -> None:
        painter.setFont(self._font())
        step = fonts.line(self._font())
        top = (self.height() - step * len(lines)) / 2
        for number, words in enumerate(lines):
            where = QRectF(left, top + number * step, wide + 2, step)
            painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
