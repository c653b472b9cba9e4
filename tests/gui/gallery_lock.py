"""Pictures of the lock screen, the discreet verdicts, the strip's questions and the help page.

`python -m tests.gui.gallery_lock OUTDIR [NAME…]`, offscreen, with invented people.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from checkin.domain.outcome import Outcome
from checkin.domain.people import Notice, Person
from checkin.domain.results import ScanResult
from checkin.gui.layout_metrics import metrics_for
from checkin.gui.pages.desk import strip_words
from checkin.gui.pages.desk.acts import act
from checkin.gui.pages.help_page import HelpPage
from checkin.gui.pages.lock_page import LockPage
from checkin.gui.theme import theme
from tests.gui import people
from tests.gui.gallery import REASONS
from tests.gui.skeleton import Skeleton

OPERATORS = (
    ("operator:1", "Ailsa Drummond", "desk"), ("operator:2", "Callum Reid", "supervisor"),
    ("operator:3", "Mairi Innes", "desk"), ("operator:4", "Iain Kerr", "volunteer"),
)  # fmt: skip
_GIVEN = ("Ewan", "Zoë", "Jiří", "Þóra", "Li")
_FAMILY = ("Ångström", "O’Neill", "Dvořák", "Šahin", "Ng")
THIRTY = (
    *OPERATORS,
    ("operator:5", "María del Carmen Fernández-Villaverde y Gutiérrez de la Concepción", "volunteer"),
    *((f"operator:{given} {family}", f"{given} {family}", "desk") for family in _FAMILY for given in _GIVEN),
)
HAND_OVER = (
    Notice("hand_over", "Hand over", "green lanyard"), Notice("hand_over", "Hand over", "lunch card"),
    people.STEP_FREE,
)  # fmt: skip
KEYS = (
    ("Find", (
        ("letters", "search by name, organisation or order"), ("Up, Down", "choose a row"),
        ("Ctrl F", "ready for typing, field empty"), ("Esc", "close, empty, go back: in that order"),
    )),
    ("People", (
        ("Enter", "the big button of the card"), ("Ctrl Enter", "check in without printing"), ("F4", "new walk-in"),
        ("F6", "everybody of one order"), ("F7", "check out"), ("F2", "correct a field"),
        ("Ctrl I", "somebody comes instead"), ("Ctrl 1 to 9", "the first to ninth candidate or reason"),
    )),
    ("Acts", (
        ("F8, Ctrl Z", "take back the last act of this desk"), ("Ctrl P", "print the badge"),
        ("F10", "more: what has no room"), ("F12", "lock, or change who is at the desk"),
    )),
    ("Window", (
        ("F9", "camera on and off"), ("Ctrl O", "bring in a list"), ("Ctrl E", "export attendance"),
        ("Alt Enter", "full screen"), ("F1", "this help"),
    )),
)  # fmt: skip
Made = Callable[[int, int], QWidget]


def lock(operators=OPERATORS, then: Callable[[LockPage], None] = lambda page: None) -> Made:
    def made(width: int, height: int) -> LockPage:
        page = LockPage()
        page.resize(width, height)
        page.set_metrics(metrics_for(width, height))
        page.show_operators(operators, "Desk 2", "operator:1")
        page.show()
        then(page)
        return page

    return made


def _typed(page: LockPage) -> None:
    page.field.setText("ma")
    page.set_waiting(3)


def _not_there(page: LockPage) -> None:
    page.field.setText("Kirsty Boyd")
    page.set_fault("There is an operator called Kirsty Boyd already. Add a letter of the family name.")


def _changing(page: LockPage) -> None:
    page.set_closable(True)
    page.set_waiting(1)


def desk(then: Callable[[Skeleton], None]) -> Made:
    def made(width: int, height: int) -> Skeleton:
        window = Skeleton()
        window.resize(width, height)
        window.show()
        window.desk.left.search.setFocus()
        then(window)
        return window

    return made


def verdict(outcome: Outcome, who: Person | None = None, discreet: bool = False, **more: object) -> Made:
    def show(window: Skeleton) -> None:
        result: ScanResult = replace(people.result(outcome, who), **more)
        view = window.desk.cards.verdict
        view.set_discreet(discreet)
        names = ("undo", "print_again") if outcome.passes else ("show_person", "walk_in")
        view.show_result(result, [act(name) for name in names])
        window.desk.cards.show_page("verdict")

    return desk(show)


def _question(window: Skeleton) -> None:
    window.desk.left.undo_strip.show_question(strip_words.badge_question(), strip_words.badge_answers())


def _question_named(window: Skeleton) -> None:
    question = strip_words.badge_question(people.AOIFE.name)
    window.desk.left.undo_strip.show_question(question, strip_words.badge_answers())


def _other(window: Skeleton) -> None:
    window.desk.left.undo_strip.show_other(
        "The last act here is Callum Reid’s: Jürgen Müller checked in, 09:12."
    )  # fmt: skip


def _other_in_two(window: Skeleton) -> None:
    window.desk.left.undo_strip.show_other(
        "The last act here is Callum Reid’s.", "Aoife Ní Bhraonáin-O’Sullivan checked in, 09:12"
    )


def _again(window: Skeleton) -> None:
    window.desk.left.undo_strip.show_print_again(strip_words.print_question(), strip_words.print_reasons())


def _reasons(window: Skeleton) -> None:
    window.desk.left.undo_strip.show_taken_back(f"Taken back: {people.AOIFE.name}. Why?", REASONS)


def _help(window: Skeleton) -> None:
    page, cards = HelpPage(), window.desk.cards
    page.set_metrics(metrics_for(window.width(), window.height()))
    page.show_keys("Keys of the Desk page", KEYS)
    cards._stack.addWidget(page)
    cards._stack.setCurrentWidget(page)
    page.setFocus()


def _help_end(window: Skeleton) -> None:
    _help(window)
    QApplication.processEvents()
    bar = window.desk.cards._stack.currentWidget().area.verticalScrollBar()
    bar.setValue(bar.maximum())


SCENES: dict[str, Made] = {
    "lock": lock(), "lock-thirty": lock(THIRTY), "lock-typed": lock(THIRTY, _typed),
    "lock-not-there": lock(THIRTY, _not_there), "lock-changing": lock(THIRTY, _changing), "lock-nobody": lock(()),
    "discreet-unpaid": verdict(Outcome.UNPAID, people.CLAIRE, True),
    "discreet-revoked": verdict(Outcome.REVOKED, people.NURIA, True, notices=people.NOTICES),
    "discreet-already": verdict(Outcome.ALREADY, people.AOIFE, True),
    "discreet-ambiguous": verdict(Outcome.AMBIGUOUS, None, True),
    "hand-over": verdict(
        Outcome.ADMITTED, people.AOIFE, notices=HAND_OVER, photo="no", badge_place="box 2, no. 117", handed_over=True
    ),
    "hand-over-one": verdict(Outcome.ADMITTED, people.JURGEN, notices=HAND_OVER[:1], photo="yes"),
    "photo-already": verdict(Outcome.ALREADY, people.MARTA, photo="yes"),
    "strip-reasons": desk(_reasons), "strip-question": desk(_question), "strip-question-named": desk(_question_named),
    "strip-other": desk(_other), "strip-other-two": desk(_other_in_two), "strip-print": desk(_again),
    "help": desk(_help), "help-end": desk(_help_end),
}  # fmt: skip
SIZES = ((1280, 800), (1024, 600), (640, 400))


def picture(name: str, mode: str, size: tuple[int, int], folder: Path) -> None:
    """Save one scene in the mode in force and one size."""
    window = SCENES[name](*size)
    for _ in range(3):
        QApplication.processEvents()
    window.grab().save(str(folder / f"{name}-{mode}-{size[0]}x{size[1]}.png"))
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    QApplication([])
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme().apply_to(app)
    for mode in ("light", "dark", "high-contrast"):
        theme().set_mode(mode)
        for name in sys.argv[2:] or list(SCENES):
            for size in SIZES:
                picture(name, mode, size, folder)
    print(f"{len(list(folder.glob('*.png')))} pictures: {folder}")


if __name__ == "__main__":
    main()
