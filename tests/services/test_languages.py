"""Which languages there are, and which is spoken."""

from __future__ import annotations

import json
import re

import pytest

from checkin.devices.printer_faults import no_such_printer
from checkin.domain.catalogue import Catalogue
from checkin.domain.pseudo_language import PseudoLanguage, pseudo
from checkin.domain.translation import use
from checkin.services.badges import BadgeService
from checkin.services.languages import chosen, languages, words_of
from checkin.services.scan import PrintWish, ScanRequest, ScanService
from checkin.services.undo import UndoService


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch) -> None:
    monkeypatch.delenv("CHECKIN_LANGUAGE", raising=False)


def test_english_comes_first_and_german_by_its_own_name() -> None:
    assert languages()[0] == ("en", "English")
    assert ("de", "Deutsch") in languages()
    assert len({language for language, _ in languages()}) == len(languages())


@pytest.mark.parametrize(
    ("wish", "system", "spoken"),
    [
        ("system", ["de-AT", "en-GB"], "de"),
        ("system", ["de_CH"], "de"),
        ("system", ["tlh", "de"], "de"),
        ("system", ["en-GB", "de-AT"], "en"),
        ("system", ["C"], "en"),
        ("system", ["xx"], "en"),
        ("", [], "en"),
        ("de", ["en"], "de"),
        ("en", ["de"], "en"),
        ("tlh", ["de"], "en"),
        ("../de", ["de"], "en"),
        ("xx", [], "xx"),
    ],
)
def test_the_language_of(wish: str, system: list[str], spoken: str) -> None:
    assert chosen(wish, system) == spoken


def test_the_variable_goes_first(monkeypatch) -> None:
    monkeypatch.setenv("CHECKIN_LANGUAGE", "de")
    assert chosen("en", ["en"]) == "de"


def test_the_words_of_a_language() -> None:
    assert words_of("en") is None
    assert words_of("tlh") is None
    assert isinstance(words_of("xx"), PseudoLanguage)
    german = words_of("de")
    assert isinstance(german, Catalogue)
    assert german.find("Check in") == "Einchecken"


class _BrokenPrinter:
    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        raise no_such_printer("L-2")


def test_a_cause_is_read_in_german_and_stored_in_english(listed) -> None:
    badges = BadgeService(listed.desk, lambda _: _BrokenPrinter())
    ScanService(listed.desk).scan(ScanRequest("T-1", print_wish=PrintWish("label-62x100", "L-2")))
    before = use(words_of("de"))
    try:
        job = badges.step()
        assert job is not None
        assert job.cause == "Es gibt keinen Drucker L-2. Unter Einstellungen, Drucker einen anderen wählen."
        again = badges.repeat(job.job).job
        badges.step()
        assert badges.confirm(again, False).cause == "Es kam nicht heraus."
    finally:
        use(before)
    with listed.desk.database.read() as connection:
        causes = connection.exec_driver_sql("select cause from print_job order by job").scalars().all()
    english = "There is no printer L-2. Choose another one in Settings, Printers."
    assert causes == [english, "It did not come out."]


def test_the_journal_is_the_same_in_every_language(listed) -> None:
    """What is stored with an act never depends on the language of the desk."""
    before = use(words_of("xx"))
    try:
        told = ScanService(listed.desk).scan(ScanRequest("T-1"))
        ScanService(listed.desk).scan(ScanRequest("nobody's"))
        UndoService(listed.desk).undo(told.entry, "wrong scan")
    finally:
        use(before)
    assert told.reason == pseudo("Welcome")
    with listed.desk.database.read() as connection:
        rows = connection.exec_driver_sql("select body, pii from act").fetchall()
    stored = json.dumps([json.loads(part) for row in rows for part in row if part], ensure_ascii=False)
    assert "wrong scan" in stored
    assert not re.search("[ĥķťŵğĵ]", stored)
