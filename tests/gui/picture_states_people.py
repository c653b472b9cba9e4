"""The states of the Desk page that belong to people: forms, groups, questions, badges, messages, operators."""

from __future__ import annotations

from PySide6.QtCore import Qt

from checkin.domain.people import BadgeState, Presence, WalkIn
from tests.e2e.driver import Driver
from tests.gui import picture_steps as steps
from tests.gui.picture_desk import PictureDesk
from tests.gui.picture_steps import AOIFE, INGEBORG, Shown, admitted, bring, open_card, settle

GROUP = (
    "First name;Last name;Organisation;City;Country;Order;Ticket code;Status;Badge box;Badge number;Photo\n"
    "Jürgen;Müller;Stadt Leipzig, Sozialamt;Leipzig;Germany;SIL-2F8KD;PIC-1;confirmed;2;117;yes\n"
    "Kacper;Lewandowski;Fundacja Wspólne Podwórko;Gdańsk;Poland;SIL-2F8KD;PIC-2;confirmed;;;yes\n"
    "Søren;Mølgaard;Københavns Kommune;Copenhagen;Denmark;SIL-2F8KD;PIC-3;confirmed;;;no\n"
    "Claire;Muller;Ville de Strasbourg;Strasbourg;France;SIL-2F8KD;PIC-4;unpaid;;;\n"
)
KACPER, JURGEN = "Kacper Lewandowski", "Jürgen Müller"
TOLD = "Tell Marta when she arrives: your speaker's folder lies at the press desk."


def group(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _open_group(d)
        yield d


def group_admitted(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _open_group(d)
        d.enter()
        d.wait_word("Admitted")
        yield d


def correct(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        admitted(d, INGEBORG)
        open_card(d, INGEBORG)
        d.key(Qt.Key.Key_F2)
        d.wait_page("correct")
        field = d.cards.correct.fields["family"].edit
        field.setFocus()
        field.selectAll()
        field.insert("Sæther Østby")
        field.textEdited.emit(field.text())
        yield d


def instead_of(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        open_card(d, AOIFE)
        d.ctrl(Qt.Key.Key_I)
        d.wait_page("instead_of")
        for field, text in zip(d.cards.instead_of._fields, ("Marion", "Kavanagh", "", "", ""), strict=False):
            field.edit.setFocus()
            field.edit.insert(text)
            field.edit.textEdited.emit(text)
        d.cards.instead_of._fields[1].edit.setFocus()
        yield d


def note(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _tell(d, INGEBORG)
        open_card(d, INGEBORG)
        d.ctrl(Qt.Key.Key_N)
        d.wait_page("note")
        d.type("Wants a seat ")
        yield d


def same_person(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        twin = WalkIn("Ingeborg", "Saether-Ostby", "", "Institute for Everyday Democracy", "Oslo")
        d.services.walk_ins.register(twin)
        steps.look(d)
        open_card(d, INGEBORG)
        d.ctrl(Qt.Key.Key_M)
        d.wait(lambda: d.page.person_acts.joining.first is not None)
        open_card(d, "Ingeborg Saether-Ostby")
        d.page.run("same_person")
        d.wait_page("same_person")
        yield d


def who_else(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        open_card(d, INGEBORG)
        d.ctrl(Qt.Key.Key_M)
        d.wait(lambda: d.cards.page == "ready" and d.page.person_acts.joining.first is not None)
        yield d


def card_pre_printed(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        bring(d, GROUP)
        open_card(d, JURGEN)
        yield d


def card_kept(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        d.services.handing.keep(d.named(INGEBORG).attendee)
        open_card(d, INGEBORG)
        yield d


def card_owed(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        open_card(d, "Iain Kerr")
        yield d


def card_message(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _tell(d, INGEBORG)
        open_card(d, INGEBORG)
        yield d


def card_replaced(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        d.services.substitutes.substitute(d.named(AOIFE).attendee, WalkIn("Marion", "Kavanagh"))
        open_card(d, AOIFE)
        yield d


def card_conflict(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        contradict(d)
        open_card(d, JURGEN)
        yield d


def contradict(d: Driver) -> None:
    """A correction of the desk, which a newer list does not know."""
    bring(d, GROUP)
    d.services.correcting.correct(d.named(JURGEN).attendee, {"organisation": "Stadt Leipzig, Amt für Teilhabe"})
    bring(d, GROUP.replace("Stadt Leipzig, Sozialamt", "Stadt Leipzig, Sozialamt Mitte"))


def card_unpaid(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        open_card(d, "Friederike von der Au")
        yield d


def handed_over(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        bring(d, GROUP)
        steps.scan(d, JURGEN, "Admitted")
        yield d


def message(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _tell(d, INGEBORG)
        admitted(d, INGEBORG)
        yield d


def confirming(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        settle(d, desk_confirm="yes")
        d.wait(lambda: d.page.parts.confirms)
        d.burst(d.named(INGEBORG).badge_code)
        d.wait_name(INGEBORG)
        yield d


def one_moment_unpaid(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        settle(d, desk_faces_people="yes")
        d.scan(d.named("Friederike von der Au").badge_code)
        d.wait(lambda: d.cards.page == "verdict")
        yield d


def one_moment_cancelled(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        settle(d, desk_faces_people="yes")
        d.scan(d.named("Zbigniew Kędzierzawski").badge_code)
        d.wait(lambda: d.cards.page == "verdict")
        yield d


def undo_badge_question(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        person = admitted(d, INGEBORG)
        d.key(Qt.Key.Key_F8)
        d.wait(lambda: d.presence(person.attendee) is Presence.EXPECTED and d.left.undo_strip.isVisible())
        d.ctrl(Qt.Key.Key_1)
        d.wait(lambda: INGEBORG in d.left.undo_strip.accessibleName())
        d.wait_name(INGEBORG)
        yield d


def undo_of_another(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _signed_in(d, "cal")
        admitted(d, INGEBORG)
        steps.lock(d)
        steps.sign_in(d, "ail")
        d.key(Qt.Key.Key_F8)
        d.wait(lambda: "Callum Reid" in d.left.undo_strip.accessibleName())
        yield d


def print_again_why(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        person = admitted(d, INGEBORG)
        d.wait(lambda: d.card(person.attendee).person.badge is BadgeState.PRINTED)
        open_card(d, INGEBORG)
        d.ctrl(Qt.Key.Key_P)
        d.wait(lambda: d.left.undo_strip.isVisible())
        yield d


def admit_anyway_why(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        steps.scan(d, "Friederike von der Au", "Not paid")
        d.key(Qt.Key.Key_F11)
        d.wait(lambda: d.left.undo_strip.isVisible())
        yield d


def lock_screen(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        steps.name_team(d)
        steps.lock(d)
        yield d


def lock_waiting(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _signed_in(d, "ail")
        steps.lock(d)
        d.burst(d.named(INGEBORG).badge_code)
        d.wait(lambda: d.window.signing_in._waiting)
        yield d


def _open_group(d: Driver) -> None:
    bring(d, GROUP)
    open_card(d, KACPER)
    d.key(Qt.Key.Key_F6)
    d.wait_page("group")
    d.wait(lambda: len(d.cards.group.list.group.people) == 4)


def _tell(d: Driver, name: str) -> None:
    d.services.notes.note(d.named(name).attendee, TOLD, at_scan=True)


def _signed_in(d: Driver, letters: str) -> None:
    steps.name_team(d)
    steps.lock(d)
    steps.sign_in(d, letters)


PEOPLE = (
    group, group_admitted, correct, instead_of, note, same_person, who_else, card_pre_printed, card_kept, card_owed,
    card_message, card_replaced, card_conflict, card_unpaid, handed_over, message, confirming, one_moment_unpaid,
    one_moment_cancelled, undo_badge_question, undo_of_another, print_again_why, admit_anyway_why, lock_screen,
    lock_waiting,
)  # fmt: skip
