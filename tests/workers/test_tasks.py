"""Tasks on one thread, answers on another."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from checkin.workers.tasks import TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner("db")
    yield runner
    runner.close()


def never(value: object) -> None:
    raise AssertionError(value)


def test_answers_come_in_order_on_the_thread_that_asked(qtbot: QtBot, runner: TaskRunner) -> None:
    answers: list[tuple[int, str, str]] = []

    def ask(number: int) -> None:
        runner.run(
            lambda: (number, threading.current_thread().name),
            done=lambda told: answers.append((*told, threading.current_thread().name)),
            failed=never,
        )

    for number in range(50):
        ask(number)
    assert answers == []
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert [a[0] for a in answers] == list(range(50))
    assert {a[1] for a in answers} == {"db_0"}
    assert {a[2] for a in answers} == {threading.current_thread().name}


def test_failures_are_delivered_and_the_next_task_runs(qtbot: QtBot, runner: TaskRunner) -> None:
    told: list[object] = []
    runner.run(lambda: 1 / 0, done=never, failed=told.append)
    runner.run(lambda: "next", done=told.append, failed=never)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert isinstance(told[0], ZeroDivisionError)
    assert told[1] == "next"


def test_close_waits_for_the_task_that_runs_and_drops_the_rest(qtbot: QtBot) -> None:
    runner, begun, go_on, ran = TaskRunner("db"), threading.Event(), threading.Event(), []

    def long_one() -> str:
        begun.set()
        assert go_on.wait(5)
        ran.append("first")
        return "first"

    told: list[object] = []
    runner.run(long_one, done=told.append, failed=never)
    runner.run(lambda: ran.append("second"), done=never, failed=never)
    assert begun.wait(5)
    threading.Timer(0.1, go_on.set).start()
    runner.close()
    assert ran == ["first"]
    qtbot.waitUntil(lambda: told == ["first"])
    runner.run(lambda: ran.append("late"), done=never, failed=never)
    assert ran == ["first"], "what comes after the end finds nobody to tell"
