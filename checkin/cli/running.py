"""From words to an exit code: reading them, opening the desk, answering, and what failures become."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checkin.cli.answers import Answers
from checkin.cli.context import Context
from checkin.cli.failures import explained
from checkin.cli.parsing import parser
from checkin.cli.words import Usage, Words
from checkin.domain.errors import Ambiguous, CheckinError, NotFound

FAILED, USAGE, REFUSED = 1, 2, 3


def run(words: Sequence[str]) -> int:
    """Run one command; returns its exit code (CLI.md: 0 done, 1 failed, 2 usage, 3 refused, 4 rows set aside)."""
    for stream in (sys.stdout, sys.stderr):
        # Payloads and names may hold anything; what cannot be written is escaped, never a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    _speak()
    try:
        given = parser().parse_args(_protected(words), namespace=Words())
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    except Usage as error:
        _tell(Answers(as_json="--json" in words), error)
        return USAGE
    return _run(given, Answers(as_json=given.json))


def _speak() -> None:
    """The command line is English wherever it runs; another language has to be asked for by name."""
    if os.environ.get("CHECKIN_LANGUAGE"):
        from checkin.domain.translation import use
        from checkin.services.languages import chosen, words_of

        use(words_of(chosen("")))


def _run(given: Words, answers: Answers) -> int:
    try:
        if given.smoke:
            return _smoke(given, answers)
        if given.run is None:
            return _window(given)
        with Context(given, answers) as context:
            return int(given.run(context))
    except Usage as error:
        _tell(answers, error)
        return USAGE
    except Ambiguous as error:
        return _ambiguous(given, answers, error)
    except NotFound as error:
        _tell(answers, error, outcome="unknown")
        return REFUSED
    except CheckinError as error:
        _tell(answers, error)
        return FAILED
    except BrokenPipeError:
        # Whoever read our answers has gone; what was acknowledged is stored.
        _let_go()
        return FAILED
    except KeyboardInterrupt:
        return 130
    # A script waits for an answer whatever happens.
    except Exception as error:  # noqa: BLE001
        _tell(answers, explained(error))
        return FAILED


def _ambiguous(given: Words, answers: Answers, error: Ambiguous) -> int:
    from checkin.cli.shapes import person_json

    with Context(given, answers) as context:
        candidates = [person_json(p) for p in context.people.persons(error.candidates)]
    _tell(answers, error, outcome="ambiguous", candidates=candidates)
    return REFUSED


def _tell(answers: Answers, error: CheckinError, **more: Any) -> None:
    """What went wrong; on standard error when the answers themselves cannot be written (a full disk, a closed pipe)."""
    try:
        answers.failure(error, **more)
    except OSError:
        _let_go()
        with contextlib.suppress(OSError):
            answers.note(f"{error.sentence}\n{error.advice}")


def _let_go() -> None:
    """Standard output takes nothing any more; what is left in its buffer must not fail once more at the end."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _smoke(given: Words, answers: Answers) -> int:
    from checkin.cli.smoke import smoke

    if given.run is not None:
        raise Usage("--smoke stands alone.", "Leave the command away: checkin --smoke.")
    return smoke(answers)


def _window(given: Words) -> int:
    from checkin.app import open_window

    return open_window(Path(given.home) if given.home else None, given.station, given.operator)


def _protected(words: Sequence[str]) -> list[str]:
    """`-2` after `room count` is a value; argparse would take it for an option."""
    return [f" {w}" if len(w) > 1 and w[0] == "-" and w[1:].isdigit() else w for w in words]
