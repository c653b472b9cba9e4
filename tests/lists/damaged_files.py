"""Damages the traps in every way a disk or a mail program does, and reads what is left.

`python -m tests.lists.damaged_files N SEED` does so N times. Whatever happens, there is a reading or a sentence,
within some seconds and within 300 MB.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from checkin.domain.errors import CheckinError
from checkin.lists.reading import read_lists
from tests.lists.traps import TRAPS

LONGEST = 5.0
"""Seconds that one damaged file may take, on a machine that does other things as well."""


@dataclass
class Outcome:
    """How many files were read and how many refused, and what went wrong."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    failures: list[str] = field(default_factory=list)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to four faults."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data)) if data else 0
        length = chance.choice((1, 1, 4, 64, 512))
        kind = chance.randrange(7)
        if kind == 0:
            data = data[:at]
        elif kind == 1:
            data = data[:at] + data[at + length :]
        elif kind == 2:
            data = data[:at] + chance.randbytes(length) + data[at + length :]
        elif kind == 3:
            data = data[:at] + data[at : at + length] * chance.choice((2, 50)) + data[at + length :]
        elif kind == 4:
            data = (
                data[:at] + chance.choice((b'"', b"\n", b"\x00", b"<", b"&", b"\xff", b",;", b"999999999")) + data[at:]
            )
        elif kind == 5:
            data = data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :] if data else data
        else:
            data = data[:at] + chance.choice(TRAPS).data[:4096] + data[at:]
    return data


def run(count: int, seed: int) -> Outcome:
    """Read `count` damaged files."""
    chance = random.Random(seed)
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            trap = chance.choice(TRAPS)
            path = Path(folder) / trap.file
            path.write_bytes(damaged(trap.data, chance))
            begun = time.perf_counter()
            try:
                readings = read_lists([path], trap.options)
            except CheckinError as refused:
                outcome.refused += 1
                if not (refused.sentence and refused.advice):
                    outcome.failures.append(f"{seed}/{number} {trap.name}: no sentence")
            except Exception as error:  # noqa: BLE001
                outcome.failures.append(f"{seed}/{number} {trap.name}: {error!r}")
                path.rename(Path(tempfile.gettempdir()) / f"failed-{seed}-{number}-{trap.file}")
            else:
                outcome.read += 1
                for reading in readings:
                    parts = (reading.people, reading.entitlements, reading.merged, reading.rejected)
                    if reading.rows != sum(map(len, parts)):
                        outcome.failures.append(f"{seed}/{number} {trap.name}: rows do not add up")
            outcome.slowest = max(outcome.slowest, time.perf_counter() - begun)
    return outcome


if __name__ == "__main__":
    told = run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print(told, f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    sys.exit(bool(told.failures) or told.slowest > LONGEST)
