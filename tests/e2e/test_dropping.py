"""Files dropped on the window: a ticket's picture or PDF is judged like a badge held up, a list shows its diff."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.people import Presence, Status
from checkin.paper.raster import raster
from tests.e2e.driver import Driver


@pytest.mark.parametrize("kind", ["pdf", "png"])
def test_a_picture_of_a_badge_is_judged(at_desk: Driver, tmp_path: Path, kind: str) -> None:
    d = at_desk
    person = d.with_status(Status.CONFIRMED, 11)
    pdf = d.services.badges.render(person.attendee).pdf
    file = tmp_path / f"ticket.{kind}"
    file.write_bytes(pdf if kind == "pdf" else raster(pdf, dpi=200))
    d.window._drop([str(file)])
    d.wait_word("Admitted")
    assert d.presence(person.attendee) is Presence.IN


def test_a_picture_without_a_code_says_so(at_desk: Driver, tmp_path: Path) -> None:
    from PIL import Image

    d = at_desk
    file = tmp_path / "holiday.png"
    Image.new("RGB", (400, 300), "white").save(file)
    d.window._drop([str(file)])
    d.wait(lambda: "No code was found in holiday.png" in d.told())
    assert d.judged == []


def test_a_damaged_picture_says_so(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    file = tmp_path / "broken.jpg"
    file.write_bytes(b"\xff\xd8\xff\xe0 no picture")
    d.window._drop([str(file)])
    d.wait(lambda: d.window.bar.isVisible())
    assert "broken.jpg" in d.told()


def test_two_badges_in_one_picture_admit_nobody(at_desk: Driver, tmp_path: Path) -> None:
    from io import BytesIO

    from PIL import Image

    d = at_desk
    people = [d.with_status(Status.CONFIRMED, nth) for nth in (11, 12)]
    pages = [Image.open(BytesIO(raster(d.services.badges.render(p.attendee).pdf, dpi=200))) for p in people]
    both = Image.new("RGB", (sum(p.width for p in pages) + 60, max(p.height for p in pages)), "white")
    both.paste(pages[0], (0, 0))
    both.paste(pages[1], (pages[0].width + 60, 0))
    file = tmp_path / "two.png"
    both.save(file)
    d.window._drop([str(file)])
    d.wait_word("Which one?")
    assert {p.attendee for p in d.cards.verdict._candidates} == {p.attendee for p in people}


def test_a_list_shows_its_diff(at_desk: Driver, tmp_path: Path) -> None:
    d = at_desk
    file = tmp_path / "late.csv"
    file.write_text("Given name,Family name,E-mail\nNora,Quist,nora@lund.example\n", "utf-8")
    d.window._drop([str(file)])
    d.wait_step("columns")
