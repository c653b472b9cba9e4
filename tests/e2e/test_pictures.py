"""The script that takes the pictures of the window, the pictures that it took, and the page that tells of them."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
from PIL import Image

from checkin.domain.outcome import Outcome
from checkin.gui.pages.desk.card_stack import CardStack
from checkin.gui.pages.settings.settings_view import SettingsView
from tests.gui import pictures
from tests.gui.picture_colours import EXACT, MIXED, with_few_colours
from tests.gui.picture_states import STATES

ROOT = Path(__file__).resolve().parents[2]
PAGE_OF = {
    "ready": "idle", "person": "card", "verdict": "admitted", "walk_in": "walk-in", "first_run": "first-run",
    "group": "group", "correct": "correct", "instead_of": "instead-of", "note": "note",
    "same_person": "same-person", "help": "help-page",
}  # fmt: skip
PICTURE_OF = {
    Outcome.ADMITTED: "admitted", Outcome.ADMITTED_AGAIN: "back-in", Outcome.LEFT: "left", Outcome.ALREADY: "already",
    Outcome.UNPAID: "unpaid", Outcome.PENDING: "pending", Outcome.WAITLISTED: "waitlisted",
    Outcome.NOT_BOOKED: "not-booked", Outcome.WRONG_TIME: "too-early", Outcome.FULL: "full",
    Outcome.CANCELLED: "cancelled", Outcome.REVOKED: "old-badge", Outcome.BLOCKED: "blocked",
    Outcome.WRONG_EVENT: "other-event", Outcome.UNKNOWN: "unknown", Outcome.AMBIGUOUS: "shared-code",
    Outcome.UNREADABLE: "unreadable",
}  # fmt: skip
MOST_FILES, MOST_BYTES = 220, 12_000_000


def test_every_page_in_the_cards_place_has_a_picture(qtbot) -> None:
    cards = CardStack()
    qtbot.addWidget(cards)
    assert set(cards._pages) == set(PAGE_OF)
    assert set(PAGE_OF.values()) <= set(STATES)


def test_every_section_of_the_settings_has_a_picture(qtbot) -> None:
    view = SettingsView()
    qtbot.addWidget(view)
    assert {f"settings-{section}" for section in view.sections} <= set(STATES)


def test_every_outcome_has_a_picture() -> None:
    assert set(PICTURE_OF) == set(Outcome)
    assert set(PICTURE_OF.values()) <= set(STATES)


def test_the_pictures_in_the_manual_are_those_of_the_script() -> None:
    files = list(pictures.FOLDER.glob("*.png"))
    assert {p.name for p in files} == set(pictures.names())
    assert len(files) <= MOST_FILES
    assert sum(p.stat().st_size for p in files) < MOST_BYTES


def test_every_state_is_told_once_with_its_picture_and_what_differs() -> None:
    told: list[str] = []
    for line in (ROOT / "docs" / "pictures.md").read_text("utf-8").splitlines():
        row = re.match(r"\| \[([a-z-]+)\]\(pictures/([^)]+)\) \| (.+) \| (.+) \|$", line)
        if row:
            told.append(row[1])
            assert row[2] in {look.file(row[1]) for look in pictures.looks(row[1])}, line
    assert sorted(told) == sorted(STATES)


def test_every_state_is_shown_light_and_dark_and_every_family_in_high_contrast() -> None:
    for state in STATES:
        assert {"light", "dark"} <= {look.mode for look in pictures.looks(state)}
    stark = {state for state in STATES if pictures.CONTRAST in pictures.looks(state)}
    assert {outcome.style.family for outcome in Outcome} == {
        outcome.style.family for outcome, state in PICTURE_OF.items() if state in stark
    }
    for listed in (pictures.IN_CONTRAST, pictures.BOTH_SIZES, pictures.ON_WIDE, pictures.AT_TWICE):
        assert set(listed) <= set(STATES)


def test_large_areas_keep_their_very_colours() -> None:
    made = np.random.default_rng(7).integers(0, 255, (80, 80, 3), dtype=np.uint8)
    made[:40] = (243, 244, 247)
    made[40:60] = (243, 244, 246)
    small = np.asarray(with_few_colours(Image.fromarray(made)).convert("RGB"))
    assert (small[:60] == made[:60]).all()
    assert len(np.unique(small.reshape(-1, 3), axis=0)) <= EXACT + MIXED


def test_the_script_takes_two_states_in_all_their_looks(tmp_path: Path) -> None:
    taken = pictures.take(["idle", "already"], tmp_path)
    assert [p.name for p in taken] == pictures.names(["idle", "already"])
    for path in taken:
        with Image.open(path) as picture:
            assert path.stem.endswith(f"{picture.width}x{picture.height}")
            # A page that was not painted would be of one colour.
            assert len(picture.convert("RGB").getcolors(1 << 20) or ()) > 20
    again = pictures.take(["already"], tmp_path / "again")
    assert [p.read_bytes() for p in again] == [p.read_bytes() for p in taken[len(pictures.looks("idle")) :]]
