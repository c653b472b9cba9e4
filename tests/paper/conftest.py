"""The eight people of the design's contact sheets, and what every badge test needs to read a badge back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO

import pytest
from PIL import Image

from checkin.domain.badge import BadgeContent
from checkin.paper.badge import raster, render_badge

TEMPLATE_NAMES = ("label-62x100", "a6")


@dataclass(frozen=True)
class Sample:
    """One person and the given name's sizes in pt that badge-design §3 measured, label and A6."""

    content: BadgeContent
    label: float
    a6: float

    def size(self, template: str) -> float:
        return self.a6 if template == "a6" else self.label


def _person(*words: str, photo: str) -> BadgeContent:
    given, family, organisation, city, country, category, code = words
    return BadgeContent(
        given, family, organisation, city, country, category, code, photo, "Social Innovation Lab", "Glasgow 2019"
    )


_DUBLIN = "Dublin City Council, Directorate for Inclusive Neighbourhoods and Social Innovation"
_FAMILY = "von und zu Hohenstein-Wallenfels"
EIGHT = (
    Sample(
        _person(
            *("Aoife", "Ní Bhraonáin-O’Sullivan", _DUBLIN, "Dublin", "Ireland", "Policy-maker", "GL7K4M2Q9XA"),
            photo="yes",
        ),
        60,
        76,
    ),
    Sample(
        _person("Jan", "Li", "Gemeente Utrecht", "Utrecht", "Netherlands", "Practitioner", "G3RT8WQ5K2M", photo="no"),
        60,
        76,
    ),
    Sample(
        _person(
            "Ελένη", "Παπαδοπούλου", "Δήμος Αθηναίων", "Athens", "Greece", "Policy-maker", "G9F2XNA7C4H", photo="yes"
        ),
        60,
        76,
    ),
    Sample(
        _person(
            *("Дарина", "Коваленко", "Lviv City Council, Social Policy Department", "Lviv", "Ukraine", "Speaker"),
            "GKD5P3YJ8TB",
            photo="yes",
        ),
        50,
        65,
    ),
    Sample(
        _person(
            *("Maximiliane-Alexandra", _FAMILY, "Stadt Leipzig, Amt für Jugend und Familie", "Leipzig", "Germany"),
            *("Change maker", "G6VM2ZH9WQ4"),
            photo="",
        ),
        34,
        40,
    ),
    Sample(
        _person("O", "Karlsen", "Change Makers Bergen", "Bergen", "Norway", "Change maker", "GX4C7B3RN5P", photo="no"),
        60,
        76,
    ),
    Sample(
        _person(
            "Þórunn", "Ægisdóttir", "Reykjavíkurborg", "Reykjavík", "Iceland", "Organiser", "GH8Y5TK2D6F", photo="yes"
        ),
        59,
        72,
    ),
    Sample(
        _person(
            *("Núria", "García i López", "Ajuntament de Barcelona, Drets Socials", "Barcelona", "Spain", "Volunteer"),
            "GQ2J9MX7V3L",
            photo="yes",
        ),
        57,
        76,
    ),
)


@pytest.fixture(params=EIGHT, ids=[sample.content.given for sample in EIGHT])
def sample(request: pytest.FixtureRequest) -> Sample:
    """Each of the eight people in turn."""
    found = request.param
    assert isinstance(found, Sample)
    return found


@pytest.fixture(params=TEMPLATE_NAMES)
def template(request: pytest.FixtureRequest) -> str:
    """Each template in turn."""
    return str(request.param)


@pytest.fixture
def named() -> dict[str, BadgeContent]:
    """The eight by their given names."""
    return {one.content.given: one.content for one in EIGHT}


@pytest.fixture
def aoife() -> BadgeContent:
    """The first of the eight."""
    return EIGHT[0].content


@pytest.fixture
def changed(aoife: BadgeContent) -> Callable[..., BadgeContent]:
    """Aoife's badge with some of its words changed."""
    return lambda **words: replace(aoife, **words)


@pytest.fixture
def picture() -> Callable[..., Image.Image]:
    """The picture of a rendered badge; the label in one bit, as its printer gets it."""

    def take(content: BadgeContent, template: str, **options: object) -> Image.Image:
        wanted = {"dpi": 300, "one_bit": template != "a6"} | options
        return Image.open(BytesIO(raster(render_badge(content, template).pdf, **wanted)))  # type: ignore[arg-type]

    return take
