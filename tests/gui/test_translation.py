"""Every text of the Desk page goes through translation and none is cut, in a language a third longer than English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QRectF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from checkin.domain import translation
from checkin.domain.badge import spaced
from checkin.domain.outcome import Outcome
from checkin.domain.pseudo_language import pseudo
from checkin.gui.translator import speak
from checkin.gui.words import outcome_word
from checkin.paths import resources
from db.queries import people
from tests.e2e.driver import Driver
from tests.gui.painted import Painted, shown_in
from tests.gui.picture_desk import PictureDesk
from tests.gui.picture_states import _LIST as LIST
from tests.gui.picture_states import STATES
from tests.gui.picture_states_people import TOLD
from tests.gui.picture_steps import TEAM
from tests.gui.test_views_fit import cut

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

SIZES = ((1280, 800), (1024, 600))
COMMAND = "checkin setting "
"""A command line is the same in every language."""
_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouAEIOU]")
# What the desk, its devices and files are called, and what is scanned in the pictures.
_GIVEN = (
    "Check in Desk Label printer prints Front camera registrations csv UTF Enter Esc https example org day Alt Shift "
    "Integrated Camera Logitech BRIO Brother checkin db kB tmp backups English Deutsch Mon Tue Wed Mar March"
)


@pytest.fixture
def pseudo_window(qapp: QApplication) -> Iterator[None]:
    speak("xx")
    yield
    speak("en")


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory) -> PictureDesk:
    return PictureDesk(tmp_path_factory.mktemp("pictures"))


def data_words(d: Driver) -> set[str]:
    """Every word that belongs to the event, its people and this test, and is the same in every language."""
    found = [_GIVEN, LIST, str(d.desk.home.root), (resources() / "demo" / "glasgow.toml").read_text("utf-8")]
    found += [field.text() for field in d.window.findChildren(QLineEdit)]
    found += [field.toPlainText() for field in d.window.findChildren(QPlainTextEdit)]
    found += ["late.csv", "Desk", TOLD, " ".join(initials(name) for name, _ in TEAM)]
    told = d.page.listing._result
    if told is not None:
        found += [str(value) for value in (*told.newcomers, *told.altered, *told.gone, *told.readings)]
    if d.desk.has_event:
        found += [f"{c.here} {c.theirs}" for c in d.services.conflicts.all()]
        with d.desk.database.read() as connection:
            states = list(people.states(connection))
            found += [json.dumps(state, ensure_ascii=False) for state in states]
            found += [spaced(code[0]) for state in states for code in state["codes"]]
            found.append(str(d.desk.programme(connection)))
    return set(_WORD.findall(" ".join(found)))


def initials(name: str) -> str:
    """As a face without a picture bears them."""
    return "".join(word[0] for word in name.split())


def said_by(widget: QWidget) -> list[str]:
    """What a screen reader and a resting pointer tell of a widget."""
    told = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    if isinstance(widget, QLineEdit):
        told.append(widget.placeholderText())
    return [*told, widget.windowTitle()] if widget.isWindow() else told


def untranslated(d: Driver) -> list[str]:
    """Texts with a word that is none of the data's and not of the pseudo-language: it has a vowel without an accent."""
    known = data_words(d)
    texts = [run.text for _, found in shown_in(d.window) for run in found]
    texts += [text for w in [d.window, *d.window.findChildren(QWidget)] if w.isVisible() for text in said_by(w)]
    texts = [text for text in texts if not text.startswith(COMMAND)]
    return sorted({text for text in texts if any(_VOWEL.search(w) and w not in known for w in plain_words(text))})


def plain_words(text: str) -> list[str]:
    """Its words without any accent; of a text that lost its end not the last, which may have lost some letters."""
    words = _WORD.findall(text)
    return [word for word in (words[:-1] if text.endswith("…") else words) if word.isascii() and len(word) > 1]


def cut_off(d: Driver) -> list[str]:
    """Painted texts that lose their end or leave their widget, where that is not marked as allowed."""
    known = data_words(d)
    found = [
        f"{type(w).__name__} {run.text!r}" for w, runs in shown_in(d.window) for run in runs if lost(w, run, known)
    ]
    return sorted({*found, *cut(d.window)})


def lost(widget: QWidget, run: Painted, data: set[str]) -> bool:
    if getattr(widget, "elidable", False) or getattr(widget.parent(), "elidable", False):
        return False
    if isinstance(widget, QLineEdit) and run.text == widget.text():
        # What somebody typed may be longer than its field, which scrolls.
        return False
    if run.left < -1 or run.right > widget.width() + 1 or is_covered(widget, run):
        return True
    # Names, organisations and notes may be longer than any screen: what is lost of a text must be theirs. How they end
    # is held by the tests of their widgets.
    whole = _WORD.findall(run.text[:-1])[:-1]
    return run.text.endswith("…") and not (whole and whole[-1] in data)


def is_covered(widget: QWidget, run: Painted) -> bool:
    """Whether a button stands on a text of the widget below it, or touches it."""
    line = QRectF(run.left - 4, run.base - 4, run.right - run.left + 8, 3)
    buttons = [b for b in widget.findChildren(QAbstractButton) if b.isVisible()]
    return any(QRectF(b.rect()).translated(b.mapTo(widget, QPoint(0, 0))).intersects(line) for b in buttons)


def settle(d: Driver, width: int, height: int) -> None:
    d.window.resize(width, height)
    for _ in range(3):
        QTest.qWait(20)
        QApplication.processEvents()
    assert (d.window.width(), d.window.height()) == (width, height)


@pytest.mark.parametrize("state", list(STATES))
def test_every_text_is_translated_and_whole(pseudo_window, desk: PictureDesk, state: str) -> None:
    with contextmanager(STATES[state])(desk) as d:
        bar = d.cards.verdict.bar
        if bar.running:
            bar.pause()
        for size in SIZES:
            settle(d, *size)
            assert untranslated(d) == [], size
            assert cut_off(d) == [], size


def test_an_untranslated_text_is_found(qtbot, desk: PictureDesk) -> None:
    """The look-out itself: in English every text of the page is one that was not translated."""
    with contextmanager(STATES["idle"])(desk) as d:
        settle(d, *SIZES[0])
        found = untranslated(d)
    assert {"Ready to scan", "Last ten acts", "Undo last"} <= set(found)
    assert not {"Ő Nagy", "Ctrl F", "F4"} & set(found)


def test_qt_and_the_services_speak_the_same(pseudo_window) -> None:
    assert QCoreApplication.translate("anything", "Check in") == pseudo("Check in") == translation.say("Check in")
    assert QCoreApplication.translate("x", "%n people", "", 3) == pseudo("3 people")
    assert outcome_word(Outcome.WRONG_TIME, "Too early") == pseudo("Too early")


def test_german_is_spoken_with_qts_own_words_and_days(qapp: QApplication) -> None:
    try:
        assert speak("de") == "de"
        assert QCoreApplication.translate("anything", "Check in") == "Einchecken"
        assert QCoreApplication.translate("x", "%n more notices", "", 1) == "1 weiterer Hinweis"
        assert QCoreApplication.translate("QDialogButtonBox", "Cancel") == "Abbrechen"
        assert QLocale().language() == QLocale.Language.German
        assert QCoreApplication.translate("x", "Nobody translated this") == "Nobody translated this"
    finally:
        assert speak("en") == "en"
    assert QCoreApplication.translate("anything", "Check in") == "Check in"
    assert translation.current() is None
