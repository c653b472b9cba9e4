"""The stock the badges are printed on."""

from __future__ import annotations

from dataclasses import dataclass

from checkin.domain.errors import UserError
from checkin.domain.translation import say


@dataclass(frozen=True, slots=True)
class Template:
    """A badge template: its name, the stock's nominal size, and the dots it is drawn on."""

    name: str
    width_mm: float
    height_mm: float
    dpi: int = 300

    @property
    def width_dots(self) -> int:
        """The page is whole dots: exactly 100 x 62 mm would stretch the QR code off the dot grid."""
        return round(self.width_mm * self.dpi / 25.4)

    @property
    def height_dots(self) -> int:
        return round(self.height_mm * self.dpi / 25.4)

    @property
    def page_points(self) -> tuple[float, float]:
        """The PDF page in pt."""
        return self.width_dots * 72 / self.dpi, self.height_dots * 72 / self.dpi

    @property
    def dot(self) -> float:
        """One dot in mm."""
        return 25.4 / self.dpi

    def snapped(self, mm: float) -> float:
        """`mm` moved to the nearest whole dot."""
        return round(mm / self.dot) * self.dot


LABEL = Template("label-62x100", 100.0, 62.0)
A6 = Template("a6", 105.0, 148.0)
TEMPLATES: dict[str, Template] = {template.name: template for template in (LABEL, A6)}


def template_named(name: str) -> Template:
    """The template of that name.

    Raises:
        UserError: there is none of that name.
    """
    try:
        return TEMPLATES[name]
    except KeyError:
        known = " and ".join(TEMPLATES)
        raise UserError(
            say("There is no badge template called “{name}”.", name=name),
            say("The templates are {known}.", known=known),
        ) from None
