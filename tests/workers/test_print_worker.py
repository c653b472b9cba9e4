"""The print queue's thread."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from checkin.domain.errors import StorageBusy
from checkin.workers.print_worker import PrintWorker


class Queue:
    """A print queue in memory: each step settles one job; an exception in it is raised."""

    def __init__(self, *jobs: object) -> None:
        self.jobs, self.threads = deque(jobs), set[str]()

    def step(self) -> object | None:
        self.threads.add(threading.current_thread().name)
        if not self.jobs:
            return None
        job = self.jobs.popleft()
        if isinstance(job, Exception):
            raise job
        return job


@pytest.fixture
def queue() -> Queue:
    return Queue("a", "b", "c")


@pytest.fixture
def worker(qtbot: QtBot, queue: Queue) -> Iterator[PrintWorker]:
    worker = PrintWorker(queue.step, again_s=0.05)
    yield worker
    worker.close()


@pytest.fixture
def settled(worker: PrintWorker) -> list[object]:
    told: list[object] = []
    worker.job_settled.connect(told.append)
    return told


def test_what_is_queued_is_worked_off_in_order(
    qtbot: QtBot, worker: PrintWorker, queue: Queue, settled: list[object]
) -> None:
    worker.start()
    worker.start()
    qtbot.waitUntil(lambda: settled == ["a", "b", "c"])
    assert queue.threads == {"print"}


def test_waking_it_settles_new_jobs(qtbot: QtBot, worker: PrintWorker, queue: Queue, settled: list[object]) -> None:
    worker.start()
    qtbot.waitUntil(lambda: len(settled) == 3)
    for job in range(20):
        queue.jobs.append(job)
        worker.wake()
    qtbot.waitUntil(lambda: settled[3:] == list(range(20)))


def test_a_fault_is_told_and_the_work_goes_on(
    qtbot: QtBot, worker: PrintWorker, queue: Queue, settled: list[object]
) -> None:
    queue.jobs.appendleft(StorageBusy("The database is busy.", "Wait a moment."))
    faults: list[object] = []
    worker.failed.connect(faults.append)
    worker.start()
    qtbot.waitUntil(lambda: settled == ["a", "b", "c"])
    assert [str(f) for f in faults] == ["The database is busy."]


def test_it_can_be_closed_at_any_time_and_begun_again(
    qtbot: QtBot, worker: PrintWorker, queue: Queue, settled: list[object]
) -> None:
    worker.close()
    worker.start()
    worker.close()
    worker.close()
    queue.jobs.append("d")
    worker.start()
    qtbot.waitUntil(lambda: settled == ["a", "b", "c", "d"])
