"""Which languages there are, and which is spoken."""

from __future__ import annotations

import pytest

from checkin.domain.catalogue import Catalogue
from checkin.domain.pseudo_language import PseudoLanguage
from checkin.services.languages import chosen, languages, words_of


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
