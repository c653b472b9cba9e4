"""The bundled typeface and the fonts made of it, so that what measures is what paints."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from checkin.domain.errors import EnvironmentFault
from checkin.gui.theme import RESOURCES, theme

_TABULAR = QFont.Tag("tnum")


@lru_cache(maxsize=1)
def load() -> tuple[str, ...]:
    """Register every bundled font file; returns the families found. Call before the first widget is made.

    Raises:
        EnvironmentFault: the program's own font files are gone or damaged.
    """
    families: list[str] = []
    for file in sorted((RESOURCES / "fonts").rglob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    if "Inter" not in families:
        raise EnvironmentFault("The program's own typeface is missing.", "Install Check-in Desk again.")
    return tuple(dict.fromkeys(families))


@lru_cache(maxsize=256)
def font(px: float, weight: int = 400, tabular: bool = False) -> QFont:
    """The font of `px` logical pixels. `tabular` is for strings of digits only: it also widens Inter's hyphen.

    From 32 px on letters stand at 97.8 % of their spacing, as tokens.json says of names.
    """
    made = QFont()
    made.setFamilies(theme().tokens["type"]["families"])
    made.setPixelSize(round(px))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if px >= 32:
        spacing = theme().tokens["type"]["name"]["letter_spacing_percent"]
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    if tabular:
        made.setFeature(_TABULAR, 1)
    return made


def kind(name: str) -> QFont:
    """The font of a kind of tokens.json › type, such as "body" or "title"."""
    entry = theme().tokens["type"][name]
    return font(entry["px"], entry["weight"])


def width(of: QFont, text: str) -> float:
    """How wide `text` is when painted with the font `of`, in logical pixels."""
    return QFontMetricsF(of).horizontalAdvance(text)


def line(of: QFont) -> float:
    """Height of one line of the font: 1.24 times its size; less would clip the ring of Å."""
    return float(of.pixelSize() * theme().tokens["type"]["line_height"])
