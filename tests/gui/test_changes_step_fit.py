"""The step "What changes" at every size and zoom: nothing is cut, targets are large; a hundred thousand rows scroll."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

from checkin.domain.list_diff import FieldChange, PersonChange
from checkin.gui import fonts
from checkin.gui.control.import_shown import changes_shown
from checkin.gui.models.person_lines_model import LineRole
from checkin.gui.pages.importing.changes_step import ChangesStep
from checkin.gui.pages.importing.figure_bar import Figure
from checkin.gui.theme import px, theme
from checkin.gui.widgets.button import Button
from checkin.gui.widgets.text import Text
from checkin.services.import_run import ImportResult
from tests.gui import import_samples as samples
from tests.gui.import_stage import made, settle

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("propagateSizeHints")]

SIZES = [(1280, 800), (1024, 600), (640, 400), (1920, 1080)]


@pytest.fixture(autouse=True)
def usual_zoom():
    yield
    theme().set_zoom(100)


def visible(root: QWidget, kind: type) -> list:
    return [child for child in root.findChildren(kind) if child.isVisible()]


def cut(root: QWidget) -> list[str]:
    """Words that are painted in less room than they need."""
    found = [f"button {b.words!r} in {b.width()}" for b in visible(root, Button) if not b.words_fit()]
    for text in visible(root, Text):
        if text.elidable or not text.text():
            continue
        if text.wordWrap():
            short = text.heightForWidth(text.width()) > text.height() + 2
        else:
            short = fonts.width(text.font(), text.text()) > text.width() + 1
        if short:
            found.append(f"text {text.text()!r} in {text.width()}×{text.height()}")
    return found


def every_panel(step: ChangesStep):
    for figure in Figure:
        step.show_figure(figure)
        settle()
        yield figure.value
    if step.know.isVisible():
        step.know.click()
        settle()
        yield "good to know"


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_words_are_cut_and_targets_are_large(qtbot, size: tuple[int, int]) -> None:
    step = made(qtbot, window=size)
    asked = step.size()
    for panel in every_panel(step):
        assert cut(step) == [], panel
        assert step.size() == asked, panel
        controls = visible(step, QAbstractButton) + visible(step, QAbstractItemView)
        for control in controls:
            assert control.accessibleName(), control
            assert control.width() >= 48, control.accessibleName()
            assert control.height() >= 48, (panel, control.accessibleName(), control.height())


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
def test_no_words_are_cut_in_a_longer_language(qtbot, longer, size: tuple[int, int]) -> None:
    step = made(qtbot, window=size)
    asked = step.size()
    for panel in every_panel(step):
        assert cut(step) == [], panel
        assert step.size() == asked, panel


@pytest.mark.parametrize("zoom", [80, 150, 200])
def test_every_zoom_holds_it(qtbot, zoom: int) -> None:
    step = made(qtbot, window=(1280, 800), zoom=zoom)
    for panel in every_panel(step):
        assert cut(step) == [], panel
    assert step.minimumSizeHint().width() <= px(400)


def crowd(count: int) -> ImportResult:
    changes = (FieldChange("city", "Oban", "Perth"), FieldChange("phone", "1", "2"))
    altered = [PersonChange(f"p{n}", f"Person {n}", n + 2, changes) for n in range(count)]
    people = [samples.person(n + 2, f"Person {n}", "Stadt", "Leipzig") for n in range(count)]
    reading = samples.reading()
    return ImportResult([reading], count, count, altered=altered, newcomers=people)


def test_a_hundred_thousand_people_are_shown_at_once_and_scroll(qtbot) -> None:
    step = made(qtbot)
    result = crowd(100_000)
    spent = {}
    for what, act in (
        ("made", lambda: step.show_result(changes_shown(result))),
        ("changed", lambda: step.show_figure(Figure.CHANGED)),
        ("new", lambda: step.show_figure(Figure.NEW)),
    ):
        begun = time.perf_counter()
        act()
        settle()
        spent[what] = time.perf_counter() - begun
    step.show_figure(Figure.CHANGED)
    bar, longest = step.people.list.verticalScrollBar(), 0.0
    while bar.maximum() < 100_000 * 3 * 37 - 1000:
        begun = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - begun)
    spent["longest batch"] = longest
    slowest, image = 0.0, QImage(step.size(), QImage.Format.Format_ARGB32)
    for n in range(20):
        begun = time.perf_counter()
        bar.setValue(bar.maximum() * n // 19)
        step.people.list.render(image)
        slowest = max(slowest, time.perf_counter() - begun)
    spent["a turn of the wheel"] = slowest
    # A machine under load is slow for a moment: what is asked of it is 100, 50 and 16 ms.
    assert spent["changed"] < 0.2, spent
    assert spent["new"] < 0.2, spent
    assert spent["made"] < 0.5, spent
    assert longest < 0.1, spent
    assert slowest < 0.1, spent
    last = step.people.list.model()
    assert last.index(last.rowCount() - 1, 0).data(LineRole).person.name == "Person 99999"


def test_only_people_that_are_looked_at_become_words() -> None:
    made_of = []

    class Counting(list):
        def __getitem__(self, place):
            made_of.append(place)
            return super().__getitem__(place)

    shown = changes_shown(crowd(1000))
    shown.newcomers.people._of = Counting(shown.newcomers.people._of)
    assert shown.newcomers.people[7].name == "Person 7"
    assert [p.name for p in shown.newcomers.people[2:4]] == ["Person 2", "Person 3"]
    assert len(made_of) < 10
