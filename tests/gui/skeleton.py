"""A plain window around the real views: rail, top bar, desk, strip; no services."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.outcome import Outcome
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.desk.desk_view import DeskView
from checkin.gui.widgets.rail import Rail, RailPage
from checkin.gui.widgets.status_strip import StatusStrip
from checkin.gui.widgets.strip_item import StripState
from checkin.gui.widgets.top_bar import TopBar
from checkin.gui.window_frame import WindowFrame
from tests.gui import people

PAGES = (
    RailPage("desk", "scan-line", "Desk"), RailPage("rooms", "door-open", "Rooms"), RailPage("visits", "bus", "Visits"),
    RailPage("networking", "waypoints", "Networking"), RailPage("badges", "id-card", "Badges"),
    RailPage("reports", "chart-column", "Reports"), RailPage("settings", "settings-2", "Settings"),
)  # fmt: skip
WELL = (
    StripState("waits", "green", "Nothing waiting", "3 desks agree"),
    StripState("hub", "green", "Hub", "2 s ago"),
    StripState("source", "green", "pretix", "40 s ago"),
    StripState("printer", "green", "Printer", "212 labels"),
)


class Skeleton(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.rail, self.bar, self.desk, self.strip = Rail(), TopBar(), DeskView(), StatusStrip()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.desk, 1)
        right.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.rail.set_pages(PAGES)
        self.rail.set_current("desk")
        self.strip.set_operator("Ailsa Drummond", "Desk 2")
        self.strip.set_items(WELL)
        self.strip.set_clock("08:47")
        self.desk.left.set_entries(people.ENTRIES)
        ready = self.desk.cards.ready
        ready.set_door("Main door", "EUROCITIES Social Innovation Lab (demo data)")
        ready.set_figures((
            ("Checked in", "84 of 130", "46 still to come, 3 cancelled"),
            ("Last quarter of an hour", "23", "Busiest so far: 31 from 08:15"),
            ("Next in the programme", "09:30", "Steering committee, Clyde"),
        ))  # fmt: skip

        parts = (self.rail, self.bar, self.desk, self.strip)
        self.frame = WindowFrame(self, parts, (self.bar, self.desk, self.rail, self.strip), self.rail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.frame.measure()
        super().resizeEvent(event)

    def show_card(self, card=people.CARD) -> None:
        secondary = (act("check_in_only"), act("print_only"), act("group", "Group of 4"))
        self.desk.cards.person.show_card(
            card, act("check_in_print"), secondary, (act("correct"),), (act("export_list"),), today=people.NOW.date()
        )
        self.desk.cards.show_page("person")

    def show_verdict(self, outcome: Outcome, who=None, notices=()) -> None:
        acts = {
            Outcome.ADMITTED: ("undo", "print_again"),
            Outcome.ADMITTED_AGAIN: ("undo", "print_again"),
            Outcome.LEFT: ("undo",),
            Outcome.ALREADY: ("show_person", "check_out", "different_person"),
            Outcome.UNKNOWN: ("type_name", "walk_in"),
            Outcome.UNREADABLE: ("type_name", "walk_in"),
            Outcome.AMBIGUOUS: ("type_name",),
        }.get(outcome, ("show_person", "admit_anyway"))
        verdict = self.desk.cards.verdict
        verdict.show_result(people.result(outcome, who, notices), [act(name) for name in acts])
        self.desk.cards.show_page("verdict")
