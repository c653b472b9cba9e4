"""`bench`: measures on a throw-away desk and prints each figure with its ratio to the floor."""

from __future__ import annotations

import tempfile
from pathlib import Path

from checkin.bench.badge import badge_figure
from checkin.bench.figure import Figure
from checkin.bench.measuring import import_figure, large_desk, scan_figure, search_figure
from checkin.bench.window import waiting_figures, window_figures
from checkin.cli.context import Context


def bench(context: Context) -> int:
    """Measure on `--attendees` invented people; the home of the desk is not touched."""
    with tempfile.TemporaryDirectory(prefix="checkin-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        desk = large_desk(folder, context.words.attendees)
        try:
            figures = [import_figure(desk, folder), search_figure(desk), scan_figure(desk, folder), badge_figure(desk)]
            desk.database.close()
            figures += window_figures(desk.home.root)
            figures += waiting_figures()
        finally:
            desk.close()
    value = {"figures": [_json(f) for f in figures], "attendees": context.words.attendees}
    context.answers.say(value, "\n".join(_line(f) for f in figures))
    return 0


def _json(figure: Figure) -> dict[str, object]:
    return {
        "name": figure.name,
        "value": round(figure.value, 4),
        "unit": figure.unit,
        "floor": round(figure.floor, 4),
        "floor_is": figure.floor_is,
        "ratio": round(figure.ratio, 2),
    }


def _line(figure: Figure) -> str:
    return (
        f"{figure.name}: {figure.value:.2f} {figure.unit}, {figure.ratio:.2f} times the floor of "
        f"{figure.floor:.2f} {figure.unit} ({figure.floor_is})"
    )
