"""What settings take and what they refuse, in sentences that say what fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.errors import UserError
from checkin.services.desk import Desk
from checkin.services.settings import DESK_NAME, SETTINGS, SettingService
from tests.services.at_one_desk import Front


@pytest.fixture
def settings(desk: Desk, tmp_path: Path) -> SettingService:
    Front.opened(desk, tmp_path / "lists")
    return SettingService(desk)


def test_every_default_is_a_value(settings: SettingService) -> None:
    for setting, value in settings.all():
        if setting.key != DESK_NAME:
            assert value == setting.default
            assert settings.set(setting.key, setting.default) is setting
    assert settings.get(DESK_NAME) == "Desk A"


@pytest.mark.parametrize("setting", [s for s in SETTINGS if s.choices], ids=lambda s: s.key)
def test_a_choice(settings: SettingService, setting: object) -> None:
    key, choices = setting.key, setting.choices  # type: ignore[attr-defined]
    for value in choices:
        settings.set(key, value)
        assert settings.get(key) == value
    for value in ("", f"{choices[0]}x", f" {choices[0]}", "perhaps"):
        with pytest.raises(UserError, match=f"{key} cannot be") as told:
            settings.set(key, value)
        assert choices[0] in told.value.advice
    assert settings.get(key) == choices[-1], "a refused value changes nothing"


@pytest.mark.parametrize(
    ("key", "least", "most"), [("scanner.gap_ms", 5, 200), ("scanner.least_keys", 3, 64), ("sound.volume", 0, 100)]
)
def test_a_number(settings: SettingService, key: str, least: int, most: int) -> None:
    for value in (least, most):
        settings.set(key, str(value))
        assert settings.get(key) == str(value)
    for text in (str(least - 1), str(most + 1), "", "x", "7.5", "1e1", "²", "٣٥", " 9", "9" * 400):
        with pytest.raises(UserError) as told:
            settings.set(key, text)
        assert f"from {least} to {most}" in told.value.advice
    assert settings.get(key) == str(most)


def test_a_door_that_is_there(settings: SettingService) -> None:
    for value in ("talk", "Old town, ON FOOT", "main", ""):
        settings.set("desk.door", value)
    with pytest.raises(UserError, match="no door 'nowhere'"):
        settings.set("desk.door", "nowhere")
    assert settings.get("desk.door") == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(" Desk  2 ", "Desk 2"), ("Main\x1b[31m\nentrance\x07", "Main [31m entrance"), ("ß" * 60, "ß" * 60)],
)
def test_the_name_of_a_desk(settings: SettingService, typed: str, kept: str) -> None:
    settings.set(DESK_NAME, typed)
    assert settings.get(DESK_NAME) == kept


@pytest.mark.parametrize("typed", ["", " \t\x00 ", "x" * 61])
def test_what_no_desk_is_called(settings: SettingService, typed: str) -> None:
    with pytest.raises(UserError, match="1 to 60 characters"):
        settings.set(DESK_NAME, typed)
    assert settings.get(DESK_NAME) == "Desk A"


def test_acts_bear_the_name_of_their_time(desk: Desk, tmp_path: Path) -> None:
    front = Front.opened(desk, tmp_path / "lists")
    front.scan("T-1")
    SettingService(desk).set(DESK_NAME, "Desk 2")
    front.scan("T-5")
    assert [front.card(code).entries[0].station for code in ("T-1", "T-5")] == ["Desk A", "Desk 2"]
    assert front.is_whole()


def test_there_is_no_such_setting(settings: SettingService) -> None:
    for act in (settings.get, lambda key: settings.set(key, "x")):
        with pytest.raises(UserError, match=r"no setting 'desk\.colour'"):
            act("desk.colour")
