"""Writes the traps into a folder, with what is reported of each: `python -m tests.lists.traps DIR`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.lists.report import report_of
from tests.lists.traps import TRAPS

folder = Path(sys.argv[1])
for trap in TRAPS:
    path = folder / trap.name / trap.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(trap.data)
    lines = [line.rstrip() for line in report_of(path, trap.options)]
    (folder / f"{trap.name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
