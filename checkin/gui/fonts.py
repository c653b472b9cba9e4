"""The bundled typeface and the fonts made of it, so that what measures is what paints."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QWidget

from checkin.domain.errors import EnvironmentFault
from checkin.domain.translation import say
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
        raise EnvironmentFault(say("The program's own typeface is missing."), say("Install Check-in Desk again."))
    return tuple(dict.fromkeys(families))


class Face(QFont):
    """A font that knows its size at 100 %, so that whoever keeps it can take it anew after a zoom."""

    def __init__(self, px: float, weight: int, tabular: bool) -> None:
        super().__init__()
        self._asked = px, weight, tabular

    def again(self) -> Face:
        """The same font at the zoom now in force."""
        return font(*self._asked)


def font(px: float, weight: int = 400, tabular: bool = False) -> Face:
    """The font of `px` logical pixels at 100 %, as large as the zoom in force makes it.

    `tabular` is for strings of digits only: it also widens Inter's hyphen. From 32 px on letters stand at 97.8 % of
    their spacing, as tokens.json says of names.
    """
    return _made(px, weight, tabular, theme().zoom)


@lru_cache(maxsize=512)
def _made(px: float, weight: int, tabular: bool, zoom: int) -> Face:
    made = Face(px, weight, tabular)
    made.setFamilies(theme().tokens["type"]["families"])
    made.setPixelSize(max(1, round(px * zoom / 100)))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if px >= 32:
        spacing = theme().tokens["type"]["name"]["letter_spacing_percent"]
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spacing)
    if tabular:
        made.setFeature(_TABULAR, 1)
    return made


def wear(widget: QWidget, made: QFont) -> None:
    """Give `widget` a font that stays.

    Qt's style sheets keep the font that a widget had when it was first dressed and put it back whenever they dress it
    anew, at each change of colours: the kept one is forgotten here.
    """
    QWidget.setFont(widget, made)
    widget.setProperty("_q_styleSheetWidgetFont", None)


def kind(name: str) -> Face:
    """The font of a kind of tokens.json › type, such as "body" or "title"."""
    entry = theme().tokens["type"][name]
    return font(entry["px"], entry["weight"])


def width(of: QFont, text: str) -> float:
    """How wide `text` is when painted with the font `of`, in logical pixels."""
    return QFontMetricsF(of).horizontalAdvance(text)


def line(of: QFont) -> float:
    """Height of one line of the font: 1.24 times its size; less would clip the ring of Å."""
    return float(of.pixelSize() * theme().tokens["type"]["line_height"])
