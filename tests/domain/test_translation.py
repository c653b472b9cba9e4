"""Texts in another language: looked up, filled, and English where a language fails."""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain import translation
from checkin.domain.catalogue import catalogue_of, messages
from checkin.domain.pseudo_language import LONGER, PseudoLanguage, pseudo
from checkin.domain.translation import in_english, mark, say, say_count, together

PO = r"""
# German, for this test
msgid ""
msgstr ""
"Language: de\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#: some/module.py
msgid "Welcome"
msgstr "Willkommen"

msgid "Since {since} at {station}"
msgstr ""
"Seit {since} "
"an {station}"

msgid "There is no door {door}."
msgstr "Keine Tür {tür}."

msgctxt "stock"
msgid "Left"
msgstr "Übrig"

msgid "Left"
msgstr "Gegangen"

msgid "{n} badge waits"
msgid_plural "{n} badges wait"
msgstr[0] "{n} Ausweis wartet"
msgstr[1] "{n} Ausweise warten"

#, fuzzy
msgid "Blocked"
msgstr "Vielleicht gesperrt"

msgid "Not done"
msgstr ""

msgid "A \"quoted\"\ttext\n"
msgstr "Ein \"zitierter\"\tText\n"

#~ msgid "Gone"
#~ msgstr "Fort"
"""
POLISH = r"""
msgid ""
msgstr "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

msgid "{n} person"
msgid_plural "{n} people"
msgstr[0] "{n} osoba"
msgstr[1] "{n} osoby"
msgstr[2] "{n} osób"
"""


@pytest.fixture
def german() -> Iterator[None]:
    before = translation.use(catalogue_of(PO))
    yield
    translation.use(before)


def test_without_a_catalogue_everything_is_english() -> None:
    assert translation.current() is None
    assert say("Welcome") == "Welcome"
    assert say("braces {stay} where no gap is filled") == "braces {stay} where no gap is filled"
    assert say("Since {since} at {station}", since="08:31", station="Desk 2") == "Since 08:31 at Desk 2"
    assert [say_count("{n} badge waits", "{n} badges wait", n) for n in (1, 2)] == ["1 badge waits", "2 badges wait"]
    assert mark("Welcome") == "Welcome"


def test_the_catalogue_speaks(german) -> None:
    assert say("Welcome") == "Willkommen"
    assert say("Since {since} at {station}", since="08:31", station="{x}") == "Seit 08:31 an {x}"
    assert [say_count("{n} badge waits", "{n} badges wait", n) for n in (0, 1, 2)] == [
        "0 Ausweise warten", "1 Ausweis wartet", "2 Ausweise warten",
    ]  # fmt: skip
    assert (say("Left"), say("Left", context="stock")) == ("Gegangen", "Übrig")
    assert say('A "quoted"\ttext\n') == 'Ein "zitierter"\tText\n'


@pytest.mark.parametrize("text", ["Blocked", "Not done", "Gone", "Never heard of"])
def test_what_is_fuzzy_empty_gone_or_new_stays_english(german, text: str) -> None:
    assert say(text) == text


def test_a_translation_with_another_gap_falls_back_to_english(german) -> None:
    assert say("There is no door {door}.", door="x") == "There is no door x."


def test_what_was_said_knows_its_english(german) -> None:
    since = say("Since {since} at {station}", since="08:31", station=say("Welcome"))
    assert (since, in_english(since)) == ("Seit 08:31 an Willkommen", "Since 08:31 at Welcome")
    both = together(say("Welcome"), say("Not done"), "x")
    assert (both, in_english(both)) == ("Willkommen Not done x", "Welcome Not done x")
    assert in_english("plain") == "plain"
    assert type(together("a", "b")) is str


def test_a_language_with_three_forms() -> None:
    before = translation.use(catalogue_of(POLISH))
    try:
        told = [say_count("{n} person", "{n} people", n) for n in (1, 2, 5, 12, 22)]
    finally:
        translation.use(before)
    assert told == ["1 osoba", "2 osoby", "5 osób", "12 osób", "22 osoby"]


def test_the_header_is_read() -> None:
    assert catalogue_of(PO).header["language"] == "de"
    assert next(messages(PO)).text == ""


@pytest.mark.parametrize("wrong", ['msgid "a\nmsgstr "b"\n', "msgid a b\n", 'msgstr "b"\n', "nonsense\n"])
def test_what_is_no_catalogue_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):
        catalogue_of(wrong)


def test_it_reads_as_gettext_does() -> None:
    """The standard library's own reader, fed with a file made of what was read, says the same."""
    catalogue = catalogue_of(PO)
    peer = gettext.GNUTranslations(io.BytesIO(_compiled(catalogue)))
    for text in ("Welcome", "Left", 'A "quoted"\ttext\n', "Blocked", "Since {since} at {station}"):
        assert (catalogue.find(text) or text) == peer.gettext(text)
    assert catalogue.find("Left", "stock") == peer.pgettext("stock", "Left")
    one, many = "{n} badge waits", "{n} badges wait"
    assert [catalogue.find_count(one, many, n) for n in range(4)] == [peer.ngettext(one, many, n) for n in range(4)]


def _compiled(catalogue) -> bytes:
    """The binary form (.mo) of a catalogue, as the manual of GNU gettext describes it."""
    entries = {b"": "".join(f"{k}: {v}\n" for k, v in catalogue.header.items()).encode()}
    many = {m.text: m.many for m in messages(PO)}
    for (context, text), forms in catalogue.texts.items():
        key = f"{context}\x04{text}" if context else text
        key += f"\0{many[text]}" if many.get(text) else ""
        entries[key.encode()] = "\0".join(forms).encode()
    keys, start = sorted(entries), 28 + 16 * len(entries)
    index, data = [], b""
    for column in ([*keys], [entries[k] for k in keys]):
        for part in column:
            index += [len(part), start + len(data)]
            data += part + b"\0"
    numbers = [0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0, *index]
    return b"".join(n.to_bytes(4, "little") for n in numbers) + data


@pytest.mark.parametrize(
    "text", ["Ctrl P", "Enter", "F10", "Ctrl Enter", "{span}", "{name}, {text}, {time}", "", "Ctrl {number}", "–"]
)
def test_the_pseudo_language_keeps_key_caps_and_gaps(text: str) -> None:
    assert pseudo(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Find the name, or press F4 for a walk-in.", "F4"),
        ("Choose with Ctrl 1 to 9.", "Ctrl 1"),
        ("Since {since} at {station}, {ago}", "{station}"),
        ("%n more under More F10", "%n"),
        ("`checkin show` lists the acts of a person.", "`checkin show`"),
    ],
)
def test_the_pseudo_language_keeps_what_is_no_word(text: str, kept: str) -> None:
    made = pseudo(text)
    assert kept in made
    assert (made[0], made[-1]) == ("[", "]")
    assert text not in made


@given(st.from_regex(r"[A-Z][a-z]*[aeiou][a-z]*( [a-z]*[aeiou][a-z]*){0,12}[.?]?", fullmatch=True))
def test_the_pseudo_language_is_a_third_longer(text: str) -> None:
    assert len(pseudo(text)) >= round((1 + LONGER) * len(text), 6)
    assert len(pseudo(text)) <= max((1 + LONGER) * len(text) + 1, len(text) + 2)


def test_the_pseudo_language_has_both_numbers() -> None:
    words = PseudoLanguage()
    assert words.find_count("{n} badge", "{n} badges", 1) != words.find_count("{n} badge", "{n} badges", 2)
