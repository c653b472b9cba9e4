"""A field of a correction: marks itself when it was changed, and keeps in sight what stood there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.gui import fonts
from checkin.gui.widgets.field import Field
from checkin.gui.widgets.icon_label import Icon
from checkin.gui.widgets.text import Text
from checkin.gui.zooming import room


class UntilNow(QWidget):
    """What stood in a field before it was changed, with a mark; empty and in its place while nothing changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark, self._words = Icon("pencil", "accent_text", 16), Text("", fonts.font(13, 500), "accent")
        self._words.elidable = True
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        room(row, (0, 0, 0, 0), 4)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        self.show_change(None)

    @property
    def words(self) -> str:
        """What is said, "" while nothing changed."""
        return self._words.whole

    def show_change(self, old: str | None) -> None:
        """Say what stood there; None when it still does."""
        self._mark.setVisible(old is not None)
        told = self.tr("Until now: {value}").format(value=old) if old else self.tr("Until now: nothing")
        self._words.set_text("" if old is None else told)


class CorrectField(Field):
    """A field whose label tells beside it what stood there, once that was changed."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._old = ""
        self.until_now = UntilNow()
        self._put_beside_label()
        self.typed.connect(lambda _text: self.mark())

    def _put_beside_label(self) -> None:
        rows = self.layout()
        item = rows.takeAt(0) if isinstance(rows, QVBoxLayout) else None
        words = item.widget() if item is not None else None
        if words is None or not isinstance(rows, QVBoxLayout):
            raise TypeError("a field begins with its label")
        head = QHBoxLayout()
        room(head, (0, 0, 0, 0), 12)
        head.addWidget(words)
        head.addWidget(self.until_now, 1, Qt.AlignmentFlag.AlignVCenter)
        rows.insertLayout(0, head)

    def begin(self, value: str) -> None:
        """Fill the field with what stands there now."""
        self._old = value
        self.set_value(value)
        self.mark()

    @property
    def changed(self) -> bool:
        """Whether something else stands there now."""
        return self.value != self._old.strip()

    def mark(self) -> None:
        """Show the mark while the field is changed."""
        self.until_now.show_change(self._old if self.changed else None)
