"""An event goes from desk to desk in a sealed file: same id, same key, so same people for the same list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checkin.domain.errors import UserError
from checkin.paths import Home
from checkin.services.desk import Desk
from checkin.services.event_file import EventFileService
from checkin.services.programme import ProgrammeService

WORDS = "correct horse battery"


def test_a_second_desk_of_the_event_means_the_same_people(demo: Desk, tmp_path: Path) -> None:
    sealed = tmp_path / "glasgow.event"
    EventFileService(demo).export(sealed, WORDS)
    assert b"Glasgow" not in sealed.read_bytes()
    assert demo.identity.event_key not in sealed.read_bytes()
    other = Desk(Home(tmp_path / "other"), station="Desk B")
    try:
        assert EventFileService(other).load(sealed, WORDS)
        assert ProgrammeService(other).show() == ProgrammeService(demo).show()
        assert (other.identity.event_id, other.identity.event_key) == (demo.identity.event_id, demo.identity.event_key)
        assert other.identity.station_id != demo.identity.station_id
    finally:
        other.close()


@pytest.mark.parametrize("words", ["wrong horse battery", ""])
def test_another_passphrase_opens_nothing(demo: Desk, tmp_path: Path, words: str) -> None:
    sealed = tmp_path / "glasgow.event"
    EventFileService(demo).export(sealed, WORDS)
    with pytest.raises(UserError):
        EventFileService(demo).load(sealed, words)


def test_an_altered_or_cut_file_is_refused(demo: Desk, tmp_path: Path) -> None:
    sealed = tmp_path / "glasgow.event"
    EventFileService(demo).export(sealed, WORDS)
    whole = sealed.read_bytes()
    for broken in (whole[:-1], whole[:40], whole[:60] + bytes([whole[60] ^ 1]) + whole[61:]):
        sealed.write_bytes(broken)
        with pytest.raises(UserError, match="passphrase"):
            EventFileService(demo).load(sealed, WORDS)


def test_a_short_passphrase_is_refused(demo: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="short"):
        EventFileService(demo).export(tmp_path / "x", "short")
    assert not (tmp_path / "x").exists()


def test_a_folder_of_another_event_keeps_it(demo: Desk, tmp_path: Path) -> None:
    sealed = tmp_path / "glasgow.event"
    EventFileService(demo).export(sealed, WORDS)
    other = Desk(Home(tmp_path / "other"))
    try:
        ProgrammeService(other).make_event("Another", "UTC", date(2026, 3, 24))
        with pytest.raises(UserError, match="another event"):
            EventFileService(other).load(sealed, WORDS)
    finally:
        other.close()
