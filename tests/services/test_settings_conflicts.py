"""Settings stay at this desk; conflicts stay until somebody has looked, and both facts stay with them."""

from __future__ import annotations

import pytest

from checkin.domain.errors import NotFound, UserError
from checkin.services.care import CareService
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.people import PeopleService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.settings import SETTINGS, SettingService
from checkin.services.undo import UndoService
from tests.services.conftest import ROWS, Lists, changed


def test_settings_have_their_defaults(desk: Desk) -> None:
    service = SettingService(desk)
    assert [(s.key, value) for s, value in service.all()] == [(s.key, s.default) for s in SETTINGS]
    for setting in SETTINGS:
        assert service.get(setting.key) == setting.default
        assert not setting.choices or setting.default in setting.choices


def test_a_setting_is_kept(desk: Desk) -> None:
    SettingService(desk).set("look.theme", "dark")
    assert SettingService(desk).get("look.theme") == "dark"
    assert {s.key: v for s, v in SettingService(desk).all()}["look.theme"] == "dark"


@pytest.mark.parametrize("setting", [s for s in SETTINGS if s.choices], ids=lambda s: s.key)
def test_every_choice_is_taken_and_nothing_else(setting: object, desk: Desk) -> None:
    service = SettingService(desk)
    for choice in setting.choices:  # type: ignore[attr-defined]
        service.set(setting.key, choice)  # type: ignore[attr-defined]
        assert service.get(setting.key) == choice  # type: ignore[attr-defined]
    with pytest.raises(UserError):
        service.set(setting.key, "neither this nor that")  # type: ignore[attr-defined]
    assert service.get(setting.key) == setting.choices[-1]  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", ["101", "-1", "loud", "", "5.5", "٣x"])
def test_sound_is_on_or_off(value: str, desk: Desk) -> None:
    with pytest.raises(UserError):
        SettingService(desk).set("sound.on", value)


def test_a_setting_is_no_act_and_not_digested(listed: Lists) -> None:
    before = CareService(listed.desk).verify()
    SettingService(listed.desk).set("look.theme", "dark")
    after = CareService(listed.desk).verify()
    assert (before.entries, before.state_digest) == (after.entries, after.state_digest)


def a_conflict(lists: Lists, city: str = "Olomouc") -> None:
    CorrectingService(lists.desk).correct(PeopleService(lists.desk).resolve("T-2"), {"city": city})
    lists.bring(changed(ROWS, 1, City="Ostrava"))


def test_a_conflict_is_told_and_acknowledged(listed: Lists) -> None:
    a_conflict(listed)
    service = ConflictService(listed.desk)
    before = CareService(listed.desk).verify().state_digest
    told = service.all()[0]
    assert (told.kind, told.name, told.acknowledged) == ("field_changed_twice", "Jan Novák", False)
    assert "city" in told.text
    assert "Olomouc" in told.text
    seen, entry = service.acknowledge(told.id)
    assert seen.acknowledged
    assert entry
    assert service.all() == [seen], "it stays"
    after = CareService(listed.desk).verify(signatures=True)
    assert after.whole
    assert after.state_digest != before, "acknowledgements are part of the state"


def test_a_decision_ends_a_conflict(listed: Lists) -> None:
    a_conflict(listed)
    CorrectingService(listed.desk).correct(PeopleService(listed.desk).resolve("T-2"), {"city": "Ostrava"})
    assert ConflictService(listed.desk).all() == []


def test_taking_the_correction_back_ends_it_too(listed: Lists) -> None:
    entry = CorrectingService(listed.desk).correct(PeopleService(listed.desk).resolve("T-2"), {"city": "Olomouc"})[2]
    listed.bring(changed(ROWS, 1, City="Ostrava"))
    UndoService(listed.desk).undo(entry, "the list was right")
    assert ConflictService(listed.desk).all() == []
    assert PeopleService(listed.desk).card(PeopleService(listed.desk).resolve("T-2")).person.city == "Ostrava"


def test_two_who_were_in_become_one(listed: Lists) -> None:
    """Two registrations of one person were both checked in: that they were is told."""
    scans, people = ScanService(listed.desk), PeopleService(listed.desk)
    scans.scan(ScanRequest("T-1"))
    scans.scan(ScanRequest("T-2"))
    CorrectingService(listed.desk).merge(people.resolve("T-1"), people.resolve("T-2"))
    told = [c for c in ConflictService(listed.desk).all() if c.kind == "admitted_twice"]
    assert len(told) == 1
    assert told[0].text.count("Desk A") == 2


def test_there_is_nothing_to_acknowledge(listed: Lists) -> None:
    assert ConflictService(listed.desk).all() == []
    with pytest.raises(NotFound):
        ConflictService(listed.desk).acknowledge("nothing")
