"""An import tells how far it is, stops when asked, and is decided before it takes the write lock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.import_watch import EVERY, ImportCancelled, Phase
from checkin.services.importing import ImportService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService
from db.queries import people
from tests.services.conftest import ROWS, Lists, changed
from tests.services.test_import_whole import acts, digest

MANY = [{"Name": f"Person {n:05}", "E-mail": f"p{n}@x.example"} for n in range(2 * EVERY + 50)]
Meanwhile = Callable[[Desk], object]


class Follower:
    """Notes what an import tells, and stops it at the n-th question."""

    def __init__(self, stop_at: int = -1) -> None:
        self.told: list[tuple[str, int, int]] = []
        self.asked, self._stop_at = 0, stop_at

    def progress(self, phase: str, done: int, total: int) -> None:
        self.told.append((phase, done, total))

    def cancelled(self) -> bool:
        self.asked += 1
        return self.asked == self._stop_at

    def bring(self, lists: Lists, path: Path, *, dry_run: bool = False) -> Any:
        return lists.service.run([path], dry_run=dry_run, progress=self.progress, cancelled=self.cancelled)


def test_each_phase_is_told_up_to_its_end(listed: Lists) -> None:
    follower = Follower()
    follower.bring(listed, listed.write(MANY, "many.csv"))
    assert [p for n, (p, *_) in enumerate(follower.told) if not n or follower.told[n - 1][0] != p] == list(Phase)
    for phase in Phase:
        steps = [(done, total) for told, done, total in follower.told if told == phase]
        assert [done for done, _ in steps] == sorted({done for done, _ in steps}), "it only moves on"
        assert len({total for _, total in steps}) == 1
    assert follower.told[-1] == (Phase.STORING, len(MANY), len(MANY))
    compared = [total for phase, _, total in follower.told if phase == Phase.COMPARING]
    assert compared[0] == len(MANY) + len(ROWS), "everybody known is looked at as well"


def test_a_cancel_at_any_moment_leaves_nothing(listed: Lists) -> None:
    path = listed.write(MANY, "many.csv")
    before = digest(listed.desk), acts(listed.desk)
    dry = Follower()
    dry.bring(listed, path, dry_run=True)
    for moment in range(1, dry.asked + 1):
        with pytest.raises(ImportCancelled):
            Follower(moment).bring(listed, path, dry_run=True)
    moment = 0
    while True:
        moment += 1
        follower = Follower(moment)
        try:
            result = follower.bring(listed, path)
        except ImportCancelled:
            assert (digest(listed.desk), acts(listed.desk)) == before
            continue
        break
    assert moment > dry.asked + 2, "it could be stopped while it was being stored, too"
    assert result.new == len(MANY)


def test_a_cancelled_first_list_leaves_no_event(lists: Lists) -> None:
    path = lists.write(MANY, "many.csv")
    dry = Follower()
    dry.bring(lists, path, dry_run=True)
    for moment in range(1, dry.asked + 3):
        with pytest.raises(ImportCancelled):
            Follower(moment).bring(lists, path)
        assert not lists.desk.has_event
    assert Follower().bring(lists, path).new == len(MANY)
    assert lists.desk.has_event


def between(monkeypatch: pytest.MonkeyPatch, meanwhile: Meanwhile) -> list[str]:
    """Let something happen after an import was decided and before it takes the lock; tells who decides again."""
    ahead, at_once, again = ImportService._ahead, ImportService._at_once, []

    def decided(self: Any, *words: Any) -> Any:
        made = ahead(self, *words)
        monkeypatch.setattr(ImportService, "_ahead", ahead)
        meanwhile(self._desk)
        return made

    def once_more(self: Any, *words: Any) -> Any:
        again.append("again")
        return at_once(self, *words)

    monkeypatch.setattr(ImportService, "_ahead", decided)
    monkeypatch.setattr(ImportService, "_at_once", once_more)
    return again


NEWER = [*changed(ROWS, 1, City="Ostrava"), {**ROWS[0], "Ticket code": "T-9", "E-mail": "new@x.example"}]


def test_a_scan_meanwhile_changes_nothing_of_what_was_decided(listed: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    again = between(monkeypatch, lambda desk: ScanService(desk).scan(ScanRequest("T-2")))
    result = listed.bring(NEWER)
    assert (result.new, result.changed, again) == (1, 1, [])
    assert ScanService(listed.desk).scan(ScanRequest("T-2")).outcome == "already"
    digest(listed.desk)


def _correct(desk: Desk) -> None:
    with desk.database.read() as connection:
        someone = next(s["attendee"] for s in people.states(connection) if s["given"] == "Jan")
    CorrectingService(desk).correct(someone, {"family": "Novotný"})


def _other_version(desk: Desk) -> None:
    ImportService(desk).run([_elsewhere(desk, NEWER)])


def _undone_version(desk: Desk) -> None:
    """Acts of people who are on no list any more: an id that was fresh is fresh no longer."""
    entry = ImportService(desk).run([_elsewhere(desk, NEWER)]).entry
    assert entry is not None
    UndoService(desk).undo(entry, "wrong")


def _elsewhere(desk: Desk, rows: Any) -> Path:
    return Lists(desk, desk.home.root / "elsewhere").write(rows)


@pytest.mark.parametrize("meanwhile", [_correct, _other_version, _undone_version])
def test_what_lists_decide_by_is_decided_again(
    meanwhile: Meanwhile, opened: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The state is the one of an import that came after it."""
    ends = []
    for racing in (False, True):
        desk = opened()
        desk.found(bytes(32), "event")
        lists = Lists(desk, tmp_path / "lists")
        lists.bring(ROWS)
        again: list[str] = []
        with monkeypatch.context() as patch:
            if racing:
                again = between(patch, meanwhile)
            else:
                meanwhile(desk)
            lists.bring(NEWER)
        assert bool(again) is racing
        digest(desk)
        with desk.database.read() as connection:
            ends.append([_bare(s) for s in people.states(connection)])
    assert ends[0] == ends[1]


def _bare(state: dict[str, Any]) -> dict[str, Any]:
    """Without ids of acts, which differ each time."""
    return {k: v for k, v in state.items() if k not in ("heads", "conflicts")}
