"""The zoom reaches everything: twice as large is the same picture twice as large, and nothing is cut in between."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from checkin.gui import fonts
from checkin.gui.layout_metrics import COMPACT, NORMAL, SMALL, metrics_for
from checkin.gui.theme import ZOOMS, px, theme
from tests.gui.gallery import SCENES
from tests.gui.skeleton import Skeleton
from tests.gui.test_views_fit import cut, window

pytestmark = [pytest.mark.usefixtures("dressed", "zoomed_back"), pytest.mark.qt_log_ignore("propagateSizeHints")]

ALIKE = 3.0
"""Of 255."""


@pytest.fixture
def zoomed_back() -> Iterator[None]:
    yield
    theme().set_zoom(100)


def places(root: QWidget) -> dict[str, QRect]:
    """Where every visible widget stands, by its way through the tree."""
    found: dict[str, QRect] = {}

    def walk(widget: QWidget, way: str) -> None:
        for place, child in enumerate(c for c in widget.children() if isinstance(c, QWidget)):
            name = f"{way}/{place}:{type(child).__name__}"
            if child.isVisible():
                found[name] = QRect(child.mapTo(root, QPoint(0, 0)), child.size())
            walk(child, name)

    walk(root, "")
    return found


def settle() -> None:
    """Let layouts that wait for each other come to rest."""
    for _ in range(8):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


def unlike(one: QImage, other: QImage) -> float:
    """Mean difference of the brightness of two pictures: seen from afar, as edges never fall on the same pixels."""
    pair = [i.scaled(160, 100, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
            .convertToFormat(QImage.Format.Format_Grayscale8) for i in (one, other)]  # fmt: skip
    first, second = (bytes(i.constBits()) for i in pair)
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


@pytest.mark.parametrize("scene", list(SCENES))
@pytest.mark.parametrize("size", [(1024, 600), (640, 400), (1280, 800)], ids=str)
def test_twice_as_large_is_the_same_twice_as_large(qtbot, scene: str, size: tuple[int, int]) -> None:
    made = window(qtbot, scene, size)
    settle()
    small, before = places(made), made.grab().toImage()
    theme().set_zoom(200)
    made.resize(2 * size[0], 2 * size[1])
    settle()
    large, after = places(made), made.grab().toImage()
    assert set(small) == set(large)
    wrong = {
        name: (rect.getRect(), large[name].getRect())
        for name, rect in small.items()
        if max(abs(2 * a - b) for a, b in zip(rect.getRect(), large[name].getRect(), strict=True)) > 6
    }
    assert not wrong
    print("UNLIKE", scene, size, unlike(before, after))
    assert unlike(before, after) < ALIKE
