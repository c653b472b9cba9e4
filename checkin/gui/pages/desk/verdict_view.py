"""The verdict: fills the card, readable from three metres, gone by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from checkin.domain.outcome import Family, Outcome
from checkin.domain.people import Notice, Person
from checkin.domain.results import ScanResult
from checkin.gui import fonts
from checkin.gui.announcing import announce, sentences
from checkin.gui.layout_metrics import NORMAL, Metrics
from checkin.gui.pages.desk.discreet import CALM_ICON, is_covered
from checkin.gui.pages.desk.hand_over import hand_over_line, other_notices
from checkin.gui.pages.desk.verdict_painter import MARK, STRIPES, Face, Head, paint_ground, paint_head, paint_verdict
from checkin.gui.pages.desk.verdict_plan import Sizes, VerdictPlan, VerdictText, discreet_sizes, plan_verdict, sizes_for
from checkin.gui.pages.desk.verdict_stays import stays_ms
from checkin.gui.theme import px, theme
from checkin.gui.widgets.act import Act
from checkin.gui.widgets.act_bar import ActBar
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.notice_strip import NoticeStrip
from checkin.gui.widgets.person_row import PersonRow
from checkin.gui.widgets.prominent_line import ProminentLine
from checkin.gui.widgets.time_bar import HEIGHT as BAR
from checkin.gui.widgets.time_bar import TimeBar
from checkin.gui.widgets.verdict_shape import colour_of
from checkin.gui.words import NOTICE_ICONS, belonging, outcome_word, row_chip

MOST_CANDIDATES, MOST_NOTICES = 9, 4
_GAP = 8


class VerdictView(QWidget):
    """Signals: `act_requested(id)`, `candidate_chosen(attendee)`, `time_ran_out()`.

    The time stands still while the pointer moves here or the focus is here. `text` is always what the verdict says;
    on a discreet desk the large word may be another.
    """

    act_requested = Signal(str)
    candidate_chosen = Signal(str)
    time_ran_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._metrics, self._sizes = NORMAL, sizes_for("M")
        self._discreet = self._covered = False
        self._face = self._real = Face(Family.LOOK, "search-x")
        self._head = Head()
        self.text = VerdictText("", "", "", "", "")
        self._notices: tuple[Notice, ...] = ()
        self._candidates: tuple[Person, ...] = ()
        self._plan: VerdictPlan | None = None
        self._rest = 0
        self._give = ProminentLine("gift", self)
        self._strips = [NoticeStrip(self) for _ in range(MOST_NOTICES)]
        self._rows = [self._new_row(place) for place in range(MOST_CANDIDATES)]
        self.acts = ActBar(Kind.ON_GROUND, Kind.ON_GROUND, 56, True, self)
        self.main_acts = ActBar(Kind.ON_GROUND, Kind.ON_GROUND_MAIN, 56, True, self)
        self.bar = TimeBar(self)
        for acts in (self.acts, self.main_acts):
            acts.act_requested.connect(self.act_requested)
        self.bar.ran_out.connect(self.time_ran_out)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    def set_discreet(self, discreet: bool) -> None:
        """Whether people see this screen: from the next verdict on, those that let nobody pass say "One moment"."""
        self._discreet = discreet

    def show_result(
        self, result: ScanResult, acts: Sequence[Act] = (), stays: int | None = None, time: str | None = None,
        organisation: str | None = None,
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
        self._set_face(result.outcome)
        self._head = self._head_of(result, time or result.at.strftime("%H:%M:%S"))
        self._give.set_words(hand_over_line(result), colour_of(self._face.family), self._ink())
        self._notices = other_notices(result)
        self._candidates = result.candidates[:MOST_CANDIDATES]
        self._set_acts(acts, main=not result.outcome.passes)
        self._fill_rows()
        self.arrange()
        self.bar.start(stays_ms(result) if stays is None else stays, self._ink())
        self._announce()

    def set_reason(self, reason: str, way_out: str | None = None) -> None:
        """Change the reason while the verdict stands, as when a badge has come out."""
        way = self.text.way_out if way_out is None else way_out
        self.text = replace(self.text, reason=reason, way_out=way)
        self.setAccessibleName(self.spoken())
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
        parts = (
            self.text.word,
            self.text.name,
            self.text.reason,
            self.text.way_out,
            self._give.words,
            self._head.photo,
        )
        notices = (f"{notice.title}: {notice.sentence}" for notice in self._notices)
        return sentences([*parts, *notices])

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit another break point."""
        self._metrics, self._sizes = metrics, sizes_for(metrics.verdict)
        for acts in (self.acts, self.main_acts):
            acts.set_metrics(self._sizes.button, self._sizes.button_px, 12)
        self._give.set_metrics(self._sizes.reason)
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(240))

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
        if self.width() < px(80) or not self.text.word:
            return
        s, left = self._sizes, self._left()
        foot, high, gap = self.height() - s.foot, px(s.button), px(12 if not self._metrics.compact else 6)
        shown = self._shown_acts()
        shown.setVisible(self._has_buttons())
        shown.setGeometry(left, foot - high, self.width() - left - s.side, high)
        shown.arrange()
        bottom = foot - high - gap if self._has_buttons() else foot - px(16)
        below = self._height_below()
        indent = px(MARK + 10) if self._covered else 0
        self._plan = plan_verdict(self._large(), self._plan_sizes(), self.width(), max(bottom - below, 0), left, indent)
        self._place_below(left, round(self._plan.below) + gap, bottom)
        self.bar.setGeometry(0, self.height() - px(BAR), self.width(), px(BAR))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        paint_ground(painter, rect, self._face.family)
        if self._plan is None:
            return
        inks, s = (theme().color(self._ink()), theme().color(colour_of(self._face.family))), self._plan_sizes()
        where = QRectF(self._left(), s.head_middle - px(12), self.width() - self._left() - s.side, px(24))
        paint_head(painter, s, where, inks, self._head)
        paint_verdict(painter, self._plan, self._large(), self._face, s, self._real if self._covered else None)
        painter.setPen(inks[0])
        if self._rest:
            self._paint_rest(painter)

    def _paint_rest(self, painter: QPainter) -> None:
        """Candidates and notices without room are counted beside the buttons."""
        s, font = self._sizes, fonts.font(self._sizes.head, 600)
        painter.setFont(font)
        high, drop = (px(s.button), 0) if self._has_buttons() else (px(18), px(8))
        where = QRectF(0, self.height() - s.foot - high + drop, self.width() - s.side, high)
        if self._candidates:
            words = self.tr("%n more: type the name", "", self._rest)
        else:
            words = self.tr("1 more notice") if self._rest == 1 else self.tr("%n more notices", "", self._rest)
        taken = self._shown_acts().taken_width() + px(12) if self._has_buttons() else 0
        room = where.width() - self._left() - taken
        if fonts.width(font, words) > room:
            words = self.tr("%n more", "", self._rest)
        if fonts.width(font, words) > room:
            words = f"+{self._rest}"
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _set_face(self, outcome: Outcome) -> None:
        style = outcome.style
        self._covered = is_covered(style.family, self._discreet)
        self._real = Face(style.family, style.icon)
        self._face = Face(Family.LOOK, CALM_ICON) if self._covered else self._real

    def _head_of(self, result: ScanResult, time: str) -> Head:
        photo = {"yes": self.tr("Photos: yes"), "no": self.tr("Photos: no")}.get(result.photo, "")
        tells = self._real.family in (Family.GO, Family.OUT, Family.ALREADY) and not self._covered
        icon = "camera" if result.photo == "yes" else "camera-off"
        return Head(result.door_name, time, photo if tells else "", icon)

    def _large(self) -> VerdictText:
        """The text as it is painted: on a discreet desk the word itself stands small before the reason."""
        if not self._covered:
            return self.text
        small = " ".join(part for part in (self.text.word.rstrip(".?") + ":", self.text.reason) if part)
        return replace(self.text, word=self.tr("One moment"), reason=small)

    def _plan_sizes(self) -> Sizes:
        return discreet_sizes(self._sizes) if self._covered else self._sizes

    def _ink(self) -> str:
        return f"on_{colour_of(self._face.family)}"

    def _left(self) -> int:
        stripes = px(STRIPES + 8) if self._face.family is Family.STOP else 0
        return max(self._sizes.side, stripes)

    def _shown_acts(self) -> ActBar:
        return self.acts if self.main_acts.empty else self.main_acts

    def _has_buttons(self) -> bool:
        """In a compact window candidates take the place of the buttons: they are the answer."""
        return not self._shown_acts().empty and not (self._metrics.compact and self._candidates)

    def _set_acts(self, acts: Sequence[Act], main: bool) -> None:
        for bar, shown in ((self.main_acts, main), (self.acts, not main)):
            bar.setVisible(shown and not (self._metrics.compact and self._candidates))
            bar.set_ground(colour_of(self._face.family), self._ink())
            bar.set_about(self.text.name)
            bar.set_acts(acts if shown else ())

    def _fill_rows(self) -> None:
        for place, person in enumerate(self._candidates):
            key = self.tr("Ctrl {number}").format(number=place + 1)
            chip = ("", "quiet", "") if self._covered else row_chip(person)
            self._rows[place].set_person(person.name, belonging(person), chip, key, self.tr("This one"))
        for strip, notice in zip(self._strips, self._notices, strict=False):
            strip.set_notice(notice)
            if self._covered:
                strip.set_words(NOTICE_ICONS.get(notice.kind, "info"), notice.title, notice.sentence)

    def _height_below(self) -> int:
        """Room wanted below the plate: what is handed over, and the first notice, or four candidates."""
        wide = self.width() - self._left() - self._sizes.side
        give = self._give.heightForWidth(wide) + px(8) if self._give.words else 0
        if self._candidates:
            return give + min(len(self._candidates), 4) * px(56) + px(6)
        return give + (self._strips[0].heightForWidth(wide) + px(_GAP) if self._notices else 0)

    def _place_below(self, left: int, top: int, bottom: int) -> None:
        wide = self.width() - left - self._sizes.side
        tight = len(self._candidates) * px(66) > bottom - top
        for row in self._rows:
            row.set_compact(tight)
        self._rest = len(self._candidates) + len(self._notices)
        compact = self._metrics.compact
        gap = px(6 if compact else _GAP)
        self._give.setVisible(bool(self._give.words))
        if self._give.words:
            self._give.setGeometry(left, top, wide, self._give.heightForWidth(wide))
            top += self._give.height() + gap
        for parts, count in ((self._rows, len(self._candidates)), (self._strips, len(self._notices))):
            for place, part in enumerate(parts):
                height = part.heightForWidth(wide) if part.hasHeightForWidth() else part.sizeHint().height()
                shown = place < count and top + height <= bottom + px(4)
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
        announce(self, self.spoken())
