"""Which colours a button wears, by its kind and state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor

from checkin.gui.theme import theme


class Kind(StrEnum):
    """What a button is for. The ON_GROUND kinds stand on a coloured area such as a verdict or the top bar."""

    PRIMARY = "primary"
    VERB = "verb"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"
    ON_GROUND = "on_ground"
    ON_GROUND_MAIN = "on_ground_main"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of one button in one state; None is not painted. `ring` is the focus ring."""

    fill: QColor | None
    outline: QColor | None
    text: QColor
    cap: QColor
    ring: QColor
    line: int


@dataclass(frozen=True, slots=True)
class State:
    """What happens to a button at the moment."""

    enabled: bool = True
    hover: bool = False
    pressed: bool = False
    checked: bool = False


def look(kind: Kind, state: State, ground: str = "surface", ink: str = "text") -> Look:
    """The colours of a button of `kind`; `ground` and `ink` are the roles of the area it stands on."""
    if kind in (Kind.ON_GROUND, Kind.ON_GROUND_MAIN):
        return _on_ground(kind, state, theme().color(ground), theme().color(ink))
    if not state.enabled:
        return _shut(kind)
    if kind in (Kind.PRIMARY, Kind.VERB):
        fill = "accent_pressed" if state.pressed else "accent_hover" if state.hover else "accent"
        text = theme().color("on_accent")
        return Look(theme().color(fill), None, text, faded(text, 0.8), text, theme().border)
    return _plain(kind, state)


def faded(colour: QColor, share: float) -> QColor:
    """`colour` with `share` of its opacity."""
    made = QColor(colour)
    made.setAlphaF(share)
    return made


def _shut(kind: Kind) -> Look:
    text = theme().color("text_disabled")
    filled = kind not in (Kind.QUIET, Kind.LINK)
    fill = theme().color("sunken") if filled else None
    return Look(fill, theme().color("border") if filled else None, text, text, text, theme().border)


def _plain(kind: Kind, state: State) -> Look:
    c, line = theme().color, theme().border
    if state.checked:
        return Look(c("accent_soft"), c("accent"), c("accent_text"), c("border_strong"), c("focus"), theme().line(2))
    fill = c("selected") if state.pressed else c("hover") if state.hover else None
    if kind is Kind.SECONDARY:
        return Look(fill or c("surface"), c("border_strong"), c("text"), c("border_strong"), c("focus"), line)
    if kind is Kind.DANGER:
        return Look(fill or c("surface"), c("stop_text"), c("stop_text"), c("stop_text"), c("focus"), line)
    text = c("accent_text") if kind is Kind.LINK else c("text")
    return Look(fill, None, text, c("border_strong"), c("focus"), line)


def _on_ground(kind: Kind, state: State, ground: QColor, ink: QColor) -> Look:
    line = theme().border
    if not state.enabled:
        return Look(None, faded(ink, 0.4), faded(ink, 0.6), faded(ink, 0.4), ink, line)
    if kind is Kind.ON_GROUND_MAIN:
        fill = faded(ink, 0.8 if state.pressed else 0.9 if state.hover else 1.0)
        return Look(fill, None, ground, faded(ground, 0.6), ground, line)
    share = 0.24 if state.pressed else 0.12 if state.hover else 0.0
    return Look(faded(ink, share) if share else None, ink, ink, faded(ink, 0.6), ink, line)
