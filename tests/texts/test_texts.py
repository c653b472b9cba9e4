"""Every text that people read goes through translation, and every catalogue is whole."""

from __future__ import annotations

import re
import string

import pytest

from checkin.domain.catalogue import Message, messages
from tests.texts.__main__ import FOLDER, TEMPLATE
from tests.texts.allowed import ALLOWED, UNSEEN
from tests.texts.extract import all_texts, modules, texts_in
from tests.texts.offences import offences
from tests.texts.po_text import gathered, written

LANGUAGES = sorted(FOLDER.glob("*.po"))
HINT = "python -m tests.texts brings the catalogues up to date"


def gaps(text: str) -> set[str]:
    """The named gaps of a text, and Qt's own."""
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return named | set(re.findall(r"%[nL\d]", text))


def untranslated() -> list[str]:
    """`module:line text` of every literal that goes past translation, wherever people read it."""
    seen = (m for m in modules() if not m[0].startswith(UNSEEN))
    return [told for module, source in seen for told in offences(module, source)]


def allowed(told: str) -> bool:
    where, _, text = told.partition(" ")
    return any(where.startswith(path) and text in texts for path, texts in ALLOWED.items())


def test_no_words_go_past_translation() -> None:
    assert [told for told in untranslated() if not allowed(told)] == []


def test_what_is_allowed_is_still_there() -> None:
    found = [told.partition(" ") for told in untranslated()]
    for path, texts in ALLOWED.items():
        there = {text for where, _, text in found if where.startswith(path)}
        assert [text for text in texts if text not in there] == [], path


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ('raise UserError("There is nobody.", say("Try again."))', ["There is nobody."]),
        ('raise UserError(f"There is no {x}.", advice)', ["There is no X."]),
        ('label.setText("Ready")', ["Ready"]),
        ('label.setText(self.tr("Ready"))', []),
        ('say("Since {x}", x=say("Now"))', []),
        ('say("Since {x}", x="Just now")', ["Just now"]),
        ('_log.warning("The camera went away: %s", kind)', []),
        ('raise ValueError("Not a date")', []),
        ('"""A docstring is none."""', []),
        ('TABLE = {1: mark("Out of labels")}', []),
        ('TABLE = {1: "Out of labels"}', ["Out of labels"]),
        ('text.translate({1: "The camera"})', ["The camera"]),
        ('key = "Ctrl Enter"', []),
        ('sql = "select name from person where id = ?"', []),
    ],
)
def test_an_untranslated_text_is_seen(line: str, seen: list[str]) -> None:
    assert [told.partition(" ")[2] for told in offences("m.py", line)] == seen


def test_every_way_of_translating_is_read() -> None:
    source = """
self.tr("One")
self.tr("%n people", "", count)
QCoreApplication.translate("words", "Two")
QT_TRANSLATE_NOOP("acts", "Three" " four")
say("Five {x}", x=1)
mark("Left", context="stock")
say_count("{n} badge", "{n} badges", n)
text.translate(table)
say(TABLE[x])
_T = QT_TRANSLATE_NOOP
_T("settings", "Six")
def _here(text: str) -> str:
    return QCoreApplication.translate("here", text)
_here("Seven")
"""
    assert [found.message for found in texts_in("m.py", source)] == [
        Message("One"), Message("%n people", "%n people"), Message("Two"), Message("Three four"), Message("Five {x}"),
        Message("Left", "", "stock"), Message("{n} badge", "{n} badges"), Message("Six"), Message("Seven"),
    ]  # fmt: skip


def test_the_template_is_up_to_date() -> None:
    assert TEMPLATE.read_text("utf-8") == written(gathered(all_texts())), HINT


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
class TestLanguage:
    """What holds for each language that is there."""

    def test_it_has_the_texts_of_the_template(self, path) -> None:
        of_template = [(m.text, m.many, m.context) for m in messages(TEMPLATE.read_text("utf-8"))]
        assert [(m.text, m.many, m.context) for m in messages(path.read_text("utf-8"))] == of_template, HINT

    def test_its_head_names_it(self, path) -> None:
        head = next(messages(path.read_text("utf-8"))).forms[0]
        assert f"Language: {path.stem}\n" in head
        assert re.search(r"X-Language-Name: \S", head)

    def test_gaps_keys_and_blanks_are_those_of_the_english_text(self, path) -> None:
        wrong = []
        for m in messages(path.read_text("utf-8")):
            for form in m.forms if m.text else ():
                english = {frozenset(gaps(m.text)), frozenset(gaps(m.many or m.text))}
                same_ends = (form[:1].isspace(), form[-1:].isspace()) == (m.text[:1].isspace(), m.text[-1:].isspace())
                keys = re.findall(r"\bF\d{1,2}\b", m.text) == re.findall(r"\bF\d{1,2}\b", form)
                if form and not (frozenset(gaps(form)) in english and same_ends and keys):
                    wrong.append((m.text, form))
        assert wrong == []


@pytest.mark.parametrize(
    "part",
    [
        "checkin/domain/",
        "checkin/services/verdict.py",
        "checkin/services/histories.py",
        "checkin/services/telling.py",
        "checkin/gui/words.py",
        "checkin/gui/pages/desk/",
        "checkin/devices/printer_state.py",
    ],
)
def test_german_is_complete_for_the_desk(part: str) -> None:
    """The Desk page and every verdict. A text that is new elsewhere may still be English."""
    said_here = {(found.message.text, found.message.context) for found in all_texts() if found.module.startswith(part)}
    german = {(m.text, m.context): m for m in messages((FOLDER / "de.po").read_text("utf-8"))}
    assert said_here
    assert [text for text, context in sorted(said_here) if not all(german[text, context].forms)] == [], HINT
