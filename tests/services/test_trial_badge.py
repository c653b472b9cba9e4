"""The test badge is drawn like any other, on every stock, and is nobody's."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from checkin.domain.badge import normal_code
from checkin.domain.errors import EnvironmentFault
from checkin.paper.badge import TEMPLATES
from checkin.services.desk import Desk
from checkin.services.people import PeopleService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.trial_badge import TrialBadgeService


@dataclass
class Tray:
    """A printer that keeps what it gets."""

    broken: bool = False
    taken: list[tuple[bytes, str, tuple[float, float]]] = field(default_factory=list)

    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        if self.broken:
            raise EnvironmentFault("Out of labels.", "Put a roll in.")
        self.taken.append((pdf, title, media_mm))
        return f"job-{len(self.taken)}"


@pytest.mark.parametrize("template", TEMPLATES)
def test_it_is_printed_in_the_size_of_its_stock(demo: Desk, template: str) -> None:
    tray = Tray()
    trial = TrialBadgeService(demo, lambda _name: tray)
    assert trial.print_one("Labels", template) == "job-1"
    pdf, title, media = tray.taken[0]
    assert pdf == trial.render(template).pdf
    assert title == "test badge"
    assert media == (TEMPLATES[template].width_mm, TEMPLATES[template].height_mm)
    assert [w for w in trial.render(template).warnings if not w.field.startswith("event")] == []
    assert trial.picture(template).startswith(b"\x89PNG")


def test_its_code_is_of_the_event_and_nobodys(demo: Desk) -> None:
    trial = TrialBadgeService(demo, lambda _name: Tray())
    code = trial.render("a6").payload
    assert normal_code(code) == code
    assert code.startswith("GX")
    assert trial.is_test_code(code)
    assert not trial.is_test_code(PeopleService(demo).expected_codes(1)[0])
    assert ScanService(demo).scan(ScanRequest(code)).outcome.value == "unknown"


def test_it_can_be_printed_before_there_is_an_event(desk: Desk) -> None:
    tray = Tray()
    assert TrialBadgeService(desk, lambda _name: tray).print_one("Labels", "a6") == "job-1"
    tray.broken = True
    with pytest.raises(EnvironmentFault, match="Out of labels"):
        TrialBadgeService(desk, lambda _name: tray).print_one("Labels", "a6")
