"""Colours, fonts and icons: what tokens.json promises is what the window paints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette

from checkin.domain.outcome import Family, Outcome
from checkin.domain.people import Status
from checkin.gui import fonts, icons, words
from checkin.gui.models.act_list_model import _KINDS
from checkin.gui.pages.desk import acts
from checkin.gui.palette import ROLES, palette
from checkin.gui.stylesheet import stylesheet
from checkin.gui.theme import RESOURCES, Mode, theme
from checkin.gui.widgets.verdict_shape import colour_of, shape_of

MODES = [mode.value for mode in Mode]
SOURCE = Path(__file__).resolve().parents[2] / "checkin"


def luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def blended(top: QColor, share: float, ground: QColor) -> QColor:
    mixed = (share * a + (1 - share) * b for a, b in zip(top.getRgbF()[:3], ground.getRgbF()[:3], strict=True))
    return QColor.fromRgbF(*mixed)


@pytest.mark.parametrize("mode", MODES)
def test_every_documented_pair_has_the_contrast_it_promises(mode: str) -> None:
    table = theme().tokens["themes"][mode]
    for pair in theme().tokens["contrast"]:
        found = contrast(QColor(table[pair["text"]]), QColor(table[pair["background"]]))
        assert found >= pair["needs"], pair
        assert found == pytest.approx(pair[mode], abs=0.06), pair


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("role", ["go", "hold", "stop", "out", "look"])
def test_the_plate_raises_the_contrast_of_a_verdicts_reason(mode: str, role: str) -> None:
    table = theme().tokens["themes"][mode]
    top, share = (QColor("white"), 0.27) if role == "hold" else (QColor("black"), 0.16)
    plate = blended(top, share, QColor(table[role]))
    assert contrast(QColor(table[f"on_{role}"]), plate) >= 7.05


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_family_word_icon_colour_and_shape(outcome: Outcome) -> None:
    entry = theme().tokens["outcomes"][outcome.value]
    style = outcome.style
    assert style.family.value == entry["family"]
    assert style.icon == entry["icon"]
    assert style.word in entry["word"].split(" | ") or outcome is Outcome.WRONG_TIME
    assert icons.source(style.icon).count("<path") or icons.source(style.icon).count("<rect")
    assert style.word in words.OUTCOME_WORDS
    assert theme().color(colour_of(style.family)).isValid()
    assert theme().color(f"on_{colour_of(style.family)}").isValid()


def test_each_family_has_a_shape_and_only_passing_families_share_one() -> None:
    shapes = {family: shape_of(family) for family in Family}
    assert shapes[Family.GO] == shapes[Family.OUT] == "circle"
    assert len(set(shapes.values())) == len(Family) - 1


def test_every_icon_that_the_code_names_loads_and_paints(dressed: object) -> None:
    named = {outcome.style.icon for outcome in Outcome} | set(words.NOTICE_ICONS.values())
    named |= {acts.act(name).icon for name in acts.names()} | {icon for _, icon in _KINDS.values()}
    named |= {words.status_chip(status)[2] for status in Status}
    for name in named:
        image = icons.pixmap(name, QColor("black"), 24).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name


def test_every_icon_file_is_used_and_every_literal_icon_exists() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    literals = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', text))
    files = {path.stem for path in (RESOURCES / "icons").glob("*.svg")}
    pages = {"bus", "chart-column", "door-open", "id-card", "settings-2", "waypoints", "hard-drive", "cloud-off"}
    assert files - literals - pages - {"octagon-x"} == set()
    asked = set(re.findall(r'(?:Icon|Button|icons\.paint)\([^)\n]*?"([a-z]+(?:-[a-z0-9]+)+)"', text))
    assert {name for name in asked if name not in files} == set()


def test_an_icon_is_sharp_on_a_dense_screen_and_kept(dressed: object) -> None:
    icons.clear()
    image = icons.pixmap("check", QColor("red"), 20, 2.0)
    assert (image.width(), image.devicePixelRatio()) == (40, 2.0)
    assert icons.pixmap("check", QColor("red"), 20, 2.0).cacheKey() == image.cacheKey()
    assert icons.pixmap("check", QColor("blue"), 20, 2.0).cacheKey() != image.cacheKey()


def test_a_missing_icon_is_told(dressed: object) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", QColor("red"), 20)


def test_switching_the_mode_changes_colours_palette_and_forgets_icons(dressed: object, qtbot: object) -> None:
    icons.pixmap("check", theme().color("text"), 20)
    with qtbot.waitSignal(theme().changed):  # type: ignore[attr-defined]
        theme().set_mode("dark")
    assert not icons._kept
    assert theme().color("canvas") == QColor("#0F1218")
    assert dressed.palette().color(QPalette.ColorRole.Window) == QColor("#0F1218")  # type: ignore[attr-defined]
    theme().set_mode("high-contrast")
    assert theme().border == 2
    theme().set_mode("light")
    assert theme().border == 1


def test_the_palette_names_every_role(dressed: object) -> None:
    without = {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}
    assert set(QPalette.ColorRole) - without == set(ROLES)
    made = palette(theme())
    for role, name in ROLES.items():
        assert made.color(QPalette.ColorGroup.Active, role) == theme().color(name)
    greyed = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert greyed == theme().color("text_disabled")


def test_the_sheet_sets_no_font_size_and_leaks_nowhere() -> None:
    sheet = stylesheet(theme())
    assert "$" not in sheet
    assert "font" not in sheet
    selectors = [part.strip() for rule in re.findall(r"([^{}]+)\{", sheet) for part in rule.split(",")]
    assert selectors
    assert all(selector and not selector.startswith("*") for selector in selectors)


def test_no_widget_brings_a_sheet_of_its_own() -> None:
    for path in (SOURCE / "gui").rglob("*.py"):
        if path.name != "theme.py":
            assert "setStyleSheet" not in path.read_text(encoding="utf-8"), path


def test_the_bundled_typeface_is_what_paints(dressed: object) -> None:
    assert "Inter" in fonts.load()
    for weight in (400, 500, 600, 700, 800):
        info = QFontInfo(fonts.font(20, weight))
        assert info.family() == "Inter"
        assert info.weight() == weight


def test_tabular_figures_are_for_digits_only(dressed: object) -> None:
    tabular, plain = fonts.font(20, 500, True), fonts.font(20, 500)
    assert fonts.width(tabular, "11111") == pytest.approx(fonts.width(tabular, "00000"))
    assert fonts.width(plain, "11111") < fonts.width(plain, "00000")


def test_large_letters_stand_closer(dressed: object) -> None:
    name = "Aoife Ní Bhraonáin-O’Sullivan"
    assert fonts.width(fonts.font(46, 700), name) == pytest.approx(651.7, abs=1)
    assert fonts.width(fonts.font(46, 700), name) < fonts.width(fonts.font(23, 700), name) * 2
