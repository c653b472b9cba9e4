"""What a person without a mouse or without sight meets on the real window, in every state that has a picture.

Each state is reached once in a run of the tests, and looked at in several sizes.
"""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from checkin.gui.widgets.act_bar import ActBar
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.button_look import Kind
from checkin.gui.widgets.option_row import OptionRow
from checkin.gui.widgets.section_list import _SectionButton as SectionButton
from tests.e2e.driver import Driver
from tests.gui.picture_desk import PictureDesk
from tests.gui.picture_states import STATES

SIZES = ((1280, 800), (1024, 600), (640, 400))
CLOSELY = (
    "first-run", "idle", "searching", "nobody-found", "card", "admitted", "cancelled", "several-badges", "walk-in",
    "undo", "print-failed", "import-preview", "group", "note", "help-page", "settings-look",
)  # fmt: skip
"""States that are looked at in every size, and gone through by Tab."""
ROWS = (OptionRow, SectionButton)


@dataclass(frozen=True)
class Node:
    """One element of the tree that a screen reader walks. `widget` is its class, "" for a row of a list."""

    role: str
    name: str
    description: str
    widget: str
    focusable: bool
    leaf: bool


@dataclass(frozen=True)
class Target:
    """Something to press, with its place in the window.

    `act` is True for a button that does something to a person, `whole` where no part of it is scrolled away, `row` for
    one of a list of rows, which touch as the rows of any list do.
    """

    name: str
    words: str
    key: str
    place: QRect
    head: bool
    strip: bool
    act: bool
    verb: bool
    whole: bool
    row: bool


@dataclass(frozen=True)
class Stop:
    """A place where Tab stops: where it is, its region, and whether the window looks different while it is there.

    What scrolls moves while Tab goes through it: there, places are those within the area, a thousandth of a pixel each,
    below the area's own.
    """

    name: str
    region: str
    top: float
    left: float
    high: float
    ringed: bool


@dataclass(frozen=True)
class View:
    """One state in one size."""

    size: tuple[int, int]
    fits: bool
    least: tuple[int, int]
    nodes: tuple[Node, ...]
    targets: tuple[Target, ...]
    stops: tuple[Stop, ...]
    reachable: frozenset[str]
    f_keys: frozenset[str]


@lru_cache(maxsize=1)
def _desk() -> PictureDesk:
    # Kept for the whole run and removed with it: a home is prepared once.
    _desk.folder = tempfile.TemporaryDirectory()  # type: ignore[attr-defined]
    return PictureDesk(Path(_desk.folder.name))  # type: ignore[attr-defined]


@cache
def seen(state: str) -> tuple[View, ...]:
    """A state as it is seen in the size of a laptop, and in every size where it is looked at closely."""
    with shown(state) as driver:
        closely = state in CLOSELY
        return tuple(_look(driver, size, closely) for size in (SIZES if closely else SIZES[:1]))


@contextmanager
def shown(state: str) -> Iterator[Driver]:
    """The real window in a state."""
    QAccessible.setActive(True)
    try:
        with contextmanager(STATES[state])(_desk()) as driver:
            # A verdict that goes by itself would be another state.
            driver.cards.verdict.bar.pause()
            # Keys as quick as a test presses them would be a scan.
            driver.app.scanner.stop()
            yield driver
    finally:
        QAccessible.setActive(False)
        # A window that opens freezes all there is; of many windows nothing would ever be collected.
        gc.unfreeze()


def nodes(root: QWidget) -> list[Node]:
    """The tree of the window as Qt's accessibility interface gives it, without what is not shown."""
    found: list[Node] = []
    _walk(QAccessible.queryAccessibleInterface(root), found)
    return found


def _walk(interface: QAccessibleInterface, found: list[Node]) -> None:
    state, thing = interface.state(), interface.object()
    if state.invisible:
        return
    text, children = interface.text, [interface.child(n) for n in range(interface.childCount())]
    children = [child for child in children if child is not None and child.isValid()]
    role, widget = interface.role().name, type(thing).__name__ if thing is not None else ""
    name, description = _label(interface) or text(QAccessible.Text.Name), text(QAccessible.Text.Description)
    found.append(Node(role, name, description, widget, bool(state.focusable), not children))
    for child in children:
        _walk(child, found)


def _label(interface: QAccessibleInterface) -> str:
    """What names a field of values: on Linux Qt gives its value for its name, and the label by a relation."""
    if interface.role() is not QAccessible.Role.ComboBox:
        return ""
    labels = (other for other, how in interface.relations() if how & QAccessible.RelationFlag.Label)
    return next((other.text(QAccessible.Text.Name) for other in labels), "")


def _look(driver: Driver, size: tuple[int, int], closely: bool) -> View:
    window = driver.window
    window.resize(*size)
    for _ in range(3):
        QTest.qWait(10)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    hint = window.minimumSizeHint()
    tree = tuple(nodes(window))
    stops, reachable = _tab_through(driver) if closely else ((), frozenset[str]())
    return View(
        size, (window.width(), window.height()) == size, (hint.width(), hint.height()), tree,
        tuple(_target(driver, b) for b in window.findChildren(QAbstractButton) if b.isVisible() and _pressable(b)),
        stops, reachable, _f_keys(window),
    )  # fmt: skip


def _pressable(button: QAbstractButton) -> bool:
    return bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) or button.isCheckable()


def _target(driver: Driver, button: QAbstractButton) -> Target:
    place = QRect(button.mapTo(driver.window, QPoint(0, 0)), button.size())
    ours = isinstance(button, Button)
    verb = ours and button.kind is Kind.VERB
    act = verb or (isinstance(button.parent(), ActBar) and bool(button.isVisible()))
    whole = button.visibleRegion().boundingRect() == button.rect()
    return Target(
        button.accessibleName(), button.words if ours else button.text(), button.key if ours else "", place,
        ours and button._height == 40, driver.window.strip.isAncestorOf(button), act, verb, whole,
        isinstance(button, ROWS),
    )  # fmt: skip


def _f_keys(window: QWidget) -> frozenset[str]:
    keys = (shortcut.key().toString() for shortcut in window.findChildren(QShortcut) if shortcut.isEnabled())
    return frozenset(key for key in keys if key[:1] == "F" and key[1:].isdigit())


def _tab_through(driver: Driver) -> tuple[tuple[Stop, ...], frozenset[str]]:
    """Press Tab until it comes round; what it met, and the names of all that can have the focus."""
    window = driver.window
    first = driver.left.search if driver.left.search.isEnabled() and driver.left.search.isVisible() else None
    (first or window).setFocus(Qt.FocusReason.OtherFocusReason)
    met: list[QWidget] = []
    for _ in range(200):
        focused = QApplication.focusWidget()
        if focused in met:
            break
        if isinstance(focused, QWidget) and focused is not window:
            met.append(focused)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    able = [w for w in window.findChildren(QWidget) if _may_have_focus(w)]
    stops = tuple(_stop(driver, widget) for widget in met)
    return stops, frozenset(_name(widget) for widget in able)


def _may_have_focus(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    return widget.focusProxy() is None and not widget.visibleRegion().isEmpty() and _worth_a_stop(widget)


def _worth_a_stop(widget: QWidget) -> bool:
    bar = getattr(widget, "verticalScrollBar", None)
    return bar is None or widget.inherits("QAbstractItemView") or bar().maximum() > 0


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or type(widget).__name__


def _stop(driver: Driver, widget: QWidget) -> Stop:
    window = driver.window
    regions = {
        "bar": window.bar, "left": driver.left, "card": driver.cards, "sections": window.settings.list_of,
        "settings": window.settings, "rail": window.rail, "strip": window.strip,
    }  # fmt: skip
    region = next((name for name, root in regions.items() if root.isAncestorOf(widget)), "?")
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    # Some draw it around the paper that they fill.
    seen_in = widget.parentWidget() or widget
    with_focus = seen_in.grab().toImage()
    widget.clearFocus()
    QApplication.processEvents()
    ringed = seen_in.grab().toImage() != with_focus
    inner, area = _scrolled(widget)
    if area is not None and inner is not None:
        place, of_area = widget.mapTo(inner, QPoint(0, 0)), area.mapTo(window, QPoint(0, 0))
        left, top = of_area.x() + place.x() / 1000, of_area.y() + place.y() / 1000
        return Stop(_name(widget), region, top, left, widget.height() / 1000, ringed)
    place = widget.mapTo(window, QPoint(0, 0))
    return Stop(_name(widget), region, place.y(), place.x(), widget.height(), ringed)


def _scrolled(widget: QWidget) -> tuple[QWidget | None, QScrollArea | None]:
    """The widget that moves in a scroll area around `widget`, and that area."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return parent.widget(), parent
        parent = parent.parentWidget()
    return None, None
