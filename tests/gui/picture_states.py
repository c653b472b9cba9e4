"""Every state of the Desk page, each reached on the real window as a person reaches it."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from checkin.domain.badge import make_code
from checkin.domain.people import Presence
from checkin.domain.translation import say
from checkin.gui.pages.importing.columns_step import FIRST_ROWS
from checkin.gui.widgets.undo_strip import UndoStrip
from db.engine import Database
from tests.e2e.frames import StillCamera, together
from tests.gui import picture_steps as steps
from tests.gui.picture_desk import PictureDesk
from tests.gui.picture_settings import SETTINGS
from tests.gui.picture_states_doors import DOORS
from tests.gui.picture_states_people import PEOPLE
from tests.gui.picture_states_window import WINDOW
from tests.gui.picture_steps import AOIFE, INGEBORG, Shown

QUEUE = "Label-printer-2"


def first_run(desk: PictureDesk) -> Shown:
    with desk.window(empty=True) as d:
        d.wait_page("first_run")
        yield d


def idle(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        yield d


def searching(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        d.type("mari")
        d.wait(lambda: d.found and d.cards.page == "person")
        yield d


def nobody_found(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        d.type("zyx")
        d.wait(lambda: d.left.searching)
        yield d


def card(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        d.type("aoife")
        d.wait_name(AOIFE)
        d.left.results.list.person_pressed.emit(d.named(AOIFE).attendee)
        d.page.finding.leave()
        yield d


def admitted(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        steps.admitted(d, INGEBORG)
        yield d


def admitted_notice(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        steps.admitted(d, AOIFE)
        yield d


def back_in(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        steps.scan(d, "Fergus McAllister", "Back in")
        yield d


def already(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        steps.scan(d, "Iain Kerr", "Already in")
        yield d


def unpaid(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        steps.scan(d, "Friederike von der Au", "Not paid")
        yield d


def cancelled(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        steps.scan(d, "Zbigniew Kędzierzawski", "Cancelled")
        yield d


def waitlisted(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        steps.scan(d, "Bjørn Løvås", "Waiting list")
        yield d


def unknown(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        d.scan(make_code(d.named(AOIFE).badge_code[:2], 123456))
        d.wait_word("Not found")
        yield d


def unreadable(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        d.scan("https://example.org/programme?day=2")
        d.wait_word("Scan again")
        yield d


def several_badges(desk: PictureDesk) -> Shown:
    cameras: list[StillCamera] = []

    def camera() -> StillCamera:
        cameras.append(StillCamera(together(codes)))
        return cameras[-1]

    with desk.window(camera=camera) as d:
        codes = [d.named(name).badge_code for name in (AOIFE, INGEBORG)]
        d.key(Qt.Key.Key_F9)
        d.wait_word("Which one?")
        yield d


def left(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        d.type("mairi innes")
        d.wait_name("Mairi Innes")
        d.key(Qt.Key.Key_F7)
        d.wait_word("Left")
        yield d


def walk_in(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        d.key(Qt.Key.Key_F4)
        for field, text in zip(d.cards.walk_in._fields, ("Ingeborg", "Saether-Ostby", "", "Oslo", ""), strict=True):
            field.edit.setFocus()
            d.type(text)
        d.cards.walk_in.organisation.edit.setFocus()
        d.wait(lambda: d.cards.walk_in.twins.isVisible())
        yield d


def undo(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        steps.admitted(d, INGEBORG)
        d.key(Qt.Key.Key_F8)
        d.wait(lambda: d.left.findChild(UndoStrip).isVisible() and d.cards.page == "person")
        attendee = d.named(INGEBORG).attendee
        d.wait(lambda: d.page.finding.card and d.page.finding.card.person.presence is not Presence.IN)
        assert d.page.finding.card
        assert d.page.finding.card.person.attendee == attendee
        yield d


def camera_found(desk: PictureDesk) -> Shown:
    with desk.window(camera=desk.camera_on("Valérie Delacroix-N'Diaye")) as d:
        d.key(Qt.Key.Key_F9)
        d.wait_word("Admitted")
        d.wait(lambda: d.cards.verdict.text.reason == say("Badge printed") and d.left.camera._quads)
        yield d


def print_failed(desk: PictureDesk) -> Shown:
    with desk.window(printer=QUEUE) as d:
        steps.scan(d, INGEBORG, "Admitted")
        d.wait(lambda: d.window.bar.isVisible(), 15_000)
        yield d


def database_busy(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        other = Database(d.desk.home.database, d.desk.key)
        try:
            with other.write():
                for name in (AOIFE, INGEBORG):
                    d.burst(d.named(name).badge_code)
                d.wait(lambda: d.window.bar.isVisible() and d.page.parts.acting.waiting == 2)
                yield d
        finally:
            other.close()


def import_preview(desk: PictureDesk) -> Shown:
    with desk.window() as d, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "registrations-2026-03-24.csv"
        path.write_text(_LIST, encoding="utf-8")
        d.bring(str(path))
        yield d


def import_columns(desk: PictureDesk) -> Shown:
    with desk.window() as d, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "registrations-2026-03-24.csv"
        text = _LIST.replace("Country;", "Herkunft;").replace("City;", "Where do you live?;")
        path.write_text(text, encoding="utf-8")
        d.bring(str(path), "columns")
        yield d


def import_first_rows(desk: PictureDesk) -> Shown:
    with contextlib.closing(import_columns(desk)) as shown:
        for d in shown:
            d.importing.columns.ways.set_chosen(FIRST_ROWS)
            d.importing.columns.show_way(FIRST_ROWS)
            yield d


def import_done(desk: PictureDesk) -> Shown:
    with contextlib.closing(import_preview(desk)) as shown:
        for d in shown:
            d.ctrl(Qt.Key.Key_Return)
            d.wait_step("done")
            yield d


_LIST = (
    "First name;Last name;E-mail;Organisation;City;Country;Status\n"
    "Agnieszka;Wójcik;agnieszka@warszawa.example;City of Warsaw;Warsaw;Poland;confirmed\n"
    "Dimitra;Papadaki;dimitra@heraklion.example;Municipality of Heraklion;Heraklion;Greece;paid\n"
    "Pádraig;Ó Cuív;padraig@galway.example;Galway City Council;Galway;Ireland;waiting list\n"
    ";;;Somewhere;Nowhere;;confirmed\n"
    "Noor;van Dijk;noor@@utrecht.example;Gemeente Utrecht;Utrecht;Netherlands;see desk\n"
)

EVERYDAY = (
    first_run, idle, searching, nobody_found, card, admitted, admitted_notice, back_in, already, unpaid, cancelled,
    waitlisted, unknown, unreadable, several_badges, left, walk_in, undo, camera_found, print_failed, database_busy,
    import_preview, import_columns, import_first_rows, import_done,
)  # fmt: skip
STATES: dict[str, Callable[[PictureDesk], Shown]] = {
    state.__name__.replace("_", "-"): state for state in (*EVERYDAY, *PEOPLE, *DOORS, *WINDOW, *SETTINGS)
}
"""Name of the picture → how the window comes to look so."""
