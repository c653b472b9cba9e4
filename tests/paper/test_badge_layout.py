"""Where things stand on a badge: sizes of the design's table, safe area, nothing on top of anything."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from badge_geometry import outside, overlaps

from checkin.domain.badge import BadgeContent
from checkin.domain.errors import UserError
from checkin.paper.badge import TEMPLATES, layout_badge


def test_given_names_come_out_at_the_sizes_of_the_design(sample, template) -> None:
    given = layout_badge(sample.content, template).of("given")
    assert abs(given[0].size - sample.size(template)) <= 1
    assert " ".join(text.text for text in given).replace("- ", "-") == sample.content.given


def test_nothing_overlaps_and_all_ink_is_safe(sample, template) -> None:
    layout = layout_badge(sample.content, template)
    assert overlaps(layout) == []
    assert outside(layout) == []
    code = layout.of("code")[0]
    assert layout.qr is not None
    assert code.box[1] - (layout.qr.y + layout.qr.side) >= 2


def test_only_the_two_organisations_of_the_design_are_shortened_on_the_label(sample) -> None:
    told = {warning.field for warning in layout_badge(sample.content).warnings}
    assert told == ({"organisation"} if sample.content.given in ("Aoife", "Maximiliane-Alexandra") else set())


def test_nothing_is_shortened_on_a6(sample) -> None:
    assert layout_badge(sample.content, "a6").warnings == ()


def test_text_starts_at_its_ink(sample, template) -> None:
    edge = 9.0 if template == "a6" else 5.0
    for field in ("given", "family", "organisation", "city"):
        assert all(text.box[0] == pytest.approx(edge) for text in layout_badge(sample.content, template).of(field))


def test_family_and_organisation_keep_their_least_sizes(sample, template) -> None:
    layout = layout_badge(sample.content, template)
    assert min(text.size for text in layout.of("family")) >= (16 if template == "a6" else 14)
    assert min(text.size for text in layout.texts) >= 8


def test_a_name_is_divided_after_a_particle_only_where_nothing_else_fits(named: dict[str, BadgeContent]) -> None:
    person = named["Maximiliane-Alexandra"]
    label, a6 = layout_badge(person), layout_badge(person, "a6")
    assert [text.text for text in label.of("family")] == ["von und zu Hohenstein-", "Wallenfels"]
    assert [text.text for text in a6.of("family")] == ["von und zu", "Hohenstein-Wallenfels"]


def test_a_long_single_word_shrinks_and_is_told(changed: Callable[..., BadgeContent]) -> None:
    layout = layout_badge(changed(given="Papadimitrakopoulos"))
    assert layout.of("given")[0].size == pytest.approx(25, abs=1)
    assert "given" in {warning.field for warning in layout.warnings}


def test_an_accent_on_the_first_capital_pushes_the_name_down(changed: Callable[..., BadgeContent]) -> None:
    plain = layout_badge(changed(given="Olafur", organisation="", family="Li")).of("given")[0]
    accented = layout_badge(changed(given="Ólafur", organisation="", family="Li")).of("given")[0]
    assert accented.baseline - plain.baseline == pytest.approx(2, abs=0.5)
    assert accented.box[1] >= 4.0 + 6.4 + 1.7 - 0.01


def test_a_family_name_takes_the_place_of_a_missing_given_name(changed: Callable[..., BadgeContent], template) -> None:
    alone = layout_badge(changed(given="", family="Li"), template).of("family")
    both = layout_badge(changed(given="Li", family=""), template).of("given")
    assert [(t.text, t.size, t.line.weight, t.baseline) for t in alone] == [
        (t.text, t.size, t.line.weight, t.baseline) for t in both
    ]


def test_missing_fields_close_up_and_nothing_fixed_moves(changed: Callable[..., BadgeContent], template) -> None:
    whole, bare = (
        layout_badge(changed(), template),
        layout_badge(changed(city="", country="", organisation=""), template),
    )
    assert (bare.qr, bare.photo, bare.of("code")) == (whole.qr, whole.photo, whole.of("code"))
    assert bare.of("given")[0].box[:2] == pytest.approx(whole.of("given")[0].box[:2])
    assert bare.of("organisation") == bare.of("city") == bare.of("country") == ()


def test_without_a_city_the_organisation_stands_at_the_foot(changed: Callable[..., BadgeContent]) -> None:
    layout = layout_badge(changed(city="", country="", organisation="Gemeente Utrecht"))
    assert layout.of("organisation")[0].baseline == pytest.approx(57.4, abs=1)


def test_city_alone_stands_on_the_common_baseline(changed: Callable[..., BadgeContent]) -> None:
    assert layout_badge(changed(country=""), "a6").of("city")[0].baseline == pytest.approx(114.4)


def test_without_a_category(changed: Callable[..., BadgeContent]) -> None:
    label, a6 = layout_badge(changed(category="")), layout_badge(changed(category=""), "a6")
    assert label.band is None
    assert label.of("event_title")[0].x == pytest.approx(5.0)
    assert a6.band is not None
    assert (a6.band.fill, a6.shape) == ("#E9ECF1", None)


def test_a_long_category_shrinks_then_is_cut_within_its_tag(changed: Callable[..., BadgeContent]) -> None:
    layout = layout_badge(changed(category="Press and media partners of the host city"))
    assert layout.band is not None
    assert layout.band.width <= 47.05
    assert layout.of("category")[0].size == 10
    assert "category" in {warning.field for warning in layout.warnings}


def test_widest_code_is_shown_whole_beside_the_place(changed: Callable[..., BadgeContent], template) -> None:
    layout = layout_badge(changed(code="MWMWMWMWMWM", city="Llanfairpwllgwyngyllgogerychwyrn"), template)
    assert layout.of("code")[0].text == "MWMW MWM WMWM"
    assert overlaps(layout) == []


def test_qr_stands_where_the_design_says(aoife: BadgeContent, template) -> None:
    qr = layout_badge(aoife, template).qr
    assert qr is not None
    x, y, side, modules = (74.85, 87.38, 21.17, 25) if template == "a6" else (75.95, 33.27, 19.05, 25)
    assert (qr.x, qr.y, qr.side) == pytest.approx((x, y, side), abs=0.05)
    assert (qr.symbol.modules, qr.symbol.designator) == (modules, "2-H")


def test_unknown_template_is_told_with_the_known_ones(aoife: BadgeContent) -> None:
    with pytest.raises(UserError) as told:
        layout_badge(aoife, "a7")
    assert all(name in told.value.advice for name in TEMPLATES)
