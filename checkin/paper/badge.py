"""Badges as PDF: the one door of the package for everybody who prints or previews them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from checkin.domain.badge import BadgeContent, BadgeWarning
from checkin.domain.errors import UserError
from checkin.domain.translation import say
from checkin.paper.layout import Layout
from checkin.paper.raster import raster
from checkin.paper.template_a6 import layout_a6
from checkin.paper.template_label import layout_label
from checkin.paper.templates import A6, LABEL, TEMPLATES, Template, template_named

__all__ = [
    "BadgePage",
    "BadgePdf",
    "BadgesPdf",
    "TEMPLATES",
    "Template",
    "layout_badge",
    "raster",
    "render_badge",
    "render_badges",
]

_LAYOUTS: dict[str, Callable[[BadgeContent], Layout]] = {LABEL.name: layout_label, A6.name: layout_a6}

_REPORTLAB = threading.Lock()
"""reportlab's parsed fonts keep a reading position: two documents may not be written at once."""


@dataclass(frozen=True, slots=True)
class BadgePdf:
    """One badge. `width_mm` and `height_mm` are the stock's nominal size; `payload` is what its QR code says."""

    pdf: bytes
    template: str
    width_mm: float
    height_mm: float
    payload: str
    warnings: tuple[BadgeWarning, ...]


@dataclass(frozen=True, slots=True)
class BadgePage:
    """What is known of one page of many."""

    payload: str
    warnings: tuple[BadgeWarning, ...]


@dataclass(frozen=True, slots=True)
class BadgesPdf:
    """Many badges in one file, a page each, in the order given."""

    pdf: bytes
    template: str
    width_mm: float
    height_mm: float
    pages: tuple[BadgePage, ...]


def layout_badge(content: BadgeContent, template: str = LABEL.name) -> Layout:
    """Where everything stands on the badge, without drawing it.

    Raises:
        UserError: there is no template of that name.
    """
    return _LAYOUTS[template_named(template).name](content)


def render_badge(content: BadgeContent, template: str = LABEL.name) -> BadgePdf:
    """The badge of one person; the same content gives the same bytes.

    Whatever stands in `content` is shown as far as it can be; `warnings` tell what a person should look at.

    Raises:
        UserError: there is no template of that name.
    """
    from checkin.paper.draw import pages_to_pdf

    stock = template_named(template)
    with _REPORTLAB:
        layout = layout_badge(content, template)
        pdf = pages_to_pdf((layout,))
    return BadgePdf(pdf, template, stock.width_mm, stock.height_mm, layout.payload, layout.warnings)


def render_badges(
    contents: Iterable[BadgeContent],
    template: str = LABEL.name,
    *,
    on_progress: Callable[[int], None] | None = None,
) -> BadgesPdf:
    """The badges of many people in one file.

    `on_progress` is called with the number of badges done after each; what it raises ends the work.

    Raises:
        UserError: there is no template of that name, or nobody to print.
    """
    from checkin.paper.draw import pages_to_pdf

    stock = template_named(template)
    pages: list[BadgePage] = []

    def laid_out() -> Iterator[Layout]:
        for content in contents:
            layout = layout_badge(content, template)
            yield layout
            pages.append(BadgePage(layout.payload, layout.warnings))
            if on_progress:
                on_progress(len(pages))

    with _REPORTLAB:
        pdf = pages_to_pdf(laid_out())
    if not pages:
        raise UserError(say("There are no badges to print."), say("Choose at least one person."))
    return BadgesPdf(pdf, template, stock.width_mm, stock.height_mm, tuple(pages))
