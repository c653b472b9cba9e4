"""Versions of one list at two desks that hear of each other now and then, one way or both, in any order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.services.care import CareService
from checkin.services.desk import Desk
from tests.conftest import FakeClock
from tests.services.at_one_desk import Front, a_second_desk
from tests.services.conftest import Lists
from tests.services.test_ten_versions import GIVEN, first_version, next_version

Done = list[tuple[str, str, str]]


@pytest.fixture
def fronts(desk: Desk, tmp_path: Path, clock: FakeClock) -> Iterator[tuple[Front, Front]]:
    """Two desks that know the first version."""
    one = Front.opened(desk, tmp_path / "lists", rows="")
    Lists(desk, tmp_path / "lists").bring(first_version(), "list.csv")
    two = a_second_desk(one, tmp_path / "second", clock)
    yield one, two
    two.desk.close()


def act(front: Front, dice: random.Random, number: int, done: Done) -> None:
    """Something that happens at a desk, with what has to be seen of it ever after."""
    code = f"T-{dice.randrange(len(GIVEN))}"
    what = dice.choice(("in", "note", "city", "Shoe"))
    told = f"{what} {number}"
    if what == "in":
        if front.outcome(code) == "admitted":
            done.append((what, code, ""))
    elif what == "note":
        front.notes.note(front.who(code), told)
        done.append((what, code, told))
    elif what == "city" or "Shoe" in front.card(code).fields:
        front.correcting.correct(front.who(code), {what: told})
        done.append((what, code, what))


def hear(front: Front, other: Front, dice: random.Random) -> None:
    """One desk gets all that the other has, in any order."""
    acts = other.acts()
    dice.shuffle(acts)
    front.take(acts)


def is_kept(front: Front, what: str, code: str, told: str) -> bool:
    card = front.card(code)
    if what == "in":
        return card.person.checked_in
    if what == "note":
        return told in [note.text for note in card.notes]
    value = card.person.city if what == "city" else card.fields.get("Shoe", "")
    return value.startswith(told)


@pytest.mark.parametrize("seed", range(10))
def test_nothing_is_lost_and_both_agree(seed: int, fronts: tuple[Front, Front], clock: FakeClock) -> None:
    dice = random.Random(f"meeting {seed}")
    versions = [first_version()]
    while len(versions) < 10:
        versions.append(next_version(versions[-1], dice, len(versions)))
    left = [dice.sample(versions[1:], 9) for _ in fronts]
    done: Done = []
    for number in range(18):
        clock.forward(minutes=1)
        mine = dice.choice([n for n in (0, 1) if left[n]])
        front = fronts[mine]
        Lists(front.desk, front.folder).bring(left[mine].pop(), f"Versión {number}.csv")
        act(fronts[dice.randrange(2)], dice, number, done)
        if dice.random() < 0.3:
            hear(front, fronts[1 - mine], dice)
    hear(fronts[0], fronts[1], dice)
    hear(fronts[1], fronts[0], dice)
    told = [CareService(front.desk).verify(signatures=False) for front in fronts]
    assert all(report.whole for report in told), told
    assert told[0].state_digest == told[1].state_digest
    assert fronts[0].conflicts.all() == fronts[1].conflicts.all()
    assert len(done) > 5
    for front in fronts:
        assert [one for one in done if not is_kept(front, *one)] == []
    newest = Lists(fronts[1].desk, fronts[1].folder).bring(versions[-1])
    assert newest.new == 0, "nobody of the list is made twice"
    assert fronts[1].is_whole()
