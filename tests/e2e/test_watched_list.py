"""A watched export in the real window: it flows in by itself; what loses somebody waits in the strip."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.driver import Driver
from tests.services.conftest import ROWS, Lists, changed


@pytest.fixture
def d(window_on, demo_home, open_desk, tmp_path: Path) -> Driver:
    desk = open_desk(demo_home)
    Lists(desk, tmp_path).bring(ROWS, "export.csv")
    made: Driver = window_on(demo_home)
    made.services.settings.set("lists.watch", str(tmp_path / "export.csv"))
    return made


def look(d: Driver) -> None:
    """Two looks, as the clock would make them."""
    for _ in range(2):
        d.app.watching_lists.look()
        d.wait(lambda: not d.app.watching_lists._looking)


def test_a_new_export_flows_in_and_a_lossy_one_waits(d: Driver, tmp_path: Path) -> None:
    lists = Lists(d.desk, tmp_path)
    look(d)
    for city in ("Opava", "Znojmo", "Ostrava"):
        lists.write(changed(ROWS, 1, City=city), "export.csv")
        look(d)
        people = d.services.people
        assert people.card(people.resolve("T-2")).person.city == city
    assert "came in by itself" in d.told()
    lists.write(ROWS[:3], "export.csv")
    look(d)
    d.wait(lambda: bool(d.app.watching_lists.waiting))
    assert "1 person is not on it any more" in str(d.window.bulletin._list)
    d.window._on_item("list")
    d.wait_step("changes")
    assert d.app.watching_lists.waiting == ""
    assert d.importing.changes._shown.gone == 1
