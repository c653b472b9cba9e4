"""The script that takes the pictures of the Desk page."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from checkin.domain.outcome import Outcome
from checkin.gui.pages.desk.card_stack import CardStack
from tests.gui import pictures
from tests.gui.picture_states import STATES

PAGE_OF = {"ready": "idle", "person": "card", "verdict": "admitted", "walk_in": "walk-in",
           "first_run": "first-run", "imported": "import-preview"}  # fmt: skip
PICTURE_OF = {
    Outcome.ADMITTED: "admitted", Outcome.ADMITTED_AGAIN: "back-in", Outcome.LEFT: "left", Outcome.ALREADY: "already",
    Outcome.UNPAID: "unpaid", Outcome.WAITLISTED: "waitlisted", Outcome.CANCELLED: "cancelled",
    Outcome.UNKNOWN: "unknown", Outcome.AMBIGUOUS: "several-badges", Outcome.UNREADABLE: "unreadable",
}  # fmt: skip


def test_every_page_in_the_cards_place_has_a_picture(qtbot) -> None:
    cards = CardStack()
    qtbot.addWidget(cards)
    assert set(cards._pages) == set(PAGE_OF)
    assert set(PAGE_OF.values()) | set(PICTURE_OF.values()) <= set(STATES)


def test_every_family_of_outcomes_has_a_picture() -> None:
    assert {outcome.style.family for outcome in PICTURE_OF} == {outcome.style.family for outcome in Outcome}


def test_the_pictures_in_the_manual_are_those_of_the_script() -> None:
    assert {p.name for p in pictures.FOLDER.glob("*.png")} >= set(pictures.names())
    assert sum(p.stat().st_size for p in pictures.FOLDER.glob("*.png")) < 6_000_000


def test_the_script_takes_two_states_in_both_themes_and_sizes(tmp_path: Path) -> None:
    taken = pictures.take(["idle", "already"], tmp_path)
    assert [p.name for p in taken] == pictures.names(["idle", "already"])
    for path in taken:
        with Image.open(path) as picture:
            assert path.stem.endswith(f"{picture.width}x{picture.height}")
            # A page that was not painted would be of one colour.
            assert len(picture.convert("RGB").getcolors(1 << 20) or ()) > 20
    again = pictures.take(["already"], tmp_path / "again")
    assert [p.read_bytes() for p in again] == [p.read_bytes() for p in taken[len(pictures.looks("idle")) :]]
