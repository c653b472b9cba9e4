"""Labels in the window's typefaces and tones."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from checkin.gui import fonts
from checkin.gui.theme import px
from checkin.gui.widgets.text_lines import elided


class Text(QLabel):
    """A label of a type kind ("body", "label", "title" …) and tone ("text", "muted", "stop" …).

    `wraps` breaks it into lines; `elidable` marks the few texts that may lose their end and then carry the whole
    as a tool tip.
    """

    def __init__(
        self, text: str = "", kind: str | QFont = "body", tone: str = "text", wraps: bool = False,
        elidable: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._whole, self.elidable = text, elidable
        self.setFont(fonts.kind(kind) if isinstance(kind, str) else kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setWordWrap(wraps)
        self.setContentsMargins(0, 0, 0, 0)
        across = QSizePolicy.Policy.Preferred if wraps or elidable else QSizePolicy.Policy.Minimum
        self.setSizePolicy(across, QSizePolicy.Policy.Maximum if wraps else QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def setFont(self, font: QFont) -> None:  # type: ignore[override]
        self._face = font if isinstance(font, fonts.Face) else None
        fonts.wear(self, font)

    def fit_zoom(self) -> None:
        """The font at the zoom in force."""
        if self._face is not None:
            self.setFont(self._face.again())
        self._show()

    def set_text(self, text: str) -> None:
        """Show `text`; a screen reader always hears the whole of it."""
        self._whole = text
        self.setAccessibleName(text)
        self._show()

    def show_lines(self, lines: list[str]) -> None:
        """Show lines broken elsewhere in place of the whole text, which becomes the tool tip if any is left out."""
        self.setText("\n".join(lines))
        self.setToolTip(self._whole if lines and lines[-1].endswith("…") else "")

    @property
    def whole(self) -> str:
        """The text as it was set, before any of it was left out."""
        return self._whole

    def set_tone(self, tone: str) -> None:
        """Change the colour's role."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(px(24), hint.height()) if self.elidable or self.wordWrap() else hint

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.elidable:
            hint.setWidth(round(fonts.width(self.font(), self._whole)) + 2)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.elidable:
            self._show()

    def _show(self) -> None:
        shown = elided(self._whole, self.font(), self.width()) if self.elidable else self._whole
        self.setText(shown)
        if self.elidable:
            self.setToolTip(self._whole if shown != self._whole else "")
