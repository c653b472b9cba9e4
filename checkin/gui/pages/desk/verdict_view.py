"""The verdict: fills the card, readable from three metres, gone by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from checkin.domain.outcome import Family, Outcome
from checkin.domain.people import Notice, Person
from checkin.domain.results import ScanResult
from checkin.gui import fonts
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.verdict_painter import STRIPES, paint_ground, paint_head, paint_verdict
from checkin.gui.pages.desk.verdict_plan import VerdictPlan, VerdictText, plan_verdict, sizes_for
from checkin.gui.theme import theme
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.act_bar import ActBar
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.notice_strip import NoticeStrip
from checkin.gui.widgets.person_row import PersonRow
from checkin.gui.widgets.time_bar import HEIGHT as BAR
from checkin.gui.widgets.time_bar import TimeBar
from checkin.gui.widgets.verdict_shape import colour_of
from checkin.gui.words import belonging, outcome_word, row_chip

MOST_CANDIDATES, MOST_NOTICES = 9, 4


def stays_ms(outcome: Outcome, notices: Sequence[Notice] = ()) -> int:
    """How long a verdict stays by tokens.json, longer when there is a notice to read."""
    family = theme().tokens["families"][outcome.style.family.value]
    return int(family.get("shows_with_notice_ms", family["shows_ms"]) if notices else family["shows_ms"])


class VerdictView(QWidget):
    """Signals: `act_requested(id)`, `candidate_chosen(attendee)`, `time_ran_out()`.

    The time stands still while the pointer moves here or the focus is here.
    """

    act_requested = Signal(str)
    candidate_chosen = Signal(str)
    time_ran_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._metrics, self._sizes = NORMAL, sizes_for("M")
        self._family, self._icon, self._door, self._time = Family.LOOK, "search-x", "", ""
        self.text = VerdictText("", "", "", "", "")
        self._notices: tuple[Notice, ...] = ()
        self._candidates: tuple[Person, ...] = ()
        self._plan: VerdictPlan | None = None
        self._rest = 0
        self._strips = [NoticeStrip(self) for _ in range(MOST_NOTICES)]
        self._rows = [self._new_row(place) for place in range(MOST_CANDIDATES)]
        self.acts = ActBar(Kind.ON_GROUND, Kind.ON_GROUND, 56, True, self)
        self.main_acts = ActBar(Kind.ON_GROUND, Kind.ON_GROUND_MAIN, 56, True, self)
        self.bar = TimeBar(self)
        for acts in (self.acts, self.main_acts):
            acts.act_requested.connect(self.act_requested)
        self.bar.ran_out.connect(self.time_ran_out)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def show_result(
        self, result: ScanResult, acts: Sequence[Act] = (), stays: int | None = None, time: str | None = None,
        organisation: str | None = None, reduced_motion: bool = False,
    ) -> None:  # fmt: skip
        """Show the committed answer to a scan.

        `acts` are the buttons; on anything but a pass the first is the main one. `stays` are milliseconds, 0 until
        the next scan, None as tokens.json says. `time` replaces hours, minutes and seconds of the scan.
        """
        person = result.person
        self.text = VerdictText(
            outcome_word(result.outcome, result.word), result.name,
            organisation if organisation is not None else belonging(person) if person else "",
            result.reason, result.way_out,
        )  # fmt: skip
        self._family, self._icon = result.outcome.style.family, result.outcome.style.icon
        self._door, self._time = result.door_name, time or result.at.strftime("%H:%M:%S")
        self._notices = tuple(sorted(result.notices, key=lambda notice: not notice.urgent))
        self._candidates = result.candidates[:MOST_CANDIDATES]
        self._set_acts(acts, main=not result.outcome.passes)
        self._fill_rows()
        self.arrange()
        lasts = stays_ms(result.outcome, result.notices) if stays is None else stays
        self.bar.start(0 if self._candidates and stays is None else lasts, self._ink(), reduced_motion)
        self._announce()

    def set_reason(self, reason: str, way_out: str | None = None) -> None:
        """Change the reason while the verdict stands, as when a badge has come out."""
        way = self.text.way_out if way_out is None else way_out
        self.text = VerdictText(self.text.word, self.text.name, self.text.organisation, reason, way)
        self.arrange()

    def open_more(self) -> None:
        """Offer the acts that have no room, as F10 does."""
        self._shown_acts().open_more()

    def choose(self, number: int) -> bool:
        """Choose the n-th candidate, counted from 1; False when there is none."""
        if not 1 <= number <= len(self._candidates):
            return False
        self.candidate_chosen.emit(self._candidates[number - 1].attendee)
        return True

    def stop(self) -> None:
        """The verdict is no longer shown."""
        self.bar.stop()

    def spoken(self) -> str:
        """What a screen reader says of the verdict."""
        parts = (self.text.word, self.text.name, self.text.reason, self.text.way_out)
        notices = (f"{notice.title}: {notice.sentence}" for notice in self._notices)
        return ". ".join(part.rstrip(".") for part in (*parts, *notices) if part)

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._metrics, self._sizes = metrics, sizes_for(metrics.verdict)
        for acts in (self.acts, self.main_acts):
            acts.set_metrics(self._sizes.button, self._sizes.button_px, 12)
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # A pointer that merely lies where the verdict appears holds nothing up; one that moves is somebody reading.
        super().mouseMoveEvent(event)
        self.bar.pause()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.bar.resume()

    def arrange(self) -> None:
        """Measure the words and place buttons, notices and candidates."""
        if self.width() < 80 or not self.text.word:
            return
        s, left = self._sizes, self._left()
        foot = self.height() - s.foot
        shown = self._shown_acts()
        shown.setGeometry(left, foot - s.button, self.width() - left - s.side, s.button)
        shown.arrange()
        bottom = foot - s.button - (12 if not self._metrics.compact else 6) if self._has_buttons() else foot - 16
        below = self._height_below()
        self._plan = plan_verdict(self.text, s, self.width(), max(bottom - below, 0), left)
        self._place_below(left, round(self._plan.below) + (12 if not self._metrics.compact else 6), bottom)
        self.bar.setGeometry(0, self.height() - BAR, self.width(), BAR)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        paint_ground(painter, rect, self._family)
        if self._plan is None:
            return
        ink = theme().color(self._ink())
        paint_head(painter, rect, self._sizes, self._left(), ink, self._door, self._time)
        paint_verdict(painter, self._plan, self.text, self._family, self._icon, self._sizes)
        if self._rest:
            self._paint_rest(painter)

    def _paint_rest(self, painter: QPainter) -> None:
        """Candidates and notices without room are counted beside the buttons."""
        s = self._sizes
        painter.setFont(fonts.font(s.head, 600))
        high = s.button if self._has_buttons() else 18
        where = QRectF(0, self.height() - s.foot - high + (8 if high == 18 else 0), self.width() - s.side, high)
        if self._candidates:
            words = self.tr("%n more: type the name", "", self._rest)
        else:
            words = self.tr("1 more notice") if self._rest == 1 else self.tr("%n more notices", "", self._rest)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _ink(self) -> str:
        return f"on_{colour_of(self._family)}"

    def _left(self) -> int:
        stripes = STRIPES + 8 if self._family is Family.STOP else 0
        return max(self._sizes.side, stripes)

    def _shown_acts(self) -> ActBar:
        return self.acts if self.main_acts.empty else self.main_acts

    def _has_buttons(self) -> bool:
        """In a compact window candidates take the place of the buttons: they are the answer."""
        return not self._shown_acts().empty and not (self._metrics.compact and self._candidates)

    def _set_acts(self, acts: Sequence[Act], main: bool) -> None:
        for bar, shown in ((self.main_acts, main), (self.acts, not main)):
            bar.setVisible(shown and not (self._metrics.compact and self._candidates))
            bar.set_ground(colour_of(self._family), self._ink())
            bar.set_acts(acts if shown else ())

    def _fill_rows(self) -> None:
        for place, person in enumerate(self._candidates):
            key = self.tr("Ctrl {number}").format(number=place + 1)
            self._rows[place].set_person(person.name, belonging(person), row_chip(person), key, self.tr("This one"))
        for strip, notice in zip(self._strips, self._notices, strict=False):
            strip.set_notice(notice)

    def _height_below(self) -> int:
        """Room wanted below the plate: the first notice, or two candidates."""
        if self._candidates:
            return min(len(self._candidates), 4) * 56 + 6
        return 56 if self._notices else 0

    def _place_below(self, left: int, top: int, bottom: int) -> None:
        wide = self.width() - left - self._sizes.side
        tight = len(self._candidates) * 66 > bottom - top
        for row in self._rows:
            row.set_compact(tight)
        self._rest = len(self._candidates) + len(self._notices)
        for parts, count, gap in ((self._rows, len(self._candidates), 8), (self._strips, len(self._notices), 8)):
            for place, part in enumerate(parts):
                height = part.heightForWidth(wide) if part.hasHeightForWidth() else part.sizeHint().height()
                shown = place < count and top + height <= bottom + (4 if place else 12)
                part.setVisible(shown)
                if shown:
                    self._rest -= 1
                    part.setGeometry(left, top, wide, height)
                    top += height + gap

    def _new_row(self, place: int) -> PersonRow:
        row = PersonRow(self)
        row.clicked.connect(lambda: self.choose(place + 1))
        return row

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not self.isVisible():
            return
        if new is not None and (new is self or self.isAncestorOf(new)):
            self.bar.pause()
        else:
            self.bar.resume()

    def _announce(self) -> None:
        self.setAccessibleName(self.spoken())
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, self.spoken())
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)
