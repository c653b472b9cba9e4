"""Lets one start.py at a time set up a working copy; a second one waits for its turn."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from checkin.starting.project import Project, Stop, say


@contextmanager
def turn(project: Project) -> Iterator[None]:
    """Hold the lock. The system lets go of it when the process that holds it ends, however it ends.

    Raises Stop when the project's folder cannot be written.
    """
    try:
        project.scratch.mkdir(exist_ok=True)
        handle = (project.scratch / "lock").open("a+")
    except OSError as problem:
        advice = "Copy the project to a folder of your own and start it there."
        raise Stop(f"The project's folder cannot be written: {project.root}.", advice) from problem
    with handle:
        waiting = False
        while not take(handle.fileno()):
            if not waiting:
                say("Another start.py is setting up here; waiting for it …")
            waiting = True
            time.sleep(0.2)
        yield


def take(descriptor: int) -> bool:
    """Whether the lock on this open file is ours now."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
