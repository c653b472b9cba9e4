"""A person's bookings on the card: today first, clashes told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.domain.people import Booking
from checkin.gui import fonts
from checkin.gui.theme import px, theme
from checkin.gui.widgets.chip import chip_width, paint_chip
from checkin.gui.widgets.text_lines import elided
from checkin.gui.words import day_and_clock

ROW = 40
HEAD = 26
_TIME = 100


def in_order(bookings: Sequence[Booking], today: date | None) -> list[Booking]:
    """Today's first, then the coming days, then what is over or has no time; by time within each."""

    def rank(booking: Booking) -> tuple[int, datetime]:
        if booking.starts is None:
            return 2, datetime.min
        day = booking.starts.date()
        place = 0 if day == today else 1 if today is None or day > today else 2
        return place, booking.starts.replace(tzinfo=None)

    return sorted(bookings, key=rank)


class BookingList(QWidget):
    """Heading and rows of 40. Shows as many rows as it was given room for; the heading counts the rest."""

    elidable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bookings: list[Booking] = []
        self._today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bookings(self, bookings: Sequence[Booking], today: date | None) -> None:
        """Show these bookings."""
        self._bookings, self._today = in_order(bookings, today), today
        said = "; ".join(f"{day_and_clock(b.starts, today)} {b.name}, {self._chip(b)[0]}" for b in self._bookings)
        self.setAccessibleName(self.tr("Bookings: {list}").format(list=said) if said else "")
        self.update()

    @property
    def count(self) -> int:
        """How many bookings there are."""
        return len(self._bookings)

    @property
    def folded(self) -> list[Booking]:
        """Those that have no room."""
        return self._bookings if self.isHidden() else self._bookings[self._rows :]

    @property
    def _rows(self) -> int:
        return max(0, (self.height() - px(HEAD)) // px(ROW))

    def height_for(self, room: int) -> int:
        """The height it can use of `room`, 0 when not even one row fits."""
        rows = min(self.count, (room - px(HEAD)) // px(ROW))
        return px(HEAD) + rows * px(ROW) if rows > 0 else 0

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(HEAD) + px(ROW) * self.count)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), 0)

    def _chip(self, booking: Booking) -> tuple[str, str, str]:
        if booking.clashes:
            return self.tr("Time clash"), "hold", "triangle-alert"
        if booking.state == "waitlisted":
            return self.tr("Waiting list"), "quiet", "hourglass"
        return self.tr("Booked"), "quiet", ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().color("text_muted"))
        painter.setFont(fonts.font(14, 600))
        head = QRectF(0, 0, self.width(), px(HEAD - 4))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, self.tr("Bookings"))
        rows = self._rows
        if self.count > rows:
            painter.setFont(fonts.font(14, 400))
            words = self.tr("%n more under More F10", "", self.count - rows)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(head, flags, words)
        for place, booking in enumerate(self._bookings[:rows]):
            self._paint_row(painter, QRectF(0, px(HEAD) + place * px(ROW), self.width(), px(ROW)), booking)

    def _paint_row(self, painter: QPainter, row: QRectF, booking: Booking) -> None:
        word, tone, icon = self._chip(booking)
        wide = chip_width(word, icon)
        painter.setPen(theme().color("text_muted"))
        painter.setFont(fonts.font(15, 400))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, day_and_clock(booking.starts, self._today))
        room = row.width() - px(_TIME) - wide - px(12)
        font = fonts.font(15, 500)
        painter.setPen(theme().color("text"))
        painter.setFont(font)
        words = elided(booking.name, font, room)
        painter.drawText(row.adjusted(px(_TIME), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        paint_chip(painter, QRectF(row.right() - wide, row.center().y() - px(13), wide, px(26)), word, tone, icon)
        line = QPointF(row.left(), row.bottom() - 0.5), QPointF(row.right(), row.bottom() - 0.5)
        painter.setPen(theme().color("border"))
        painter.drawLine(*line)
