#!/usr/bin/env python3
"""The one door for newcomers: set up what is missing, then run the demo desk, the checks, or any words of `checkin`.

python3 start.py          the demo desk, in a data folder of its own (without a display: its tour, offscreen)
python3 start.py test     every check that CI runs; further words go to pytest
python3 start.py setup    only set up
python3 start.py WORDS    `checkin WORDS`

Standard library only. The grammar of this page is Python 3.6's, so that an old Python can say what is wrong; whatever
needs 3.11 lies in the package `checkin.starting` and is imported after the question.
"""

import os
import sys


def wrong_python(version: "tuple[int, ...]") -> str:
    """The sentence for a Python that cannot run Check-in Desk; empty when this one can."""
    if (3, 11) <= version[:2] < (3, 14):
        return ""
    return (
        f"Check-in Desk runs on Python 3.11, 3.12 or 3.13; this is Python {version[0]}.{version[1]}.\n"
        "Start it with one of those, for example: python3.12 start.py"
    )


def main(words: "list[str]") -> int:
    """Set up, then do what the words say. Answers the exit code; does not come back when `checkin` takes over."""
    from checkin.starting.project import Project, Stop, say
    from checkin.starting.set_up import set_up

    project = Project.of(__file__)
    try:
        set_up(project, "dev" if words[:1] == ["test"] else "run")
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        say("\nStopped. Start again at any time.")
        return 130
    if words[:1] == ["setup"]:
        say(f"Everything is in place. The program: {project.program}")
        return 0
    if words[:1] == ["test"]:
        from checkin.starting.checks import run_checks

        return run_checks(project, words[1:])
    from checkin.starting.desk import demo, run_program

    chosen, env = (words, dict(os.environ)) if words else demo(os.environ)
    return run_program(project, chosen, env)


if __name__ == "__main__":
    sys.exit(wrong_python(sys.version_info[:2]) or main(sys.argv[1:]))
