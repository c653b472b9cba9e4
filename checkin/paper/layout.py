"""A badge laid out: every mark with its place in mm from the top left, nothing drawn yet."""

from __future__ import annotations

from dataclasses import dataclass

from checkin.domain.badge import BadgeWarning
from checkin.paper.category import CategoryStyle
from checkin.paper.ink import Line
from checkin.paper.qr import QrSymbol
from checkin.paper.templates import Template

BLACK = "#000000"
WHITE = "#FFFFFF"
INK = "#12161C"


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One line of type. `x` is where its ink begins, `baseline` where it stands; `field` names what it says."""

    field: str
    line: Line
    x: float
    baseline: float
    colour: str = BLACK

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def size(self) -> float:
        return self.line.size

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The ink's left, top, right and bottom in mm."""
        return (self.x, self.baseline - self.line.rise, self.x + self.line.width, self.baseline + self.line.fall)


@dataclass(frozen=True, slots=True)
class PlacedQr:
    """The QR symbol without its quiet zone; `side` is the length of an edge."""

    symbol: QrSymbol
    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """The category's ground: the label's tag (rounded, outlined or solid) or the A6's band."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    fill: str
    outline: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedShape:
    """The category's shape around its centre, `radius` as in `checkin.paper.category`."""

    style: CategoryStyle
    x: float
    y: float
    radius: float
    colour: str


@dataclass(frozen=True, slots=True)
class PlacedPhoto:
    """The photo mark in its circle. `kind` is yes, no or "" (not asked)."""

    kind: str
    x: float
    y: float
    radius: float
    colour: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole badge. `texts` are in reading order; `payload` is what the QR code says ("" without one)."""

    template: Template
    texts: tuple[PlacedText, ...]
    photo: PlacedPhoto
    band: PlacedBand | None = None
    shape: PlacedShape | None = None
    qr: PlacedQr | None = None
    payload: str = ""
    warnings: tuple[BadgeWarning, ...] = ()

    def of(self, field: str) -> tuple[PlacedText, ...]:
        """The lines of one field, top first."""
        return tuple(text for text in self.texts if text.field == field)
