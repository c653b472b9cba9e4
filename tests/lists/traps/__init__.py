"""Files of every kind of trouble that attendee lists bring, each made by a few lines of code.

`python -m tests.lists.traps DIR` writes them, to be opened in a spreadsheet; `tests/lists/data/NAME.txt`
says what the reader has to report of each.
"""

from __future__ import annotations

from tests.lists.traps import columns, numbers, people, reading, sheets
from tests.lists.traps.trap import Trap

TRAPS: tuple[Trap, ...] = (*reading.TRAPS, *sheets.TRAPS, *columns.TRAPS, *people.TRAPS, *numbers.TRAPS)
