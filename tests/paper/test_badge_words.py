"""Whatever stands in the fields: what can be shown is shown, the rest is told, nothing raises."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from badge_geometry import outside, overlaps
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.badge import BadgeContent, make_code
from checkin.paper.badge import layout_badge, render_badge
from checkin.paper.breaks import body_and_unit, cut_words, two_lines
from checkin.paper.category import category_style
from checkin.paper.letters import letters_covered, shown

EMPTY = BadgeContent("", "", "", "", "", "", "")
EUROPEAN = "".join(sorted(c for c in letters_covered() if c.isalpha() and ord(c) < 0x530))
letters = st.integers(0, len(EUROPEAN) - 1).map(EUROPEAN.__getitem__)
names = st.lists(letters | st.sampled_from(" -’'"), max_size=60).map("".join)
anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=320)
codes = st.integers(0, 2**40 - 1).map(lambda number: make_code("G7", number))
templates = st.sampled_from(("label-62x100", "a6"))


def content_of(words: st.SearchStrategy[str]) -> st.SearchStrategy[BadgeContent]:
    fields = dict.fromkeys(("given", "family", "organisation", "city", "country", "category", "event_title"), words)
    return st.builds(BadgeContent, **fields, event_subtitle=words, code=codes, photo=st.sampled_from(("yes", "no", "")))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(content_of(names), templates)
def test_any_european_name_fits_and_touches_nothing(content: BadgeContent, template: str) -> None:
    layout = layout_badge(content, template)
    assert overlaps(layout) == []
    assert outside(layout) == []
    assert layout.payload == content.code


@settings(max_examples=80, deadline=None, derandomize=True)
@given(content_of(names), templates)
def test_a_given_name_is_whole_or_told(content: BadgeContent, template: str) -> None:
    layout = layout_badge(content, template)
    set_name = "".join(text.text for text in layout.of("given")).replace(" ", "")
    told = {warning.field for warning in layout.warnings}
    assert set_name == shown(content.given).text.replace(" ", "") or "given" in told


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.builds(BadgeContent, *[anything] * 7, photo=anything, event_title=anything, event_subtitle=anything), templates
)
def test_anything_at_all_makes_a_badge(content: BadgeContent, template: str) -> None:
    badge = render_badge(content, template)
    assert badge.pdf.startswith(b"%PDF")
    assert overlaps(layout_badge(content, template)) == []


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(letters, min_size=1, max_size=12).map("".join), templates)
def test_a_word_is_never_scattered(name: str, template: str) -> None:
    content = BadgeContent(name, "", "", "", "", "", "GL000000007")
    layout = layout_badge(content, template)
    document = pypdfium2.PdfDocument(render_badge(content, template).pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "".join(t.text for t in layout.of("given")) in text


def test_nothing_at_all(template) -> None:
    layout = layout_badge(EMPTY, template)
    assert layout.texts == ()
    assert [warning.field for warning in layout.warnings] == ["code"]
    assert render_badge(EMPTY, template).payload == ""


@pytest.mark.parametrize(
    ("text", "set_text", "missing"),
    [
        ("Anna", "Anna", ""),
        ("  Anna\t\n Lena\u00a0 ", "Anna Lena", ""),
        ("A\u030angstro\u0308m", "Ångström", ""),
        ("Zo\u200be\u00ad\u202e\ufe0f", "Zoe", ""),
        ("Ng\x00uyễn", "Ng uyễn", ""),
        ("Ｍüller", "Müller", ""),
        ("𝓐nna", "Anna", ""),
        ("Anna 山田", "Anna", "山田"),
        ("山-田", "", "山田"),
        ("محمد", "", "محمد"),
        ("a\ud800b", "ab", "\ud800"),
        ("x\u0323\u0301\u0302\u0303", "x\u0323\u0301", ""),
    ],
)
def test_letters(text: str, set_text: str, missing: str) -> None:
    result = shown(text)
    assert (result.text, result.missing) == (set_text, missing)


def test_letters_outside_the_typeface_are_told_and_left_out(changed: Callable[..., BadgeContent], template) -> None:
    badge = render_badge(changed(given="Yuki 雪", family="Ｙamada"), template)
    told = {warning.field: warning.text for warning in badge.warnings}
    assert "雪" in told["given"]
    assert "plain" in told["family"]
    assert "Yuki" in [text.text for text in layout_badge(changed(given="Yuki 雪"), template).of("given")]


def test_a_name_of_other_letters_leaves_its_field_empty(changed: Callable[..., BadgeContent], template) -> None:
    layout = layout_badge(changed(given="אברהם", family="Levi"), template)
    assert layout.of("given") == ()
    assert [text.text for text in layout.of("family")] == ["Levi"]
    assert "given" in {warning.field for warning in layout.warnings}


def test_a_name_too_long_for_every_size_is_left_off_and_told(changed: Callable[..., BadgeContent], template) -> None:
    layout = layout_badge(changed(given="A" * 300, family="B" * 300), template)
    assert layout.of("given") == layout.of("family") == ()
    assert {"given", "family"} <= {warning.field for warning in layout.warnings}
    assert layout.payload


def test_a_code_no_camera_could_read_is_told(changed: Callable[..., BadgeContent], template) -> None:
    for code in ("", "X" * 400, "\ud800"):
        layout = layout_badge(changed(code=code), template)
        assert (layout.qr, layout.payload) == (None, "")
        assert "code" in {warning.field for warning in layout.warnings}


def test_breaks() -> None:
    good, poor = two_lines("von und zu Hohenstein-Wallenfels")
    assert good == (("von und zu Hohenstein-", "Wallenfels"),)
    assert ("von und zu", "Hohenstein-Wallenfels") in poor
    assert two_lines("Papadimitrakopoulos") == ((), ())
    assert two_lines("") == ((), ())


def test_organisation_is_parted_at_the_first_comma_or_dash() -> None:
    assert body_and_unit("Lviv City Council, Social Policy, East") == ("Lviv City Council", "Social Policy, East")
    assert body_and_unit("Stadt – Amt") == ("Stadt", "Amt")
    assert body_and_unit("Baden-Württemberg") == ("Baden-Württemberg", "")
    assert cut_words("Directorate for Inclusive Neighbourhoods and Social") == [
        "Directorate for Inclusive Neighbourhoods…",
        "Directorate for Inclusive…",
        "Directorate…",
    ]


def test_categories_are_known_by_their_letters_and_new_ones_take_a_free_shape() -> None:
    known = {name: category_style(name).name for name in ("Policy-maker", "CHANGE MAKERS", "Organizer", "volunteers")}
    assert known == {
        "Policy-maker": "square",
        "CHANGE MAKERS": "diamond",
        "Organizer": "plus",
        "volunteers": "hexagon",
    }
    fresh = {category_style(f"Category {i}").name for i in range(60)}
    assert fresh == {"pentagon", "cross", "hourglass", "bars", "chevron"}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("word", ["policy-maker", "practitioner", "change maker", "speaker", "organiser", "volunteer"])
def test_word_on_band_has_contrast(word: str) -> None:
    assert contrast(word) >= 7


def test_words_of_new_categories_have_contrast_too() -> None:
    assert min(contrast(f"Category {i}") for i in range(60)) >= 7


def contrast(word: str) -> float:
    style = category_style(word)
    light, dark = sorted((luminance(style.ground), luminance(style.word)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
