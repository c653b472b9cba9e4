"""F8 takes back the own act; of another operator's it says whose, when and about whom, and leaves it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from checkin.domain.errors import NotFound, SomebodyElses, UserError
from checkin.services.desk import Desk
from checkin.services.undo import UndoService
from db.queries import programme as queries
from tests.services.at_one_desk import ROWS, Front


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Front:
    """Ailsa and Iain may act here."""
    made = Front.opened(desk, tmp_path / "lists")
    for name in ("Ailsa", "Iain"):
        made.programme.add_operator(name, "desk")
    return made


def operator_of_last(front: Front) -> str:
    return front.people.last_acts(1)[0].operator


def test_the_own_act(front: Front) -> None:
    front.desk.sign_in("ailsa")
    entry = front.scan("T-1").entry
    assert operator_of_last(front) == "Ailsa"
    assert front.undoing.undo_here("wrong scan").undone == entry
    assert front.is_whole()


def test_somebody_elses(front: Front) -> None:
    front.desk.sign_in("Ailsa")
    entry = front.scan("T-1").entry
    front.desk.sign_in("Iain")
    with pytest.raises(SomebodyElses) as told:
        front.undoing.undo_here("wrong scan")
    assert told.value.sentence == "The last act here is by Ailsa: Ada Quill, Checked in, 09:00."
    assert told.value.advice == "Ask Ailsa, or take it back all the same."
    assert told.value.entry == entry
    assert front.card("T-1").person.checked_in
    assert front.undoing.undo(entry, "wrong scan").name == "Ada Quill"


def test_the_own_act_below_another_ones_is_not_reached_by_passing_it_over(front: Front) -> None:
    front.desk.sign_in("Ailsa")
    front.scan("T-1")
    front.desk.sign_in("Iain")
    front.scan("T-5")
    front.desk.sign_in("Ailsa")
    with pytest.raises(SomebodyElses, match="Iain: Ed Orr"):
        front.undoing.undo_here("x")


def test_told_by_a_desk_that_was_just_opened(front: Front, opened: Callable[..., Desk]) -> None:
    front.desk.sign_in("Ailsa")
    front.scan("T-1")
    fresh = opened(front.desk.home.root, "Desk A")
    with pytest.raises(SomebodyElses, match="by Ailsa: Ada Quill"):
        UndoService(fresh).undo_here("x")


def test_an_operator_who_is_none_any_more(front: Front) -> None:
    front.desk.sign_in("Ailsa")
    front.scan("T-1")
    front.desk.sign_in(None)
    front.programme.remove_operator("Ailsa")
    with pytest.raises(SomebodyElses, match="by Ailsa"):
        front.undoing.undo_here("x")
    front.desk.sign_in("Ailsa")
    with pytest.raises(UserError, match="no operator called 'Ailsa'"):
        front.scan("T-5")


def test_an_import_stays(front: Front) -> None:
    entry = front.scan("T-1").entry
    front.bring(ROWS.replace("Acme", "Newco"))
    assert front.undoing.undo_here("x").undone == entry
    with pytest.raises(NotFound, match="nothing to take back"):
        front.undoing.undo_here("x")


def test_of_everybody_when_nobody_signed_in(front: Front) -> None:
    assert not front.desk.signed_in
    entry = front.scan("T-1").entry
    assert operator_of_last(front) == "organiser"
    assert front.undoing.undo_here("x").undone == entry


def test_an_act_that_waited_keeps_its_operator(front: Front) -> None:
    """It was asked for by Ailsa, and is stored after Iain has signed in: a database that was locked meanwhile."""
    front.desk.sign_in("Ailsa")
    ailsas = front.desk.by_who_is_here(lambda: front.scan("T-1"))
    front.desk.sign_in("Iain")
    iains = front.desk.by_who_is_here(lambda: front.scan("T-5"))
    front.desk.sign_in(None)
    assert ailsas().outcome == "admitted"
    assert operator_of_last(front) == "Ailsa"
    assert iains().outcome == "admitted"
    assert operator_of_last(front) == "Iain"
    front.scan("T-2")
    assert operator_of_last(front) == "organiser"
    assert front.desk.operator_now() == "organiser"


def test_a_waiting_act_that_fails_leaves_the_next_alone(front: Front) -> None:
    front.desk.sign_in("Nobody")
    waiting = front.desk.by_who_is_here(lambda: front.scan("T-1"))
    front.desk.sign_in("Iain")
    with pytest.raises(UserError, match="no operator called 'Nobody'"):
        waiting()
    front.scan("T-5")
    assert operator_of_last(front) == "Iain"


def test_a_waiting_undo_is_the_askers(front: Front) -> None:
    front.desk.sign_in("Ailsa")
    front.scan("T-1")
    waiting = front.desk.by_who_is_here(lambda: front.undoing.undo_here("wrong scan"))
    front.desk.sign_in("Iain")
    assert waiting().name == "Ada Quill"
    history = front.card("T-1").entries
    assert [e.operator for e in history] == ["Ailsa", "Ailsa"]


def test_operators_of_several_threads_do_not_mix(front: Front) -> None:
    asked = []
    for number in range(6):
        front.desk.sign_in(("Ailsa", "Iain")[number % 2])
        asked.append(front.desk.by_who_is_here(_name_of(front)))
    front.desk.sign_in(None)
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda task: task(), asked))
    assert found == ["Ailsa", "Iain"] * 3


def test_a_thread_that_asks_while_another_reads_the_operators(front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is unknown for the moment in which the programme is known and the names are not."""
    read, reading, asked = queries.things, threading.Event(), threading.Event()

    def slow(*args: Any) -> dict[str, dict[str, Any]]:
        if args[1:] == ("operator",) and threading.current_thread() is not threading.main_thread():
            reading.set()
            assert asked.wait(10)
        return read(*args)

    front.desk.sign_in("Iain")
    front.desk.forget_programme()
    monkeypatch.setattr(queries, "things", slow)
    front.desk._operators.clear()
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(_name_of(front))
        try:
            assert reading.wait(10)
            assert _name_of(front)() == "Iain"
        finally:
            asked.set()
        assert other.result() == "Iain"


def _name_of(front: Front) -> Callable[[], str]:
    def task() -> str:
        with front.desk.database.read() as connection:
            return front.desk.operator_name(front.desk.operator(connection))

    return task


def test_every_new_act_names_its_operator(front: Front) -> None:
    front.desk.sign_in("Iain")
    ada = front.who("T-1")
    front.notes.note(ada, "x", at_scan=True)
    front.handing.keep(ada)
    front.handing.replace(ada)
    front.scans.group([ada])
    front.undo()
    done = front.instead("T-1")
    operators = {e.operator for code in (ada, done.attendee) for e in front.card(code).entries}
    assert operators == {"Iain"}
    assert front.card(ada).notes[0].operator == "Iain"
